"""Which answers a value that was worked out goes back to, through every step that worked one out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.expressions import AMONG, FormulaError, Used, parse
from facilitation.domain.scopes import asked_at, computed_at, gives
from facilitation.domain.session import Milliseconds, Planned, Session, StepKey

LOOKING_BACK = frozenset({"past", "earlier"})

Reach = Literal["person", "group", "room"]
REACHES: tuple[Reach, ...] = ("person", "group", "room")
WHOSE: Mapping[str, Reach] = {"person": "person", "group": "group", "session": "room"}


@dataclass(frozen=True, slots=True)
class Source:
    """A question of a step whose answers went into a stored value at a moment."""

    step: StepKey
    question: str
    taken_at: Milliseconds
    reach: Reach
    """Whose values hold an answer: that of the person alone, those of the group, those of everybody."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An answer that was withdrawn after a stored value was made of it."""

    step: StepKey
    holder: str
    reach: Reach


def taken_back(session: Session, step: Planned, formula: str) -> tuple[TakenBack, ...]:
    """The withdrawn answers that can be worked out again from the values a formula has in a step.

    What is worked out anew knows nothing of them, and a person's own values went with the answer: only what steps
    stored for several people when they closed still holds it.
    """
    if not any(a.withdrawn for of in session.answers.values() for given in of.values() for a in given.values()):
        return ()
    found = []
    for source in sources(session, step, formula):
        given = session.answers.get(source.step, {}).get(source.question, {})
        gone = (who for who, answer in given.items() if answer.withdrawn and answer.at >= source.taken_at)
        ours = ((who, wider(source.reach, "group") if who.startswith("group:") else source.reach) for who in gone)
        found += [TakenBack(source.step, who, reach) for who, reach in ours if reach != "person"]
    return tuple(dict.fromkeys(found))


def lines_drawing_on(session: Session, question: str) -> frozenset[str]:
    """The names of all that formulas work out from the answers to a question, whichever step asks it."""
    lines = [(line.name, _names(line.formula)) for step in session.plan for line in step.stage.compute]
    found = {question}
    while more := {name for name, names in lines if names & found} - found:
        found |= more
    return frozenset(found - {question})


def sources(session: Session, step: Planned, formula: str) -> tuple[Source, ...]:
    """The answers behind the stored values that a formula reads in a step."""
    found: dict[Source, None] = {}
    waiting = [_Reading(step.key, formula, None, "person")]
    read = set(waiting)
    while waiting:
        reading = waiting.pop()
        for used, at in _reached(session, reading):
            name = used.name.rpartition(".")[2]
            reach = _reach(reading, used)
            if reading.taken_at is not None and any(q.name == name for q in at.stage.ask):
                found[Source(at.key, name, reading.taken_at, reach)] = None
            for further in _stored(session, at, name, reach):
                if further not in read:
                    read.add(further)
                    waiting.append(further)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A formula as one step read it, and when what it gave was stored."""

    step: StepKey
    formula: str
    taken_at: Milliseconds | None
    reach: Reach


def wider(one: Reach, other: Reach) -> Reach:
    """The wider of two."""
    return max(one, other, key=REACHES.index)


def _reach(reading: _Reading, used: Used) -> Reach:
    """How far an answer carries that a formula takes in by a name."""
    if reading.taken_at is None:
        return "person"
    if used.name.startswith("everyone."):
        return "room"
    among = bool(parse(reading.formula).calls & AMONG)
    of_others = used.aggregated or "." in used.name or used.kind == "given" or among
    return wider(reading.reach, "group" if of_others else "person")


def _reached(session: Session, reading: _Reading) -> Iterator[tuple[Used, Planned]]:
    """Each name of a formula with the steps it may have been read from."""
    try:
        uses = parse(reading.formula).uses
    except FormulaError:
        return
    for used in uses:
        if used.kind not in ("board", "table"):
            yield from ((used, at) for at in _steps(session, reading.step, used))


def _steps(session: Session, key: StepKey, used: Used) -> Iterator[Planned]:
    name = used.name.rpartition(".")[2]
    planned = session.planned(key)
    if planned is None:
        return
    waited = any(step.waiting for step in session.steps.values())
    if used.kind in LOOKING_BACK or waited:
        keys = [step.key for step in session.plan]
        yield from (step for step in session.plan[: keys.index(key) + 1] if gives(step, name))
        return
    asked = asked_at(session, planned, name)
    at = asked[0] if asked is not None else computed_at(session, planned, name)
    if at is not None:
        yield at


def _stored(session: Session, at: Planned, name: str, reach: Reach) -> Iterator[_Reading]:
    state = session.steps.get(at.key)
    if at.key not in session.values or state is None:
        return
    at_start = at.stage.compute_when == "stage starts" or state.closed_at is None
    moment = (state.started_at if at_start else state.closed_at) or 0
    for line in at.stage.compute:
        if line.name == name:
            yield _Reading(at.key, line.formula, moment, wider(reach, WHOSE[line.scope]))


def _names(formula: str) -> frozenset[str]:
    try:
        return frozenset(name.rpartition(".")[2] for name in parse(formula).names)
    except FormulaError:
        return frozenset()
