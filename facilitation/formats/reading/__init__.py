"""From bytes to a tree of words with their places: the only rooms that know YAML."""
