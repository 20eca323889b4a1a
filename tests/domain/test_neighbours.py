"""Rings and chains: everyone has a place, and formulas name the neighbour."""

from fractions import Fraction

import pytest

from facilitation.domain.format import Compute, Grouping, Question, Repeat, Stage
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

GIVE = Stage(
    "give",
    say("Donner"),
    ask=(Question("gift", "whole number", say("Un don")),),
    compute=(Compute("person", "from_left", "left.gift"), Compute("person", "from_right", "right.gift")),
)


def played(shape: str, people: int) -> Room:
    groups = Grouping("size", "3", keep="session", form=shape)  # type: ignore[arg-type]
    room = open_room(form(Repeat("2", (GIVE,)), Stage("end", say("Fin")), groups=groups), people)
    room.next()
    for turn in (1, 2):
        for number, person in enumerate(room.session.people):
            room.answer(person, "gift", 10 * turn + number)
        room.next()
    return room


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5, 7, 11, 23])
@pytest.mark.parametrize("shape", ["ring", "chain"])
def test_each_reads_the_gift_of_the_neighbour(shape: str, people: int) -> None:
    room = played(shape, people)
    numbers = {person: number for number, person in enumerate(room.session.people)}
    for turn in (1, 2):
        found = room.session.values[f"give.{turn}"].person
        for row in room.session.groups[f"give.{turn}"]:
            for place, person in enumerate(row):
                ends = shape == "chain" or len(row) == 1
                left = None if ends and place == 0 else row[place - 1]
                right = None if ends and place == len(row) - 1 else row[(place + 1) % len(row)]
                for name, other in (("from_left", left), ("from_right", right)):
                    expected = None if other is None else Fraction(10 * turn + numbers[other])
                    assert found[person].get(name) == expected
    assert room.session.groups["give.1"] == room.session.groups["give.2"]
