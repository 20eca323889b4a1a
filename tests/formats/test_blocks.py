"""Blocks of the library join a session that is on: each stands alone, keeps to itself, and can be played."""

from functools import cache

import pytest

from facilitation import places
from facilitation.domain import commands as c
from facilitation.formats.blocks import catalogue, find_block
from tests.domain.forms import one_two_four
from tests.domain.room import Room, open_room
from tests.formats.shipped import library

FORMATS = tuple(path.stem for path in sorted(places.workshop_formats().glob("*.yaml")))


@cache
def offered() -> tuple[str, ...]:
    """Every block that could join a session, by name."""
    found = catalogue(library(), open_room(one_two_four()).session)
    return tuple(block.name for blocks in (found.ready, *(of for _, of in found.formats)) for block in blocks)


def insert(room: Room, block: str, before: str | None = None) -> str:
    asked = c.InsertBlock(block, before, "pour changer d'air", room.session.plan_version)
    found = find_block(library(), room.session, asked)
    return found.reason if isinstance(found, c.Refused) else room.refusal(found)


def test_the_ready_set_is_there_and_the_library_offers_many() -> None:
    assert offered()[:5] == ("break", "round-table", "meteo/weather", "roti/score", "vote:ideas")
    assert len(offered()) > 30
    assert {block.partition("/")[0] for block in offered()} <= {"break", "round-table", "vote:ideas", *FORMATS}


@pytest.mark.parametrize("of", ["break", "round-table", "vote:ideas", *FORMATS])
def test_every_block_joins_twice_and_plays(of: str) -> None:
    for block in offered():
        if block.partition("/")[0] == of:
            joins_twice_and_plays(block)


def joins_twice_and_plays(block: str) -> None:
    """It joins a session that is on, once more after itself, and both are played."""
    room = open_room(one_two_four(), 5)
    room.until("all")
    assert (insert(room, block), insert(room, block)) == ("", "")
    before = {card.board for card in room.session.cards.values()} | {"ideas"}
    for planned in room.session.plan[-2:]:
        shared = {"ideas"} if block == "vote:ideas" else set[str]()
        assert {board.name for board in planned.stage.boards} & before == shared
        room.next()
        assert room.session.current == planned.key
        assert "—" not in planned.stage.title.fr
    assert len({planned.key for planned in room.session.plan}) == len(room.session.plan)


def test_a_vote_shows_no_card_that_the_room_has_not_read() -> None:
    room = open_room(one_two_four(), 4)
    room.next()
    for person in room.session.people:
        room.post(person, "ideas", f"secret de {person}")
    room.until("fours")
    room.do(c.ChooseCards("fours", ("c1",)), c.By("participant", "p0"))
    assert insert(room, "vote:ideas", "all") == "board-unseen"
    assert insert(room, "vote:ideas") == ""
    room.until("dots")
    assert room.session.carried["dots"]["ideas"] == room.session.carried["all"]["ideas"] == ("c1",)
    assert room.vote("p1", {"c1": 3}) not in ((), None)
    assert isinstance(room.vote("p1", {"c2": 1}), c.Refused)


@pytest.mark.parametrize("block", ["nothing", "meteo/nothing", "nothing/weather", "one-two-four-all/pairs", ""])
def test_what_is_not_offered_is_refused(block: str) -> None:
    assert insert(open_room(one_two_four(), 4), block) == "unknown-block"


def test_a_setting_of_the_other_format_is_replaced_by_what_it_is_worth() -> None:
    room = open_room(one_two_four(), 5)
    room.until("all")
    assert insert(room, "one-two-four-all/alone") == ""
    stage = room.session.plan[-1].stage
    assert "{" not in stage.title.fr + (stage.instruction.fr if stage.instruction else "")
    assert stage.boards[0].prompt is not None
    assert "{" not in stage.boards[0].prompt.fr
    assert stage.boards[0].name == "ideas_2"
