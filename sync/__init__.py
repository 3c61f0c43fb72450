"""Carries the journal to the court and back; no Qt."""
