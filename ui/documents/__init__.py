"""文书: fill, preview, issue, print and save papers."""
