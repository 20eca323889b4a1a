"""The contributions and moments of all sessions of an experiment, as they are offered to be picked from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from facilitation.documentation.dossier.quoting import contributions_of, moments_of
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer


@dataclass(frozen=True, slots=True)
class Offered:
    """One contribution or moment: its reference, where it was made, its number there, and what it says."""

    ref: str
    session: str
    number: int
    words: str
    quotable: bool
    kind: Literal["contribution", "observation", "moment"] = "contribution"


def offered(sessions: Iterable[Outcome]) -> tuple[Offered, ...]:
    """Every contribution that may be reproduced, session by session, by its number; after them what was kept."""
    return tuple(one for told in sessions for one in (*_written(told), *_kept(told)))


def _written(told: Outcome) -> Iterator[Offered]:
    for ref, said in sorted(contributions_of(told).items(), key=lambda item: item[1].number):
        quotable = isinstance(said, Contribution) and said.quotable
        yield Offered(ref, told.identity.title, said.number, _words(said), quotable)


def _kept(told: Outcome) -> Iterator[Offered]:
    for ref, note in moments_of(told).items():
        yield Offered(
            ref, told.identity.title, note.number, note.text, False, "observation" if note.observed else "moment"
        )


def _words(said: Contribution | RowsAnswer) -> str:
    if isinstance(said, Contribution):
        return said.text
    return "\n".join(" · ".join(row) for row in said.rows)
