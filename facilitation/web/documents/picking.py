"""The contributions of all sessions of an experiment, as they are offered to be picked from."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer


@dataclass(frozen=True, slots=True)
class Offered:
    """One contribution: its reference, where it was made, its number there, and what it says."""

    ref: str
    session: str
    number: int
    words: str
    quotable: bool


def offered(sessions: Iterable[Outcome]) -> tuple[Offered, ...]:
    """Every contribution that may be reproduced, session by session, by its number."""
    return tuple(
        Offered(ref, told.identity.title, said.number, _words(said), isinstance(said, Contribution) and said.quotable)
        for told in sessions
        for ref, said in sorted(contributions_of(told).items(), key=lambda item: item[1].number)
    )


def _words(said: Contribution | RowsAnswer) -> str:
    if isinstance(said, Contribution):
        return said.text
    return "\n".join(" · ".join(row) for row in said.rows)
