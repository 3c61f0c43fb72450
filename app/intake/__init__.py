"""Filing: what the clerk takes down when somebody comes to court, checked, numbered and opened as a case (立案)."""
