"""The case: its parties, claims, evidence, stage and number, and the search over them."""
