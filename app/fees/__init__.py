"""Litigation fees of a case: what is due and why, relief, payment, and the evening's cash list."""
