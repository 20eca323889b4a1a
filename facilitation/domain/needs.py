"""What a stage uses of the others: found by the names it speaks of, so that its place in the plan can be judged."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from facilitation.domain.format import Stage, Text
from facilitation.domain.session import Planned, StepKey
from facilitation.domain.templates import holes

NAME = re.compile(r"[^\W\d]\w*")
HOLE = re.compile(r"\{\{|\}\}|\{[^{}]*\}")

OWN_IDS = "id"
"""Ids of stages, options, columns and marks are read within their own stage only."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A step that comes before what it uses."""

    step: StepKey
    name: str


def given(stage: Stage) -> frozenset[str]:
    """What a stage makes known: answers, values, roles, cards, groups, picks, votes."""
    names = {question.name for question in stage.ask} | {line.name for line in stage.compute}
    names |= {line.role for line in stage.assign} | {f"stage:{stage.id}"}
    for board in stage.boards:
        names |= {f"mark:{board.name}:{mark.id}" for mark in board.marks}
        names |= {board.name, f"written:{board.name}"} if board.written_by != "nobody" else set()
    names |= {f"chosen:{stage.choose.source}"} if stage.choose else set()
    return frozenset(names | ({f"voted:{stage.vote.of}"} if stage.vote else set()))


def needed(stage: Stage) -> frozenset[str]:
    """What has to come from an earlier stage: groups to start from, cards to bring along, picks and votes on them."""
    names = {f"stage:{stage.groups.of}"} if stage.groups and stage.groups.of else set()
    for carry in stage.carry:
        names |= {f"written:{carry.board}"} if carry.what != "none" else set()
        names |= {f"chosen:{carry.board}"} if carry.what == "chosen" else set()
        names |= {f"voted:{carry.board}"} if carry.what == "top" else set()
        names |= {f"mark:{carry.board}:{carry.mark}"} if carry.what == "marked" else set()
    return frozenset(names | {f"voted:{board.name}" for board in stage.boards if board.scores})


def spoken(value: Any) -> frozenset[str]:
    """Every name in the formulas and references of a stage, and in the holes of its texts."""
    return frozenset(name for words in _words(value) for name in NAME.findall(words))


def gaps(plan: Sequence[Planned]) -> frozenset[Gap]:
    """The steps that come before what they use."""
    of_turn: dict[tuple[int, ...], set[str]] = {}
    for step in plan:
        of_turn.setdefault(step.rounds, set()).update(given(step.stage))
    all_given = frozenset(name for names in of_turn.values() for name in names)
    known: set[str] = set()
    known_in: dict[tuple[int, ...], set[str]] = {}
    found: set[Gap] = set()
    for step in plan:
        here, turn = given(step.stage), known_in.setdefault(step.rounds, set())
        uses = (spoken(step.stage) & all_given) - here
        lacking = (uses - known) | (needed(step.stage) - known)
        # What this turn gives is awaited from this turn, also where an earlier one gave it.
        lacking |= (uses & of_turn[step.rounds]) - turn if step.rounds else set()
        found |= {Gap(step.key, name) for name in lacking}
        known |= here
        turn |= here
    return frozenset(found)


def giver(plan: Sequence[Planned], name: str) -> Planned | None:
    """The first step that gives a name."""
    return next((step for step in plan if name in given(step.stage)), None)


def renamed(stage: Stage, names: Mapping[str, str]) -> Stage:
    """The stage with some of its names replaced by others, wherever it speaks of them."""
    changed: Stage = _renamed(stage, names)
    return replace(changed, id=names.get(f"stage:{stage.id}", stage.id))


@cache
def _free(cls: type) -> tuple[str, ...]:
    """The fields that may hold names: not those with a fixed choice of words."""
    hints = get_type_hints(cls)
    return tuple(field.name for field in fields(cls) if field.name != OWN_IDS and not _fixed(hints[field.name]))


def _fixed(hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return True
    options = [option for option in get_args(hint) if option is not type(None)]
    union = get_origin(hint) is Union or type(hint).__name__ == "UnionType"
    return union and all(map(_fixed, options))


def _words(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Text():
            yield from (hole.source for words in (value.fr, value.en) for hole in holes(words))
        case tuple():
            for item in value:
                yield from _words(item)
        case Mapping():
            yield from value
            yield from _words(tuple(value.values()))
    if is_dataclass(value) and not isinstance(value, Text | type):
        for name in _free(type(value)):
            yield from _words(getattr(value, name))


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    def new(words: str) -> str:
        return NAME.sub(lambda found: names.get(found[0], found[0]), words)

    match value:
        case str():
            return new(value)
        case Text():
            return Text(HOLE.sub(lambda hole: new(hole[0]), value.fr), HOLE.sub(lambda hole: new(hole[0]), value.en))
        case tuple():
            return tuple(_renamed(item, names) for item in value)
        case Mapping():
            return {new(key): _renamed(item, names) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{name: _renamed(getattr(value, name), names) for name in _free(type(value))})
    return value
