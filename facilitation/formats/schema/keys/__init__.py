"""The table, part two: the format as a whole, its stages, its document and its examples."""
