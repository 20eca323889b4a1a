"""What was typed from a slip, made into values, field by field; and values back into what would be typed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from facilitation.domain.commands import CardWritten, Refused, SlipContent
from facilitation.domain.decimals import decimal
from facilitation.domain.format import Option
from facilitation.domain.session import AnswerValue
from facilitation.domain.slips.field import Field, card_number, letter

YES = frozenset({"o", "oui", "y", "yes", "1"})
NO = frozenset({"n", "non", "no", "0"})

_GAPS = re.compile(r"[\s,;]+")
_PLACE = re.compile(r"(\d{1,6})\s*[=:]\s*(\d{1,3})\s*/\s*(\d{1,3})", re.ASCII)
_PAIR = re.compile(r"([^\s=:,;]+)\s*[=:]\s*([^\s=:,;]+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with what was typed in a field."""

    field: str
    refused: Refused


def content_of(fields: Iterable[Field], typed: Mapping[str, str]) -> SlipContent | tuple[Fault, ...]:
    """The whole slip as values, or every field that cannot be read. A field that was left empty is not there."""
    reader = _Reader()
    for field in fields:
        words = typed.get(field.name, "").strip()
        fault = reader.take(field, words) if words else None
        if fault is not None:
            reader.faults.append(Fault(field.name, fault))
    return tuple(reader.faults) or reader.content()


class _Reader:
    """Gathers the parts of one slip."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._cards: dict[str, list[CardWritten]] = {}
        self._answers: dict[str, AnswerValue] = {}
        self._rows: dict[str, list[tuple[str, ...]]] = {}
        self._dots: dict[str, int] = {}
        self._reasons: dict[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self._marks: dict[str, tuple[str, ...]] = {}
        self._comments: dict[str, tuple[str, ...]] = {}
        self._places: dict[str, tuple[int, ...]] = {}
        self._offers: tuple[str, ...] = ()
        self._group: int | None = None

    def content(self) -> SlipContent:
        """Everything that was read."""
        answers = {**self._answers, **{name: tuple(rows) for name, rows in self._rows.items()}}
        cards = {board: tuple(cards) for board, cards in self._cards.items()}
        return SlipContent(
            cards=cards,
            answers=answers,
            dots=self._dots,
            reasons=self._reasons,
            chosen=self._chosen,
            marks=self._marks,
            comments=self._comments,
            places=self._places,
            offers=self._offers,
            group=self._group,
        )

    def take(self, field: Field, words: str) -> Refused | None:
        """Read one field that has something in it."""
        match field.part:
            case "card":
                self._cards.setdefault(field.of, []).append(CardWritten(words, field.column))
            case "row":
                cells = [cell.strip() for cell in words.split("|")]
                if len(cells) > len(field.columns):
                    return Refused("slip-cells", {"cells": str(len(field.columns))})
                cells += [""] * (len(field.columns) - len(cells))
                self._rows.setdefault(field.of, []).append(tuple(cells))
            case "answer":
                value = read_value(field, words)
                if isinstance(value, Refused):
                    return value
                self._answers[field.of] = value
            case "vote":
                return self._ballot(field, words)
            case "mark" | "place":
                return self._points(field, words)
            case "group":
                self._group = int(words) - 1 if words.isascii() and words.isdecimal() and len(words) < 4 else None
                return Refused("slip-group", {"typed": words}) if self._group is None or self._group < 0 else None
            case "offer":
                found = _options(field, words)
                if isinstance(found, Refused):
                    return found
                self._offers = found
            case "comment":
                number, _, said = words.partition(" ")
                about = _card(number.rstrip(":=.)"), field)
                if about is None or not said.strip():
                    return Refused("slip-card", {"typed": number})
                self._comments[about] = (*self._comments.get(about, ()), said.strip())
            case "reason":
                number, _, why = words.partition(" ")
                card = _card(number.rstrip(":=.)"), field)
                if card is None or not why.strip():
                    return Refused("slip-card", {"typed": number})
                self._reasons[card] = why.strip()
            case "choose":
                return self._picks(field, words)
        return None

    def _ballot(self, field: Field, words: str) -> Refused | None:
        ballot = read_ballot(field, words)
        if isinstance(ballot, Refused):
            return ballot
        self._dots = ballot
        return None

    def _points(self, field: Field, words: str) -> Refused | None:
        if field.part == "place":
            places = read_places(field, words)
            if isinstance(places, Refused):
                return places
            self._places |= places
            return None
        marks = read_marks(field, words)
        if isinstance(marks, Refused):
            return marks
        for card, put in marks.items():
            self._marks[card] = tuple(sorted({*self._marks.get(card, ()), *put}))
        return None

    def _picks(self, field: Field, words: str) -> Refused | None:
        found: list[str] = []
        for piece in _pieces(words):
            card = _card(piece, field)
            if card is None:
                return Refused("slip-card", {"typed": piece})
            found.append(card)
        self._chosen = tuple(found)
        return None


def read_value(field: Field, words: str) -> AnswerValue | Refused:
    """One answer, as it is typed: letters for what is ticked, digits for numbers, `o` and `n`."""
    match field.kind:
        case "whole number" | "number" | "scale":
            return _number(words)
        case "yes-no":
            return _yes_no(words)
        case "choice":
            found = _options(field, words)
            if isinstance(found, Refused):
                return found
            return found[0] if len(found) == 1 else Refused("slip-one-letter")
        case "choices" | "ranking":
            return _options(field, words)
        case "amounts" | "items":
            return _by_option(field, words)
    return words


def read_ballot(field: Field, words: str) -> dict[str, int] | Refused:
    """A vote: `12 12 15` or `12=2 15` for dots, `12=4` for scores, `12=A` for levels, `15 12` for an order."""
    pairs = _PAIR.findall(words)
    left = _pieces(_PAIR.sub(" ", words))
    found: dict[str, int] = {}
    for number, worth in [*pairs, *((piece, "") for piece in left)]:
        card = _card(number, field)
        if card is None:
            return Refused("slip-card", {"typed": number})
        value = _worth(field, worth, len(found) + 1)
        if value is None:
            return Refused("slip-worth", {"typed": f"{number}={worth}" if worth else number})
        found[card] = found.get(card, 0) + value if field.kind == "dots" else value
    return found


def read_marks(field: Field, words: str) -> dict[str, tuple[str, ...]] | Refused:
    """Marks on cards: `12=A 15=AB`; where there is one mark only, the numbers of the cards will do."""
    found: dict[str, tuple[str, ...]] = {}
    pairs = _PAIR.findall(words)
    left = _pieces(_PAIR.sub(" ", words))
    only = "A" if len(field.options) == 1 else ""
    for number, letters in [*pairs, *((piece, only) for piece in left)]:
        card = _card(number, field)
        if card is None:
            return Refused("slip-card", {"typed": number})
        put = _options(field, letters)
        if isinstance(put, Refused):
            return put
        if not put:
            return Refused("slip-worth", {"typed": number})
        found[card] = tuple(sorted({*found.get(card, ()), *put}))
    return found


def read_places(field: Field, words: str) -> dict[str, tuple[int, ...]] | Refused:
    """Places on a map, across then up: `12=4/2`; whoever places their own cards calls them by their line: `1=4/2`."""
    found: dict[str, tuple[int, ...]] = {}
    left = _pieces(_PLACE.sub(" ", words))
    if left:
        return Refused("slip-place", {"typed": left[0]})
    for number, across, up in _PLACE.findall(words):
        lines = {option.id.rpartition("/")[2]: option.id for option in field.options}
        named = lines.get(number) if field.options else _card(number, field)
        if named is None:
            return Refused("slip-card", {"typed": number})
        found[named] = (int(across), int(up))
    return found


def _worth(field: Field, words: str, place: int) -> int | None:
    match field.kind:
        case "order":
            return place if not words else None
        case "levels":
            spot = next((n for n in range(len(field.options)) if words.upper() == letter(n)), None)
            return None if spot is None else len(field.options) - spot
    if not words:
        return 1 if field.kind == "dots" else None
    return int(words) if re.fullmatch(r"-?\d{1,4}", words, re.ASCII) else None


def _pieces(words: str) -> list[str]:
    return [piece for piece in _GAPS.split(words) if piece]


def _card(typed: str, field: Field) -> str | None:
    plain = typed.lstrip("#").removeprefix("n°").removeprefix("N°")
    return next((card.id for card in field.cards if card_number(card.id) == plain), None)


def _number(words: str) -> Fraction | Refused:
    number = decimal(words)
    return Refused("not-a-number") if number is None else number


def _yes_no(words: str) -> bool | Refused:
    plain = words.lower()
    return plain in YES if plain in YES | NO else Refused("slip-yes-no")


def _options(field: Field, words: str) -> tuple[str, ...] | Refused:
    pieces = _pieces(words)
    if len(field.options) <= 26:
        known = [option.id for option in field.options]
        pieces = [one for piece in pieces for one in ([piece] if piece in known else list(piece))]
    found: list[str] = []
    for piece in pieces:
        option = _option(piece, field.options)
        if option is None:
            return Refused("slip-letter", {"typed": piece, "last": letter(len(field.options) - 1)})
        found.append(option)
    return tuple(found)


def _option(typed: str, options: tuple[Option, ...]) -> str | None:
    return next((o.id for n, o in enumerate(options) if typed == o.id or typed.upper() == letter(n)), None)


def _by_option(field: Field, words: str) -> AnswerValue | Refused:
    pairs: list[tuple[str, str]] = _PAIR.findall(words)
    left = _pieces(_PAIR.sub(" ", words))
    if left and (pairs or len(left) != len(field.options)):
        return Refused("slip-values", {"values": str(len(field.options))})
    pairs = pairs or [(letter(n), value) for n, value in enumerate(left)]
    found: list[tuple[str, str]] = []
    for typed, value in pairs:
        option = _option(typed, field.options)
        if option is None:
            return Refused("slip-letter", {"typed": typed, "last": letter(len(field.options) - 1)})
        read = _yes_no(value) if field.each == "yes-no" else _number(value)
        if isinstance(read, Refused):
            return read
        found.append((option, ("yes" if read else "no") if isinstance(read, bool) else str(read)))
    return tuple(found)


def typed_of(fields: Iterable[Field], content: SlipContent) -> dict[str, str]:
    """What would be typed to say `content`: how a slip that was entered is shown again."""
    found: dict[str, str] = {}
    for field in fields:
        words = _typed(field, content)
        if words:
            found[field.name] = words
    return found


def _typed(field: Field, content: SlipContent) -> str:
    match field.part:
        case "card":
            mine = [card for card in content.cards.get(field.of, ()) if card.column == field.column]
            return mine[field.place - 1].text if field.place <= len(mine) else ""
        case "row":
            rows = content.answers.get(field.of, ())
            row = rows[field.place - 1] if isinstance(rows, tuple) and field.place <= len(rows) else ()
            return " | ".join(row) if isinstance(row, tuple) else ""
        case "answer":
            return _answer_typed(field, content.answers[field.of]) if field.of in content.answers else ""
        case "vote":
            return _ballot_typed(field, content.dots)
        case "reason":
            reasons = list(content.reasons.items())
            return _numbered(reasons[field.place - 1]) if field.place <= len(reasons) else ""
        case "choose":
            return " ".join(card_number(card) for card in content.chosen)
        case "group":
            return "" if content.group is None else str(content.group + 1)
        case "offer":
            return " ".join(letter(n) for n, role in enumerate(field.options) if role.id in content.offers)
        case "mark":
            return _marks_typed(field, content.marks)
        case "comment":
            cards = {card.id for card in field.cards}
            said = [(card, text) for card, texts in content.comments.items() if card in cards for text in texts]
            return _numbered(said[field.place - 1]) if field.place <= len(said) else ""
        case "place":
            ours = {option.id: option.id.rpartition("/")[2] for option in field.options}
            ours |= {card.id: card_number(card.id) for card in field.cards}
            return " ".join(f"{ours[named]}={x}/{y}" for named, (x, y) in content.places.items() if named in ours)


def _numbered(said: tuple[str, str]) -> str:
    return f"{card_number(said[0])} {said[1]}"


def _marks_typed(field: Field, marks: Mapping[str, tuple[str, ...]]) -> str:
    letters = {option.id: letter(n) for n, option in enumerate(field.options)}
    known = {card.id for card in field.cards}
    put = {card: "".join(letters[m] for m in found if m in letters) for card, found in marks.items() if card in known}
    return " ".join(f"{card_number(card)}={signs}" for card, signs in put.items() if signs)


def _answer_typed(field: Field, value: AnswerValue) -> str:
    letters = {option.id: letter(n) for n, option in enumerate(field.options)}
    match value:
        case bool():
            return "o" if value else "n"
        case Fraction():
            return str(value) if value.denominator == 1 else f"{float(value):g}".replace(".", ",")
        case str():
            return letters.get(value, value) if field.kind == "choice" else value
    if field.kind in ("amounts", "items"):
        pairs = (row for row in value if isinstance(row, tuple) and len(row) == 2)
        return " ".join(f"{letters.get(id, id)}={ {'yes': 'o', 'no': 'n'}.get(said, said) }" for id, said in pairs)
    return " ".join(letters.get(one, one) for one in value if isinstance(one, str))


def _ballot_typed(field: Field, dots: Mapping[str, int]) -> str:
    match field.kind:
        case "order":
            return " ".join(card_number(card) for card in sorted(dots, key=lambda card: dots[card]))
        case "levels":
            count = len(field.options)
            return " ".join(f"{card_number(card)}={letter(count - level)}" for card, level in dots.items())
    return " ".join(f"{card_number(card)}={number}" for card, number in dots.items())
