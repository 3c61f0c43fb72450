"""The second copy: every finished entry and attachment once more, on a stick or elsewhere on the disk."""
