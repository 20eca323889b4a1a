"""Who goes to which group, where groups are chosen: by people, by the facilitator, or around cards."""

import random

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.choosing import Made, chosen, hosts_of, may_choose_group, origin
from facilitation.domain.commands import Refused
from facilitation.domain.format import Grouping
from facilitation.domain.grouping import place
from facilitation.domain.regrouping import Groups
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Planned, Session

Decision = tuple[e.Event, ...] | Refused


def made_for(
    session: Session, planned: Planned, people: tuple[str, ...], size: int, only: frozenset[str] | None = None
) -> Made:
    """The groups of a step whose groups are chosen, before anybody chose; around `only` these cards, if it says so."""
    grouping = planned.stage.groups or Grouping("everyone")
    match grouping.how:
        case "among":
            made = Made(((),) * len(grouping.among))
        case "cards of":
            made = Made(()).with_cards(session, grouping, people, only)
        case _:
            made = Made(((),) * max(1, len(people) // max(1, size)))
    if grouping.chosen_by != "chance":
        return made
    order = [person for person in people if not any(person in group for group in made.groups)]
    random.Random(f"{session.seed}:groups:{planned.key}").shuffle(order)
    groups = made.groups
    for person in order if groups else ():
        groups = place(groups, person)
    return Made(groups, made.cards)


def hosting(session: Session, grouping: Grouping, made: Made, now: int) -> list[e.Event]:
    """The role of those who host the group of their card."""
    role = grouping.hosted_by
    found = hosts_of(session, made) if role else ()
    return [e.RoleAssigned(role, found, now)] if role and found != session.roles.get(role, ()) else []


def gather(session: Session, now: int) -> tuple[e.Event, ...]:
    """A card written while its board makes groups makes one more."""
    planned = session.now_playing
    grouping = planned.stage.groups if planned else None
    if planned is None or grouping is None or grouping.how != "cards of" or not session.inputs_open:
        return ()
    known = Made(session.groups.get(planned.key, ()), session.group_cards.get(planned.key, ()))
    people = tuple(person.id for person in session.present)
    made = known.with_cards(session, grouping, people, _brought(session, planned, grouping))
    if made.cards == known.cards:
        return ()
    return (
        e.GroupsFormed(planned.key, made.groups, now, made.cards),
        *hosting(session, grouping, made, now),
    )


def _brought(session: Session, planned: Planned, grouping: Grouping) -> frozenset[str] | None:
    """The cards that a step brought along or saw written, where it does not simply bring all."""
    if all(carry.board != grouping.cards_of for carry in planned.stage.carry):
        return None
    here = (card.id for card in session.cards.values() if card.step == planned.key)
    return frozenset((*session.carried.get(planned.key, {}).get(grouping.cards_of or "", ()), *here))


def join_group(session: Session, planned: Planned, command: c.JoinGroup, person: str, now: int) -> Decision:
    """Go to a group of one's own choice."""
    groups = session.groups.get(planned.key, ())
    if not may_choose_group(session, planned, person):
        return Refused("no-free-choice")
    if not 0 <= command.group < len(groups):
        return Refused("unknown-group")
    if person in groups[command.group]:
        return ()
    most = most_in_group(session, planned)
    if most is not None and len(groups[command.group]) >= most:
        return Refused("group-full", {"most": str(most)})
    return (e.PersonPlaced(planned.key, person, command.group, now),)


def most_in_group(session: Session, planned: Planned) -> int | None:
    """How many may be in one group of a step, where there is a limit."""
    grouping = origin(session, planned).stage.groups
    return whole_limit(session, planned, grouping.at_most, None) if grouping else None


def place_rest(session: Session, command: c.PlaceRest, now: int) -> Decision:
    """Put those who have no group into the smallest ones; beyond what groups can hold, only a hand moves people."""
    planned = session.now_playing
    if planned is None or planned.key != command.step:
        return Refused("stale-stage")
    groups = session.groups.get(planned.key, ())
    if not groups or not chosen(origin(session, planned).stage.groups):
        return Refused("unknown-group")
    rest = [one.id for one in session.present if session.group_of(one.id, planned.key) is None]
    random.Random(f"{session.seed}:rest:{planned.key}:{len(session.people)}").shuffle(rest)
    most = most_in_group(session, planned)
    seats = rest if most is None else rest[: seats_left(groups, most)]
    if rest and not seats:
        return Refused("groups-full", {"most": str(most)})
    events: list[e.Event] = []
    for person in seats:
        groups, number = _placed(groups, person)
        events.append(e.PersonPlaced(planned.key, person, number, now))
    return tuple(events)


def seats_left(groups: Groups, most: int) -> int:
    """How many more people groups of `most` can hold."""
    return sum(max(0, most - len(group)) for group in groups)


def _placed(groups: Groups, person: str) -> tuple[Groups, int]:
    after = place(groups, person)
    return after, next(number for number, group in enumerate(after) if person in group)
