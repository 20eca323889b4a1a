"""Handouts as a phone shows them: to whom they are for, and to nobody else."""

from collections.abc import Iterable
from typing import Any

from facilitation.domain.format import Handout
from facilitation.domain.handing_out import for_all, for_one
from facilitation.projections.parts import said, view_text, without_nothing
from facilitation.projections.view import View

Json = dict[str, Any]


def handed_to_all(view: View) -> Json:
    """What everyone may read in the step that is on."""
    return _written(view, for_all(view.session, view.planned)) if view.planned else {}


def handed_to(view: View, person: str) -> Json:
    """What one person reads by their role or their variant."""
    return _written(view, for_one(view.session, view.planned, person)) if view.planned else {}


def _written(view: View, handouts: Iterable[Handout]) -> Json:
    return {
        one.name: without_nothing(
            {
                "title": said(one.title),
                "text": view_text(view, one.text) if one.text else None,
                "columns": [said(column) for column in one.columns],
                "rows": [[said(cell) for cell in row] for row in one.rows],
            }
        )
        for one in handouts
    }
