"""The rules of a workshop: pure functions on frozen values, standard library only."""
