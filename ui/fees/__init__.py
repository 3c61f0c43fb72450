"""收费: what is due and why, relief, payments, and the day's cash."""
