"""One number for each other member of the group: who is meant, without saying who it is."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from facilitation.domain.session import Answer, AnswerValue, Planned, Session


def member_key(session: Session, planned: Planned, person: str) -> str:
    """How a phone names another member of the group in one step; it tells nothing about the person."""
    return hashlib.sha256(f"{session.seed}:member:{planned.key}:{person}".encode()).hexdigest()[:12]


def others_of(session: Session, planned: Planned, person: str) -> tuple[str, ...]:
    """The other members of a person's group, in the order of the group."""
    number = session.group_of(person, planned.key)
    if number is None:
        return ()
    return tuple(other for other in session.groups[planned.key][number] if other != person)


def others_here(session: Session, planned: Planned, person: str) -> tuple[str, ...]:
    """Those whom a person may name: the other members of their group, or everyone else where there are no groups."""
    if session.groups.get(planned.key):
        return others_of(session, planned, person)
    return tuple(other.id for other in session.present if other.id != person)


def named_by(session: Session, planned: Planned, question: str, among: Sequence[str]) -> Counter[str]:
    """How often each of these people was named, by those among them."""
    keys = {member_key(session, planned, person): person for person in among}
    given = session.answers.get(planned.key, {}).get(question, {})
    said = (answer.value for answer in given.values() if not answer.withdrawn and answer.by in among)
    return Counter(keys[key] for key in said if isinstance(key, str) and key in keys)


def amounts(value: AnswerValue) -> dict[str, Fraction]:
    """What an answer gives to each member, by key; nothing for an answer of another kind."""
    if not isinstance(value, tuple):
        return {}
    rows = (row for row in value if isinstance(row, tuple) and len(row) == 2)
    return {row[0]: Fraction(row[1]) for row in rows if row[1].removeprefix("-").isdecimal() and len(row[1]) < 13}


def given(answer: Answer) -> Fraction:
    """All that an answer gives to the others together."""
    return sum(amounts(answer.value).values(), Fraction(0))


def received(session: Session, planned: Planned, question: str, person: str) -> Fraction:
    """What the others gave to a person in one step."""
    key = member_key(session, planned, person)
    return sum(_for(session, planned, question, key), Fraction(0))


def _for(session: Session, planned: Planned, question: str, key: str) -> Iterator[Fraction]:
    for answer in session.answers.get(planned.key, {}).get(question, {}).values():
        if not answer.withdrawn:
            yield amounts(answer.value).get(key, Fraction(0))
