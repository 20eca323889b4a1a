"""Words that somebody took back, found again wherever the team has copied them: taken out, and left to be mended."""

from facilitation.records.withdrawn.following import follow
from facilitation.records.withdrawn.mending import ToMend, to_mend
from facilitation.records.withdrawn.notes import in_notes

__all__ = ["ToMend", "follow", "in_notes", "to_mend"]
