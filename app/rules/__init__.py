"""Fees, periods, numbers, identity, procedure and service: the law as data and pure functions."""
