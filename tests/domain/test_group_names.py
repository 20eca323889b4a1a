"""Groups made by cards: only of the cards that a step brings, named only by what the whole room could read."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Board, Carry, Grouping, Stage, Visibility, Vote
from facilitation.domain.group_names import labels
from tests.domain.forms import form, say
from tests.domain.room import open_room

AROUND = Grouping("cards of", cards_of="topics", chosen_by="participants")


def test_what_the_room_could_not_read_names_no_group() -> None:
    for seen, named in (("everyone", ["Le logement"]), ("author", [None])):
        write = Stage("write", say("Écrire"), boards=(Board("topics", Visibility(seen)),))
        room = open_room(form(write, Stage("meet", say("Table"), groups=AROUND)), 3)
        room.next()
        room.post("p0", "topics", "Le logement")
        room.next()
        assert [label and label.fr for label in labels(room.session, room.session.plan[1])] == named


@pytest.mark.parametrize("skipped", [False, True])
def test_only_the_cards_that_a_step_brings_make_groups(skipped: bool) -> None:
    shown = Board("topics", Visibility("everyone"), written_by="nobody")
    run = (
        Stage("write", say("Écrire"), boards=(Board("topics", Visibility("everyone")),)),
        Stage("vote", say("Voter"), boards=(shown,), vote=Vote("topics", dots="2")),
        Stage("meet", say("Table"), boards=(shown,), carry=(Carry("topics", "top", top="1"),), groups=AROUND),
        Stage("again", say("Encore"), groups=Grouping("same as", of="meet")),
    )
    room = open_room(form(*run), 3)
    room.next()
    for number, text in enumerate(("Un", "Deux", "Trois")):
        room.post(f"p{number}", "topics", text)
    room.next()
    room.do(c.CastVote("vote", {"c2": 2}), c.By("participant", "p0"))
    if skipped:
        room.do(c.SkipStep("meet", "Le temps manque."))
    room.next()
    assert room.session.group_cards["again" if skipped else "meet"] == ("c2",)
