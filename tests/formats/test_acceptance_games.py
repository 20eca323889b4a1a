"""The common pot goes on when somebody leaves in its second round, at every head-count, and its document says so."""

import re
from fractions import Fraction

import pytest

from facilitation.documentation.record import record_html
from facilitation.domain import commands as c
from facilitation.projections.channels import documents
from facilitation.projections.outcome import outcome
from facilitation.typesetting.glyphs import can_draw
from tests.documentation.sample import STARTED
from tests.domain.room import Room, open_room
from tests.formats.shipped import shipped

SHARES = (50, 20, 40)


def left_in_round_two(people: int) -> Room:
    """Three rounds of the common pot; the first to come has answered once, and is gone before answering again."""
    room = open_room(shipped("public-goods"), people)
    for turn, amount in enumerate(SHARES, 1):
        room.until(f"contribute.{turn}")
        if turn == 2:
            room.do(c.MarkAbsent("p0", True))
        for person in [person.id for person in room.session.present]:
            assert room.session.current == f"contribute.{turn}", "nobody is asked once the round is over"
            assert not isinstance(room.answer(person, "contribution", amount), c.Refused)
        assert room.session.current == f"results.{turn}", "nobody waits for who has gone"
    return room


@pytest.mark.parametrize("people", [*range(3, 13), 23, 40])
def test_the_group_goes_on_and_what_is_missing_is_no_zero(people: int) -> None:
    session = left_in_round_two(people).session
    (mates,) = (group for group in session.groups["contribute.1"] if "p0" in group)
    for turn, amount in enumerate(SHARES, 1):
        values, key = session.values[f"contribute.{turn}"], f"contribute.{turn}"
        giving = [person for person in mates if turn == 1 or person != "p0"]
        number = session.group_of(giving[-1], key)
        assert number is not None
        assert values.group["pot"][number] == amount * len(giving)
        share = values.group["share"][number]
        assert share is not None
        assert {values.person[person]["points"] for person in giving} == {100 - amount + share}
        assert "p0" not in session.answers[key]["contribution"] or turn == 1, (
            "what was not said is kept nowhere as a number"
        )
    assert session.values["contribute.2"].missing.get("p0", ("contribution",)) == ("contribution",)
    (chart,) = documents(session, ["everyone"])["everyone"]["charts"].values()
    assert [Fraction(point["y"]) for point in chart["points"]] == list(SHARES), "averages leave out who has gone"


@pytest.mark.parametrize("people", [3, 7, 23])
def test_the_document_says_that_an_answer_is_missing(people: int) -> None:
    room = left_in_round_two(people)
    room.do(c.Advance(room.session.current))
    said = record_html(outcome(room.session), "fr", STARTED, None, can_draw)
    words = " ".join(re.sub(r"<[^>]+>", " ", said).split())
    assert re.search(r"sans réponse\W+1\b|Réponses manquantes\W+1\b", words)
    assert re.search(r"moyennes? les? laissent? de côté", words)
