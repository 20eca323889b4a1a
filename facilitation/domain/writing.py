"""What is true after the facilitator wrote, corrected or erased words: moments kept, reasons given."""

from collections.abc import Mapping
from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.session import Note, Session

Written = e.NoteTaken | e.NoteKept | e.NoteEdited | e.NoteErased | e.ReasonGiven | e.ReasonErased


def facilitator_wrote(s: Session, event: Written) -> Session:
    """The session once the words are kept, replaced or erased."""
    match event:
        case e.NoteTaken(note=id):
            return replace(s, notes={**s.notes, id: _note(event)})
        case e.NoteKept(note=id, kept=kept):
            return replace(s, notes={**s.notes, id: replace(s.notes[id], kept=kept)})
        case e.NoteEdited(note=id, text=text):
            return replace(s, notes={**s.notes, id: replace(s.notes[id], text=text, edited=True)})
        case e.NoteErased(note=id):
            return replace(s, notes={**s.notes, id: replace(s.notes[id], text="", erased=True)})
        case e.ReasonGiven(of=of, text=text):
            return _reasoned(s, of, text)
        case e.ReasonErased(of=of):
            return _reasoned(s, of, "")


def _note(event: e.NoteTaken) -> Note:
    return Note(event.note, event.text, event.at, event.step, event.by, kept=event.kept)


def _reasoned(s: Session, of: str, text: str) -> Session:
    changes = tuple(replace(change, reason=text) if change.id == of else change for change in s.changes)
    steps: Mapping[str, object] = s.steps
    if of not in steps or any(change.id == of for change in s.changes):
        return replace(s, changes=changes)
    return replace(s, steps={**s.steps, of: replace(s.steps[of], skip_reason=text)})
