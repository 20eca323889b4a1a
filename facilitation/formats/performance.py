"""A session played by the real rules for the sake of an example: people join, answer what it says, and go on."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from fractions import Fraction

from facilitation.domain.commands import (
    Advance,
    AssignRole,
    By,
    Command,
    Join,
    MarkAbsent,
    OpenDoor,
    PlanSession,
    Refused,
)
from facilitation.domain.evolve import evolve
from facilitation.domain.format import GONE, NOT_YET, Example, Format, Text
from facilitation.domain.reasons import sentence
from facilitation.domain.rules import decide
from facilitation.domain.session import Consents, Planned, Session
from facilitation.formats.handing_in import Row, Slot, slots, waiting
from facilitation.formats.lots import lots_of, undrawn
from facilitation.formats.parts import parts_in_groups, parts_of, turns_of

_Rows = Sequence[tuple[Slot, Row]]
FACILITATOR = By("facilitator", "example")
DOOR = By("door")


@dataclass(frozen=True, slots=True)
class Played:
    """The example was played; the session as it then was."""

    session: Session


@dataclass(frozen=True, slots=True)
class RefusedAnswer:
    """An answer was refused: whose, by the place in the row from 1."""

    question: str
    value: str
    person: int
    refused: Refused


@dataclass(frozen=True, slots=True)
class RefusedStart:
    """The session could not start with these people."""

    why: Text


@dataclass(frozen=True, slots=True)
class Stuck:
    """The example could not be played."""

    why: Text


@dataclass(slots=True)
class _Stage:
    """The session so far, who is in the example, and the rows of answers still to be given."""

    found: Format
    example: Example
    names: tuple[str, ...]
    session: Session = field(default_factory=Session)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def do(self, command: Command, by: By = FACILITATOR) -> Refused | None:
        """Have a command decided, and believe its events."""
        decision = decide(self.session, command, by, 0)
        if isinstance(decision, Refused):
            return decision
        for event in decision:
            self.session = evolve(self.session, event)
        return None

    @property
    def placed(self) -> bool:
        """Whether the example says who is who; otherwise parts are given as chance draws them."""
        return bool(self.example.answers or self.example.expect)


def play(found: Format, example: Example, people: int) -> Played | RefusedAnswer | RefusedStart | Stuck:
    """Play an example with `people` participants, up to the last step it gives answers for."""
    names = tuple(f"p{number}" for number in range(1, people + 1))
    rows = {name: list(rounds) for name, rounds in example.answers.items()}
    stage = _Stage(found, example, names, rows=rows)
    fault: RefusedAnswer | RefusedStart | Stuck | _Over | None = _open(stage)
    while fault is None:
        _come_at_last(stage)
        _cast(stage)
        planned = stage.session.now_playing
        if planned is None or _exhausted(stage, planned):
            break
        fault = _answer(stage, planned) or _go_on(stage, planned)
        if isinstance(fault, _Over):
            break
    if isinstance(fault, RefusedAnswer | RefusedStart | Stuck):
        return fault
    left = [name for name, rounds in stage.rows.items() if rounds]
    left += [name for name in example.each_answers if name not in stage.asked]
    if left:
        return _unasked(left)
    unused = undrawn(stage.session, example)
    return _never_drawn(unused) if unused else Played(stage.session)


class _Over:
    """The last step is closed."""


def _unasked(names: list[str]) -> Stuck:
    listed = ", ".join(names)
    return Stuck(Text(fr=f"rien ne demande : {listed}.", en=f"nothing asks for: {listed}."))


def _never_drawn(names: Sequence[str]) -> Stuck:
    listed = ", ".join(names)
    return Stuck(
        Text(
            fr=f"il dit plus de tirages qu'il ne s'en fait\u00a0: {listed}.",
            en=f"it tells of more draws than are made: {listed}.",
        )
    )


def _open(stage: _Stage) -> RefusedStart | Stuck | None:
    plan = PlanSession("example", "example", "fr", stage.found, "", "", 1, stage.example.settings, {})
    first = [rounds[0] for rounds in stage.example.answers.values() if rounds]
    late = {name for row in first for name, said in zip(stage.names, row, strict=True) if said == NOT_YET}
    there = [name for name in stage.names if name not in late]
    asked: list[tuple[Command, By]] = [(plan, FACILITATOR), (OpenDoor(), FACILITATOR)]
    asked += [(_coming(name), DOOR) for name in there]
    parts = parts_of(stage.found, there, stage.placed)
    asked += [(AssignRole(role, tuple(given)), FACILITATOR) for role, given in parts.items()]
    for command, by in asked:
        refused = stage.do(command, by)
        if refused is not None:
            return Stuck(sentence(refused))
    stage.session = replace(stage.session, lots=lots_of(stage.found, stage.example, stage.names))
    refused = stage.do(Advance(None))
    return None if refused is None else RefusedStart(sentence(refused))


def _coming(name: str) -> Join:
    return Join(name, "simulated", Consents())


def _cast(stage: _Stage) -> None:
    """An example says who plays what by the order of its rows, whatever chance has given."""
    if not stage.placed or stage.session.now_playing is None:
        return
    in_groups = any(role.per == "group" for role in stage.found.roles)
    given = parts_of(stage.found, list(stage.session.people), True) if in_groups else {}
    apart = parts_in_groups(stage.session, stage.found, stage.names)
    given = {**given, **{role: people for role, people in apart.items() if role in given}}
    changed = _given_since(stage.session)
    for role, people in {**given, **turns_of(stage.session, stage.names)}.items():
        if role not in changed and stage.session.roles.get(role) != tuple(people):
            stage.do(AssignRole(role, tuple(people)))


def _given_since(session: Session) -> set[str]:
    """The roles that a stage has given, or exchanged, by now: the order of the rows says no more who plays them."""
    over = (step.stage for step in session.plan if (at := session.steps.get(step.key)) and at.closed_at is not None)
    lines = [line for stage in over for line in stage.assign]
    return {name for line in lines for name in (line.role, line.other) if name}


def _exhausted(stage: _Stage, planned: Planned) -> bool:
    return any(
        question.name in stage.example.answers and not stage.rows[question.name] for question in planned.stage.ask
    )


def _answer(stage: _Stage, planned: Planned) -> RefusedAnswer | None:
    given = [(slot, stage.rows[slot.name].pop(0)) for slot in waiting(planned.stage, stage.rows)]
    for _, row in given:
        for name, said in zip(stage.names, row, strict=True):
            _come_or_go(stage, name, said)
    leaving = _leaving(stage, planned)
    asked = (*given, *_alike(stage, planned))
    # Who leaves after this step has to be gone before the last answer, which may start the next one.
    fault = _give(stage, planned, asked, leaving)
    for name in leaving:
        _come_or_go(stage, name, GONE)
    return fault or _give(stage, planned, asked, set(stage.names) - leaving)


def _give(stage: _Stage, planned: Planned, asked: _Rows, people: Set[str]) -> RefusedAnswer | None:
    for slot, row in asked:
        for name, said in zip(stage.names, row, strict=True):
            if said is None or said in (GONE, NOT_YET) or name not in people:
                continue
            if slot.shared and stage.session.current != planned.key:
                # The last team has answered, whichever of its members did, and the room has moved on.
                continue
            refused = stage.do(slot.command(stage.session, planned, name, said), By("participant", name))
            if refused is not None:
                return RefusedAnswer(slot.name, said, stage.names.index(name) + 1, refused)
    return None


def _leaving(stage: _Stage, planned: Planned) -> set[str]:
    """Those who will be gone when the next step that the example answers begins."""
    keys = [step.key for step in stage.session.plan]
    # The next turn of a loop with an open end is not in the plan yet: it asks the same again.
    coming = (*stage.session.plan[keys.index(planned.key) + 1 :], planned)
    rows = (stage.rows[slot.name][0] for step in coming for slot in waiting(step.stage, stage.rows))
    row = next(rows, ())
    return {name for name, said in zip(stage.names, row, strict=False) if said == GONE}


def _come_or_go(stage: _Stage, name: str, said: str | None) -> None:
    known = stage.session.people.get(name)
    if known is None and said not in (GONE, NOT_YET):
        stage.do(_coming(name), DOOR)
    elif known is not None and known.here == (said == GONE):
        stage.do(MarkAbsent(name, said == GONE))


def _come_at_last(stage: _Stage) -> None:
    """Who is said to come later, and never of when, comes once all the rest has been said."""
    if any(stage.rows.values()):
        return
    for name in stage.names:
        if name not in stage.session.people:
            stage.do(_coming(name), DOOR)


def _alike(stage: _Stage, planned: Planned) -> _Rows:
    """What all who are asked hand in alike."""
    asked = [slot for slot in slots(planned.stage) if slot.name in stage.example.each_answers]
    stage.asked |= {slot.name for slot in asked}
    rows: list[tuple[Slot, Row]] = []
    for slot in asked:
        said = stage.example.each_answers[slot.name]
        open_to = (slot.is_open_to(stage.session, planned, name) for name in stage.names)
        rows.append((slot, tuple(said if may else None for may in open_to)))
    return rows


def _go_on(stage: _Stage, planned: Planned) -> Stuck | _Over | None:
    if stage.session.current != planned.key:
        return None
    refused = stage.do(Advance(planned.key))
    if refused is not None:
        return Stuck(sentence(refused))
    return _Over() if stage.session.current == planned.key else None


def value_of(session: Session, name: str, person: str) -> Fraction | None:
    """The last value of a computed name, as it is for one person."""
    for planned in reversed(session.plan):
        values = session.values.get(planned.key)
        if values is None or not any(line.name == name for line in planned.stage.compute):
            continue
        if name in values.person.get(person, {}):
            return values.person[person][name]
        group = session.group_of(person, planned.key)
        if name in values.group and group is not None:
            return values.group[name][group]
        return values.session.get(name)
    return None
