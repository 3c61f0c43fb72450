"""A clerk's desk over a real encrypted database."""

from support.desks import desk

__all__ = ["desk"]
