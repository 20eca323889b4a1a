"""Roles given when a stage ends: by a vote, to volunteers, by a value, or exchanged."""

import random
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Assign, Role
from facilitation.domain.members import named_by
from facilitation.domain.scopes import StepScope, asked_at, people_of
from facilitation.domain.session import Planned, Session
from facilitation.domain.tally import ranked

Decision = tuple[e.Event, ...] | Refused


def roles_given(session: Session, planned: Planned, now: int) -> list[e.Event]:
    """What the `assign` of a step that ends gives; a role that the facilitator gave meanwhile stays as it is."""
    events: list[e.Event] = []
    for line in planned.stage.assign:
        role = next((one for one in session.format.roles if one.name == line.role), None) if session.format else None
        people = _chosen(session, planned, line, role) if role else ()
        if people:
            events.append(e.RoleAssigned(line.role, people, now))
    return events


def _chosen(session: Session, planned: Planned, line: Assign, role: Role) -> tuple[str, ...]:
    match line.by:
        case "author of top":
            return _authors(session, planned, line, role)
        case "swap":
            return _swapped(session, planned, line, role)
        case "volunteers" if line.role in session.cast.get(planned.key, {}):
            return ()
    circles = session.groups.get(planned.key, ()) if role.per == "group" else (people_of(session, planned),)
    found = (_of_circle(session, planned, line, role, n, circle) for n, circle in enumerate(circles))
    return tuple(person for people in found for person in people)


def _authors(session: Session, planned: Planned, line: Assign, role: Role) -> tuple[str, ...]:
    """Those who wrote the cards that the room put first, as many as the role wants, in each group where it is so."""
    order = dict.fromkeys(card.author for card in ranked(session, planned.key, line.board))
    here = [author for author in order if session.people[author].here]
    if role.per == "session":
        return tuple(here[: role.count])
    circles = session.groups.get(planned.key, ())
    return tuple(author for circle in circles for author in [one for one in here if one in circle][: role.count])


def _of_circle(
    session: Session, planned: Planned, line: Assign, role: Role, number: int, circle: Sequence[str]
) -> tuple[str, ...]:
    luck = random.Random(f"{session.seed}:assign:{planned.key}:{role.name}:{number}")
    if line.by == "most named":
        asked = asked_at(session, planned, line.question)
        counts = named_by(session, asked[0], line.question, circle) if asked else Counter[str]()
        here = [(-counts[p], luck.random(), p) for p in circle if counts[p] and session.people[p].here]
        return tuple(person for _, _, person in sorted(here)[: role.count])
    if line.by == "volunteers":
        raised = [p for p in session.hands.get(planned.key, {}).get(role.name, ()) if p in circle]
        willing = [person for person in raised if session.people[person].here]
        return tuple(luck.sample(willing, min(role.count, len(willing))))
    order = [person for person in circle if session.people[person].here]
    # Equals are drawn by lot: whoever came first would be no reason.
    luck.shuffle(order)
    values = {person: value for person in order if (value := _value(session, planned, line, person)) is not None}
    best = sorted(values, key=lambda person: values[person], reverse=line.by == "highest")
    return tuple(best[: role.count])


def _value(session: Session, planned: Planned, line: Assign, person: str) -> Fraction | None:
    number = session.group_of(person, planned.key)
    value = evaluate(parse(line.value or "0"), StepScope(session, planned, None, person, number))
    if isinstance(value, bool):
        return Fraction(int(value))
    return value if isinstance(value, Fraction) else None


def _swapped(session: Session, planned: Planned, line: Assign, role: Role) -> tuple[str, ...]:
    """Those who held the other role now hold this one, in each group so many as the role wants."""
    circles = session.groups.get(planned.key, ()) if role.per == "group" else (people_of(session, planned),)
    found: list[str] = []
    for number, circle in enumerate(circles):
        others = [person for person in circle if line.other and session.holds(person, line.other)]
        luck = random.Random(f"{session.seed}:swap:{planned.key}:{role.name}:{number}")
        found += luck.sample(others, min(role.count, len(others)))
    return tuple(found)


def open_to_volunteers(planned: Planned) -> tuple[str, ...]:
    """The roles for which one may raise a hand in a step."""
    return tuple(line.role for line in planned.stage.assign if line.by == "volunteers")


def raise_hand(session: Session, planned: Planned, command: c.RaiseHand, person: str, now: int) -> Decision:
    """Offer to play a role, or take the offer back."""
    if command.role not in open_to_volunteers(planned):
        return Refused("unknown-role")
    if command.on == (person in session.hands.get(planned.key, {}).get(command.role, ())):
        return ()
    return (e.HandRaised(planned.key, command.role, person, command.on, now),)
