"""The format's words with their formulas filled in, and numbers as people write them."""

from fractions import Fraction

from facilitation.domain.expressions import FormulaError, evaluate, parse
from facilitation.domain.format import Option, Setting, SettingValue, Text
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Planned, Session
from facilitation.domain.sources import taken_back
from facilitation.domain.templates import Hole, pieces
from facilitation.projections.filling import number, written

YES = Text(fr="oui", en="yes")
NO = Text(fr="non", en="no")


def filled(session: Session, text: Text, planned: Planned | None = None) -> Text:
    """A text of the format as the whole room may read it. A dash stands for a value the room has not."""
    at = planned or (session.plan[-1] if session.plan else None)
    if at is None or "{" not in text.fr + text.en:
        return text
    scope = StepScope(session, at)
    return Text(
        fr=_filled(session, text.fr, scope, "fr"),
        en=_filled(session, text.en, scope, "en"),
    )


def _filled(session: Session, words: str, scope: StepScope, locale: str) -> str:
    said = (
        _said(session, p.source.strip(), scope).said_in(locale) if isinstance(p, Hole) else p for p in pieces(words)
    )
    return "".join(said)


def _said(session: Session, formula: str, scope: StepScope) -> Text:
    setting = next((s for s in session.format.settings if s.name == formula), None) if session.format else None
    if setting is not None:
        return setting_said(setting, session.settings.get(setting.name, setting.default))
    try:
        value = None if taken_back(session, scope.planned, formula) else evaluate(parse(formula), scope)
    except FormulaError:
        value = None
    return Text(fr=written(value, "fr"), en=written(value, "en"))


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


def number_said(value: Fraction) -> Text:
    """A number rounded to at most two decimals: "99,6" and "99.6"."""
    return Text(fr=number(value, "fr"), en=number(value, "en"))


def round_of(planned: Planned) -> str:
    """The turn of a step, as a word: `""`, `"2"` or `"2.1"`."""
    return ".".join(map(str, planned.rounds))
