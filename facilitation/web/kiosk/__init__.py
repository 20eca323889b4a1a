"""The shared device: one person after another, one contribution at a time, and nothing left behind."""
