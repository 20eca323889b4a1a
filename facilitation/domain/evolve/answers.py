"""Answers, votes, choices, signals, and the values worked out of them."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from facilitation.domain import events as e
from facilitation.domain.evolve.mappings import put
from facilitation.domain.paper import taken_back_by_ticket
from facilitation.domain.session import Answer, Session
from facilitation.domain.sources import lines_drawing_on


def answers_after(s: Session, event: e.AnswerEvent) -> Session:
    """The session with what people answered by now."""
    return taken_back_by_ticket(_after(s, event), event)


def _after(s: Session, event: e.AnswerEvent) -> Session:
    step = event.step
    match event:
        case e.AnswerGiven(question=question, holder=holder):
            before = s.answers.get(step, {}).get(question, {}).get(holder)
            earlier = before.writers - {event.by} if before and not before.withdrawn else frozenset()
            waited = before is not None and before.held and not before.withdrawn
            answer = Answer(event.value, event.by, event.at, earlier=earlier, held=event.held or waited)
            return _answered(s, step, question, holder, answer)
        case e.AnswerWithdrawn(question=question, holder=holder, at=at):
            given = s.answers.get(step, {}).get(question, {}).get(holder)
            by, earlier = (given.by, given.earlier) if given else (holder, frozenset())
            without = _without_values(s, step, question, {by, *earlier})
            return _answered(without, step, question, holder, Answer("", by, at, withdrawn=True, earlier=earlier))
        case e.VoteCast(voter=voter, dots=dots):
            half = s.half_voted.get(step, frozenset()) - {voter}
            half = half if event.whole else half | {voter}
            voted = replace(s, votes=put(s.votes, step, put(s.votes.get(step, {}), voter, dict(dots))))
            return replace(voted, half_voted=put(s.half_voted, step, half))
        case e.CardsChosen(holder=holder, cards=cards):
            return replace(s, choices=put(s.choices, step, put(s.choices.get(step, {}), holder, cards)))
        case e.Signalled(person=person, signal=signal):
            return replace(s, signals=put(s.signals, step, put(s.signals.get(step, {}), person, signal)))
        case e.ValuesComputed(values=values):
            return replace(s, values=put(s.values, step, values))


def _answered(s: Session, step: str, question: str, holder: str, answer: Answer) -> Session:
    of_step = s.answers.get(step, {})
    of_question = put(of_step.get(question, {}), holder, answer)
    return replace(s, answers=put(s.answers, step, put(of_step, question, of_question)))


def _without_values(s: Session, step: str, question: str, people: set[str]) -> Session:
    # A payoff tells the number it was worked out from: whoever takes back the number takes back the payoff, and what
    # later steps made of either.
    gone = lines_drawing_on(s, question)
    keys = [planned.key for planned in s.plan]
    later = {step, *(keys[keys.index(step) :] if step in keys else keys)}
    values = {
        key: replace(found, person=_kept(found.person, people, None if key == step else gone))
        for key, found in s.values.items()
        if key in later
    }
    return replace(s, values={**s.values, **values}) if values else s


def _kept(
    person: Mapping[str, Mapping[str, Fraction]], people: set[str], gone: frozenset[str] | None
) -> Mapping[str, Mapping[str, Fraction]]:
    """The values of each person, without those of some: all of them, or those of certain names."""
    if gone is None:
        return {who: found for who, found in person.items() if who not in people}
    return {
        who: {name: value for name, value in found.items() if name not in gone} if who in people else found
        for who, found in person.items()
    }
