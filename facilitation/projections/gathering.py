"""Groups that are chosen, as screens show them: what each is called, how many are in it, who may still go where."""

from typing import Any

from facilitation.domain.choosing import apart, chosen, may_choose_group, origin
from facilitation.domain.group_names import labels
from facilitation.domain.rules.gathering import most_in_group
from facilitation.domain.session import Planned, Session
from facilitation.projections.view import View

Json = dict[str, Any]


def groups_to_choose(view: View) -> list[Json]:
    """The groups of a step whose groups are chosen, for everyone to read; none for any other step."""
    s, planned = view.session, view.planned
    if planned is None or not _are_chosen(s, planned):
        return []
    most = most_in_group(s, planned)
    named = labels(s, planned)
    return [
        {"number": number, "size": len(row)}
        | _labelled(named, number)
        | ({"full": True} if most is not None and len(row) >= most else {})
        for number, row in enumerate(s.groups.get(planned.key, ()))
    ]


def _are_chosen(session: Session, planned: Planned) -> bool:
    return planned.stage.groups is not None and chosen(origin(session, planned).stage.groups)


def _labelled(named: tuple[Any, ...], number: int) -> Json:
    label = named[number] if number < len(named) else None
    return {"label": {"fr": label.fr, "en": label.en}} if label else {}


def label_of(view: View, number: int) -> Json:
    """What a group is called, where it has a name."""
    return _labelled(labels(view.session, view.planned), number) if view.planned else {}


def why_apart(view: View, person: str) -> str | None:
    """Why a person has no group where the others have one."""
    return apart(view.session, view.planned, person) if view.planned else None


def join_task(view: View, planned: Planned, person: str) -> Json | None:
    """Whether a person may go to a group now, and whether they may change again."""
    if not may_choose_group(view.session, planned, person):
        return None
    return {"again": bool(planned.stage.groups and planned.stage.groups.moves_freely)}


def groups_for_staff(view: View) -> Json:
    """What the console needs to place people by hand."""
    s, planned = view.session, view.planned
    if planned is None or not _are_chosen(s, planned):
        return {}
    named = labels(s, planned)
    rows = range(len(s.groups.get(planned.key, ())))
    waiting = any(s.group_of(one.id, planned.key) is None for one in s.present)
    grouping = origin(s, planned).stage.groups
    found: Json = {"labels": [_labelled(named, number).get("label", {}) for number in rows] if named else None}
    found["canPlace"] = (waiting and bool(rows) and s.inputs_open) or None
    found["more"] = (grouping is not None and grouping.chosen_by == "facilitator" and not grouping.among) or None
    return {key: value for key, value in found.items() if value is not None}
