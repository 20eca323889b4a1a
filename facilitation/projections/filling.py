"""Words with values in them: `{points}` in a text becomes the number, as each language writes it."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from facilitation.domain.expressions import FormulaError, Scope, Value, evaluate, parse
from facilitation.domain.format import SettingValue, Text
from facilitation.domain.templates import Hole, holes, pieces

NO_BREAK = "\u00a0"
NOTHING = "—"


def names_in(text: Text) -> frozenset[str]:
    """The names that the formulas of a text use."""
    names: set[str] = set()
    for hole in (*holes(text.fr), *holes(text.en)):
        try:
            names |= {used.name for used in parse(hole.source).uses if used.kind != "board"}
        except FormulaError:
            continue
    return frozenset(names)


def always(formula: str) -> bool:
    """Every value may show."""
    return True


def filled(
    text: Text,
    scope: Scope,
    settings: Mapping[str, SettingValue] | None = None,
    nothing: str = NOTHING,
    may_show: Callable[[str], bool] = always,
) -> Text:
    """The text with every `{formula}` worked out; `nothing` stands where a value is missing or may not show."""

    def said_in(words: str, locale: str) -> str:
        found = (_said(p.source.strip(), locale) if isinstance(p, Hole) else p for p in pieces(words))
        return "".join(nothing if piece == NOTHING else piece for piece in found)

    def _said(source: str, locale: str) -> str:
        return _worked_out(source, scope, settings or {}, locale) if may_show(source) else NOTHING

    return Text(said_in(text.fr, "fr"), said_in(text.en, "en"))


def _worked_out(source: str, scope: Scope, words: Mapping[str, SettingValue], locale: str) -> str:
    setting = words.get(source)
    if isinstance(setting, Text):
        return setting.said_in(locale)
    try:
        return written(evaluate(parse(source), scope), locale)
    except FormulaError:
        return NOTHING


def written(value: Value, locale: str) -> str:
    """A value as people of a language write it: `12 345,6` or `12,345.6`, at most two decimals."""
    match value:
        case None:
            return NOTHING
        case bool():
            return {"fr": ("non", "oui")}.get(locale, ("no", "yes"))[value]
        case str():
            return value
        case Fraction():
            return number(value, locale)


def number(value: Fraction, locale: str, decimals: int = 2) -> str:
    """A number with at most `decimals` decimals, rounded half away from zero."""
    scale = 10**decimals
    hundredths = (abs(value) * scale * 2 + 1).__floor__() // 2
    whole, part = divmod(hundredths, scale)
    # Four figures stand together, so that a year reads as one.
    grouped = f"{whole:,}" if whole >= 10_000 else str(whole)
    tail = f"{part:0{decimals}d}".rstrip("0") if decimals else ""
    sign = "−" if value < 0 and hundredths else ""  # noqa: RUF001 - the true minus sign is what people read
    if locale == "fr":
        return sign + grouped.replace(",", NO_BREAK) + ("," + tail if tail else "")
    return sign + grouped + ("." + tail if tail else "")
