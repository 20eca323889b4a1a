"""Variants drawn by lot, for the session, a group or a person: who has which."""

import random
from collections import Counter
from collections.abc import Iterable

from facilitation.domain.format import Treatment
from facilitation.domain.session import Session


def treatment_of(session: Session, name: str, people: Iterable[str]) -> str | None:
    """The variant of a treatment for some people; `None` if it is not the same for all of them, or not drawn yet."""
    found = {session.treated.get(name, {}).get(person) for person in people}
    return found.pop() if len(found) == 1 else None


def named(session: Session, name: str) -> Treatment | None:
    """The treatment of that name."""
    treatments = session.format.treatments if session.format else ()
    return next((one for one in treatments if one.name == name), None)


def option_held(session: Session, option: str, person: str) -> bool:
    """Whether a person has a variant; every option bears another name."""
    treatments = session.format.treatments if session.format else ()
    return any(session.treated.get(one.name, {}).get(person) == option for one in treatments)


def next_option(session: Session, treatment: Treatment, drawn: Iterable[str], place: str) -> str:
    """A variant drawn among those that were drawn least so far: they stay even, and none can be foreseen."""
    counts = Counter(drawn)
    least = min(counts[option.id] for option in treatment.options)
    free = [option.id for option in treatment.options if counts[option.id] == least]
    return random.Random(f"{session.seed}:treatment:{treatment.name}:{place}").choice(free)
