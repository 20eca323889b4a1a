"""What observers see: the stage as the room is told of it, the grid, and their own notes; never what people write."""

from typing import Any

from facilitation.domain.notebook import Observation
from facilitation.domain.observing import grid_of
from facilitation.domain.session import Session
from facilitation.projections.everyone import session_entry, stage_entry
from facilitation.projections.parts import said, view_text, without_nothing
from facilitation.projections.view import View

Json = dict[str, Any]


def observers(view: View) -> Json:
    """The document of the channel `observers`: nothing in it that a participant wrote or answered."""
    s, planned = view.session, view.planned
    guide = planned.stage.guide if planned else None
    rows = s.groups.get(planned.key, ()) if planned else ()
    return without_nothing(
        {
            "session": session_entry(s),
            "stage": stage_entry(view, planned) if planned else None,
            "watch": view_text(view, guide.watch) if guide and guide.watch else None,
            "grid": [
                without_nothing({"id": id, "label": said(text), "kept": id in s.notebook.kept or None})
                for id, text in grid_of(s, planned).items()
            ],
            "groups": [{"number": n, "size": len(row)} for n, row in enumerate(rows)] if len(rows) > 1 else None,
            "plan": _begun(view),
        }
    )


def observer(view: View, id: str) -> Json:
    """The document of the channel `observer:ID`: one's own notes and counts, nobody else's."""
    book = view.session.notebook
    known = book.observers.get(id)
    if known is None:
        return {}
    return without_nothing(
        {
            "observer": {"id": id, "number": known.number},
            "notes": {n.id: note_entry(n) for n in book.notes.values() if n.observer == id and not n.withdrawn},
            "counts": [
                without_nothing({"step": step or None, "group": group, "lines": {k: n for k, n in lines.items() if n}})
                for (who, step, group), lines in book.counts.items()
                if who == id and any(lines.values())
            ],
        }
    )


def observations_for_staff(session: Session) -> Json:
    """Every observer and every note, as those who facilitate read them."""
    book = session.notebook
    written = [note for note in book.notes.values() if not note.withdrawn]
    return {
        "observers": {one.id: {"number": one.number, "here": one.here} for one in book.observers.values()},
        "observations": {
            n.id: note_entry(n) | without_nothing({"by": n.observer, "excerpt": n.excerpt or None}) for n in written
        },
    }


def note_entry(note: Observation) -> Json:
    """A note, as its author reads it."""
    return without_nothing(
        {
            "text": note.text,
            "at": note.at,
            "step": note.step,
            "group": note.group,
            "flagged": note.flagged or None,
            "edited": note.edited or None,
            "kept": bool(note.excerpt) or None,
        }
    )


def _begun(view: View) -> Json:
    """The titles of the steps that have begun, to put notes under: what comes is not told."""
    s = view.session
    begun = [planned for planned in s.plan if s.reached(planned.key)]
    return {
        planned.key: without_nothing(
            {"order": order, "title": view_text(view, planned.stage.title), "round": _round(planned.rounds)}
        )
        for order, planned in enumerate(begun)
    }


def _round(rounds: tuple[int, ...]) -> int | None:
    return rounds[-1] if rounds else None
