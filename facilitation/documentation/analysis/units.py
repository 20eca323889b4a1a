"""What is read in the analysis room: each contribution and each kept moment of every session, once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer, StageMaterial

Kind = Literal["contribution", "observation", "moment"]

BETWEEN = Text("hors étape", "between stages")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to read. `session` is the place of its session, from 1; `quotable` if all its authors agreed."""

    ref: str
    kind: Kind
    session: int
    title: str
    stage: str
    stage_title: Text
    number: int
    words: str
    quotable: bool = False
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """What a room had put under one title."""

    title: str
    session: int
    refs: tuple[str, ...]


def units_of(sessions: Iterable[Outcome]) -> tuple[Unit, ...]:
    """Everything that may be reproduced, in the order of the sessions; after each, the moments that were kept."""
    found: dict[str, Unit] = {}
    for place, told in enumerate(sessions, 1):
        written = sorted(_written(told, place), key=lambda one: one.number)
        for unit in (*written, *_kept(told, place)):
            found.setdefault(unit.ref, unit)
    return tuple(found.values())


def clusters_of(units: Iterable[Unit]) -> tuple[Together, ...]:
    """The titles that the rooms worked with, in the order of their first contribution."""
    found: dict[tuple[int, str], list[str]] = {}
    for unit in units:
        if unit.cluster:
            found.setdefault((unit.session, unit.cluster), []).append(unit.ref)
    return tuple(Together(title, session, tuple(refs)) for (session, title), refs in found.items())


def _written(told: Outcome, place: int) -> Iterator[Unit]:
    for stage in told.stages:
        for said in _said_in(stage):
            yield Unit(
                said.ref,
                "contribution",
                place,
                told.identity.title,
                stage.stage,
                stage.title,
                said.number,
                _words(said),
                isinstance(said, Contribution) and said.quotable,
                said.cluster if isinstance(said, Contribution) else "",
            )


def _said_in(stage: StageMaterial) -> Iterator[Contribution | RowsAnswer]:
    for board in stage.boards:
        yield from board.cards
    for question in stage.questions:
        for turn in question.rounds:
            yield from turn.texts
            yield from turn.rows
    for vote in stage.votes:
        yield from vote.reasons


def _kept(told: Outcome, place: int) -> Iterator[Unit]:
    titles = {stage.stage: stage.title for stage in told.stages}
    for note in told.notes:
        kind: Kind = "observation" if note.observed else "moment"
        title = titles.get(note.stage or "", BETWEEN)
        yield Unit(note.ref, kind, place, told.identity.title, note.stage or "", title, note.number, note.text)


def _words(said: Contribution | RowsAnswer) -> str:
    if isinstance(said, Contribution):
        return said.text
    return "\n".join(" · ".join(cell for cell in row if cell) for row in said.rows)
