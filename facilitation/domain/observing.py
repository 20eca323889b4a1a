"""What is true after an observer wrote, or was let in or out; which step was on at a moment; what the grid asks."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.format import Text
from facilitation.domain.notebook import Notebook, Observation, Observer
from facilitation.domain.session import Planned, Session


def observed(s: Session, event: e.ObserverEvent) -> Session:
    """The session once the notebook holds what happened."""
    return replace(s, notebook=_after(s.notebook, event))


def _after(book: Notebook, event: e.ObserverEvent) -> Notebook:
    match event:
        case e.ObserverAdmitted(observer=id):
            known = Observer(id, len(book.observers) + 1, event.at)
            return replace(book, observers={**book.observers, id: known})
        case e.ObserverDismissed(observer=id):
            return replace(book, observers={**book.observers, id: replace(book.observers[id], here=False)})
        case e.LineCounted():
            return _counted(book, event)
        case e.CountKept(line=line):
            return replace(book, kept=book.kept | {line})
        case e.CountDropped(line=line):
            return replace(book, kept=book.kept - {line})
        case e.ObservationNoted():
            note = Observation(
                event.note, event.observer, event.text, event.noted_at, event.step, event.group, event.flagged
            )
        case e.ObservationEdited(note=id, text=text):
            # What was promoted were the former words.
            note = replace(book.notes[id], text=text, edited=True, excerpt="")
        case e.ObservationFlagged(note=id, on=on):
            note = replace(book.notes[id], flagged=on)
        case e.ObservationWithdrawn(note=id):
            note = replace(book.notes[id], text="", excerpt="", withdrawn=True)
        case e.ExcerptKept(note=id, text=text):
            note = replace(book.notes[id], excerpt=text)
        case e.ExcerptDropped(note=id):
            note = replace(book.notes[id], excerpt="")
    return replace(book, notes={**book.notes, note.id: note})


def _counted(book: Notebook, event: e.LineCounted) -> Notebook:
    place = (event.observer, event.step or "", event.group)
    before = book.counts.get(place, {})
    after = {**before, event.line: before.get(event.line, 0) + event.by}
    return replace(book, counts={**book.counts, place: after})


def step_at(session: Session, moment: int) -> Planned | None:
    """The step that was on at a moment, by the log alone: what was written offline still lands where it belongs."""
    if session.closed_at is not None and moment >= session.closed_at:
        return None
    begun = [
        (step.started_at, place, planned)
        for place, planned in enumerate(session.plan)
        if (step := session.steps.get(planned.key)) and step.started_at is not None and step.started_at <= moment
    ]
    return max(begun, key=lambda found: found[:2])[2] if begun else None


def grid_of(session: Session, planned: Planned | None) -> dict[str, Text]:
    """The lines that can be counted in a step, by name: those of the whole format, then those of the stage."""
    whole = session.format.guide if session.format else None
    stage = planned.stage.guide if planned else None
    lines = {f"{number}": text for number, text in enumerate(whole.grid if whole else (), 1)}
    here = planned.stage.id if planned else ""
    return lines | {f"{here}:{number}": text for number, text in enumerate(stage.grid if stage else (), 1)}


def counted_lines(session: Session) -> frozenset[str]:
    """The lines of the grid that somebody counted, in any step."""
    return frozenset(line for lines in session.notebook.counts.values() for line, times in lines.items() if times)


def words_of_line(session: Session, line: str) -> Text:
    """A line of the grid by its name, whichever stage holds it; the name itself where none does any more."""
    grids = (grid_of(session, planned) for planned in (*session.plan, None))
    return next((grid[line] for grid in grids if line in grid), Text.same(line))
