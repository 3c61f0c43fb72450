"""Service of papers: who received what, how and when, and the certificate that says so (送达)."""
