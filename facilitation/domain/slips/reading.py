"""What was typed from a slip, made into values, field by field; and values back into what would be typed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from facilitation.domain.commands import CardWritten, Refused, SlipContent
from facilitation.domain.format import Option
from facilitation.domain.session import AnswerValue
from facilitation.domain.slips.fields import Field, card_number, letter

YES = frozenset({"o", "oui", "y", "yes", "1"})
NO = frozenset({"n", "non", "no", "0"})

_GAPS = re.compile(r"[\s,;]+")
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

    def content(self) -> SlipContent:
        """Everything that was read."""
        answers = {**self._answers, **{name: tuple(rows) for name, rows in self._rows.items()}}
        cards = {board: tuple(cards) for board, cards in self._cards.items()}
        return SlipContent(cards, answers, self._dots, self._reasons, self._chosen)

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
    plain = re.sub(r"[ \u00a0\u202f]", "", words).replace(",", ".")
    if not re.fullmatch(r"[-\u2212]?\d{1,15}(\.\d{1,15})?", plain, re.ASCII):
        return Refused("not-a-number")
    return Fraction(plain.replace("\u2212", "-"))


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
            said = list(content.reasons.items())
            return (
                f"{card_number(said[field.place - 1][0])} {said[field.place - 1][1]}"
                if field.place <= len(said)
                else ""
            )
        case "choose":
            return " ".join(card_number(card) for card in content.chosen)


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
