"""Titles and labels filled with values, as readers outside may read them: nothing that too few people stand behind."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from facilitation.domain.format import Text
from facilitation.domain.session import Planned, Session
from facilitation.domain.templates import PIECE, holes
from facilitation.projections.outcome.behind import may_be_shown, names_in
from facilitation.projections.outcome.told import OF_EVERYONE, VARIES

Veil = Callable[[Text], Text]


def veiled(session: Session, fewest: int) -> Session:
    """The session with texts of its format that, filled in, tell nothing that fewer people stand behind."""
    if session.format is None or not session.plan:
        return session
    public = _public(session)

    def at(step: Planned) -> Veil:
        return lambda text: _veiled(session, step, text, fewest, public)

    plan = tuple(replace(step, stage=_each(step.stage, at(step))) for step in session.plan)
    # Words of the format as a whole are filled in as its last step sees them.
    return replace(session, plan=plan, format=_each(session.format, at(session.plan[-1])))


def _public(session: Session) -> frozenset[str]:
    """Names whose values were no secret to anybody, however few were there: the settings and the turn."""
    form = session.format
    settings, tables = (form.settings, form.tables) if form else ((), ())
    return frozenset((*(one.name for one in settings), *(one.name for one in tables), *OF_EVERYONE))


def _veiled(session: Session, step: Planned, text: Text, fewest: int, public: frozenset[str]) -> Text:
    if not holes(text.fr + text.en):
        return text

    def shown(formula: str) -> bool:
        return names_in(formula) <= public or may_be_shown(session, step, formula, fewest)

    def kept(words: str) -> str:
        return PIECE.sub(lambda hole: hole[0] if hole[1] is None or shown(hole[1].strip()) else VARIES, words)

    return Text(fr=kept(text.fr), en=kept(text.en))


def _each(value: Any, veil: Veil) -> Any:
    """A value of the format with each of its texts under the veil; the same value where that changes nothing."""
    match value:
        case Text():
            return veil(value)
        case tuple():
            under = tuple(_each(one, veil) for one in value)
            return under if any(new is not old for new, old in zip(under, value, strict=True)) else value
        case Mapping():
            told = {key: _each(one, veil) for key, one in value.items()}
            return told if any(told[key] is not value[key] for key in told) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    fresh = {one.name: _each(getattr(value, one.name), veil) for one in fields(value) if one.init}
    changed = {name: new for name, new in fresh.items() if new is not getattr(value, name)}
    return replace(value, **changed) if changed else value
