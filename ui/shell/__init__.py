"""The window around the pages: navigation, sign-in, lock, notices, crash dialog, look."""
