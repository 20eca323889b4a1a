"""The same question in several sessions of an experiment, for the people who said that their seats are theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain

from facilitation.domain.format import Question, Text
from facilitation.domain.session import Planned, Session
from facilitation.projections.outcome.consent import is_left_out
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.asked_for import Wanted, tests_told
from facilitation.projections.paired.drawing import drawn
from facilitation.projections.paired.shapes import Comparison
from facilitation.projections.paired.small import Directions
from facilitation.projections.paired.told import (
    Given,
    Twice,
    comparison,
    form_of,
    headless,
    is_same,
    numbers_of,
    steps_of,
)
from facilitation.projections.paired.which import Sort, root_of
from facilitation.projections.pictures.draw import spaced

Seat = tuple[str, str]
WHEN = {"before": Text("au début", "at the start"), "after": Text("à la fin", "at the end")}
KINDS = frozenset({"scale", "whole number", "number", "yes-no"})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question where a session first or last asked it."""

    place: int
    session: Session
    planned: Planned
    question: Question


def across(
    sessions: Sequence[Session], links: Mapping[Seat, Seat], rendering: Rendering, wanted: Sequence[Wanted] = ()
) -> tuple[Compared, ...]:
    """Every question that the first and the last session asking it ask alike, in the order first asked.

    `sessions` are in the order held; `links` lead from a seat to that of the same person in an earlier session.
    """
    found = []
    for first, last in _pairs(sessions):
        twice = _twice(first, last, links)
        one = guarded(twice, "sessions", (_moment(first), _moment(last)), rendering.threshold)
        if one.both:
            one = headless(one, (first.session, last.session), rendering)
            one = replace(one, tests=tests_told(one, twice.pairs, _root(first), wanted))
            found.append(Compared(one, spaced(drawn(one))))
    return tuple(found)


def _pairs(sessions: Sequence[Session]) -> Iterator[tuple[_Asked, _Asked]]:
    families: dict[str, list[list[_Asked]]] = {}
    for place, session in enumerate(sessions, 1):
        asked = {q.name: (planned, q) for planned in session.plan for q in planned.stage.ask}
        for name, (planned, question) in asked.items():
            if planned.stage.survey != "looking back" and question.answered_by == "person" and question.kind in KINDS:
                _join(families.setdefault(root_of(asked, name), []), _Asked(place, session, planned, question))
    for family in chain.from_iterable(families.values()):
        first, last = family[0], family[-1]
        if first.place != last.place and _alike(first, last):
            yield first, last


def _join(families: list[list[_Asked]], asked: _Asked) -> None:
    """Put a question among those that ask the same, or among none of one name yet."""
    for family in families:
        if is_same(family[0].session, family[0].question, asked.session, asked.question):
            family.append(asked)
            return
    families.append([asked])


def _alike(one: _Asked, other: _Asked) -> bool:
    """Whether two questions have one kind and one scale, and no room was promised that they stay in it."""
    told = not any(is_left_out(each.session.format, each.question.name) for each in (one, other))
    scales = [steps_of(each.session, each.planned, each.question) for each in (one, other)]
    return told and one.question.kind == other.question.kind and scales[0] == scales[1]


def _twice(first: _Asked, last: _Asked, links: Mapping[Seat, Seat]) -> Twice:
    given = (_by_person(first, links), _by_person(last, links))
    people = frozenset(
        _person((each.session.id, person), links) for each in (first, last) for person in each.session.people
    )
    steps = steps_of(first.session, first.planned, first.question)
    return Twice((first.question, last.question), given, steps, people)


def _root(asked: _Asked) -> tuple[str, str]:
    known = {q.name: (planned, q) for planned in asked.session.plan for q in planned.stage.ask}
    return form_of(asked.session), root_of(known, asked.question.name)


def guarded(twice: Twice, sort: Sort, moments: tuple[Text, Text], fewest: int) -> Comparison:
    """A comparison beside which documents print all answers of the session, whatever it keeps back."""
    found = comparison(twice, sort, moments, fewest, None)
    if found.directions and found.sides is None:
        # Both distributions are printed elsewhere, so that the directions have to be kept back here.
        return replace(found, directions=Directions(None, None, None, len(twice.both)))
    return found


def _by_person(asked: _Asked, links: Mapping[Seat, Seat]) -> Given:
    told = numbers_of(asked.session, asked.planned, asked.question)
    return {_person((asked.session.id, who), links): value for who, value in told.items()}


def _person(seat: Seat, links: Mapping[Seat, Seat]) -> str:
    """The earliest seat that this one is said to be, as a name."""
    seen = {seat}
    while (earlier := links.get(seat)) is not None and earlier not in seen:
        seat = earlier
        seen.add(seat)
    return "/".join(seat)


def _moment(asked: _Asked) -> Text:
    when = WHEN.get(asked.planned.stage.survey)
    named = Text(f"Séance {asked.place}", f"Session {asked.place}")
    return Text(f"{named.fr} ({when.fr})", f"{named.en} ({when.en})") if when else named


Later = Mapping[str, Mapping[str, Fraction]]
"""For each seat, what it answered weeks after to each question."""


def weeks_after(
    session: Session, place: int, later: Later, rendering: Rendering, wanted: Sequence[Wanted] = ()
) -> tuple[Compared, ...]:
    """What was asked again weeks after a session, the `place`th of its experiment, beside what was said first."""
    asked = {question.name: (planned, question) for planned in session.plan for question in planned.stage.ask}
    found = []
    for question in session.format.later.ask if session.format and session.format.later else ():
        given = {f"{session.id}/{seat}": of[question.name] for seat, of in later.items() if question.name in of}
        if question.same_as in asked and given:
            planned, first = asked[root_of(asked, question.same_as)]
            before = _Asked(place, session, planned, first)
            told = _by_person(before, {})
            people = frozenset(f"{session.id}/{person}" for person in session.people) | given.keys()
            twice = Twice((first, question), (told, given), steps_of(session, planned, first), people)
            after = Text(f"Plus tard (séance {place})", f"Later (session {place})")
            one = guarded(twice, "later", (_moment(before), after), rendering.threshold)
            one = headless(one, (session,), rendering)
            one = replace(one, tests=tests_told(one, twice.pairs, _root(before), wanted))
            found.append(Compared(one, spaced(drawn(one))))
    return tuple(found)
