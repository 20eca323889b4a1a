"""Single words given the type that their key asks for: `no` is a word until a key wants yes or no."""

import re
from fractions import Fraction

from facilitation.domain.expressions import AGGREGATES, FUNCTIONS
from facilitation.domain.format import Text
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.pace import ALSO, WORDS, unknown_word
from facilitation.formats.reading.spelling import nearest, spelled
from facilitation.formats.reading.tree import Spot, Word
from facilitation.formats.schema.patterns import NAME, NUMBER, SLUG, TRUTHS, VERSION
from facilitation.formats.schema.shapes import (
    Choice,
    Formula,
    Minutes,
    Name,
    Number,
    Pace,
    Reference,
    Slug,
    Truth,
    Version,
    Whole,
    Words,
)

Typed = str | int | bool | Fraction | Text

RESERVED_WORDS = frozenset(
    {
        "and",
        "or",
        "not",
        "if",
        "then",
        "else",
        "true",
        "false",
        "round",
        "group",
        "others",
        "other",
        "role",
        "everyone",
        "session",
        "missing",
    }
)
"""Words that mean something in a formula, now or in the next version of the language."""

RESERVED = AGGREGATES | FUNCTIONS | RESERVED_WORDS


def exact(words: str) -> Fraction | None:
    """The number written, exactly (`1.8` is 9/5), or `None`."""
    found = NUMBER.fullmatch(words.strip())
    if not found:
        return None
    top, _, bottom = found[0].partition("/")
    return None if bottom and not int(bottom) else Fraction(top) / (int(bottom) if bottom else 1)


def read_word(word: Word, shape: object, report: Report) -> Typed | None:
    """The word as `shape` wants it, or `None` when the report says what is wrong."""
    text, spot = word.text.strip(), word.spot
    match shape:
        case Words():
            return _words(text, shape, report, spot)
        case Name():
            return _name(text, report, spot)
        case Slug():
            return _slug(text, report, spot)
        case Version():
            return _version(text, report, spot)
        case Whole():
            return _whole(text, shape, report, spot)
        case Number():
            return _number(text, report, spot)
        case Truth():
            return _truth(text, report, spot)
        case Choice():
            return _choice(text, shape, report, spot)
        case Formula():
            return _formula(text, report, spot)
        case Pace():
            return _pace(text, report, spot)
        case Minutes():
            return _minutes(text, report, spot)
        case Reference():
            return _reference(text, shape, report, spot)
    return None


def _words(text: str, shape: Words, report: Report, spot: Spot) -> str | None:
    if len(text) > shape.longest:
        report.add("too-long", spot, length=len(text), most=shape.longest)
        return None
    return text


def _name(text: str, report: Report, spot: Spot) -> str | None:
    if not NAME.fullmatch(text):
        report.add("bad-name", spot, name=text, better=_cleaned(text, "_"))
        return None
    if text in RESERVED:
        report.add("reserved-name", spot, name=text, better=f"my_{text}")
        return None
    return text


def _slug(text: str, report: Report, spot: Spot) -> str | None:
    if not SLUG.fullmatch(text):
        report.add("bad-slug", spot, name=text, better=_cleaned(text, "-"))
        return None
    return text


def _cleaned(text: str, join: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", join, text[:80].casefold().translate(UNACCENTED)).strip(join)
    return plain[:40] if plain[:1].isalpha() else f"x{join}{plain}"[:40].rstrip(join)


UNACCENTED = str.maketrans("àâäçéèêëîïôöùûüÿœ", "aaaceeeeiioouuuyo")


def slugged(text: str) -> str:
    """An identifier made from words: the same words always give the same one."""
    return _cleaned(text, "-")


def _version(text: str, report: Report, spot: Spot) -> str | None:
    if not VERSION.fullmatch(text):
        report.add("bad-version", spot, version=text)
        return None
    return text


def _whole(text: str, shape: Whole, report: Report, spot: Spot) -> int | None:
    number = exact(text)
    if number is None or number.denominator != 1:
        report.add("not-whole", spot, value=text)
        return None
    if not shape.least <= number <= shape.most:
        report.add("out-of-range", spot, value=text, least=shape.least, most=shape.most)
        return None
    return int(number)


def _number(text: str, report: Report, spot: Spot) -> Fraction | None:
    number = exact(text)
    if number is None:
        report.add(
            "decimal-comma" if exact(text.replace(",", ".")) is not None else "not-number",
            spot,
            value=text,
        )
    return number


def _truth(text: str, report: Report, spot: Spot) -> bool | None:
    if text.casefold() not in TRUTHS:
        report.add("not-truth", spot, value=text)
        return None
    return TRUTHS[text.casefold()]


def _choice(text: str, shape: Choice, report: Report, spot: Spot) -> str | None:
    word = spelled(text)
    if word in shape.also:
        return shape.also[word]
    if word in shape.values:
        return word
    hyphened = word.replace(" ", "-")
    if hyphened in shape.values:
        return hyphened
    _unknown_word(text, (*shape.values, *shape.also), shape.values, report, spot)
    return None


def _unknown_word(
    text: str,
    known: tuple[str, ...],
    shown: tuple[str, ...],
    report: Report,
    spot: Spot,
) -> None:
    meant = nearest(text, known)
    listed = ", ".join(shown)
    if meant:
        report.add("choice-meant", spot, value=text, meant=meant, choices=Text.same(listed))
    else:
        report.add("choice-unknown", spot, value=text, choices=Text.same(listed))


def _formula(text: str, report: Report, spot: Spot) -> str | None:
    if len(text) > 500:
        report.add("too-long", spot, length=len(text), most=500)
        return None
    if "," in text and exact(text.replace(",", ".")) is not None:
        report.add("decimal-comma", spot, value=text)
        return None
    return text


def _pace(text: str, report: Report, spot: Spot) -> str | None:
    wrong = unknown_word(text)
    if wrong is not None:
        _unknown_word(wrong, (*WORDS, *ALSO), WORDS, report, spot)
        return None
    return _formula(text, report, spot)


def _minutes(text: str, report: Report, spot: Spot) -> str | None:
    if re.fullmatch(r"\d{1,3}\s*[-\u2013à]\s*\d{1,3}", text):
        report.add("minutes-range", spot, value=text)
        return None
    if re.fullmatch(r"\d{1,3}\s*(min|mn|minutes?|m|s|sec|h)\.?", text) or re.fullmatch(r"\d{1,2}:\d\d", text):
        report.add("minutes-unit", spot, value=text)
        return None
    return _formula(text, report, spot)


def _reference(text: str, shape: Reference, report: Report, spot: Spot) -> str | None:
    word = spelled(text)
    return word if word in shape.also else _words(text, Words(200), report, spot)
