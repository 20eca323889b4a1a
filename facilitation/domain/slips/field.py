"""One place to write in on a slip, and how options, groups and cards are called on paper."""

import string
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Option, QuestionKind, Text

Part = Literal["card", "answer", "row", "vote", "choose", "reason", "group", "offer", "mark", "comment", "place"]


@dataclass(frozen=True, slots=True)
class Field:
    """One place to write in. `name` stands for it in forms and tables: `card/ideas/1`, `answer/learned`, `vote`.

    `options` are lettered A, B, C… in their order, but for groups, and lines of a slip, which have numbers; those of a
    vote or a choice are cards, called by their number.
    `of` is the board or question, `place` the number among those of the same board, column or list.
    """

    name: str
    part: Part
    kind: (
        QuestionKind
        | Literal["dots", "scores", "levels", "order", "cards", "group", "offers", "marks", "remark", "map"]
    )
    of: str = ""
    label: Text | None = None
    help: Text | None = None
    options: tuple[Option, ...] = ()
    cards: tuple[Option, ...] = ()
    column: str | None = None
    place: int = 1
    role: str = "everyone"
    fewest: str = ""
    most: str = ""
    columns: tuple[Text, ...] = ()
    each: Literal["", "whole number", "number", "scale", "yes-no"] = ""
    required: bool = False
    longest: int = 2000


def letter(place: int) -> str:
    """The letter of an option, from 0."""
    return string.ascii_uppercase[place] if place < 26 else str(place + 1)


def card_number(card: str) -> str:
    """How a card is called on paper: by its number in the session."""
    return card.removeprefix("c")


def sign_of(field: Field, place: int) -> str:
    """What stands for an option of a field, from 0: groups have numbers everywhere, and lines are numbered on slips."""
    return str(place + 1) if field.kind in ("group", "map") else letter(place)
