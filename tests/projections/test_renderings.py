"""The two renderings of a session: what each set of consents lets through, and the stricter threshold outside."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import product

import pytest

from facilitation.domain.format import Setting, Stage
from facilitation.domain.session import Consents, Session
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RENDERINGS, RESTITUTION
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer, SpreadTable, ValueTable
from tests.documentation.sample import codeveloppement, one_two_four_all, public_goods
from tests.domain.forms import form, say
from tests.domain.room import open_room
from tests.projections.test_too_few import MEAN, asked

WORDS = [f"parole{n:02d}unique" for n in range(40)]


def _session(author: str, consents: Consents) -> Session:
    """A session in which one author, who wrote something all could read, agreed to this and no more."""
    session = one_two_four_all(words=WORDS)
    everybody = Consents(report=True, quotation=True, publication=True)
    people = {id: replace(one, consents=everybody) for id, one in session.people.items()}
    return replace(session, people={**people, author: replace(people[author], consents=consents)})


def _said(value: object) -> Iterator[Contribution | RowsAnswer]:
    """Every contribution anywhere in an outcome."""
    if isinstance(value, Contribution | RowsAnswer):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _said(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _said(each)


def _printed_author() -> tuple[str, str]:
    """Somebody whose words are printed once they agree to everything, and those words."""
    session = _session("p1", Consents(report=True, quotation=True, publication=True))
    printed = {one.text for one in _said(outcome(session)) if isinstance(one, Contribution)}
    card = next(card for card in session.cards.values() if card.text in printed and len(card.writers) == 1)
    return card.author, card.text


@pytest.mark.parametrize(("report", "quotation", "publication"), list(product((True, False), repeat=3)))
def test_each_combination_of_consents(report: bool, quotation: bool, publication: bool) -> None:
    author, words = _printed_author()
    session = _session(author, Consents(report, quotation, publication))
    inside = [one for one in _said(outcome(session)) if isinstance(one, Contribution) and one.text == words]
    assert bool(inside) is report
    assert all(one.quotable is quotation for one in inside)
    assert (words in str(outcome(session, DIFFUSION))) is (report and publication)


def test_one_number_and_one_reference_name_the_same_words_in_both() -> None:
    author, _ = _printed_author()
    session = _session(author, Consents(report=True))
    inside = {one.number: one for one in _said(outcome(session))}
    outside = {one.number: one for one in _said(outcome(session, DIFFUSION))}
    assert outside.keys() < inside.keys()
    assert all(inside[number].ref == one.ref for number, one in outside.items())
    assert len({one.ref for one in inside.values()}) == len(inside)


def test_what_is_not_published_is_counted() -> None:
    author, _ = _printed_author()
    session = _session(author, Consents(report=True))
    told = outcome(session, DIFFUSION)
    missing = {one.number for one in _said(outcome(session))} - {one.number for one in _said(told)}
    assert told.unprinted.unpublished == len(missing) > 0
    assert told.contributions == outcome(session).contributions


def test_a_reference_outlives_a_withdrawal_and_tells_nobody() -> None:
    author, words = _printed_author()
    session = _session(author, Consents(report=True, quotation=True, publication=True))
    before = {one.ref for one in _said(outcome(session))}
    card = next(card for card in session.cards.values() if card.text == words)
    gone = replace(session, cards={**session.cards, card.id: replace(card, text="", withdrawn=True)})
    after = {one.ref for one in _said(outcome(gone))}
    assert after < before
    assert len(before - after) == 1
    assert not any(id in ref for id in session.people for ref in before)


@pytest.mark.parametrize("sample", [codeveloppement, partial(public_goods, 6)])
def test_fewer_than_the_threshold_leave_no_figure_outside(sample: object) -> None:
    assert callable(sample)
    session = sample()
    assert len(session.people) < DIFFUSION.threshold
    told = outcome(session, DIFFUSION)
    for stage in told.stages:
        assert all(not turn.counts and turn.spread is None for asked in stage.questions for turn in asked.rounds)
        assert all(not _cells(table) for table in stage.values)
        assert all(not vote.rows for vote in stage.votes if vote.voters)
    assert any(_figures(outcome(session))), "the sample needs figures inside for this test to mean anything"


def _cells(table: ValueTable | SpreadTable) -> list[object]:
    if isinstance(table, SpreadTable):
        return [one for one in table.spreads if one is not None]
    return [cell for row in table.rows for cell in row.cells if cell is not None]


def _figures(told: Outcome) -> Iterator[object]:
    for stage in told.stages:
        yield from (turn for asked in stage.questions for turn in asked.rounds if turn.counts or turn.spread)
        yield from (cell for table in stage.values for cell in _cells(table))
        yield from (row for vote in stage.votes for row in vote.rows)


def test_outside_is_never_less_strict() -> None:
    assert RENDERINGS.keys() == {"restitution", "diffusion"}
    assert DIFFUSION.threshold > RESTITUTION.threshold
    session = one_two_four_all()
    inside, outside = outcome(session), outcome(session, DIFFUSION)
    assert {one.number for one in _said(outside)} <= {one.number for one in _said(inside)}
    assert outside.attendance.threshold == DIFFUSION.threshold


@pytest.mark.parametrize(("people", "outside"), [(6, "…"), (12, "2")])
def test_a_title_filled_with_a_value_tells_outside_only_what_ten_stand_behind(people: int, outside: str) -> None:
    session = asked(people, *[1, 2, 3] * (people // 3)).session
    title, label = MEAN.fr.split("{")[0], "told"
    for rendering, value in ((RESTITUTION, "2"), (DIFFUSION, outside)):
        stage = next(one for one in outcome(session, rendering).stages if one.stage == label)
        assert stage.title.fr == title + value
        assert stage.questions[0].label.fr == title + value
        step = next(one for one in outcome(session, rendering).timeline if one.title.fr.startswith(title))
        assert step.title.fr == title + value


def test_a_setting_is_told_outside_however_few_were_there() -> None:
    room = open_room(
        form(
            Stage("ask", say("Dire en {length} minutes")),
            settings=(Setting("length", say("Durée"), "whole number", Fraction(7)),),
        ),
        6,
    )
    room.next()
    titles = [one.title.fr for one in outcome(room.session, DIFFUSION).stages]
    assert titles == ["Dire en 7 minutes"]
