"""Opens the encrypted database, and keeps what is local to one laptop: settings and typing drafts."""
