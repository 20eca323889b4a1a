"""Publishing what was learned: what may leave the house, what stands in the way, the site as one file."""
