"""What a file means: its names, its privacy, and whether a room could play it."""

from facilitation.formats.checking.advice import advise
from facilitation.formats.checking.feasibility import check_feasibility
from facilitation.formats.checking.whole import check_references

__all__ = ["advise", "check_feasibility", "check_references"]
