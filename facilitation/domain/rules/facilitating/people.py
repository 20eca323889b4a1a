"""People where the facilitator wants them: roles given and exchanged, groups, who is there."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.choosing import origin
from facilitation.domain.commands import Refused
from facilitation.domain.format import Grouping
from facilitation.domain.grouping import move
from facilitation.domain.rules.door import placed
from facilitation.domain.rules.loops import after
from facilitation.domain.session import Session
from facilitation.domain.visibility import in_groups

Decision = tuple[e.Event, ...] | Refused


def move_people(
    session: Session, command: c.AssignRole | c.SwapRoles | c.MovePerson | c.MarkAbsent, now: int
) -> Decision:
    """Decide what a facilitator does with people."""
    match command:
        case c.AssignRole():
            return _assign(session, command, now)
        case c.SwapRoles(person=person, other=other):
            return _swap(session, person, other, now)
        case c.MovePerson(person=person, group=group):
            return _move(session, person, group, now)
        case c.MarkAbsent(person=person, absent=absent):
            known = session.people.get(person)
            if known is None:
                return Refused("unknown-person")
            if known.here != absent:
                return ()
            return (e.ParticipantLeft(person, now),) if absent else back(session, person, now)


def _move(session: Session, person: str, group: int, now: int) -> Decision:
    groups = session.groups.get(session.current or "", ())
    if person not in session.people:
        return Refused("unknown-person")
    planned = session.now_playing
    # Where the facilitator makes the groups, one more may be begun.
    more = planned is not None and _made_by_hand(origin(session, planned).stage.groups)
    if session.current is None or not 0 <= group < len(groups) + more:
        return Refused("unknown-group")
    rows = groups if group < len(groups) else (*groups, ())
    return (e.GroupsFormed(session.current, move(rows, person, group), now),)


def _swap(session: Session, person: str, other: str, now: int) -> Decision:
    if not {person, other} <= session.people.keys():
        return Refused("unknown-person")
    changed = {person: other, other: person}
    roles = {role: held for role, held in session.roles.items() if (person in held) != (other in held)}
    if not roles:
        return Refused("same-roles")
    swapped = {role: tuple(changed.get(one, one) for one in held) for role, held in roles.items()}
    return tuple(e.RoleAssigned(role, held, now) for role, held in swapped.items())


def _made_by_hand(grouping: Grouping | None) -> bool:
    return grouping is not None and grouping.chosen_by == "facilitator" and not grouping.among


def back(session: Session, person: str, now: int) -> tuple[e.Event, ...]:
    """Someone who had gone is here again, and has a group in the step that is on."""
    returned = e.ParticipantReturned(person, now)
    return (returned, *placed(after(session, (returned,)), person, now))


def _assign(session: Session, command: c.AssignRole, now: int) -> Decision:
    role = next((r for r in session.format.roles if r.name == command.role), None) if session.format else None
    if role is None:
        return Refused("unknown-role")
    people = tuple(dict.fromkeys(command.people))
    if not set(people) <= session.people.keys():
        return Refused("unknown-person")
    groups = len(session.groups.get(session.current or "", ())) if role.name in in_groups(session) else 1
    most = role.count * max(1, groups)
    if role.chosen_by != "everyone else" and len(people) > most:
        return Refused("role-full", {"count": str(most)})
    return (e.RoleAssigned(role.name, people, now),)
