"""A configured laptop with its numbers leased, the clerk at its desk."""

from support.desks import desk

__all__ = ["desk"]
