"""调解: agreement in court, an outside agreement to confirm, or no agreement."""
