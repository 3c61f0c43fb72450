"""案件: one case, its people, claims, papers, files and what happened in it."""
