"""Words of a format as screens and slips say them: with values, except those that tell what too few answered."""

from facilitation.domain.format import Text
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Planned, Session
from facilitation.projections.filling import NOTHING, filled
from facilitation.projections.outcome.behind import tells_of_too_few


def worded(session: Session, planned: Planned, text: Text, person: str | None = None, nothing: str = NOTHING) -> Text:
    """A text in a step, for the room or for one person in their group; `nothing` stands for a value kept back."""
    group = session.group_of(person, planned.key) if person else None
    return worded_in(StepScope(session, planned, None, person, group), text, nothing)


def worded_in(scope: StepScope, text: Text, nothing: str = NOTHING) -> Text:
    """The same, for whoever the scope is made for."""
    session, planned = scope.session, scope.planned

    def may_show(formula: str) -> bool:
        return _own(scope, formula) or not tells_of_too_few(session, planned, formula, scope.group)

    return filled(text, scope, session.settings, nothing, may_show)


def _own(scope: StepScope, formula: str) -> bool:
    """Whether a hole holds nothing but what its only reader answered."""
    asked = (question.name for step in scope.session.plan for question in step.stage.ask)
    return scope.person is not None and formula.strip() in asked
