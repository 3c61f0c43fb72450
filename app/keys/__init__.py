"""Who may open this laptop's records, and with which keys acts, papers and pieces are signed and sealed."""
