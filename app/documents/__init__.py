"""A court paper is data: a template with blanks, set in Chinese type and written as PDF/A."""
