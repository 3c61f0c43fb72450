"""Parts of the window that never heard of a case."""
