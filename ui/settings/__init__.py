"""设置: look, language, court, officers' passphrase and PIN."""
