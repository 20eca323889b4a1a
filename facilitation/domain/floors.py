"""Who has the floor: what is true of it after each event, and who would speak next."""

from collections.abc import Mapping
from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.session import Floor, Session, StepKey

Floors = Mapping[StepKey, tuple[Floor, ...]]


def floors_after(session: Session, event: e.FloorEvent) -> Session:
    """The session once an order of speakers is known, or the floor went to someone."""
    now = session.floors.get(event.step, ())
    match event:
        case e.SpeakersOrdered(orders=orders):
            known = {number: floor for number, floor in enumerate(now)}
            found = tuple(replace(known.get(number, Floor(())), order=order) for number, order in enumerate(orders))
        case e.TurnGiven(circle=circle):
            found = tuple(_given(floor, event) if number == circle else floor for number, floor in enumerate(now))
    return replace(session, floors={**session.floors, event.step: found})


def _given(floor: Floor, event: e.TurnGiven) -> Floor:
    spoken = tuple(person for person in floor.spoken if person != event.person)
    if floor.speaker is not None and floor.speaker not in (*spoken, event.person):
        spoken = (*spoken, floor.speaker)
    return Floor(floor.order, event.person, spoken, floor.turn + 1, event.ends_at)


def floors_in_time(session: Session, event: object) -> Floors:
    """A pause stops the time of whoever speaks too."""
    match event:
        case e.TimerPaused(step=step, at=at):
            stopped = (
                replace(floor, left=max(0, floor.ends_at - at), ends_at=None) if floor.ends_at is not None else floor
                for floor in session.floors.get(step, ())
            )
            return {**session.floors, step: tuple(stopped)} if step in session.floors else session.floors
        case e.TimerResumed(step=step, at=at):
            going = (
                replace(floor, ends_at=at + floor.left, left=None) if floor.left is not None else floor
                for floor in session.floors.get(step, ())
            )
            return {**session.floors, step: tuple(going)} if step in session.floors else session.floors
    return session.floors


def floors_of(session: Session) -> tuple[Floor, ...]:
    """The floors of the step that is on."""
    return session.floors.get(session.current, ()) if session.current else ()


def circle_of(session: Session, person: str) -> int | None:
    """The number of the circle in which a person speaks in the step that is on."""
    return next((number for number, floor in enumerate(floors_of(session)) if person in floor.order), None)


def speaks(session: Session, person: str) -> bool:
    """Whether a person has the floor now."""
    return any(floor.speaker == person for floor in floors_of(session))


def to_come(session: Session, floor: Floor) -> tuple[str, ...]:
    """Those who have not spoken yet, are here and did not pass, in the order in which they will."""
    order = floor.order
    start = order.index(floor.speaker) + 1 if floor.speaker in order else 0
    signals = session.signals.get(session.current, {}) if session.current else {}
    return tuple(
        person
        for person in (*order[start:], *order[:start])
        if person not in (*floor.spoken, floor.speaker)
        and session.people[person].here
        and signals.get(person) != "pass"
    )


def had_turn(session: Session, person: str) -> bool | None:
    """Whether a person has spoken; `None` for who has no turn in the step that is on."""
    number = circle_of(session, person)
    return None if number is None else person in floors_of(session)[number].spoken


def turns_end(session: Session) -> tuple[int, ...]:
    """When the turns that end by themselves do."""
    planned = session.now_playing
    if planned is None or planned.stage.turns is None or planned.stage.turns.time_up != "pass on":
        return ()
    return tuple(floor.ends_at for floor in floors_of(session) if floor.ends_at is not None)
