"""The desk through its own door."""
