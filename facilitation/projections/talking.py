"""Talking in turn, as those in a circle, the console and the projector see it."""

from typing import Any

from facilitation.domain.floors import floors_of, to_come
from facilitation.domain.rules.turns import passing
from facilitation.domain.session import Floor, Planned
from facilitation.projections.view import View

Json = dict[str, Any]

MOST_TOLD = 10
"""How many of those who speak later are told to all: further down, nobody counts."""


def turns_in(view: View, circle: int | None) -> Json | None:
    """Who speaks in a group, or in the room (`None`): aliases, and for how long."""
    floors = floors_of(view.session)
    if view.planned is None or not floors or (circle is None) != _of_the_room(view, view.planned):
        return None
    number = circle or 0
    return _told(view, floors[number]) if number < len(floors) else None


def _of_the_room(view: View, planned: Planned) -> bool:
    turns = planned.stage.turns
    return turns is not None and (turns.within == "room" or planned.stage.groups is None)


def _told(view: View, floor: Floor) -> Json:
    people = view.session.people
    coming = [people[person].alias for person in to_come(view.session, floor)]
    found: Json = {
        "speaker": people[floor.speaker].alias if floor.speaker else None,
        "coming": coming[:MOST_TOLD],
        "spoken": len(floor.spoken),
        "of": len(floor.order),
        "called": _called(view) or None,
        "endsAt": floor.ends_at,
        "pausedLeft": floor.left,
    }
    return {key: value for key, value in found.items() if value is not None}


def _called(view: View) -> bool:
    """Whether the facilitator says who speaks."""
    turns = view.planned.stage.turns if view.planned else None
    return turns is not None and turns.order == "facilitator"


def turn_task(view: View, planned: Planned, person: str) -> Json | None:
    """The turn that a person may pass on now."""
    floor = passing(view.session, planned, person) if planned.stage.turns else None
    return None if floor is None else {"turn": floor.turn, "mine": floor.speaker == person}


def turns_for_staff(view: View) -> list[Json]:
    """Every circle by ids, for the console to steer."""
    return [
        {key: value for key, value in _steered(view, floor).items() if value is not None}
        for floor in floors_of(view.session)
    ]


def _steered(view: View, floor: Floor) -> Json:
    return {
        "order": list(floor.order),
        "speaker": floor.speaker,
        "spoken": list(floor.spoken),
        "coming": list(to_come(view.session, floor)),
        "turn": floor.turn,
        "endsAt": floor.ends_at,
        "pausedLeft": floor.left,
    }
