"""报批: what is put to the division chief or the president, their answers, and the signatures that follow."""
