"""What a court record is, and every rule about it; no Qt, no network."""
