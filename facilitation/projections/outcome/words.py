"""The format's words with their formulas filled in, and numbers as people write them."""

import re
from fractions import Fraction

from facilitation.domain.expressions import FormulaError, Value, evaluate, parse
from facilitation.domain.format import Option, Setting, SettingValue, Text
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Planned, Session

_FORMULA = re.compile(r"\{([^{}]+)\}")

YES = Text(fr="oui", en="yes")
NO = Text(fr="non", en="no")


def filled(session: Session, text: Text, planned: Planned | None = None) -> Text:
    """A text of the format as the whole room may read it. A formula without a value for the room stays as `…`."""
    at = planned or (session.plan[-1] if session.plan else None)
    if at is None or "{" not in text.fr + text.en:
        return text
    scope = StepScope(session, at)
    return Text(
        fr=_filled(session, text.fr, scope, "fr"),
        en=_filled(session, text.en, scope, "en"),
    )


def _filled(session: Session, words: str, scope: StepScope, locale: str) -> str:
    return _FORMULA.sub(
        lambda found: _said(session, found.group(1).strip(), scope).said_in(locale),
        words,
    )


def _said(session: Session, formula: str, scope: StepScope) -> Text:
    setting = (
        next((s for s in session.format.settings if s.name == formula), None)
        if session.format
        else None
    )
    if setting is not None:
        return setting_said(
            setting, session.settings.get(setting.name, setting.default)
        )
    try:
        return _value_said(evaluate(parse(formula), scope))
    except FormulaError:
        return Text.same("{" + formula + "}")


def _value_said(value: Value) -> Text:
    match value:
        case bool():
            return YES if value else NO
        case Fraction():
            return number_said(value)
        case str():
            return Text.same(value)
    return Text.same("…")


def setting_said(setting: Setting, value: SettingValue) -> Text:
    """The value of a setting, in words."""
    match value:
        case Text():
            return value
        case bool():
            return YES if value else NO
        case Fraction():
            return number_said(value)
        case str():
            return option_said(setting.options, value)


def option_said(options: tuple[Option, ...], id: str) -> Text:
    """The label of an option; its id where the format does not know it any more."""
    return next((option.label for option in options if option.id == id), Text.same(id))


def number_said(value: Fraction, digits: int = 2) -> Text:
    """A number rounded (half away from zero) to at most `digits` decimals: "99,6" and "99.6"."""
    scale = 10**digits
    whole = int(abs(value) * scale + Fraction(1, 2))
    before, after = divmod(whole, scale)
    sign = "\u2212" if value < 0 and whole else ""
    decimals = f"{after:0{digits}d}".rstrip("0") if digits else ""
    french = f"{before:,}".replace(",", "\u00a0") if before >= 10_000 else str(before)
    english = f"{before:,}" if before >= 10_000 else str(before)
    return Text(
        fr=sign + french + (f",{decimals}" if decimals else ""),
        en=sign + english + (f".{decimals}" if decimals else ""),
    )


def round_of(planned: Planned) -> str:
    """The turn of a step, as a word: `""`, `"2"` or `"2.1"`."""
    return ".".join(map(str, planned.rounds))
