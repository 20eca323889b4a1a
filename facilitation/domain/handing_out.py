"""Which handouts lie at hand in a step, for everyone or for one person."""

from facilitation.domain.format import Handout
from facilitation.domain.session import Planned, Session


def for_all(session: Session, planned: Planned) -> tuple[Handout, ...]:
    """Those that everyone may read."""
    return tuple(one for one in _of(session, planned) if not one.only_for)


def for_one(session: Session, planned: Planned, person: str) -> tuple[Handout, ...]:
    """Those that a person reads by their role or their variant."""
    return tuple(one for one in _of(session, planned) if one.only_for and session.holds(person, one.only_for))


def _of(session: Session, planned: Planned) -> tuple[Handout, ...]:
    known = {one.name: one for one in session.format.handouts} if session.format else {}
    return tuple(known[name] for name in planned.stage.hand_out if name in known)
