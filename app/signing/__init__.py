"""Signatures on papers: who may sign when, with what mark, by which key, and whether it still holds."""
