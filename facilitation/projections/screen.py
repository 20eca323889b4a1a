"""What the projector shows beside what everyone sees."""

from typing import Any

from facilitation.domain.regrouping import Groups
from facilitation.projections.gathering import groups_to_choose
from facilitation.projections.parts import without_nothing
from facilitation.projections.view import View


def _sizes(rows: Groups) -> list[dict[str, Any]]:
    return [{"number": number, "size": len(row)} for number, row in enumerate(rows)]


def screen(view: View) -> dict[str, Any]:
    """The document of the channel `screen`. A hidden wall knows nothing else."""
    s, planned = view.session, view.planned
    if s.wall_hidden:
        return {"hidden": True}
    rows = s.groups.get(planned.key, ()) if planned else ()
    grouped = planned is not None and planned.stage.groups is not None and len(rows) > 1 and max(map(len, rows)) > 1
    return without_nothing(
        {
            "hidden": False,
            "groups": groups_to_choose(view) or (_sizes(rows) if grouped else None),
            "progress": {"expected": len(view.awaited), "done": len(view.done)} if view.awaited else None,
        }
    )
