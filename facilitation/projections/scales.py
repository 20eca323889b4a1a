"""The steps of a scale, so that what nobody chose is shown as chosen by nobody."""

from facilitation.domain.format import Option, Question, Text
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Planned, Session

MOST = 11
"""A longer scale shows only what was chosen: a list of empty steps says nothing."""


def steps_of_scale(session: Session, planned: Planned, question: Question) -> tuple[int, ...]:
    """Its steps from the first to the last; none of anything else, of an open end, or of a long one."""
    if question.kind != "scale":
        return ()
    first = whole_limit(session, planned, question.minimum, None)
    last = whole_limit(session, planned, question.maximum, None)
    return () if first is None or last is None or last - first >= MOST else tuple(range(first, last + 1))


def answers_to_count(session: Session, planned: Planned, question: Question) -> tuple[Option, ...]:
    """What answers are counted by, in order: the options or items of a question, or the steps of its scale."""
    named = {option.id: option for option in question.options or question.items}
    steps = map(str, steps_of_scale(session, planned, question))
    return tuple(named.get(step) or Option(step, Text.same(step)) for step in steps) or tuple(named.values())
