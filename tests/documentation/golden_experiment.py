"""The golden experiment: three rehearsed sessions of 75 people in all, the same for ever, and what a team wrote around.

Ideas, pairs and a vote; a game with numbers; causal links with the picture of the system. Some take words back, some
agree to no publication, some to nothing. `golden` (in `tests/conftest.py`) plays it once for a run of the tests.
"""

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from facilitation import places
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.documentation.dossier.shapes import Evidence
from facilitation.domain.session import Session
from facilitation.formats import open_library
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer, VoteRow
from facilitation.rehearsal import rehearse
from facilitation.rehearsal.rehearse import DOORS_AT
from tests.documentation.dossier_sample import DAY, around

HELD = (("one-two-four-all", 26, 7), ("public-goods", 24, 8), ("causal-links", 25, 9))
"""Which format is played, by how many, with which seed."""

MADE_AT = (DOORS_AT // DAY + 30) * DAY
"""The beginning of a day: the press dates documents by the day."""

COUNTED = """
select count(distinct case kind when 'ParticipantJoined' then seq end),
       count(case kind when 'CardPosted' then 1 end) - count(case kind when 'CardWithdrawn' then 1 end)
         + count(case when kind = 'AnswerGiven' and json_extract(payload, '$.question') = 'links' then 1 end)
from events where session_id = ?
"""


@dataclass(frozen=True, slots=True)
class Golden:
    """The sessions as they ended, and the database they lie in."""

    database: Path
    sessions: tuple[Session, ...]

    def outcomes(self, rendering: Rendering = RESTITUTION) -> tuple[Outcome, ...]:
        """What a document may say of each."""
        return tuple(outcome(session, rendering) for session in self.sessions)

    def counted(self) -> list[tuple[int, int]]:
        """People and contributions of each session, counted in the rows of the log by nothing of ours."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as rows:
            return [tuple(rows.execute(COUNTED, (session.id,)).fetchone()) for session in self.sessions]

    def dossier(self, rendering: Rendering = RESTITUTION) -> Dossier:
        """Everything filled in, in French. The learnings rest on words that may be published."""
        whole = around(self.outcomes(rendering), rendering)
        agreed = [
            Evidence(place, min(refs, key=lambda ref: (refs[ref].number, ref)))
            for place, told in enumerate(self.outcomes(DIFFUSION))
            if (refs := {ref: said for ref, said in contributions_of(told).items() if _quotable(said)})
        ]
        first = replace(whole.learnings[0], evidence=tuple(agreed))
        texts = (
            replace(text, body=text.body.replace(whole.learnings[0].evidence[0].ref, agreed[0].ref))
            for text in whole.texts
        )
        return replace(whole, learnings=(first, *whole.learnings[1:]), texts=tuple(texts))


def play(folder: Path) -> Golden:
    """Play the three sessions, in a database in this folder."""
    library, database = open_library(places.workshop_formats()), folder / "golden.db"
    held = tuple(
        rehearse(library.readings[name], people, seed, database_url=f"sqlite:///{database}").session
        for name, people, seed in HELD
    )
    return Golden(database, held)


def marked(dossier: Dossier) -> tuple[Dossier, frozenset[str]]:
    """The same dossier in which every contribution ends in a word of its own; and those words."""
    seen: set[str] = set()

    def signed(session: int, number: int, text: str) -> str:
        seen.add(f"s{session}n{number:04d}s")
        return f"{text} s{session}n{number:04d}s"

    def within(value: Any, session: int) -> Any:
        match value:
            case Contribution(number=number, text=text) if not value.day:
                return replace(value, text=signed(session, number, text))
            case RowsAnswer(number=number, rows=(first, *others)):
                return replace(value, rows=((signed(session, number, first[0]), *first[1:]), *others))
            case VoteRow(number=int(number), text=text):
                return replace(value, text=signed(session, number, text))
            case tuple():
                return tuple(within(each, session) for each in value)
            case _ if hasattr(value, "__dataclass_fields__"):
                names = value.__dataclass_fields__
                return replace(value, **{name: within(getattr(value, name), session) for name in names})
        return value

    told = tuple(within(each, place) for place, each in enumerate(dossier.sessions, 1))
    return replace(dossier, sessions=told), frozenset(seen)


def _quotable(said: Contribution | RowsAnswer) -> bool:
    return isinstance(said, Contribution) and said.quotable
