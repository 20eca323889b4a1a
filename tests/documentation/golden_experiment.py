"""The golden experiment: three rehearsed sessions of 75 people in all, the same for ever, and what a team wrote around.

Ideas, pairs and a vote; a game with numbers; causal links with the picture of the system. The first and the last ask
where people stand before, after and in hindsight, and for the ties between organisations; some come back, some answer
again weeks after. Some take words back, one a number that a formula used, some agree to no publication, some to
nothing. `golden` (in `tests/conftest.py`) plays it once for a run of the tests.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from facilitation import places
from facilitation.database import open_database
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.planned import runs_of
from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.documentation.dossier.shapes import Evidence, Instrument
from facilitation.domain.commands import By
from facilitation.domain.events import AnswerWithdrawn
from facilitation.domain.evolve import evolve
from facilitation.domain.format import Text
from facilitation.domain.session import Session
from facilitation.eventlog import Batch, Entry, EventLog
from facilitation.formats.library import read_file
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.networks import networks_across
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.projections.outcome.shapes import Compared, Contribution, RowsAnswer, VoteRow
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.seasons import Seat, across, weeks_after
from facilitation.records import later, pairings
from facilitation.rehearsal import rehearse
from facilitation.rehearsal.rehearse import DOORS_AT
from tests.documentation.dossier_sample import DAY, around

SEASON = Path(__file__).parent / "season"
"""Formats of a season: shipped ones, with what is asked twice around them."""

HELD = (("opening", 26, 7), ("public-goods", 24, 8), ("closing", 25, 9))
"""Which format is played, by how many, with which seed."""

TAKEN_BACK = ("contribute.1", "contribution")
"""The step and the question of the number that is taken back after the game."""

WANTED = (
    Wanted("opening", "clear", "hindsight", "sign", "C'est la question de l'hypothèse."),
    Wanted("opening", "clear", "change", "signed-rank", "Pour voir aussi de combien."),
    Wanted("opening", "whom", "later", "sign", "Le conseil l'a demandé.", beforehand=False),
    Wanted("opening", "whom", "change", "sign", "Pour comparer."),
)
"""The tests that the team asked for."""

COVERING = Instrument("Auto-positionnement", Text("maison", "home-made"), "", ("opening/clear",))

MADE_AT = (DOORS_AT // DAY + 30) * DAY
"""The beginning of a day: the press dates documents by the day."""

COUNTED = """
select count(distinct case kind when 'ParticipantJoined' then seq end),
       count(case kind when 'CardPosted' then 1 end) - count(case kind when 'CardWithdrawn' then 1 end)
         + count(case when kind = 'AnswerGiven' and json_extract(payload, '$.question') like '%links' then 1 end)
from events where session_id = ?
"""


ANSWERED = """
select e.session_id, json_extract(e.payload, '$.holder'), json_extract(e.payload, '$.question'), c.value
from events e join contents c on c.content_id = e.content_id where e.kind = 'AnswerGiven' order by e.session_id, e.seq
"""

LISTED = """
select e.session_id, json_extract(e.payload, '$.author'), json_extract(e.payload, '$.card'), c.value
from events e join contents c on c.content_id = e.content_id
where e.kind = 'CardPosted' and json_extract(e.payload, '$.board') = 'organisations' order by e.session_id, e.seq
"""


@dataclass(frozen=True, slots=True)
class Golden:
    """The sessions as they ended, and the database they lie in."""

    database: Path
    sessions: tuple[Session, ...]
    links: Mapping[Seat, Seat]
    """Which seats are those of people who said that they came before."""
    later: Mapping[str, Mapping[str, Mapping[str, Fraction]]]
    """For each session, what each seat answered weeks after."""

    def outcomes(self, rendering: Rendering = RESTITUTION) -> tuple[Outcome, ...]:
        """What a document may say of each."""
        return tuple(outcome(session, rendering, WANTED) for session in self.sessions)

    def counted(self) -> list[tuple[int, int]]:
        """People and contributions of each session, counted in the rows of the log by nothing of ours."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as rows:
            return [tuple(rows.execute(COUNTED, (session.id,)).fetchone()) for session in self.sessions]

    def answered(self) -> dict[tuple[str, str, str], Any]:
        """The last answer by session, person and question, read from the rows of the log by nothing of ours."""
        return {(at, who, name): json.loads(value) for at, who, name, value in self.rows(ANSWERED) if value}

    def listed(self) -> list[tuple[str, str, str, str]]:
        """Session, author, card and name of every organisation that was not taken back, in the same way."""
        return [(at, who, card, json.loads(value)) for at, who, card, value in self.rows(LISTED) if value]

    def later_rows(self) -> list[tuple[str, str, str]]:
        """Seat, question and answer of all that was said weeks after, in the same way."""
        return self.rows("select seat, question, value from later_answers order by seat, question")

    def paired_rows(self) -> list[tuple[str, str]]:
        """Who said that they came before: their seats then and now, in the same way."""
        return self.rows("select earlier_person, person from pairings order by person")

    def rows(self, asked: str) -> list[Any]:
        """What the database holds, in the same way."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as rows:
            return [tuple(row) for row in rows.execute(asked).fetchall()]

    def compared(self, rendering: Rendering = RESTITUTION) -> tuple[Compared, ...]:
        """What people answered in two sessions, and weeks after."""
        weeks = (
            one
            for place, session in enumerate(self.sessions, 1)
            for one in weeks_after(session, place, self.later.get(session.id, {}), rendering, WANTED)
        )
        return (*across(self.sessions, self.links, rendering, WANTED), *weeks)

    def dossier(self, rendering: Rendering = RESTITUTION) -> Dossier:
        """Everything filled in, in French. The learnings rest on words that may be published."""
        whole = around(self.outcomes(rendering), rendering)
        assert whole.protocol is not None
        instruments = (*whole.protocol.instruments, COVERING)
        whole = replace(
            whole,
            protocol=replace(whole.protocol, instruments=instruments, tests=WANTED),
            across=self.compared(rendering),
            networks=networks_across(self.sessions, rendering),
            planned=runs_of(self.sessions, held=True),
        )
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
    shipped, database = places.workshop_formats(), folder / "golden.db"
    held: list[Session] = []
    for name, people, seed in HELD:
        home = SEASON if (SEASON / f"{name}.yaml").exists() else shipped
        reading, earlier = read_file(home / f"{name}.yaml", shipped), held[0] if held else None
        held.append(
            rehearse(reading, people, seed, database_url=f"sqlite:///{database}", earlier=earlier).session,
        )
    kept = open_database(f"sqlite:///{database}")
    held[1] = _take_back(EventLog(kept), held[1])
    ids = [session.id for session in held]
    told = {session: _numbers(later.answers_of(kept, session)) for session in ids}
    links = pairings.among(kept, ids)
    kept.close()
    return Golden(database, tuple(held), links, told)


def _take_back(log: EventLog, session: Session) -> Session:
    """The session after its first giver took their number back, a minute after its end."""
    step, question = TAKEN_BACK
    holder = min(session.answers[step][question])
    gone = AnswerWithdrawn(step, question, holder, (session.closed_at or 0) + 60_000)
    head = log.head(session.id)
    assert head is not None
    log.append(Batch(session.id, head, (Entry(By("participant", holder), (gone,)),)))
    return evolve(session, gone)


def _numbers(told: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Fraction]]:
    return {seat: {name: Fraction(value) for name, value in of.items()} for seat, of in told.items()}


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
