"""Words that somebody took back, found again wherever the team has copied them: taken out, and left to be mended."""

from facilitation.records.withdrawn.following import follow
from facilitation.records.withdrawn.mending import ToMend, to_mend

__all__ = ["ToMend", "follow", "to_mend"]
