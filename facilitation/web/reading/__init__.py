"""The dossier as those who took part read it before it leaves the house, and what they say of it."""
