"""Deciding together: levels, reasons, an order, what a vote keeps, and one card after the other."""

import json

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.format import Board, Carry, Format, Repeat, Stage, Visibility, Vote
from facilitation.domain.format.activity import Manner
from facilitation.domain.tally import tally
from facilitation.projections.channels import all_channels, channels_of, documents, touched
from facilitation.projections.outcome import outcome
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

EVERYONE = Visibility("everyone")
STILL = Board("ideas", EVERYONE, written_by="nobody")


def _write(**more: object) -> Stage:
    return Stage("write", say("Écrire"), boards=(Board("ideas", EVERYONE, **more),))  # type: ignore[arg-type]


def _voted(manner: Manner, **more: object) -> Stage:
    return Stage("vote", say("Voter"), boards=(STILL,), vote=Vote("ideas", "0", manner=manner, **more))  # type: ignore[arg-type]


def _room(form: Format, people: int, cards: int) -> Room:
    room = open_room(form, people)
    room.next()
    for number in range(cards):
        room.post(f"p{number % people}", "ideas", f"Carte {number + 1}")
    return room


def _why(room: Room, person: str, dots: dict[str, int], reasons: dict[str, str]) -> tuple[e.Event, ...] | c.Refused:
    return room.do(c.CastVote(room.session.current or "", dots, reasons), c.By("participant", person))


def _told(room: Room, person: str) -> str:
    found = documents(room.session, channels_of(room.session, person))
    return json.dumps(found, ensure_ascii=False)


@pytest.mark.parametrize(
    ("manner", "dots", "reason"),
    [
        ("thumbs", {"c1": 4}, "not-an-option"),
        ("keep or drop", {"c1": 3}, "not-an-option"),
        ("consent", {"c1": -1}, "not-an-option"),
        ("consent", {"c1": 1}, "reason-missing"),
        ("consent", {"c1": 2}, "reason-missing"),
        ("ranking", {"c1": 1, "c2": 1}, "not-an-order"),
        ("ranking", {"c1": 2}, "not-an-order"),
        ("thumbs", {"c9": 3}, "unknown-card"),
        ("thumbs", {"c1": 3, "c2": 1}, ""),
        ("ranking", {"c2": 1, "c1": 2}, ""),
    ],
)
def test_each_way_to_vote_takes_its_own_ballots(manner: Manner, dots: dict[str, int], reason: str) -> None:
    room = _room(form(_write(), _voted(manner)), 2, 2)
    room.next()
    assert room.refusal(c.CastVote("vote", dots), c.By("participant", "p0")) == reason


def test_a_ballot_is_whole_once_every_card_has_its_level() -> None:
    stage = Stage(
        "vote",
        say("Voter"),
        boards=(STILL,),
        vote=Vote("ideas", "0", manner="keep or drop"),
        continue_when="everyone answered",
    )
    room = _room(form(_write(), stage, Stage("end", say("Fin"))), 2, 2)
    room.next()
    room.vote("p0", {"c1": 2})
    room.vote("p1", {"c1": 2, "c2": 1})
    assert room.session.current == "vote", "p0 has one card left"
    room.vote("p0", {"c1": 2, "c2": 2})
    assert room.session.current == "end"


def test_a_tie_keeps_nothing_and_what_is_kept_can_be_carried_and_voted_again() -> None:
    again = Stage(
        "again",
        say("Encore"),
        boards=(STILL,),
        carry=(Carry("ideas", "kept"),),
        vote=Vote("ideas", "0", manner="ranking"),
    )
    room = _room(form(_write(), _voted("keep or drop"), again), 2, 3)
    room.next()
    room.vote("p0", {"c1": 2, "c2": 2, "c3": 1})
    room.vote("p1", {"c1": 2, "c2": 1, "c3": 1})
    room.next()
    assert room.session.carried["again"]["ideas"] == ("c1",)
    assert room.refusal(c.CastVote("again", {"c2": 1}), c.By("participant", "p0")) == "unknown-card"


def test_an_order_gives_a_point_for_each_card_below_and_one_more() -> None:
    top = Stage("top", say("Le haut"), boards=(STILL,), carry=(Carry("ideas", "top", top="2"),))
    room = _room(form(_write(), _voted("ranking"), top), 2, 3)
    room.next()
    room.vote("p0", {"c1": 1, "c2": 2, "c3": 3})
    room.vote("p1", {"c2": 1, "c1": 2, "c3": 3})
    assert tally(room.session, "vote") == {"c1": 5, "c2": 5, "c3": 2}
    room.next()
    assert set(room.session.carried["top"]["ideas"]) == {"c1", "c2"}


def test_objections_and_their_reasons_stay_secret_until_the_counts_are_shown() -> None:
    room = _room(form(_write(), _voted("consent", reveal="when revealed")), 3, 1)
    room.next()
    _why(room, "p1", {"c1": 1}, {"c1": "Cela nuirait au calme"})
    for reader in ("p0", "p2"):
        assert "calme" not in _told(room, reader)
        assert "levels" not in _told(room, reader)
    assert "calme" in _told(room, "p1")
    before = room.session
    revealed = room.do(c.RevealStep("vote"))
    assert not isinstance(revealed, c.Refused)
    assert touched(before, revealed, room.session) == frozenset(all_channels(room.session))
    told = documents(room.session, ["everyone"])["everyone"]
    assert told["vote"]["levels"] == {"c1": {"agree": 0, "concern": 0, "objection": 1}}
    assert told["boards"]["ideas"]["cards"]["c2"] == {
        "text": "Cela nuirait au calme",
        "about": "c1",
        "stance": "objection",
    }


def test_whoever_changes_their_mind_takes_the_reason_along() -> None:
    room = _room(form(_write(), _voted("consent")), 3, 1)
    room.next()
    _why(room, "p1", {"c1": 1}, {"c1": "Trop tôt"})
    room.vote("p1", {"c1": 2})
    assert room.session.cards["c2"].text == "Trop tôt", "a reason once given need not be said again"
    changed = room.vote("p1", {"c1": 3})
    assert not isinstance(changed, c.Refused)
    assert [type(event) for event in changed] == [e.VoteCast, e.CardWithdrawn]
    assert room.session.cards["c2"].text == ""


def _until_no_objection(times: str = "4") -> Format:
    consent = Stage("consent", say("Consentir"), boards=(STILL,), vote=Vote("ideas", "0", manner="consent"))
    loop = Repeat(times, (consent,), until="objections(ideas) == 0")
    return form(_write(), loop, Stage("end", say("Fin")))


def test_a_round_follows_until_there_is_no_objection_and_every_concern_is_kept() -> None:
    room = _room(_until_no_objection(), 2, 1)
    room.next()
    room.vote("p0", {"c1": 3})
    _why(room, "p1", {"c1": 1}, {"c1": "Trop cher"})
    room.next()
    assert room.session.current == "consent.2"
    _why(room, "p1", {"c1": 2}, {"c1": "À revoir dans six mois"})
    room.next()
    assert room.session.current == "end"
    told = outcome(room.session)
    votes = next(stage for stage in told.stages if stage.stage == "consent").votes
    assert [[(r.text, r.stance.en if r.stance else "", r.about) for r in vote.reasons] for vote in votes] == [
        [("Trop cher", "objection", 1)],
        [("À revoir dans six mois", "agree, with a concern", 1)],
    ]
    assert votes[0].rows[0].levels == (1, 0, 1)


def test_silence_is_not_consent() -> None:
    room = _room(_until_no_objection("3"), 2, 1)
    for turn in ("consent.1", "consent.2", "consent.3"):
        room.next()
        assert room.session.current == turn
    room.next()
    assert room.session.current == "end"


def test_no_number_of_a_vote_moves_while_it_is_open() -> None:
    shown = Stage(
        "vote",
        say("Voter"),
        show=say("Contre : {thumbs_down(ideas)}"),
        boards=(STILL,),
        vote=Vote("ideas", "0", manner="thumbs", reveal="later"),
    )
    room = _room(form(_write(), shown), 3, 1)
    room.next()
    room.vote("p1", {"c1": 1})
    assert "Contre : —" in _told(room, "p0")
    room.do(c.CloseStep("vote"))
    assert "Contre : 1" in _told(room, "p0")


def _lean(times: str = "5") -> Format:
    sort = Stage("sort", say("Trier"), boards=(STILL,), vote=Vote("ideas", "3"))
    talk = Stage("talk", say("Parler"), boards=(STILL,))
    thumbs = Stage("thumbs", say("Pouces"), boards=(STILL,), vote=Vote("ideas", "0", manner="thumbs"))
    more = Stage("more", say("Encore"), boards=(STILL,), condition="thumbs_up(ideas) > thumbs_down(ideas)")
    extend = Repeat("2", (thumbs, more), until="thumbs_up(ideas) <= thumbs_down(ideas)")
    loop = Repeat(times, (talk, extend), each_card="ideas")
    return form(_write(), sort, loop, Stage("end", say("Fin")))


def _on_screen(room: Room) -> list[str]:
    board = documents(room.session, ["everyone"])["everyone"]["boards"]["ideas"]
    return list(board.get("cards", {}))


@pytest.mark.parametrize("people", range(1, 14))
def test_topics_are_taken_one_by_one_the_first_of_the_vote_first(people: int) -> None:
    room = _room(_lean(), people, 3)
    room.until("sort")
    for person in room.session.people:
        room.vote(person, {"c3": 2, "c1": 1})
    order = []
    while room.session.current != "end":
        room.next()
        if room.session.current and room.session.current.startswith("talk"):
            (card,) = _on_screen(room)
            order.append(card)
    assert order == ["c3", "c1", "c2"]


@pytest.mark.parametrize("people", range(2, 14))
def test_a_topic_goes_on_while_more_thumbs_are_up_than_down(people: int) -> None:
    room = _room(_lean("2"), people, 2)
    room.until("talk.1")
    for person in room.session.people:
        room.until("thumbs.1.1")
        room.vote(person, {"c1": 3})
    room.next()
    assert room.session.current == "more.1.1"
    room.next()
    assert room.session.current == "thumbs.1.2", "they wanted more: the thumbs are asked again"
    room.next()
    assert room.session.current == "talk.2", "nobody held a thumb up, so the next topic comes"


def test_the_facilitator_stops_and_what_is_left_is_told_as_left() -> None:
    room = _room(_lean(), 2, 4)
    room.until("talk.1")
    loop = room.session.now_playing.open_loops[0].key  # type: ignore[union-attr]
    room.do(c.EndLoop(loop))
    room.until("end")
    told = next(stage for stage in outcome(room.session).stages if stage.stage == "write")
    assert [(card.text, card.taken) for card in told.boards[0].cards] == [
        ("Carte 1", "1"),
        ("Carte 2", ""),
        ("Carte 3", ""),
        ("Carte 4", ""),
    ]


def test_without_a_card_the_loop_is_left_out() -> None:
    room = _room(_lean(), 2, 0)
    room.until("sort")
    room.next()
    assert room.session.current == "end"
    assert room.session.steps["talk.1"].skipped


def test_a_hidden_or_withdrawn_card_is_not_taken() -> None:
    room = _room(_lean(), 3, 3)
    room.do(c.HideCard("c1"))
    room.do(c.WithdrawCard("c2"), c.By("participant", "p1"))
    room.until("talk.1")
    assert _on_screen(room) == ["c3"]


def test_a_second_turn_takes_place_only_if_the_facilitator_asks() -> None:
    turn = Stage("turn", say("Tour"))
    asked = form(Repeat("2", (turn,), on_request=True), Stage("end", say("Fin")))
    room = open_room(asked, 2)
    room.next()
    room.next()
    assert room.session.current == "end"
    room = open_room(asked, 2)
    room.next()
    assert documents(room.session, ["staff"])["staff"]["loop"] == {"key": "turn", "turn": 1, "most": 2, "wanted": False}
    assert room.refusal(c.WantTurn("turn"), c.By("participant", "p0")) == "not-allowed"
    room.do(c.WantTurn("turn"))
    room.next()
    assert room.session.current == "turn.2"
    assert room.refusal(c.WantTurn("turn")) == "step-passed"
    room.next()
    assert room.session.current == "end"


def test_a_comment_is_read_where_its_card_is_read_and_nowhere_else() -> None:
    room = _room(form(_write(comments_by="everyone")), 3, 1)
    room.do(c.PostCard("write", "ideas", "Bonne question", about="c1"), c.By("participant", "p1"))
    assert "Bonne question" in _told(room, "p2")
    assert room.refusal(c.PostCard("write", "ideas", "…", about="c2"), c.By("participant", "p0")) == "unknown-card"
    room.do(c.HideCard("c1"))
    assert "Bonne question" not in _told(room, "p2")
    assert "Bonne question" in _told(room, "p1")


def test_nobody_comments_where_the_board_does_not_say_so() -> None:
    room = _room(form(_write()), 2, 1)
    refused = room.refusal(c.PostCard("write", "ideas", "Non", about="c1"), c.By("participant", "p1"))
    assert refused == "not-your-turn"


def test_the_worth_of_thumbs_is_for_less_against() -> None:
    room = _room(form(_write(), _voted("thumbs")), 3, 1)
    room.next()
    for person, level in zip(("p0", "p1", "p2"), (3, 2, 1), strict=True):
        room.vote(person, {"c1": level})
    assert tally(room.session, "vote") == {"c1": 0}
