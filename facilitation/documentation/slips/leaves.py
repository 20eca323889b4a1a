"""How much of a slip fits on one A6 leaf: blocks are measured before they are drawn, and laid leaf after leaf.

A print sheet has four fixed places: what does not fit in one would be lost, so heights are estimated on the safe side.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from facilitation.domain.format import Option, Text
from facilitation.domain.slips.field import Field

ROOM = 84.0
"""Millimetres of an A6 leaf between its head and its foot, inside margins that any printer can print."""

LABEL_LETTERS, LABEL_LINE = 38, 5.6
SMALL_LETTERS, SMALL_LINE = 50, 4.6
OPTION_LETTERS, OPTION_LINE = 36, 5.2
LINE = 8.5
"""The height of a line to write on."""

LONG_LABEL = 150
"""From so many letters on, a question is set in smaller type."""

LONGEST_LABEL, LONGEST_HELP, LONGEST_OPTION = 360, 160, 200
"""What is longer is cut short on the slip, and whole on the poster of the stage."""

Drawn = str
"""How a block is drawn: the name of a macro of the template."""


@dataclass(frozen=True, slots=True)
class Block:
    """Fields that stand together on a slip, and how high they are. `lines` is how many lines each place has."""

    drawn: Drawn
    fields: tuple[Field, ...]
    height: float
    lines: int = 1
    start: int = 0
    """The place of its first option among all, where a long list is continued on another leaf."""

    @property
    def field(self) -> Field:
        """The first of them, which has the label."""
        return self.fields[0]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One A6 side of a slip: `number` of `of`, where one is not enough."""

    blocks: tuple[Block, ...]
    number: int = 1
    of: int = 1
    instruction: bool = False


def leaves(fields: tuple[Field, ...], locale: str, instruction: str = "") -> tuple[Leaf, ...]:
    """The blocks of a slip in order, on as many leaves as they need; with the instruction, where that costs no leaf."""
    plain = _laid(fields, locale, 0.0)
    told = _rows(instruction, SMALL_LETTERS) * SMALL_LINE + 4 if instruction else 0.0
    if not told or told > ROOM / 2:
        return plain
    with_words = _laid(fields, locale, told)
    if len(with_words) > len(plain):
        return plain
    return (replace(with_words[0], instruction=True), *with_words[1:])


def _laid(fields: tuple[Field, ...], locale: str, taken: float) -> tuple[Leaf, ...]:
    """Leaf after leaf, where so much of the first one is taken."""
    pages: list[list[Block]] = [[]]
    rooms = [ROOM - taken]
    for block in blocks(fields, locale):
        if block.height > rooms[-1] and (pages[-1] or taken):
            pages.append([])
            rooms.append(ROOM)
        pages[-1].append(block)
        rooms[-1] -= block.height
    return tuple(
        Leaf(tuple(_stretched(page, left)), n, len(pages))
        for n, (page, left) in enumerate(zip(pages, rooms, strict=True), 1)
    )


def blocks(fields: Iterable[Field], locale: str) -> Iterator[Block]:
    """The fields that belong together, measured; lists that are too long for one leaf are cut."""
    all_fields = tuple(_shortened(field, locale) for field in fields)
    columns = {(field.of, field.column) for field in all_fields if field.part == "card"}
    for _, together in groupby(all_fields, key=lambda field: (field.part, field.of, field.column)):
        mine = tuple(together)
        tight = sum(board == mine[0].of for board, _ in columns) > 2
        yield from _measured(mine, locale, tight)


def _shortened(field: Field, locale: str) -> Field:
    return replace(
        field,
        label=_short(field.label, LONGEST_LABEL, locale),
        help=_short(field.help, LONGEST_HELP, locale),
        options=tuple(Option(o.id, _short(o.label, LONGEST_OPTION, locale) or o.label) for o in field.options),
        cards=tuple(Option(o.id, _short(o.label, LONGEST_OPTION, locale) or o.label) for o in field.cards),
    )


def _short(text: Text | None, longest: int, locale: str) -> Text | None:
    words = text.said_in(locale) if text else ""
    return Text.same(words[: longest - 1].rstrip() + "\u2026") if len(words) > longest else text


def _measured(fields: tuple[Field, ...], locale: str, tight: bool) -> Iterator[Block]:
    field = fields[0]
    head = _head(field, locale)
    match field.kind:
        case _ if field.part == "card":
            lines = 1 if tight else 2 if len(fields) > 1 or field.longest <= 120 else 4
            yield Block("places", fields, head + len(fields) * (lines * LINE + 2), lines)
        case _ if field.part in ("mark", "place"):
            rows = len(field.options) if field.part == "place" and field.options else 5
            words = _rows(_words_of(field, locale), SMALL_LETTERS) * SMALL_LINE
            yield Block("marks" if field.part == "mark" else "map", fields, 14 + words + rows * 9, rows)
        case "remark":
            yield Block("remarks", fields, 8 + len(fields) * (LINE * 2 + 2), 2)
        case "group" if not field.options or any(not option.label.fr for option in field.options):
            yield Block("group", fields, 24)
        case "group" | "offers":
            yield from _optioned("options", field, head + 12, locale)
        case _ if field.part == "reason":
            yield Block("reasons", fields, 8 + len(fields) * LINE * 2, 1)
        case "short text" | "link":
            yield Block("words", fields, head + 2 * LINE, 2)
        case "long text":
            lines = 4 if head + 4 * LINE <= ROOM else 2
            yield Block("words", fields, head + lines * LINE, lines)
        case "whole number" | "number":
            yield Block("number", fields, head + 13)
        case "scale":
            yield Block("scale" if scale_of(field) else "number", fields, head + 15)
        case "yes-no":
            yield Block("yes_no", fields, head + 10)
        case "list":
            yield Block("table", fields, head + 7 + len(fields) * 9)
        case "choice" if not field.options:
            # Who can be named is known in the room only: their alias is written down.
            yield Block("words", fields, head + 2 * LINE, 2)
        case "choice" | "choices" | "ranking":
            yield from _optioned("options", field, head, locale)
        case "items" | "amounts" if field.options:
            yield from _optioned("values", field, head, locale)
        case "items" | "amounts":
            yield Block("blanks", fields, head + 4 * 9 + 6, 4)
        case "cards":
            yield Block("picks", fields, head + 18, min(int(field.most or 3), 5) if field.most.isdigit() else 3)
        case "order":
            yield Block("order", fields, head + 5 * 9 + 8, 5)
        case _ if field.cards and len(field.cards) <= 20:
            yield from _carded(field, head, locale)
        case _:
            yield Block("ballot", fields, head + 5 * 9 + 14, 5)


def _words_of(field: Field, locale: str) -> str:
    """The words that explain marks, or the ends of the axes of a map."""
    words = [option.label.said_in(locale) for option in field.options] if field.part == "mark" else []
    return " ; ".join([*words, *(column.said_in(locale) for column in field.columns), " " * 24])


def _optioned(drawn: Drawn, field: Field, head: float, locale: str) -> Iterator[Block]:
    yield from _cut(drawn, field, field.options, head, locale)


def _carded(field: Field, head: float, locale: str) -> Iterator[Block]:
    yield from _cut("cards", field, field.cards, head + 10, locale)


def _cut(drawn: Drawn, field: Field, options: tuple[Option, ...], head: float, locale: str) -> Iterator[Block]:
    """One block for as many options as fit on a leaf, then another."""
    start, height, kept = 0, head, list[Option]()
    for place, option in enumerate(options):
        more = _rows(option.label.said_in(locale), OPTION_LETTERS) * OPTION_LINE + 2.6
        if kept and height + more > ROOM:
            yield _part(drawn, field, kept, height, start)
            start, height, kept = place, 12.0, []
        kept.append(option)
        height += more
    yield _part(drawn, field, kept, height, start)


def _part(drawn: Drawn, field: Field, kept: list[Option], height: float, start: int) -> Block:
    shown = replace(field, cards=tuple(kept)) if drawn == "cards" else replace(field, options=tuple(kept))
    if start:
        shown = replace(shown, label=None, help=None)
    return Block(drawn, (shown,), height, start=start)


def _head(field: Field, locale: str) -> float:
    label = field.label.said_in(locale) if field.label else ""
    long = len(label) > LONG_LABEL
    height = _rows(label, SMALL_LETTERS if long else LABEL_LETTERS) * (SMALL_LINE if long else LABEL_LINE)
    if field.help:
        height += _rows(field.help.said_in(locale), SMALL_LETTERS) * SMALL_LINE
    return height + (5 if field.role != "everyone" else 0) + 6


def _rows(words: str, letters: int) -> int:
    return sum(max(1, ceil(len(line) / letters)) for line in words.split("\n")) if words else 0


def _stretched(page: list[Block], left: float) -> Iterator[Block]:
    """A text that is alone on its leaf gets all the lines that there is room for."""
    for block in page:
        more = int(left // LINE) if block.drawn == "words" and len(page) == 1 else 0
        if block.drawn == "places" and len(page) == 1:
            more = int(left // LINE // len(block.fields))
        yield replace(block, lines=block.lines + max(0, more))


def scale_of(field: Field) -> tuple[int, ...]:
    """The places of a scale that is short enough to be drawn as boxes."""
    if not (field.fewest.lstrip("-").isdigit() and field.most.lstrip("-").isdigit()):
        return ()
    first, last = int(field.fewest), int(field.most)
    return tuple(range(first, last + 1)) if 0 < last - first <= 10 else ()
