"""The guide of whoever facilitates a format, to be carried in the hand: one format, no session."""
