"""Cards dealt and scored, pages that stay at their table, columns opened one by one."""

from collections import Counter

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import (
    Board,
    Carry,
    Column,
    Duration,
    Format,
    Grouping,
    Repeat,
    Role,
    Stage,
    Visibility,
    Vote,
)
from facilitation.projections.channels import channels_of, documents, touched
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room


def _crowd(rounds: int = 5) -> Format:
    write = Board("ideas", Visibility("author"))
    score = Stage(
        "score",
        say("Noter"),
        boards=(Board("ideas", Visibility("author"), written_by="nobody"),),
        carry=(Carry("ideas", "dealt", deal="1"),),
        vote=Vote("ideas", "0", rate_from="1", rate_to="5", reveal="later"),
    )
    top = Board("ideas", Visibility("everyone"), written_by="nobody", scores=True)
    return form(
        Stage("write", say("Écrire"), boards=(write,)),
        Repeat(str(rounds), (score,)),
        Stage("top", say("Les dix"), boards=(top,), carry=(Carry("ideas", "top", top="10"),)),
    )


def _seen(room: Room, person: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for document in documents(room.session, channels_of(room.session, person)).values():
        found |= document.get("boards", {}).get("ideas", {}).get("cards", {})
    return found


@pytest.mark.parametrize("people", range(6, 41))
def test_each_card_gets_five_scores_never_from_its_author_never_twice_from_one_person(people: int) -> None:
    room = open_room(_crowd(), people=people)
    room.until("write")
    for person in room.session.people:
        room.post(person, "ideas", f"Idée de {person}")
    given: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for turn in range(1, 6):
        room.until(f"score.{turn}")
        for person in room.session.people:
            hand = _seen(room, person)
            assert len(hand) == 1
            (card,) = hand
            assert room.session.cards[card].author != person
            assert "score" not in hand[card]
            assert not isinstance(room.vote(person, {card: turn}), c.Refused)
            given[card] += 1
            pairs[(person, card)] += 1
        assert "tally" not in documents(room.session, ["everyone"])["everyone"]["vote"]
    assert set(given.values()) == {5}
    assert set(pairs.values()) == {1}
    room.until("top")
    shown = _seen(room, "p0")
    assert len(shown) == people, "equal sums are all tied, and a tie comes whole"
    assert {entry["score"] for entry in shown.values()} == {15}


@pytest.mark.parametrize(("people", "cards"), [(7, 3), (7, 12), (12, 7), (9, 20), (6, 1)])
def test_any_number_of_cards_is_dealt_evenly(people: int, cards: int) -> None:
    room = open_room(_crowd(3), people=people)
    room.until("write")
    for number in range(cards):
        room.post(f"p{number % people}", "ideas", f"Idée {number}")
    held: Counter[tuple[str, str]] = Counter()
    for turn in (1, 2, 3):
        room.until(f"score.{turn}")
        hands = room.session.dealt[f"score.{turn}"]["ideas"]
        assert sorted(card for hand in hands.values() for card in hand) == sorted(room.session.cards)
        sizes = [len(hands.get(person, ())) for person in room.session.people]
        assert max(sizes) - min(sizes) <= 1
        held.update((person, card) for person, hand in hands.items() for card in hand)
    assert set(held.values()) == {1}
    assert all(room.session.cards[card].author != person for person, card in held)


def test_only_what_was_dealt_can_be_scored_and_only_on_the_scale() -> None:
    room = open_room(_crowd(), people=6)
    room.until("write")
    for person in room.session.people:
        room.post(person, "ideas", f"Idée de {person}")
    room.until("score.1")
    (mine,) = room.session.dealt["score.1"]["ideas"]["p0"]
    other = next(card for card in room.session.cards if card != mine)
    who = c.By("participant", "p0")
    assert room.refusal(c.CastVote("score.1", {other: 3}), who) == "unknown-card"
    assert room.refusal(c.CastVote("score.1", {mine: 6}), who) == "out-of-scale"
    assert room.refusal(c.CastVote("score.1", {mine: 5}), who) == ""
    assert room.refusal(c.RevealStep("score.1")) == "nothing-to-reveal"


def test_a_card_hidden_while_dealt_leaves_the_hand_that_holds_it() -> None:
    room = open_room(_crowd(), people=6)
    room.until("write")
    for person in room.session.people:
        room.post(person, "ideas", f"Idée de {person}")
    room.until("score.1")
    (card,) = _seen(room, "p0")
    before = room.session
    events = room.do(c.HideCard(card))
    assert not isinstance(events, c.Refused)
    assert "person:p0" in touched(before, events, room.session)
    assert _seen(room, "p0") == {}


def _cafe() -> Format:
    page = Board("ideas", Visibility("group"), belongs_to="table", edited_by="group")
    table = Stage(
        "table", say("Table"), groups=Grouping("size", size="4", form="rotating", stays="host"), boards=(page,)
    )
    return form(Repeat("3", (table,)), roles=(Role("host", say("Hôte"), chosen_by="random", per="group"),))


def test_a_page_stays_at_its_table_when_its_authors_move_on() -> None:
    room = open_room(_cafe(), people=12)
    room.until("table.1")
    for turn in (1, 2, 3):
        room.until(f"table.{turn}")
        for number, group in enumerate(room.session.groups[f"table.{turn}"]):
            room.post(group[0], "ideas", f"tour {turn} table {number}")
        for number, group in enumerate(room.session.groups[f"table.{turn}"]):
            page = {f"tour {t} table {number}" for t in range(1, turn + 1)}
            for person in group:
                document = documents(room.session, [f"group:{number}"])[f"group:{number}"]
                assert {str(card["text"]) for card in document["boards"]["ideas"]["cards"].values()} == page, person
    moved = next(p for p in room.session.groups["table.1"][0] if p not in room.session.groups["table.3"][0])
    assert not any("table 0" in str(card["text"]) for card in _seen(room, moved).values())
    guest = room.session.groups["table.3"][0][-1]
    card = next(card for card in room.session.cards.values() if card.text == "tour 1 table 0")
    assert room.refusal(c.EditCard("table.3", card.id, "tour 1 table 0, relu"), c.By("participant", guest)) == ""


def test_columns_open_one_at_a_time() -> None:
    columns = (Column("what", say("Quoi")), Column("so", say("Et alors")))
    one = Board("ladder", Visibility("everyone"), columns=columns, open_columns=("what",))
    two = Board("ladder", Visibility("everyone"), columns=columns, open_columns=("so",))
    room = open_room(form(Stage("a", say("A"), boards=(one,)), Stage("b", say("B"), boards=(two,))), people=2)
    room.next()
    assert room.refusal(c.PostCard("a", "ladder", "Trop tôt", "so"), c.By("participant", "p0")) == "unknown-column"
    room.post("p0", "ladder", "Un fait", "what")

    def shown(channel: str) -> list[str]:
        document = documents(room.session, [channel])[channel]
        frame = document["boards"]["ladder"] if channel == "everyone" else document["tasks"]["post"]["ladder"]
        return [column["id"] for column in frame["columns"]]

    assert shown("everyone") == shown("person:p1") == ["what"]
    room.next()
    assert shown("everyone") == ["what", "so"]
    assert shown("person:p1") == ["so"]


def test_minutes_per_person_follow_the_largest_group() -> None:
    from_size = {people: open_room(_talk(), people=people) for people in (3, 7, 8)}
    for room in from_size.values():
        room.next()
    seconds = {
        people: (room.session.steps["talk"].ends_at or 0) - (room.session.steps["talk"].started_at or 0)
        for people, room in from_size.items()
    }
    assert seconds == {3: 3 * 120_000, 7: 4 * 120_000, 8: 4 * 120_000}


def _talk() -> Format:
    return form(Stage("talk", say("Parler"), duration=Duration("2", "person"), groups=Grouping("size", size="3")))
