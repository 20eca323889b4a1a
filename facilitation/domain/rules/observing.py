"""What an observer may do, and what those who facilitate may do with observers and what they wrote."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Command, Refused
from facilitation.domain.notebook import Observation
from facilitation.domain.observing import counted_lines, grid_of, step_at
from facilitation.domain.rules.words import tidy
from facilitation.domain.session import Planned, Session

Decision = tuple[e.Event, ...] | Refused
OfObservers = c.AdmitObserver | c.DismissObserver | c.KeepExcerpt | c.DropExcerpt | c.EraseObservation

LONGEST_NOTE = 2000
MOST_OBSERVERS = 40
CUT = "[…]"
"""Stands in an excerpt for what was left out of the note."""


def observe(session: Session, command: Command, observer: str, now: int) -> Decision:
    """Decide an observer's command. Possible before the first stage and after the end too."""
    if not session.notebook.writes(observer):
        return Refused("observer-dismissed")
    match command:
        case c.NoteObservation():
            return _note(session, command, observer, now)
        case c.CountLine():
            return _count(session, command, observer, now)
        case c.EditObservation(note=id) | c.FlagObservation(note=id) | c.WithdrawObservation(note=id):
            note = _written(session, id)
            if note is None:
                return Refused("unknown-note")
            return _own(note, command, observer, now) if note.observer == observer else Refused("not-yours")
    return Refused("not-allowed")


def with_observers(session: Session, command: OfObservers, by: str, now: int) -> Decision:
    """Decide what those who facilitate do with observers, and with what these wrote."""
    book = session.notebook
    match command:
        case c.AdmitObserver():
            if len(book.observers) >= MOST_OBSERVERS:
                return Refused("too-many-observers", {"most": str(MOST_OBSERVERS)})
            return (e.ObserverAdmitted(f"o{len(book.observers) + 1}", by, now),)
        case c.DismissObserver(observer=id):
            if id not in book.observers:
                return Refused("unknown-observer")
            return (e.ObserverDismissed(id, by, now),) if book.observers[id].here else ()
        case c.KeepExcerpt(note=id) | c.DropExcerpt(note=id) | c.EraseObservation(note=id):
            note = _written(session, id)
            if note is None:
                return Refused("unknown-note")
    match command:
        case c.KeepExcerpt(text=text):
            return _keep(note, text, by, now)
        case c.DropExcerpt():
            return (e.ExcerptDropped(note.id, by, now),) if note.excerpt else ()
        case c.EraseObservation():
            return (e.ObservationWithdrawn(note.id, by, now),)


def promote_line(session: Session, command: c.KeepCount | c.DropCount, by: str, now: int) -> Decision:
    """Decide whether a line of the grid goes to the documentation: one that somebody counted."""
    kept, line = session.notebook.kept, command.line
    if isinstance(command, c.DropCount):
        return (e.CountDropped(line, by, now),) if line in kept else ()
    if line not in counted_lines(session):
        return Refused("nothing-counted")
    return () if line in kept else (e.CountKept(line, by, now),)


def _note(session: Session, command: c.NoteObservation, observer: str, now: int) -> Decision:
    text = tidy(command.text, LONGEST_NOTE)
    if isinstance(text, Refused):
        return text
    moment = _moment(session, command.at, now)
    planned = step_at(session, moment)
    group = _group(session, planned, command.group)
    id, step = f"w{len(session.notebook.notes) + 1}", planned.key if planned else None
    return (e.ObservationNoted(id, observer, text, step, group, moment, now, command.flagged),)


def _count(session: Session, command: c.CountLine, observer: str, now: int) -> Decision:
    moment = _moment(session, command.at, now)
    planned = step_at(session, moment)
    if command.line not in grid_of(session, planned):
        return Refused("unknown-line")
    group, step = _group(session, planned, command.group), planned.key if planned else None
    counted = session.notebook.counts.get((observer, step or "", group), {}).get(command.line, 0)
    by = 1 if command.more else -1
    return (e.LineCounted(observer, command.line, by, step, group, moment, now),) if counted + by >= 0 else ()


def _own(
    note: Observation,
    command: c.EditObservation | c.FlagObservation | c.WithdrawObservation,
    observer: str,
    now: int,
) -> Decision:
    match command:
        case c.EditObservation():
            text = tidy(command.text, LONGEST_NOTE)
            if isinstance(text, Refused):
                return text
            return () if text == note.text else (e.ObservationEdited(note.id, text, now),)
        case c.FlagObservation(on=on):
            return () if note.flagged == on else (e.ObservationFlagged(note.id, on, now),)
        case c.WithdrawObservation():
            return (e.ObservationWithdrawn(note.id, observer, now),)


def _keep(note: Observation, text: str, by: str, now: int) -> Decision:
    kept = tidy(text, LONGEST_NOTE)
    if isinstance(kept, Refused):
        return kept
    # The documentation quotes what was observed: words put into a note afterwards would be somebody else's.
    if not _quotes(note.text, kept):
        return Refused("excerpt-elsewhere", {"cut": CUT})
    return () if kept == note.excerpt else (e.ExcerptKept(note.id, kept, by, now),)


def _quotes(text: str, excerpt: str) -> bool:
    """Whether every piece of an excerpt stands in the text, one after the other."""
    rest = " ".join(text.split())
    for piece in (" ".join(piece.split()) for piece in excerpt.split(CUT)):
        if piece not in rest:
            return False
        rest = rest[rest.index(piece) + len(piece) :]
    return any(letter.isalnum() for letter in excerpt)


def _written(session: Session, note: str) -> Observation | None:
    known = session.notebook.notes.get(note)
    return None if known is None or known.withdrawn else known


def _moment(session: Session, said: int, now: int) -> int:
    # A screen says when the first letter was typed; a clock that is wrong must not put a note outside the session.
    return max(session.planned_at, min(said, now)) if said else now


def _group(session: Session, planned: Planned | None, group: int | None) -> int | None:
    # Groups may have been dealt anew while a screen was offline: a note is worth more than its group.
    rows = session.groups.get(planned.key, ()) if planned else ()
    return group if group is not None and 0 <= group < len(rows) else None
