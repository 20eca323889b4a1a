"""Servers that are killed in mid-traffic, and the checker of what they acknowledged."""
