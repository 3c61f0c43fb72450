"""Photos, scans and recordings: encrypted before the first write, named by their content."""
