"""What is true after the facilitator wrote, corrected or erased words: moments kept, reasons given."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.session import Note, Session, Step


def facilitator_wrote(s: Session, event: e.WritingEvent) -> Session:
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
    if of in s.steps:
        return replace(s, steps={**s.steps, of: replace(s.steps[of], skip_reason=text)})
    changes = tuple(replace(change, reason=text) if change.id == of else change for change in s.changes)
    steps = {key: _timed(step, of, text) for key, step in s.steps.items()}
    return replace(s, changes=changes, steps=steps)


def _timed(step: Step, of: str, text: str) -> Step:
    told = tuple(replace(one, reason=text) if one.id == of else one for one in step.extensions)
    return step if told == step.extensions else replace(step, extensions=told)
