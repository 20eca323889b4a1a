"""A session played by the real rules for the sake of an example: people join, answer what it says, and go on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from facilitation.domain.commands import (
    Advance,
    AssignRole,
    By,
    Command,
    GiveAnswer,
    Join,
    OpenDoor,
    PlanSession,
    Refused,
)
from facilitation.domain.evolve import evolve
from facilitation.domain.format import Example, Format, Question, Text
from facilitation.domain.members import member_key, others_of
from facilitation.domain.reasons import sentence
from facilitation.domain.rules import decide
from facilitation.domain.session import AnswerValue, Consents, Planned, Session
from facilitation.formats.reading.values import TRUTHS, exact

FACILITATOR = By("facilitator", "example")
DOOR = By("door")


@dataclass(frozen=True, slots=True)
class Played:
    """The example was played; the session as it then was."""

    session: Session


@dataclass(frozen=True, slots=True)
class RefusedAnswer:
    """An answer was refused."""

    question: str
    value: str
    refused: Refused


@dataclass(frozen=True, slots=True)
class Stuck:
    """The example could not be played."""

    why: Text


@dataclass(slots=True)
class _Stage:
    """The session so far, and the rows of answers still to be given."""

    session: Session = field(default_factory=Session)
    rows: dict[str, list[tuple[str | None, ...]]] = field(default_factory=dict)

    def do(self, command: Command, by: By = FACILITATOR) -> Refused | None:
        """Have a command decided, and believe its events."""
        decision = decide(self.session, command, by, 0)
        if isinstance(decision, Refused):
            return decision
        for event in decision:
            self.session = evolve(self.session, event)
        return None


def play(found: Format, example: Example, people: int) -> Played | RefusedAnswer | Stuck:
    """Play an example with `people` participants, up to the last step it gives answers for."""
    stage = _Stage(rows={name: list(rounds) for name, rounds in example.answers.items()})
    fault: RefusedAnswer | Stuck | _Over | None = _open(stage, found, example, people)
    while fault is None:
        _cast(stage, found)
        planned = stage.session.now_playing
        if planned is None or _exhausted(stage.rows, planned, example):
            break
        fault = _answer(stage, planned) or _go_on(stage, planned)
        if isinstance(fault, _Over):
            break
    if isinstance(fault, RefusedAnswer | Stuck):
        return fault
    left = [name for name, rounds in stage.rows.items() if rounds]
    return _unasked(left) if left else Played(stage.session)


class _Over:
    """The last step is closed."""


def _unasked(names: list[str]) -> Stuck:
    listed = ", ".join(names)
    return Stuck(Text(fr=f"rien ne demande : {listed}.", en=f"nothing asks for: {listed}."))


def _open(stage: _Stage, found: Format, example: Example, people: int) -> Stuck | None:
    plan = PlanSession("example", "example", "fr", found, "", "", 1, example.settings, {})
    names = [f"p{number}" for number in range(1, people + 1)]
    asked: list[tuple[Command, By]] = [(plan, FACILITATOR), (OpenDoor(), FACILITATOR)]
    asked += [(Join(name, "simulated", Consents()), DOOR) for name in names]
    asked += [(AssignRole(role, tuple(given)), FACILITATOR) for role, given in _parts(found, names).items()]
    asked.append((Advance(None), FACILITATOR))
    for command, by in asked:
        refused = stage.do(command, by)
        if refused is not None:
            return Stuck(sentence(refused))
    return None


def _parts(found: Format, names: list[str]) -> Mapping[str, list[str]]:
    """The first to come play the roles that people are chosen for; the others play what is left."""
    free = iter(names)
    chosen = [role for role in found.roles if role.chosen_by in ("facilitator", "vote") or role.per == "group"]
    chosen = [role for role in chosen if not role.optional and role.chosen_by != "everyone else"]
    return {role.name: [name for _, name in zip(range(role.count), free, strict=False)] for role in chosen}


def _cast(stage: _Stage, found: Format) -> None:
    """An example says who plays what by the order of its rows, whatever chance has given."""
    if not any(role.per == "group" for role in found.roles) or stage.session.now_playing is None:
        return
    for role, people in _parts(found, list(stage.session.people)).items():
        if stage.session.roles.get(role) != tuple(people):
            stage.do(AssignRole(role, tuple(people)))


def _exhausted(rows: Mapping[str, list[tuple[str | None, ...]]], planned: Planned, example: Example) -> bool:
    return any(question.name in example.answers and not rows[question.name] for question in planned.stage.ask)


def _answer(stage: _Stage, planned: Planned) -> RefusedAnswer | None:
    given = [(q, stage.rows[q.name].pop(0)) for q in planned.stage.ask if stage.rows.get(q.name)]
    for question, row in given:
        for person, said in zip(tuple(stage.session.people), row, strict=True):
            if said is None:
                continue
            value = (
                _to_each(stage.session, planned, person, said) if question.kind == "amounts" else typed(question, said)
            )
            refused = stage.do(GiveAnswer(planned.key, question.name, value), By("participant", person))
            if refused is not None:
                return RefusedAnswer(question.name, said, refused)
    return None


def _to_each(session: Session, planned: Planned, person: str, said: str) -> AnswerValue:
    """`0, 2, 5`: one number for each other member, in the order of the people of the example."""
    others = sorted(others_of(session, planned, person), key=list(session.people).index)
    numbers = [part.strip() for part in said.split(",")]
    if len(numbers) != len(others):
        return said
    return tuple((member_key(session, planned, p), number) for p, number in zip(others, numbers, strict=True))


def typed(question: Question, said: str) -> AnswerValue:
    """An answer as a phone would send it; several picks are written with commas between them."""
    if question.kind in ("whole number", "number", "scale"):
        number = exact(said)
        return said if number is None else number
    if question.kind == "yes-no":
        return TRUTHS.get(said.casefold(), said)
    if question.kind in ("choices", "ranking"):
        return tuple(pick.strip() for pick in said.split(","))
    return said


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
