"""立案: an oral or written suit, or a joint application, becomes a case with its number."""
