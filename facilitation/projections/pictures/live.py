"""The pictures of the step that is on, from what everyone may read of it now."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from facilitation.domain.format import Question, Text
from facilitation.domain.item_values import values_by_item
from facilitation.domain.scopes import asked_at, whole_limit
from facilitation.domain.session import Answer, Planned, Session
from facilitation.domain.visibility import votes_shown
from facilitation.projections.outcome.consent import THRESHOLD
from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.projections.paired.shapes import Comparison
from facilitation.projections.paired.told import pictured
from facilitation.projections.pictures.draw import draw
from facilitation.projections.pictures.gather import Scale, Seen, material_of
from facilitation.projections.pictures.plain import plain
from facilitation.projections.pictures.shapes import Picture
from facilitation.projections.view import View


def pictures_of(view: View) -> dict[str, Picture]:
    """The pictures of the step that is on, by the place of their chart."""
    if view.planned is None:
        return {}
    lens = Live(view.session, view, view.planned)
    found: dict[str, Picture] = {}
    for place, chart in enumerate(view.planned.stage.charts, 1):
        material = material_of(lens, chart.kind, chart.of, chart.title) if chart.of else None
        if material is not None:
            found[str(place)] = draw(material)
    return found


def as_documents(pictures: Mapping[str, Picture]) -> dict[str, Any]:
    """The same as screens read them."""
    return {place: plain(picture) for place, picture in pictures.items()}


@dataclass(frozen=True, slots=True)
class Live:
    """What everyone may read now."""

    session: Session
    view: View
    planned: Planned

    def cards(self, board: str) -> Sequence[Seen]:
        """Those that the channel of everyone carries in this step."""
        shown = self.view.cards_by_channel.get("everyone", {}).get(board, [])
        return [Seen(card.id, Text.same(card.text), card.column) for card in shown if card.about is None]

    def rows(self, question: str) -> Iterable[Sequence[str]]:
        """Those of questions that this step asks or keeps in view."""
        for step, asked, opened in self.view.shown_questions:
            for answer in self.view.answers_shown(step, asked, opened) if asked.name == question else ():
                if "everyone" in self.view.channels(opened, answer.by) and isinstance(answer.value, tuple):
                    yield from (tuple(map(str, row)) for row in answer.value if isinstance(row, tuple))

    def scale(self, source: str) -> Scale | None:
        """A question once its step is closed and the room may know; a vote once its counts are shown."""
        if (voting := self._voting(source)) is not None:
            return scale_of_vote(self.session, voting) if votes_shown(self.session, voting) else None
        found = asked_at(self.session, self.planned, source)
        return scale_of_question(self.session, *found) if found and self._told(found[0]) else None

    def opinions(self, source: str) -> Mapping[str, Mapping[str, Fraction]]:
        """What each person said; the pictures pool it."""
        if voting := self._voting(source):
            return ballots(self.session, voting)
        found = item_answers(self.session, self.planned, source)
        asked = asked_at(self.session, self.planned, source)
        return enough_of_each(found) if asked and asked[1].anonymous else found

    def speakers(self, question: str) -> frozenset[str] | None:
        """Only where everyone reads the answers themselves."""
        found = asked_at(self.session, self.planned, question)
        if found is None or found[1].anonymous or not self._told(found[0]):
            return None
        opened = self.view.audiences(found[0].stage.answers_seen_by, found[0])
        return frozenset(item_answers(self.session, self.planned, question)) if "everyone" in opened else None

    def picks(self, question: str) -> Mapping[str, str]:
        """A choice once its step is closed and the room may know the totals."""
        found = asked_at(self.session, self.planned, question)
        if found is None or not self._told(found[0]):
            return {}
        picked = {who: str(answer.value) for who, answer in given(self.session, found[0], question)}
        return {} if found[1].anonymous and len(picked) < THRESHOLD else picked

    def twice(self, first: str, second: str) -> Comparison | None:
        """Two questions once their steps are closed: without a name, or whose totals the room may know."""
        for name in (first, second):
            found = asked_at(self.session, self.planned, name)
            if found is None or not (self._told(found[0]) or (found[1].anonymous and self._closed(found[0]))):
                return None
        told = pictured(self.session, first, second, RESTITUTION)
        return told if told and told.directions else None

    def _closed(self, step: Planned) -> bool:
        known = self.session.steps.get(step.key)
        return known is not None and known.closed_at is not None

    def _voting(self, stage: str) -> Planned | None:
        steps = self.session.plan[: self.session.plan.index(self.planned) + 1]
        return next((step for step in reversed(steps) if step.stage.id == stage and step.stage.vote), None)

    def _told(self, step: Planned) -> bool:
        if not self._closed(step):
            return False
        return step.stage.answers_seen_by.totals or "everyone" in self.view.audiences(step.stage.answers_seen_by, step)


def given(session: Session, step: Planned, question: str) -> list[tuple[str, Answer]]:
    """The answers to a question, by who gave them, withdrawn ones left out."""
    answers = session.answers.get(step.key, {}).get(question, {})
    return [(who, answer) for who, answer in answers.items() if not answer.withdrawn]


def item_answers(session: Session, upto: Planned, question: str) -> dict[str, dict[str, Fraction]]:
    """For each person, the number they gave each card."""
    found = asked_at(session, upto, question)
    if found is None:
        return {}
    step, asked = found
    values = ((who, values_by_item(asked, answer.value)) for who, answer in given(session, step, question))
    return {who: {card: Fraction(value) for card, value in of.items()} for who, of in values}


def enough_of_each(opinions: Mapping[str, Mapping[str, Fraction]]) -> dict[str, dict[str, Fraction]]:
    """The opinions without those on cards that too few people spoke of for nobody to be known by it."""
    speakers = Counter(card for of in opinions.values() for card in of)
    return {who: {card: n for card, n in of.items() if speakers[card] >= THRESHOLD} for who, of in opinions.items()}


def ballots(session: Session, voting: Planned) -> dict[str, dict[str, Fraction]]:
    """For each voter, the score they gave each card."""
    cast = session.votes.get(voting.key, {})
    return {who: {card: Fraction(score) for card, score in scores.items()} for who, scores in cast.items()}


def scale_of_vote(session: Session, voting: Planned) -> Scale | None:
    """What a vote with scores asks."""
    vote = voting.stage.vote
    if vote is None or vote.rate_to is None:
        return None
    low, high = (whole_limit(session, voting, end, None) or 0 for end in (vote.rate_from, vote.rate_to))
    return Scale(voting.stage.title, vote.of, Fraction(low), Fraction(high))


def scale_of_question(session: Session, step: Planned, asked: Question) -> Scale | None:
    """What a question for each card asks."""
    low, high = (whole_limit(session, step, end, None) for end in (asked.minimum, asked.maximum))
    if asked.items_of is None or low is None or high is None:
        return None
    return Scale(asked.label, asked.items_of, Fraction(low), Fraction(high))
