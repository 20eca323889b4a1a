"""Words that somebody took back, found again wherever the team has copied them: taken out, and left to be mended."""

from facilitation.records.withdrawn.following import follow
from facilitation.records.withdrawn.kept import Kept, Place, kept_of
from facilitation.records.withdrawn.mending import to_mend
from facilitation.records.withdrawn.notes import in_notes
from facilitation.records.withdrawn.rereading import Reread, judge, to_reread

__all__ = ["Kept", "Place", "Reread", "follow", "in_notes", "judge", "kept_of", "to_mend", "to_reread"]
