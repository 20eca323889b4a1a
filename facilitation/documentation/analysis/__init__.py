"""Analysing what the sessions of an experiment brought: what is read, coded, compared and counted. Pure."""
