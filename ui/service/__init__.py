"""送达: hand papers over, leave them, or queue them, as the law allows."""
