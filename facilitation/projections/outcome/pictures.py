"""The pictures of a document: consents applied, words that are not reproduced told as such."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from facilitation.domain.format import Chart, ChartPart, Text
from facilitation.domain.scopes import asked_at
from facilitation.domain.session import Planned, Session
from facilitation.projections.outcome.consent import room_saw_answers
from facilitation.projections.outcome.contributions import rows_shown
from facilitation.projections.outcome.register import Register
from facilitation.projections.paired.shapes import Comparison
from facilitation.projections.paired.told import pictured
from facilitation.projections.pictures import Picture, draw
from facilitation.projections.pictures.gather import Scale, Seen, material_of
from facilitation.projections.pictures.live import (
    ballots,
    given,
    item_answers,
    scale_of_question,
    scale_of_vote,
)
from facilitation.projections.pictures.material import UNSAID
from facilitation.projections.pictures.nameless import nameless


def pictures_told(session: Session, known: Register, charts: Iterable[Chart | ChartPart]) -> Iterator[Picture]:
    """The pictures among some charts, as they stood at the end."""
    lens = Told(session, known)
    for chart in charts:
        material = material_of(lens, chart.kind, chart.of, chart.title) if chart.of else None
        if material is not None:
            told = nameless(material) if known.rendering.published else material
            yield replace(draw(told), of=tuple(chart.of))


@dataclass(frozen=True, slots=True)
class Told:
    """What the readers of a document may know."""

    session: Session
    known: Register

    def cards(self, board: str) -> Sequence[Seen]:
        """All that were not withdrawn, named where their words are reproduced."""
        found = [c for c in self.session.cards.values() if c.board == board and not c.withdrawn and c.about is None]
        return [Seen(c.id, self._name(c.id, c.text), c.column) for c in found if not c.hidden]

    def _name(self, id: str, text: str) -> Text:
        number = self.known.card_numbers.get(id)
        return UNSAID if number is None else Text.same(text)

    def rows(self, question: str) -> Iterable[Sequence[str]]:
        """Those that are reproduced."""
        answers = [one for one in self.known.answers if one.question.name == question]
        for answer in rows_shown(self.session, self.known, answers):
            yield from answer.rows

    def scale(self, source: str) -> Scale | None:
        """Aggregates alone: a document may always give them."""
        voting = self._voting(source)
        if voting is not None:
            return scale_of_vote(self.session, voting)
        found = asked_at(self.session, self.session.plan[-1], source)
        return scale_of_question(self.session, *found) if found else None

    def opinions(self, source: str) -> Mapping[str, Mapping[str, Fraction]]:
        """What each person said; the pictures pool it."""
        voting = self._voting(source)
        return ballots(self.session, voting) if voting else item_answers(self.session, self.session.plan[-1], source)

    def speakers(self, question: str) -> frozenset[str] | None:
        """Those who agreed, where the room saw the answers themselves."""
        found = asked_at(self.session, self.session.plan[-1], question)
        if found is None or found[1].anonymous or not room_saw_answers(self.session, found[0]):
            return None
        said = item_answers(self.session, self.session.plan[-1], question)
        return frozenset(person for person in said if self.known.may_tell_of(self.session, (person,)))

    def picks(self, question: str) -> Mapping[str, str]:
        """Enough of them that nobody is told apart."""
        found = asked_at(self.session, self.session.plan[-1], question)
        picked = {who: str(one.value) for who, one in given(self.session, found[0], question)} if found else {}
        return picked if len(picked) >= self.known.rendering.threshold else {}

    def twice(self, first: str, second: str) -> Comparison | None:
        """Two questions, as few or as many as answered them."""
        return pictured(self.session, first, second, self.known.rendering)

    def _voting(self, stage: str) -> Planned | None:
        steps = [step for step in self.session.plan if step.stage.id == stage and step.stage.vote]
        return next((step for step in reversed(steps) if step.key in self.session.votes), None)
