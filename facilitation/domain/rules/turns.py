"""Talking in turn: the order is drawn and kept, the floor passes on, latecomers speak last."""

import random

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.floors import circle_of, floors_of, to_come
from facilitation.domain.format import Turns
from facilitation.domain.progress import listens
from facilitation.domain.rules.loops import after
from facilitation.domain.scopes import limit, people_of
from facilitation.domain.session import Floor, Planned, Session

Decision = tuple[e.Event, ...] | Refused


def keep_up(session: Session, now: int) -> tuple[e.Event, ...]:
    """What talking in turn calls for now: an order for whoever is here, and a speaker where one is missing."""
    planned = session.now_playing
    if planned is None or planned.stage.turns is None or not session.inputs_open:
        return ()
    events: list[e.Event] = []
    wanted = _orders(session, planned, planned.stage.turns)
    if wanted != tuple(floor.order for floor in floors_of(session)):
        events.append(e.SpeakersOrdered(planned.key, wanted, now))
        session = after(session, events)
    for number, floor in enumerate(floors_of(session)):
        if _is_missing(session, floor, planned.stage.turns):
            events += pass_on(session, planned, number, "order", now)
    return tuple(events)


def _is_missing(session: Session, floor: Floor, turns: Turns) -> bool:
    if floor.speaker is None:
        return turns.order != "facilitator" and bool(to_come(session, floor))
    here = floor.speaker in floor.order and session.people[floor.speaker].here
    signals = session.signals.get(session.current, {}) if session.current else {}
    return not here or signals.get(floor.speaker) == "pass"


def _orders(session: Session, planned: Planned, turns: Turns) -> tuple[tuple[str, ...], ...]:
    in_groups = turns.within == "groups" and planned.stage.groups is not None
    circles = session.groups.get(planned.key, ()) if in_groups else (people_of(session, planned),)
    known = floors_of(session)
    return tuple(
        _order(session, planned, turns, number, circle, known[number].order if number < len(known) else ())
        for number, circle in enumerate(circles)
    )


def _order(
    session: Session, planned: Planned, turns: Turns, number: int, circle: tuple[str, ...], before: tuple[str, ...]
) -> tuple[str, ...]:
    speaking = [
        p
        for p in circle
        if any(session.holds(p, role) for role in (turns.who, *turns.with_them)) and not listens(session, planned, p)
    ]
    new = [person for person in session.people if person in speaking and person not in before]
    if turns.order == "random":
        random.Random(f"{session.seed}:turns:{planned.key}:{number}:{len(before)}").shuffle(new)
    if turns.order == "reversed" and not before:
        new = _from_the_end(session, planned, new)
    if turns.first is not None and not before:
        new.sort(key=lambda person: not session.holds(person, turns.first or ""))
    return (*(person for person in before if person in speaking), *new)


def _from_the_end(session: Session, planned: Planned, people: list[str]) -> list[str]:
    """The order in which they last spoke, from its end; those who had no turn then come last."""
    earlier = session.plan[: session.plan.index(planned)]
    for step in reversed(earlier):
        spoke = [person for floor in session.floors.get(step.key, ()) for person in floor.order if person in people]
        if spoke:
            return [*reversed(spoke), *(person for person in people if person not in spoke)]
    return people


def pass_on(session: Session, planned: Planned, circle: int, by: str, now: int) -> list[e.Event]:
    """The floor goes to the next; to nobody, where the facilitator says who speaks or all have spoken."""
    coming = to_come(session, floors_of(session)[circle])
    waits = planned.stage.turns is not None and planned.stage.turns.order == "facilitator"
    person = coming[0] if coming and not waits else None
    return [_given(session, planned, circle, person, by, now)]


def _given(session: Session, planned: Planned, circle: int, person: str | None, by: str, now: int) -> e.Event:
    minutes = limit(session, planned, planned.stage.turns.minutes, None) if planned.stage.turns else None
    ends_at = now + round(minutes * 60_000) if minutes and person else None
    return e.TurnGiven(planned.key, circle, person, ends_at, by, now)  # type: ignore[arg-type] # five known words


def pass_turn(session: Session, command: c.PassTurn, person: str | None, now: int) -> Decision:
    """End a turn: who speaks, who holds the role that passes it on, or (without `person`) the facilitator."""
    planned, floors = session.now_playing, floors_of(session)
    circle = command.circle if person is None else _circle_passed_by(session, person)
    if planned is None or circle is None or not 0 <= circle < len(floors):
        return Refused("no-turns")
    floor = floors[circle]
    # Two people may press at once: the second finds the turn gone, and nobody is skipped.
    if floor.turn != command.turn or floor.speaker is None:
        return ()
    by = "facilitator" if person is None else "speaker" if floor.speaker == person else "role"
    if by == "role" and not may_pass(session, planned, person or ""):
        return Refused("wait-your-turn")
    return tuple(pass_on(session, planned, circle, by, now))


def _circle_passed_by(session: Session, person: str) -> int | None:
    number = circle_of(session, person)
    # A host who does not speak in turn still sits in the circle.
    found = session.group_of(person) if number is None and len(floors_of(session)) > 1 else number
    return 0 if found is None and len(floors_of(session)) == 1 else found


def passing(session: Session, planned: Planned, person: str) -> Floor | None:
    """The floor that a person may pass on now."""
    circle, floors = _circle_passed_by(session, person), floors_of(session)
    if circle is None or circle >= len(floors) or floors[circle].speaker is None:
        return None
    return floors[circle] if floors[circle].speaker == person or may_pass(session, planned, person) else None


def may_pass(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person's role lets them pass on the turns of others."""
    turns = planned.stage.turns
    return turns is not None and turns.passed_on_by is not None and session.holds(person, turns.passed_on_by)


def give_turn(session: Session, command: c.GiveTurn, now: int) -> Decision:
    """Give the floor to someone, whoever has it."""
    planned = session.now_playing
    if planned is None or planned.key != command.step:
        return Refused("stale-stage")
    if not session.inputs_open:
        return Refused("stage-closed")
    circle = circle_of(session, command.person)
    if circle is None:
        return Refused("no-turns")
    return (_given(session, planned, circle, command.person, "facilitator", now),)


def turns_over(session: Session, now: int) -> tuple[e.Event, ...]:
    """The floors whose time is up pass on, where the format says so."""
    planned = session.now_playing
    if planned is None or planned.stage.turns is None or planned.stage.turns.time_up != "pass on":
        return ()
    due = [n for n, floor in enumerate(floors_of(session)) if floor.ends_at is not None and floor.ends_at <= now]
    return tuple(event for number in due for event in pass_on(session, planned, number, "timer", now))
