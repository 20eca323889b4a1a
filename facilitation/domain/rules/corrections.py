"""What the facilitator writes down, puts right or erases: moments, reasons given. Possible after the end too."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.rules.replanning import reasoned
from facilitation.domain.rules.words import tidy
from facilitation.domain.session import Session

LONGEST_NOTE = 2000
Correction = c.KeepNote | c.EditNote | c.EraseNote | c.EditReason | c.EraseReason


def take_note(session: Session, command: c.TakeNote, by: str, now: int) -> tuple[e.Event, ...] | Refused:
    """Write down a moment of the step that is on."""
    text = tidy(command.text, LONGEST_NOTE)
    if isinstance(text, Refused):
        return text
    return (e.NoteTaken(f"n{len(session.notes) + 1}", text, by, session.current, now, command.kept),)


def correct(session: Session, command: Correction, by: str, now: int) -> tuple[e.Event, ...] | Refused:
    """Decide a correction of the facilitator's own words."""
    match command:
        case c.KeepNote(note=id) | c.EditNote(note=id) | c.EraseNote(note=id):
            note = session.notes.get(id)
            if note is None or note.erased:
                return Refused("unknown-note")
        case c.EditReason(of=of) | c.EraseReason(of=of):
            if not _has_reason(session, of):
                return Refused("unknown-reason")
    match command:
        case c.KeepNote(note=id, kept=keep):
            return () if session.notes[id].kept == keep else (e.NoteKept(id, keep, by, now),)
        case c.EditNote(note=id, text=text):
            kept = tidy(text, LONGEST_NOTE)
            return kept if isinstance(kept, Refused) else (e.NoteEdited(id, kept, by, now),)
        case c.EraseNote(note=id):
            return (e.NoteErased(id, by, now),)
        case c.EditReason(of=of, text=text):
            why = reasoned(text)
            return why if isinstance(why, Refused) else (e.ReasonGiven(of, why, by, now),)
        case c.EraseReason(of=of):
            return (e.ReasonErased(of, by, now),)


def _has_reason(session: Session, of: str) -> bool:
    step = session.steps.get(of)
    skipped = step is not None and step.skip_reason is not None
    timed = any(extension.id == of for one in session.steps.values() for extension in one.extensions)
    return skipped or timed or any(change.id == of for change in session.changes)
