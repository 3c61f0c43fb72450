"""工作台: what waits, and the cases at hand."""
