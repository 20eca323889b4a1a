"""The plan as a console may change it: what was changed, what can be undone, what can be opened again."""

from typing import Any

from facilitation.domain.commands import Refused
from facilitation.domain.lengths import span_of
from facilitation.domain.rules.reopening import open_parts, reopening, settled_parts
from facilitation.domain.rules.replanning import past_undoing
from facilitation.domain.session import Change, Planned
from facilitation.projections.parts import view_text, without_nothing
from facilitation.projections.view import View

Json = dict[str, Any]


def change_entry(view: View, change: Change) -> Json:
    """A change of the plan, with its reason, and whether it can be undone."""
    s = view.session
    planned = s.planned(change.steps[0])
    stage = change.stage or (planned.stage if planned else None)
    before = s.planned(change.before) if change.before else None
    return without_nothing(
        {
            "sort": change.sort,
            "step": change.steps[0],
            "title": view_text(view, stage.title) if stage else None,
            "steps": len(change.steps) if len(change.steps) > 1 else None,
            "at": change.at,
            "reason": change.reason or None,
            "seconds": change.seconds,
            "places": list(change.texts),
            "kept": dict(change.kept),
            "before": view_text(view, before.stage.title) if before else None,
            "undone": True if change.undone_at is not None else None,
            "undoable": True if s.status != "closed" and past_undoing(s, change) is None else None,
        }
    )


def first_seconds(view: View, planned: Planned) -> int | None:
    """The length a step had before it was changed; nothing where it is the same. 0: it had none."""
    first = view.first_by_step.get(planned.key)
    if first is None or first.seconds == planned.seconds:
        return None
    span = span_of(view.session, first)
    return span.most if span else 0


def reopen_entry(view: View) -> Json | None:
    """The step that could be opened again, what opens with it, and what stays closed because it was shown."""
    found = reopening(view.session)
    if isinstance(found, Refused):
        return None
    opens, stays = open_parts(found.planned.stage), settled_parts(found.planned.stage)
    if stays and not opens:
        return None
    entry = {"step": found.planned.key, "title": view_text(view, found.planned.stage.title), "left": found.left}
    return without_nothing(entry | {"opens": list(opens), "stays": list(stays)})
