"""What the projector shows beside what everyone sees; and what the screen of one group does."""

from dataclasses import dataclass
from typing import Any

from facilitation.domain.regrouping import Groups
from facilitation.domain.wall import on_the_wall
from facilitation.projections.everyone import everyone
from facilitation.projections.gathering import groups_to_choose, label_of
from facilitation.projections.parts import answers_on, cards_on, without_nothing
from facilitation.projections.pictures.answers import answers_drawn
from facilitation.projections.pictures.live import as_documents, pictures_of
from facilitation.projections.shared import stage_of_group
from facilitation.projections.view import View


@dataclass(frozen=True, slots=True)
class GroupScreen:
    """A second projector, for the corner of one group (a number from 0): the device that it is, and until when."""

    device: int
    group: int
    until: int


@dataclass(frozen=True, slots=True)
class TeamScreen:
    """A projector that somebody opened who is signed in: it goes with their account."""

    account: str


def _sizes(rows: Groups) -> list[dict[str, Any]]:
    return [{"number": number, "size": len(row)} for number, row in enumerate(rows)]


def screen(view: View) -> dict[str, Any]:
    """The document of the channel `screen`. A hidden wall knows nothing else."""
    if view.session.wall_hidden:
        return {"hidden": True}
    held = view.session.wall_held is not None
    shown = View(on_the_wall(view.session)) if held else view
    turned, on_paper = view.session.wall_turned or None, bool(view.session.seats)
    document = {"hidden": False, "turned": turned, "numbered": on_paper or None} | _beside(shown)
    return without_nothing(document | ({"frozen": everyone(shown)} if held else {}))


def _beside(view: View) -> dict[str, Any]:
    s, planned = view.session, view.planned
    rows = s.groups.get(planned.key, ()) if planned else ()
    grouped = planned is not None and planned.stage.groups is not None and len(rows) > 1 and max(map(len, rows)) > 1
    return without_nothing(
        {
            "groups": groups_to_choose(view) or (_sizes(rows) if grouped else None),
            "pictures": as_documents(pictures_of(view)),
            "answers": as_documents(answers_drawn(view)),
            "progress": {"expected": len(view.awaited), "done": len(view.done)} if view.awaited else None,
        }
    )


def group_screen(view: View, number: int) -> dict[str, Any]:
    """The document of the channel `screen:N`: what group N reads of each other, beside what everyone sees; no aliases.

    It follows the number: whoever is group N in the step that is on. Without such a group, or with the wall hidden, it
    knows nothing.
    """
    s, planned = view.session, view.planned
    rows = s.groups.get(planned.key, ()) if planned else ()
    if s.wall_hidden or planned is None or not 0 <= number < len(rows):
        return {}
    channel = f"group:{number}"
    head = {"number": number, "size": len(rows[number])} | label_of(view, number)
    stage = stage_of_group(view, number)
    read = {"boards": cards_on(view, channel), "answers": answers_on(view, channel)}
    return without_nothing({"group": head, "stage": stage, **read})
