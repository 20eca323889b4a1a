"""Decides a batch of commands in order, without threads, clock or disk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from facilitation.desk.envelope import Envelope, Expected, Receipt, Saved, Turned
from facilitation.domain.commands import By, Command, Refused
from facilitation.domain.events import Event
from facilitation.domain.session import Session
from facilitation.eventlog import Answered, Entry

Decide = Callable[[Session, Command, By, int], tuple[Event, ...] | Refused]
Evolve = Callable[[Session, Event], Session]
Stored = Callable[[str, int], Answered | None]
"""What a used number of a stream was answered, read from the log."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The two pure functions of the domain."""

    decide: Decide
    evolve: Evolve


@dataclass(frozen=True, slots=True)
class Failed:
    """A command that hit a bug: its sender gets the error, its number is not used."""

    error: Exception


@dataclass(slots=True)
class Decided:
    """A batch on its way: `answers` has one place per envelope; nothing of it is true before it is committed."""

    session: Session
    numbers: dict[str, int]
    before: Session
    answers: list[Receipt | Failed] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    fresh: dict[tuple[str, int], Answered] = field(default_factory=dict)

    @property
    def events(self) -> tuple[Event, ...]:
        """All events of the batch, in order."""
        return tuple(event for entry in self.entries for event in entry.events)


def decide_batch(
    session: Session, numbers: Mapping[str, int], envelopes: Sequence[Envelope], now: int, stored: Stored, rules: Rules
) -> Decided:
    """What `envelopes` come to, each decided against the state left by those before it.

    `numbers` holds the last number used by each stream; `now` is in milliseconds since 1970.
    """
    batch = Decided(session, dict(numbers), session)
    for envelope in envelopes:
        batch.answers.append(_answer(batch, envelope, now, stored, rules))
    return batch


def _answer(batch: Decided, envelope: Envelope, now: int, stored: Stored, rules: Rules) -> Receipt | Failed:
    number = envelope.number
    if number is None:
        return _decided(batch, envelope, now, rules)
    expect = batch.numbers.get(envelope.stream, 0) + 1
    if number == expect:
        return _decided(batch, envelope, now, rules)
    if 0 < number < expect:
        known = batch.fresh.get((envelope.stream, number)) or stored(envelope.stream, number)
        if known and known.id == envelope.id:
            return Turned(number, known.refused) if known.refused else Saved(number, known.seq)
    return Expected(number, expect)


def _decided(batch: Decided, envelope: Envelope, now: int, rules: Rules) -> Receipt | Failed:
    try:
        verdict, session = _verdict(batch.session, envelope, now, rules)
    except Exception as error:
        return Failed(error)
    refused = verdict if isinstance(verdict, Refused) else None
    events = () if isinstance(verdict, Refused) else verdict
    batch.session = session
    batch.entries.append(Entry(envelope.by, events, envelope.stream, envelope.number, envelope.id, refused))
    if envelope.number is not None:
        batch.numbers[envelope.stream] = envelope.number
        answered = Answered(envelope.number, envelope.id, session.seq, refused)
        batch.fresh[envelope.stream, envelope.number] = answered
    return Turned(envelope.number, refused) if refused else Saved(envelope.number, session.seq)


def _verdict(
    session: Session, envelope: Envelope, now: int, rules: Rules
) -> tuple[tuple[Event, ...] | Refused, Session]:
    if isinstance(envelope.command, Refused):
        return envelope.command, session
    verdict = rules.decide(session, envelope.command, envelope.by, now)
    if not isinstance(verdict, Refused):
        for event in verdict:
            session = rules.evolve(session, event)
    return verdict, session
