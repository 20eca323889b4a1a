"""Lists merged into one, and answers that come back as totals alone."""

import json
from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain.folding import same_words
from facilitation.domain.format import Board, Carry, Format, Grouping, Option, Question, Stage, Visibility, Vote
from facilitation.projections.channels import all_channels, channels_of, documents
from facilitation.projections.outcome import outcome
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Un annuaire partagé.", "un  ANNUAIRE partagé", True),
        ("« Le lundi »", "le lundi !", True),
        ("L'été", "L\u2019été", True),
        ("École", "Ecole", False),
        ("Le lundi", "Le mardi", False),
        ("!", "?", True),
    ],
)
def test_what_counts_as_saying_the_same(one: str, other: str, same: bool) -> None:
    assert (same_words(one) == same_words(other)) is same


def _lists() -> Format:
    lists = Stage(
        "lists", say("Listes"), groups=Grouping("size", size="2"), boards=(Board("items", Visibility("group")),)
    )
    one = Stage(
        "one",
        say("Une liste"),
        boards=(Board("items", Visibility("everyone"), written_by="nobody"),),
        carry=(Carry("items", "merged"),),
        vote=Vote("items", "0", manner="keep or drop"),
    )
    return form(lists, one)


def _merged() -> Room:
    room = open_room(_lists(), 4)
    room.next()
    for person, text in zip(room.session.people, ("Le pain", "Le sel", "le pain.", "LE PAIN"), strict=True):
        room.post(person, "items", text)
    room.next()
    return room


def _cards(room: Room) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = documents(room.session, ["everyone"])["everyone"]["boards"]["items"]["cards"]
    return found


def test_lists_of_all_groups_become_one_and_what_says_the_same_is_one_card() -> None:
    room = _merged()
    assert _cards(room) == {"c1": {"text": "Le pain", "times": 3}, "c2": {"text": "Le sel"}}
    mine = documents(room.session, ["person:p3"])["person:p3"]["mine"]["cards"]
    assert mine["c4"]["text"] == "LE PAIN", "whoever wrote it still finds it among their own words"


def test_when_the_first_is_hidden_or_withdrawn_the_next_stands_for_the_others() -> None:
    room = _merged()
    room.do(c.HideCard("c1"))
    assert _cards(room) == {"c2": {"text": "Le sel"}, "c3": {"text": "le pain.", "times": 2}}
    room.do(c.WithdrawCard("c3"), c.By("participant", "p2"))
    assert _cards(room) == {"c2": {"text": "Le sel"}, "c4": {"text": "LE PAIN"}}


def test_a_ballot_on_a_merged_list_has_each_item_once() -> None:
    room = _merged()
    assert room.refusal(c.CastVote("one", {"c3": 2}), c.By("participant", "p0")) == "unknown-card"
    assert room.refusal(c.CastVote("one", {"c1": 2, "c2": 1}), c.By("participant", "p0")) == ""
    assert room.session.half_voted["one"] == frozenset()


def _estimate() -> Format:
    ask = (
        Question("guess", "number", say("Combien ?")),
        Question("mood", "choice", say("Météo"), options=(Option("sun", say("Soleil")), Option("rain", say("Pluie")))),
    )
    seen = Visibility("author", "everyone answered", "totals")
    first = Stage("first", say("Estimer"), ask=ask, answers_seen_by=seen)
    return form(first, Stage("talk", say("Parler"), keep_in_view=("guess",)))


def _answered(people: int) -> Room:
    room = open_room(_estimate(), people)
    room.next()
    for number, person in enumerate(room.session.people):
        room.answer(person, "guess", Fraction(1000 + 7 * number))
        room.answer(person, "mood", "sun" if number else "rain")
    return room


def _everywhere(room: Room) -> dict[str, dict[str, object]]:
    return documents(room.session, all_channels(room.session))


def test_totals_come_when_the_stage_is_closed_and_nobody_s_answer_travels_with_them() -> None:
    room = _answered(5)
    for channel, found in _everywhere(room).items():
        assert "totals" not in json.dumps({k: v for k, v in found.items() if k != "tasks"}), channel
    room.do(c.CloseStep("first"))
    everyone = documents(room.session, ["everyone"])["everyone"]["answers"]
    assert everyone["guess"]["totals"] == {
        "n": 5,
        "median": "1014",
        "lower": "1007",
        "upper": "1021",
        "average": "1014",
    }
    assert everyone["mood"]["totals"] == {"n": 5, "counts": {"sun": 4, "rain": 1}}
    for channel, found in _everywhere(room).items():
        for number, person in enumerate(room.session.people):
            if channel != f"person:{person}" and number not in (1, 2, 3):
                assert str(1000 + 7 * number) not in json.dumps(found), channel
        assert "entries" not in json.dumps(found.get("answers", {})), channel


def test_the_totals_stay_in_view_beside_one_s_own_answer() -> None:
    room = _answered(4)
    room.next()
    room.next() if room.session.current == "first" else None
    assert room.session.current == "talk"
    told = documents(room.session, channels_of(room.session, "p3"))
    assert told["everyone"]["answers"]["guess"]["totals"]["n"] == 4
    assert told["person:p3"]["mine"]["answers"]["guess"] == {"number": "1021"}


@pytest.mark.parametrize("people", [1, 2])
def test_with_too_few_answers_there_is_no_total(people: int) -> None:
    room = _answered(people)
    room.do(c.CloseStep("first"))
    assert documents(room.session, ["everyone"])["everyone"]["answers"]["guess"]["totals"] == {"n": people}


def test_the_record_lists_no_answer_one_by_one() -> None:
    room = _answered(8)
    room.do(c.CloseStep("first"))
    told = next(stage for stage in outcome(room.session).stages if stage.stage == "first").questions[0].rounds[0]
    assert told.spread is not None
    assert (told.spread.values, told.spread.median) == ((), Fraction(2049, 2))
