"""What facilitators and observers wrote down, in the words it has now: what was erased is not there."""

from facilitation.domain import events as e
from facilitation.domain.format import Text
from facilitation.domain.observing import words_of_line
from facilitation.projections.journal.entries import Entry, Told
from facilitation.projections.journal.standing import Standing, account

KEPT = Text("Moment à retenir", "Moment to keep")
PRIVATE = Text("Note privée", "Private note")
KEPT_COUNT = Text("Un comptage va dans la documentation\u00a0:", "A count goes to the documentation:")
DROPPED_COUNT = Text(
    "Un comptage ne va plus dans la documentation\u00a0:", "A count no longer goes to the documentation:"
)
EDITED = Text("modifiée", "changed")
FLAGGED = Text("proposée pour la documentation", "proposed for the documentation")


def of_notes(now: Standing, told: Told) -> Entry | None:
    """The entry of a note, at the moment it was begun."""
    match told.event:
        case e.NoteTaken(note=id):
            note = now.session.notes.get(id)
            if note is None or note.erased:
                return None
            marks = (EDITED,) if note.edited else ()
            kind, said = ("moment", KEPT) if note.kept else ("note", PRIVATE)
            return Entry(note.at, kind, said, now.title(note.step), account(told.by), words=note.text, marks=marks)  # type: ignore[arg-type]
        case e.ObservationNoted(note=id):
            return _observed(now, id)
        case e.CountKept(line=line, at=at) | e.CountDropped(line=line, at=at):
            said = KEPT_COUNT if isinstance(told.event, e.CountKept) else DROPPED_COUNT
            words = words_of_line(now.session, line)
            about = Text(f"{said.fr} «\u00a0{words.fr}\u00a0»", f"{said.en} “{words.en}”")
            return Entry(at, "observed", about, by=account(told.by))
    return None


def _observed(now: Standing, id: str) -> Entry | None:
    book = now.session.notebook
    note = book.notes.get(id)
    if note is None or note.withdrawn:
        return None
    group = "" if note.group is None else str(note.group + 1)
    about = Text(f", groupe {group}", f", group {group}") if group else Text("", "")
    marks = (*((EDITED,) if note.edited else ()), *((FLAGGED,) if note.flagged else ()))
    return Entry(
        note.at,
        "observed",
        Text(f"Observé{about.fr}", f"Observed{about.en}"),
        now.title(note.step),
        observer=book.observers[note.observer].number,
        words=note.text,
        note=note.id,
        excerpt=note.excerpt,
        flagged=note.flagged,
        marks=marks,
    )
