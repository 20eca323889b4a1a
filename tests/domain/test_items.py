"""One value for each item, and limits that depend on other answers of the same person."""

import json
from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Board, Compute, Option, Question, Stage, Visibility
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import AnswerValue
from facilitation.projections.channels import documents
from facilitation.projections.outcome import outcome
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

ITEMS = (Option("bread", say("Le pain")), Option("milk", say("Le lait")))


@pytest.fixture
def room() -> Room:
    ask = (
        Question("budget", "number", say("Budget"), minimum="0", maximum="100"),
        Question("price", "items", say("Prix"), items=ITEMS, each="number", minimum="0", total="budget"),
        Question("likes", "items", say("Goûts"), items=ITEMS, each="yes-no", required=False),
    )
    compute = (Compute("person", "spent", "price"), Compute("person", "bread", 'answer_for(price, "bread")'))
    opened = open_room(form(Stage("shop", say("Marché"), ask=ask, compute=compute)), 3)
    opened.next()
    opened.answer("p0", "budget", 10)
    return opened


def _give(room: Room, question: str, value: AnswerValue, person: str = "p0") -> str:
    given = c.GiveAnswer(room.session.current or "", question, value)
    return room.refusal(given, c.By("participant", person))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ((("bread", "3"), ("milk", "9/2")), ""),
        ((("bread", "3"),), "items-missing"),
        ((("bread", "3"), ("milk", "8")), "too-large"),
        ((("bread", "-1"), ("milk", "2")), "too-small"),
        ((("bread", "3"), ("cheese", "2")), "not-an-option"),
        ((("bread", "3"), ("bread", "2")), "not-a-number"),
        ((("bread", "trois"), ("milk", "2")), "not-a-number"),
        ((("bread", "1/0"), ("milk", "2")), "not-a-number"),
        (("bread", "milk"), "not-a-number"),
        ("3", "wrong-type"),
    ],
)
def test_each_item_has_its_value_within_limits(room: Room, value: AnswerValue, reason: str) -> None:
    assert _give(room, "price", value) == reason


def test_an_item_may_be_left_out_where_no_answer_is_needed(room: Room) -> None:
    assert _give(room, "likes", (("milk", "yes"),)) == ""
    assert _give(room, "likes", (("milk", "maybe"),)) == "not-an-option"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("price", Fraction(15, 2)),
        ('answer_for(price, "milk")', Fraction(9, 2)),
        ("answer_for(price, 1)", Fraction(3)),
        ("answer_for(price, 3)", None),
        ('answer_for(price, "cheese")', None),
        ('answer_for(likes, "milk")', True),
        ("likes", Fraction(1)),
        ('sum(answer_for(price, "bread"))', Fraction(3)),
        ('count(answer_for(price, "bread"))', Fraction(1)),
    ],
)
def test_a_formula_reads_one_item_or_all_of_them(room: Room, formula: str, value: object) -> None:
    _give(room, "price", (("bread", "3"), ("milk", "9/2")))
    _give(room, "likes", (("milk", "yes"),))
    planned = room.session.now_playing
    assert planned is not None
    assert evaluate(parse(formula), StepScope(room.session, planned, person="p0")) == value


def test_what_depends_on_another_answer_waits_for_it(room: Room) -> None:
    price = (("bread", "1"), ("milk", "1"))
    assert _give(room, "price", price, "p1") == "answer-first"
    room.answer("p1", "budget", 2)
    assert _give(room, "price", price, "p1") == ""
    assert _give(room, "budget", Fraction(1), "p1") == "limits-together"
    assert _give(room, "budget", Fraction(5), "p1") == ""


def test_a_limit_may_name_the_answer_above_for_every_kind_of_number() -> None:
    kinds = ("whole number", "number", "scale")
    ask = (Question("first", "whole number", say("Un")),)
    ask += tuple(
        Question(f"q{n}", kind, say("Deux"), minimum="0", maximum="10 - first") for n, kind in enumerate(kinds)
    )
    room = open_room(form(Stage("ask", say("Questions"), ask=ask)), 1)
    room.next()
    assert _give(room, "q0", Fraction(3)) == "answer-first"
    room.answer("p0", "first", 4)
    for number in range(3):
        assert _give(room, f"q{number}", Fraction(7)) == "too-large"
        assert _give(room, f"q{number}", Fraction(6)) == ""
    task = documents(room.session, ["person:p0"])["person:p0"]["tasks"]["answer"]["q1"]
    assert task["max"] == "6"


def test_the_cards_of_a_board_are_items_for_those_who_read_them() -> None:
    ask = (Question("ease", "items", say("Facile ?"), items_of="ideas", each="scale", minimum="1", maximum="5"),)
    write = Stage("write", say("Écrire"), boards=(Board("ideas", Visibility("author")),))
    rate = Stage(
        "rate",
        say("Noter"),
        boards=(Board("ideas", Visibility("author"), written_by="nobody"),),
        ask=ask,
        answers_seen_by=Visibility("everyone"),
    )
    room = open_room(form(write, rate), 2)
    room.next()
    room.post("p0", "ideas", "Une idée secrète")
    room.post("p1", "ideas", "Une autre")
    room.next()
    assert _give(room, "ease", (("c1", "4"), ("c2", "4"))) == "not-an-option"
    assert _give(room, "ease", (("c1", "4"),)) == ""
    told = documents(room.session, ["person:p0", "person:p1", "everyone", "staff"])
    assert told["person:p0"]["tasks"]["answer"]["ease"]["of"] == "ideas"
    assert "secrète" not in json.dumps(
        [told[channel] for channel in ("person:p1", "everyone", "staff")], ensure_ascii=False
    )


def test_the_record_tells_each_item_by_its_spread() -> None:
    ask = (Question("price", "items", say("Prix"), items=ITEMS),)
    room = open_room(form(Stage("shop", say("Marché"), ask=ask, answers_seen_by=Visibility("everyone"))), 5)
    room.next()
    for number, person in enumerate(room.session.people):
        _give(room, "price", (("bread", str(number)), ("milk", "2")), person)
    told = outcome(room.session).stages[0].questions[0].rounds[0]
    assert [(item.id, item.n, item.spread.median if item.spread else None) for item in told.items] == [
        ("bread", 5, 2),
        ("milk", 5, 2),
    ]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://example.org/page?a=1", ""),
        ("  https://example.org  ", ""),
        ("http://example.org", "not-a-link"),
        ("javascript:alert(1)", "not-a-link"),
        ("https://user:secret@example.org", "not-a-link"),
        ("https://exa mple.org", "not-a-link"),
        ("https://localhost", "not-a-link"),
        ("", "empty"),
    ],
)
def test_a_link_is_an_address_and_nothing_else(address: str, reason: str) -> None:
    room = open_room(form(Stage("share", say("Partager"), ask=(Question("page", "link", say("Une page")),))), 1)
    room.next()
    assert _give(room, "page", address) == reason
