"""What may be told of the answers of people who were asked twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from facilitation.domain.format import Question, Text
from facilitation.domain.session import Planned, Session
from facilitation.projections.filling import number
from facilitation.projections.outcome.numbers import quantile
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.paired.asked_for import Wanted, tests_told
from facilitation.projections.paired.shapes import Comparison, Side
from facilitation.projections.paired.small import Pair, apart, counted, directions, spread_is_safe
from facilitation.projections.paired.which import MOMENTS, Sort, compared, root_of
from facilitation.projections.scales import steps_of_scale

NO, YES = Text("Non", "No"), Text("Oui", "Yes")

Given = Mapping[str, Fraction]
"""The answer of each person, as a number."""


@dataclass(frozen=True, slots=True)
class Twice:
    """Two questions and what each person answered to them."""

    questions: tuple[Question, Question]
    given: tuple[Given, Given]
    steps: tuple[Fraction, ...]
    people: frozenset[str]

    @property
    def both(self) -> frozenset[str]:
        """Those who answered twice."""
        return frozenset(self.given[0]) & frozenset(self.given[1])

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Their answers, in an order that says nothing."""
        return tuple(sorted((self.given[0][who], self.given[1][who]) for who in self.both))


def comparisons(session: Session, rendering: Rendering, wanted: Sequence[Wanted] = ()) -> tuple[Comparison, ...]:
    """All that a session compares, in the order of its plan. What is told of one keeps to what was told of another."""
    asked = {question.name: (planned, question) for planned in session.plan for question in planned.stage.ask}
    told: dict[str, list[frozenset[str]]] = {}
    found = []
    for each in compared(session):
        twice = _twice(session, each.first, each.second)
        # A moment at which nobody was asked, or nobody answered, is none that could be compared.
        if twice is not None and all(twice.given):
            one = comparison(twice, each.sort, MOMENTS[each.sort], rendering.threshold, told)
            one = headless(one, (session,), rendering)
            root = (form_of(session), root_of(asked, each.first))
            found.append(replace(one, tests=tests_told(one, twice.pairs, root, wanted)))
    return tuple(found)


def kept_back(session: Session, fewest: int) -> frozenset[frozenset[str]]:
    """The questions out of which nothing may be worked out together, where a comparison keeps something back.

    The two questions of a comparison; and each of them, where its answers alone would give back what is kept back.
    """
    found: set[frozenset[str]] = set()
    for each in compared(session):
        twice = _twice(session, each.first, each.second)
        if twice is None:
            continue
        enough = len(twice.both) >= fewest
        if not enough or directions(counted(twice.pairs), fewest).together:
            found.add(frozenset({each.first, each.second}))
        if enough and not spread_is_safe(twice.pairs, fewest):
            found |= {frozenset({each.first}), frozenset({each.second})}
    return frozenset(found)


def pictured(session: Session, first: str, second: str, rendering: Rendering) -> Comparison | None:
    """Two questions that a chart names."""
    twice = _twice(session, first, second)
    if twice is None:
        return None
    return headless(comparison(twice, "change", MOMENTS["change"], rendering.threshold, {}), (session,), rendering)


def form_of(session: Session) -> str:
    """The name of its format."""
    return session.format.id if session.format else ""


def is_same(one: Session, asked: Question, other: Session, again: Question) -> bool:
    """Whether two sessions ask the same question: in the same format, or in the same words in a language. A name alone
    says little: many formats ask whether something was « worth » it.
    """
    words = ((asked.label.fr, again.label.fr), (asked.label.en, again.label.en))
    return form_of(one) == form_of(other) or any(first and first == then for first, then in words)


def headless(found: Comparison, sessions: Sequence[Session], rendering: Rendering) -> Comparison:
    """Without the number of those who answered, where readers outside are not told how few came to a session."""
    if rendering.published and any(len(session.people) < rendering.threshold for session in sessions):
        return replace(found, both=None, only_first=None, only_second=None, neither=None)
    return found


def comparison(
    twice: Twice, sort: Sort, moments: tuple[Text, Text], fewest: int, told: dict[str, list[frozenset[str]]] | None
) -> Comparison:
    """What may be told; `told` remembers of whom the answers to each question were told. Without it, only what all
    answered is spread out, which takes nothing from anybody who answered once.
    """
    one, two = twice.questions
    both, (first, second) = twice.both, twice.given
    found = Comparison(
        sort=sort,
        label=two.label if sort == "hindsight" else one.label,
        asked=(one.label, two.label),
        moments=moments,
        names=(one.name, two.name),
        both=len(both),
        only_first=len(first) - len(both),
        only_second=len(second) - len(both),
        neither=len(twice.people - first.keys() - second.keys()),
        steps=tuple(_step(one, step) for step in twice.steps),
        yes_no=one.kind == "yes-no",
    )
    if len(both) < fewest:
        return found
    ways = directions(counted(twice.pairs), fewest)
    safe = spread_is_safe(twice.pairs, fewest)
    of_all = told is None or not _may_be_told(twice, told, fewest)
    sides = tuple(
        _side(values if of_all else {who: values[who] for who in both}, twice.steps) for values in twice.given
    )
    return replace(found, directions=ways, sides=(sides[0], sides[1]) if safe else None, of_all=of_all)


def _may_be_told(twice: Twice, told: dict[str, list[frozenset[str]]], fewest: int) -> bool:
    """Whether the answers of those who gave both may be spread out, beside those of all and those told before."""
    both = twice.both
    names = [question.name for question in twice.questions]
    before = [[frozenset(given), *told.get(name, [])] for name, given in zip(names, twice.given, strict=True)]
    if any(apart(both, others, fewest) for bases in before for others in bases):
        return False
    for name in names:
        told.setdefault(name, []).append(both)
    return True


def _twice(session: Session, first: str, second: str) -> Twice | None:
    one, two = _asked(session, first), _asked(session, second)
    if one is None or two is None:
        return None
    given = (numbers_of(session, *one), numbers_of(session, *two))
    return Twice((one[1], two[1]), given, steps_of(session, *one), frozenset(session.people))


def _asked(session: Session, name: str) -> tuple[Planned, Question] | None:
    """The question in the last of its turns."""
    found = [(planned, question) for planned in session.plan for question in planned.stage.ask if question.name == name]
    return found[-1] if found else None


def numbers_of(session: Session, planned: Planned, question: Question) -> Given:
    """What each person answered, withdrawn answers left out."""
    given = session.answers.get(planned.key, {}).get(question.name, {})
    return {
        who: Fraction(answer.value)
        for who, answer in given.items()
        if not answer.withdrawn and isinstance(answer.value, bool | Fraction)
    }


def steps_of(session: Session, planned: Planned, question: Question) -> tuple[Fraction, ...]:
    """The few steps that answers may take; none where they are any numbers."""
    if question.kind == "yes-no":
        return (Fraction(0), Fraction(1))
    return tuple(map(Fraction, steps_of_scale(session, planned, question)))


def _step(question: Question, step: Fraction) -> Text:
    if question.kind == "yes-no":
        return YES if step else NO
    return Text(number(step, "fr"), number(step, "en"))


def _side(values: Given, steps: Sequence[Fraction]) -> Side:
    ranked = sorted(values.values())
    lower, median, upper = (quantile(ranked, Fraction(part, 4)) for part in (1, 2, 3))
    return Side(len(ranked), tuple(ranked.count(step) for step in steps), lower, median, upper)
