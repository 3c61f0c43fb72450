"""What happened, in order: append-only, chained and signed by the device."""
