"""Roles that chance gives: among everyone when the session starts, or in each group when it is formed."""

import random

from facilitation.domain import events as e
from facilitation.domain.format import Role
from facilitation.domain.regrouping import Groups
from facilitation.domain.session import OpenLoop, Planned, Session


def drawn_roles(session: Session, people: tuple[str, ...], now: int) -> list[e.Event]:
    """The roles of the whole session that nobody holds yet."""
    events: list[e.Event] = []
    taken = {(r.block, person) for r in _roles(session) for person in session.roles.get(r.name, ())}
    for role in _roles(session):
        free = [person for person in people if (role.block, person) not in taken]
        if role.per == "session" and role.chosen_by == "random" and role.name not in session.roles and free:
            drawn = random.Random(f"{session.seed}:role:{role.name}").sample(free, min(role.count, len(free)))
            taken |= {(role.block, person) for person in drawn}
            events.append(e.RoleAssigned(role.name, tuple(drawn), now))
    return events


def _roles(session: Session) -> tuple[Role, ...]:
    return session.format.roles if session.format else ()


def roles_in_groups(session: Session, planned: Planned, groups: Groups, now: int) -> list[e.Event]:
    """In each group, so many holders of each of its roles; a group that still has them keeps them.

    Whoever keeps a part is not taken from it to fill another: a part that nobody is free for stays empty.
    """
    events: list[e.Event] = []
    taken: dict[str, set[str]] = {}
    kept = _kept(session, groups)
    for role in _roles(session):
        busy = taken.setdefault(role.block, set())
        held = session.roles.get(role.name, ())
        if role.chosen_by == "rotation":
            found = in_turn(session, planned, role.name, groups)
        elif role.per == "group" and role.chosen_by == "random":
            others = {
                p for other, people in kept.items() if other.block == role.block and other != role for p in people
            }
            away = frozenset(busy | others)
            found = tuple(p for n, row in enumerate(groups) for p in _of_group(session, planned, role, n, row, away))
        else:
            continue
        busy |= set(found)
        if found != held:
            events.append(e.RoleAssigned(role.name, found, now))
    return events


def _kept(session: Session, groups: Groups) -> dict[Role, frozenset[str]]:
    drawn = [role for role in _roles(session) if role.per == "group" and role.chosen_by == "random"]
    held = {role: session.roles.get(role.name, ()) for role in drawn}
    return {r: frozenset(p for row in groups for p in [q for q in held[r] if q in row][: r.count]) for r in drawn}


def _of_group(
    session: Session, planned: Planned, role: Role, number: int, row: tuple[str, ...], busy: frozenset[str]
) -> tuple[str, ...]:
    free = [person for person in row if person not in busy]
    kept = tuple(person for person in session.roles.get(role.name, ()) if person in free)[: role.count]
    rest = [person for person in free if person not in kept]
    draw = random.Random(f"{session.seed}:role:{role.name}:{planned.key}:{number}")
    return (*kept, *draw.sample(rest, min(role.count - len(kept), len(rest))))


def in_turn(session: Session, planned: Planned, role: str, groups: Groups) -> tuple[str, ...]:
    """In each group, the one whose turn it is; nobody in a group where all have had theirs, or outside the loop."""
    loop = next((loop for loop in planned.open_loops if loop.each_as == role), None)
    if loop is None:
        return ()
    before = had_their_turn(session, loop, loop.turn - 1)
    held = session.roles.get(role, ())
    found = []
    for row in groups:
        waiting = [person for person in row if person not in before]
        found += [*[person for person in waiting if person in held], *waiting][:1]
    return tuple(found)


def had_their_turn(session: Session, loop: OpenLoop, upto: int) -> frozenset[str]:
    """Those who have played the role of a loop in its first `upto` turns."""
    return frozenset(
        person
        for step in session.plan
        if any(mine.key == loop.key and mine.turn <= upto for mine in step.open_loops)
        for person in session.cast.get(step.key, {}).get(loop.each_as or "", ())
    )


def turns_to_come(session: Session, planned: Planned, groups: Groups, now: int) -> list[e.Event]:
    """Where each member is to have a turn: the turns that the largest group needs, put on the run sheet at once."""
    loop = next((loop for loop in planned.open_loops if loop.each_as is not None), None)
    if loop is None or loop.turn > 1 or loop.key in session.turns:
        return []
    wanted = min(loop.most, max(map(len, groups), default=1))
    return [e.TurnAdded(loop.key, turn, now) for turn in range(2, wanted + 1)]
