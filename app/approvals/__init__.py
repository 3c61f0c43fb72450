"""Decisions above the judge (报批): asked for with grounds, noted by telephone, signed for afterwards."""
