"""The contributions and moments of all sessions of an experiment, as they are offered to be picked from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from flask_babel import gettext

from facilitation.documentation.dossier.quoting import contributions_of, counts_of, moments_of
from facilitation.documentation.dossier.results import figures_in
from facilitation.documentation.seeing import counted_said
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer
from facilitation.records.learnings import Learning
from facilitation.records.referring import learning_ref
from facilitation.web.language import said


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be picked: its reference, where it was made, its number there, and what it says."""

    ref: str
    session: str
    number: int
    words: str
    quotable: bool
    kind: Literal["contribution", "observation", "moment", "count", "figure", "learning"] = "contribution"


def offered(sessions: Iterable[Outcome]) -> tuple[Offered, ...]:
    """Every contribution that may be reproduced, session by session, by its number; after them what was kept."""
    return tuple(one for told in sessions for one in (*_written(told), *_kept(told), *_counted(told)))


def grounds_of(sessions: Sequence[Outcome], learned: Sequence[Learning] = ()) -> tuple[Offered, ...]:
    """What a verdict may rest on: the same, and the results that hold a number or a drawing, session by session; before
    them, what the team has learned.
    """
    known = [
        Offered(learning_ref(one.id), gettext("Learnings"), number, one.facts.learned, True, "learning")
        for number, one in enumerate(learned, 1)
    ]
    drawn = [
        Offered(one.ref, one.session, one.counted, said(one.title), True, "figure")
        for one in figures_in(sessions)
        if one.counted
    ]
    return (*known, *drawn, *offered(sessions))


def _written(told: Outcome) -> Iterator[Offered]:
    for ref, one in sorted(contributions_of(told).items(), key=lambda item: item[1].number):
        quotable = isinstance(one, Contribution) and one.quotable
        yield Offered(ref, told.identity.title, one.number, _words(one), quotable)


def _kept(told: Outcome) -> Iterator[Offered]:
    for ref, note in moments_of(told).items():
        yield Offered(
            ref, told.identity.title, note.number, note.text, False, "observation" if note.observed else "moment"
        )


def _counted(told: Outcome) -> Iterator[Offered]:
    for ref, line in counts_of(told).items():
        yield Offered(ref, told.identity.title, line.number, said(counted_said(line)), True, "count")


def _words(one: Contribution | RowsAnswer) -> str:
    if isinstance(one, Contribution):
        return one.text
    return "\n".join(" · ".join(row) for row in one.rows)
