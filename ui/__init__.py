"""Everything an officer sees; the only place for PySide6."""
