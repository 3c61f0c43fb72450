"""Mediation: what the parties agreed in court, and agreements made outside that the court confirms."""
