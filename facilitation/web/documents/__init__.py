"""The documents of an experiment: its learnings, what its dossier still lacks, the dossier itself."""
