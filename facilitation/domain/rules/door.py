"""Coming in."""

from facilitation.domain.aliases import next_alias
from facilitation.domain.choosing import origin
from facilitation.domain.commands import Join, Refused
from facilitation.domain.events import Event, GroupsFormed, ParticipantJoined, ParticipantReturned
from facilitation.domain.grouping import place
from facilitation.domain.session import Planned, Session


def join(session: Session, command: Join, now: int) -> tuple[Event, ...] | Refused:
    """Let someone in, with an alias; a latecomer is placed in a group of the step that is on."""
    if session.status == "closed":
        return Refused("session-closed")
    known = session.people.get(command.person)
    if known is not None:
        return () if known.here else (ParticipantReturned(command.person, now), *placed(session, command.person, now))
    if not session.door_open:
        return Refused("door-closed")
    if session.format and len(session.present) >= session.format.most:
        return Refused("session-full", {"most": str(session.format.most)})
    alias = next_alias(session.seed, aliases_gone(session))
    joined = ParticipantJoined(command.person, alias, command.channel, command.consents, now)
    return (joined, *placed(session, command.person, now))


def aliases_gone(session: Session) -> int:
    """How many aliases are given or printed on a packet: nobody is called like a packet that is still to be given."""
    return len(session.people.keys() | {seat.person for seat in session.seats})


def _stays_out(session: Session, planned: Planned) -> bool:
    grouping = origin(session, planned).stage.groups
    return grouping is not None and (grouping.latecomers != "join the smallest" or grouping.chosen_by != "chance")


def placed(session: Session, person: str, now: int) -> tuple[Event, ...]:
    """A place in a group of the step that is on, for someone who comes late or comes back."""
    planned = session.now_playing
    if planned is None or planned.key not in session.groups or not session.inputs_open:
        return ()
    grouping = planned.stage.groups
    if grouping is None or _stays_out(session, planned):
        return ()
    groups = session.groups[planned.key]
    if any(person in group for group in groups):
        return ()
    after = (*groups, (person,)) if grouping.how == "alone" else place(groups, person)
    return (GroupsFormed(planned.key, after, now),)
