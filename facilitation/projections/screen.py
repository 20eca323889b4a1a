"""What the projector shows beside what everyone sees."""

from typing import Any

from facilitation.domain.regrouping import Groups
from facilitation.domain.wall import on_the_wall
from facilitation.projections.everyone import everyone
from facilitation.projections.gathering import groups_to_choose
from facilitation.projections.parts import without_nothing
from facilitation.projections.pictures.answers import answers_drawn
from facilitation.projections.pictures.live import as_documents, pictures_of
from facilitation.projections.view import View


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
