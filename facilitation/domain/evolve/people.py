"""People: who is here, in which group, with which role."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.evolve.mappings import put
from facilitation.domain.grouping import move
from facilitation.domain.session import Person, Session


def people_after(s: Session, event: e.PersonEvent) -> Session:
    """The session with its people where they now are."""
    match event:
        case e.ParticipantJoined():
            return _with_person(s, Person(event.person, event.alias, event.channel, event.consents, event.at))
        case e.ParticipantLeft(person=id):
            return _with_person(s, replace(s.people[id], here=False))
        case e.ParticipantReturned(person=id):
            return _with_person(s, replace(s.people[id], here=True))
        case e.GroupsFormed() | e.GroupsWait() | e.PersonPlaced():
            return _groups(s, event)
        case e.RoleAssigned(role=role, people=people):
            step = s.current or ""
            cast = put(s.cast, step, put(s.cast.get(step, {}), role, people))
            return replace(s, roles=put(s.roles, role, people), cast=cast)
        case e.HandRaised(step=step, role=role, person=person, on=on):
            of_step = s.hands.get(step, {})
            rest = tuple(one for one in of_step.get(role, ()) if one != person)
            raised = (*rest, person) if on else rest
            return replace(s, hands=put(s.hands, step, put(of_step, role, raised)))
        case e.TreatmentDrawn(treatment=name, people=drawn):
            return replace(s, treated=put(s.treated, name, {**s.treated.get(name, {}), **drawn}))


def _groups(s: Session, event: e.GroupsFormed | e.GroupsWait | e.PersonPlaced) -> Session:
    match event:
        case e.GroupsWait(step=step, groups=numbers):
            return replace(s, steps=put(s.steps, step, replace(s.steps[step], waiting=numbers)))
        case e.GroupsFormed(step=step, groups=groups, cards=cards):
            # Someone moved: the cards that made the groups are still the same.
            by_card = cards or s.group_cards.get(step, ())
            return replace(s, groups=put(s.groups, step, groups), group_cards=put(s.group_cards, step, by_card))
        case e.PersonPlaced(step=step, person=person, group=group):
            return replace(s, groups=put(s.groups, step, move(s.groups.get(step, ()), person, group)))


def _with_person(s: Session, person: Person) -> Session:
    return replace(s, people=put(s.people, person.id, person))
