"""What a stage told people, as a record may repeat it: one person's value, or one turn's, stands as an ellipsis."""

from collections.abc import Sequence

from facilitation.domain.expressions import FormulaError, parse
from facilitation.domain.format import Text
from facilitation.domain.session import Planned, Session
from facilitation.domain.templates import Hole, pieces
from facilitation.projections.outcome.behind import may_be_shown
from facilitation.projections.outcome.register import Register
from facilitation.projections.outcome.words import filled

VARIES = "…"
OF_EVERYONE = frozenset({"round", "rounds"})


def told(session: Session, known: Register, text: Text, steps: Sequence[Planned]) -> Text:
    """A text that people read in some steps. Each of them saw their own value; the sum over the room was never said."""
    return Text(fr=_told(session, known, text.fr, steps, "fr"), en=_told(session, known, text.en, steps, "en"))


def _told(session: Session, known: Register, words: str, steps: Sequence[Planned], locale: str) -> str:
    said = "".join(_hole(session, known, p, steps, locale) if isinstance(p, Hole) else p for p in pieces(words))
    return said.replace(VARIES + ".", VARIES)


def _hole(session: Session, known: Register, hole: Hole, steps: Sequence[Planned], locale: str) -> str:
    if not all(_is_of_everyone(session, known, hole.source.strip(), step) for step in steps):
        return VARIES
    asked = Text.same("{" + hole.source + "}")
    said = {filled(session, asked, step).said_in(locale) for step in steps}
    return said.pop() if len(said) == 1 else VARIES


def _is_of_everyone(session: Session, known: Register, formula: str, step: Planned) -> bool:
    """Whether a formula gives everyone in the room the same value, and one that may be said."""
    try:
        names = {used.name for used in parse(formula).uses if used.kind != "board"}
    except FormulaError:
        return True
    settings = {setting.name for setting in session.format.settings} if session.format else set[str]()
    worked_out = {line.name for at in session.plan for line in at.stage.compute if line.scope == "session"}
    tables = {table.name for table in session.format.tables} if session.format else set[str]()
    enough = may_be_shown(session, step, formula, known.fewest, known.kept_back)
    return enough and names <= settings | worked_out | tables | OF_EVERYONE
