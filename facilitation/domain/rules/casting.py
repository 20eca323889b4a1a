"""Roles that chance gives: among everyone when the session starts, or in each group when it is formed."""

import random

from facilitation.domain import events as e
from facilitation.domain.format import Role
from facilitation.domain.regrouping import Groups
from facilitation.domain.session import Planned, Session


def drawn_roles(session: Session, people: tuple[str, ...], now: int) -> list[e.Event]:
    """The roles of the whole session that nobody holds yet."""
    events: list[e.Event] = []
    taken = {person for held in session.roles.values() for person in held}
    for role in session.format.roles if session.format else ():
        free = sorted(set(people) - taken, key=people.index)
        if role.per == "session" and role.chosen_by == "random" and role.name not in session.roles and free:
            drawn = random.Random(f"{session.seed}:role:{role.name}").sample(free, min(role.count, len(free)))
            taken |= set(drawn)
            events.append(e.RoleAssigned(role.name, tuple(drawn), now))
    return events


def roles_in_groups(session: Session, planned: Planned, groups: Groups, now: int) -> list[e.Event]:
    """In each group, so many holders of each of its roles; a group that still has them keeps them."""
    events: list[e.Event] = []
    taken: set[str] = set()
    for role in session.format.roles if session.format else ():
        if role.per != "group" or role.chosen_by != "random":
            continue
        held = session.roles.get(role.name, ())
        found = tuple(p for n, row in enumerate(groups) for p in _of_group(session, planned, role, n, row, taken))
        taken |= set(found)
        if found != held:
            events.append(e.RoleAssigned(role.name, found, now))
    return events


def _of_group(
    session: Session, planned: Planned, role: Role, number: int, row: tuple[str, ...], taken: set[str]
) -> tuple[str, ...]:
    free = [person for person in row if person not in taken]
    kept = tuple(person for person in session.roles.get(role.name, ()) if person in free)[: role.count]
    rest = [person for person in free if person not in kept]
    draw = random.Random(f"{session.seed}:role:{role.name}:{planned.key}:{number}")
    return (*kept, *draw.sample(rest, min(role.count - len(kept), len(rest))))
