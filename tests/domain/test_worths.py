"""Options that count as numbers: held against words they are words, in calculations they are what they count."""

from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain.expressions import Worth, evaluate, parse
from facilitation.domain.format import Option, Question, Row, Setting, Stage, Table
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import AnswerValue
from facilitation.projections.channels import documents
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

EFFORT = (Option("low", say("Faible"), "1 / 2"), Option("high", say("Fort"), "price / 15"), Option("none", say("?")))
BASKET = (Option("bench", say("Banc"), "price"), Option("tree", say("Arbre"), "20"), Option("free", say("Rien")))
TABLE = Table("bonus", (Row(("low",), "7"), Row(("2",), "9")))


@pytest.fixture
def room() -> Room:
    ask = (
        Question("effort", "choice", say("Effort"), options=EFFORT, required=False),
        Question("basket", "choices", say("Panier"), options=BASKET, total="45", required=False),
    )
    price = Setting("price", say("Prix"), "number", Fraction(30))
    opened = open_room(form(Stage("shop", say("Marché"), ask=ask), settings=(price,), tables=(TABLE,)), 3)
    opened.next()
    return opened


def _worked_out(room: Room, formula: str, person: str = "p0") -> object:
    planned = room.session.now_playing
    assert planned is not None
    found = evaluate(parse(formula), StepScope(room.session, planned, None, person))
    return found.word if isinstance(found, Worth) else found


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("effort * 3", Fraction(6)),
        ("effort > 1", True),
        ("effort == 2", True),
        ('effort == "high"', True),
        ('effort != "high"', False),
        ('effort == "low"', False),
        ("sum(everyone.effort)", Fraction(5, 2)),
        ("average(everyone.effort)", Fraction(5, 4)),
        ("count(everyone.effort)", Fraction(2)),
        ("lookup(bonus, effort)", Fraction(9)),
        ("basket + 1", Fraction(31)),
        ("sum(everyone.basket)", Fraction(50)),
        ('picked(basket, "bench")', True),
    ],
)
def test_a_choice_is_a_word_and_a_number(room: Room, formula: str, value: object) -> None:
    for person, effort, basket in (("p0", "high", ("bench", "free")), ("p1", "low", ("tree",)), ("p2", "none", ())):
        room.answer(person, "effort", effort)
        if basket:
            room.answer(person, "basket", basket)
    assert _worked_out(room, formula) == value


def test_words_without_a_number_count_as_none(room: Room) -> None:
    room.answer("p0", "effort", "none")
    assert _worked_out(room, "effort * 2") is None
    assert _worked_out(room, 'effort == "none"') is True
    assert _worked_out(room, "lookup(bonus, effort)", "p1") is None
    room.answer("p1", "effort", "low")
    assert _worked_out(room, "lookup(bonus, effort)", "p1") == 7


@pytest.mark.parametrize(("picks", "reason"), [(("bench", "free"), ""), (("bench", "tree"), "too-large")])
def test_a_basket_stays_within_its_budget(room: Room, picks: AnswerValue, reason: str) -> None:
    given = c.GiveAnswer(room.session.current or "", "basket", picks)
    assert room.refusal(given, c.By("participant", "p0")) == reason


def test_phones_know_what_each_option_costs_where_a_budget_limits_them(room: Room) -> None:
    tasks = documents(room.session, ["person:p0"])["person:p0"]["tasks"]["answer"]
    assert [option.get("worth") for option in tasks["basket"]["options"]] == ["30", "20", "0"]
    assert "worth" not in tasks["effort"]["options"][0]
