"""The same people asked twice: how many answered higher, the same, lower, and nothing by which one could be known."""
