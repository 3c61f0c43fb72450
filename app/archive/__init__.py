"""The case's papers as a whole: which suit it now, with the blanks it already tells."""
