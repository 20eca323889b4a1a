"""Observers: the links that those who facilitate give out, and the notebook they open."""
