"""Speed and size, measured."""
