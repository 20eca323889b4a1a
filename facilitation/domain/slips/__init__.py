"""Paper as a way in: how a slip is numbered, what it asks, and how what was typed from it is read."""
