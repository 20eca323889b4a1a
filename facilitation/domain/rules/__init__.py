"""What is allowed: `decide(session, command, by, now)` gives the events, or the reason why not."""

from facilitation.domain.commands import By, Command, EndTimer, Join, PlanSession, Refused
from facilitation.domain.events import Event, SessionPlanned
from facilitation.domain.rules.door import join
from facilitation.domain.rules.facilitating import facilitate
from facilitation.domain.rules.flow import end_timer, settle
from facilitation.domain.rules.observing import observe
from facilitation.domain.rules.participant import take_part
from facilitation.domain.rules.titles import titles_erased
from facilitation.domain.session import Session

Decision = tuple[Event, ...] | Refused


def decide(session: Session, command: Command, by: By, now: int) -> Decision:
    """The events that follow from a command at `now` (milliseconds since 1970, UTC), or a refusal.

    Pure: the same session, command, author and moment always give the same answer. What follows by
    itself (everyone has answered, so the room goes on) is part of the answer.
    """
    decision = _decide(session, command, by, now)
    if isinstance(decision, Refused):
        return decision
    decision = (*decision, *titles_erased(session, decision, now))
    return (*decision, *settle(session, decision, now))


def _decide(session: Session, command: Command, by: By, now: int) -> Decision:
    if isinstance(command, PlanSession):
        return _plan(session, command, by, now)
    if session.format is None:
        return Refused("not-running")
    match by.kind, command:
        case "door", Join():
            return join(session, command, now)
        case "clock", EndTimer():
            return end_timer(session, command, now)
        case "participant", _:
            return take_part(session, command, by.id, now)
        case "facilitator", _:
            return facilitate(session, command, by.id, now)
        case "observer", _:
            return observe(session, command, by.id, now)
    return Refused("not-allowed")


def _plan(session: Session, command: PlanSession, by: By, now: int) -> Decision:
    if by.kind != "facilitator":
        return Refused("not-allowed")
    if session.format is not None:
        return Refused("already-planned")
    return (
        SessionPlanned(
            session=command.session,
            title=command.title,
            locale=command.locale,
            format=command.format,
            source=command.source,
            digest=command.digest,
            seed=command.seed,
            settings=command.settings,
            minutes=command.minutes,
            at=now,
        ),
    )
