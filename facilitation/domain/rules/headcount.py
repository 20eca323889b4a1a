"""Whether a changed plan suits those who are here: nobody alone, a place and a reader for all, nobody met twice."""

from collections.abc import Iterator
from fractions import Fraction

from facilitation.domain.choosing import chosen, origin
from facilitation.domain.commands import Refused
from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Grouping
from facilitation.domain.grouping import size_of
from facilitation.domain.rules.forming import groups_for
from facilitation.domain.rules.strangers import too_many_meetings
from facilitation.domain.scopes import StepScope, whole_limit
from facilitation.domain.session import Planned, Session


def ill_suited(before: Session, then: Session) -> Refused | None:
    """What a change would break for those present; nothing where it was broken before, or nobody has come yet."""
    people = tuple(person.id for person in then.present)
    if len(people) < 2:
        return None
    known = {_what(fault, key) for key, fault in _faults(before, people)}
    new = (fault for key, fault in _faults(then, people) if _what(fault, key) not in known)
    found = next(new, None)
    return found or (None if too_many_meetings(before) else too_many_meetings(then))


def _what(fault: Refused, key: str) -> tuple[str, str]:
    return fault.reason, key


def _faults(session: Session, people: tuple[str, ...]) -> Iterator[tuple[str, Refused]]:
    for step in session.plan[session.frontier + 1 :]:
        left_out = step.key in session.steps and session.steps[step.key].skipped
        for fault in () if left_out else (_alone(session, step, people), _full(session, step, people)):
            if fault is not None:
                yield step.key, fault
        if not left_out and (short := _unread(session, step, people)):
            yield step.key, short


def _titles(step: Planned, people: tuple[str, ...]) -> dict[str, str]:
    return {"stage_fr": step.stage.title.fr, "stage_en": step.stage.title.en, "people": str(len(people))}


def _alone(session: Session, step: Planned, people: tuple[str, ...]) -> Refused | None:
    grouping = step.stage.groups
    if grouping is None or grouping.how in ("alone", "everyone") or chosen(origin(session, step).stage.groups):
        return None
    wanted = grouping.size and evaluate(parse(grouping.size), StepScope(session, step)) == Fraction(1)
    if wanted or all(len(group) != 1 for group in groups_for(session, step, people)):
        return None
    return Refused("someone-alone", _titles(step, people))


def _full(session: Session, step: Planned, people: tuple[str, ...]) -> Refused | None:
    grouping = origin(session, step).stage.groups
    if grouping is None or grouping.at_most is None or not chosen(grouping):
        return None
    most, groups = whole_limit(session, step, grouping.at_most, None), _count(session, step, grouping, people)
    if most is None or groups is None or most * groups >= len(people):
        return None
    return Refused("places-short", _titles(step, people) | {"places": str(most * groups)})


def _count(session: Session, step: Planned, grouping: Grouping, people: tuple[str, ...]) -> int | None:
    if grouping.how == "among":
        return len(grouping.among)
    size = size_of(grouping, StepScope(session, step))
    return max(1, len(people) // size) if grouping.how == "size" else None


def _unread(session: Session, step: Planned, people: tuple[str, ...]) -> Refused | None:
    turns = sum(one.stage.id == step.stage.id for one in session.plan)
    for carry in step.stage.carry:
        if carry.deal is not None and (whole_limit(session, step, carry.deal, None) or 1) * turns >= len(people):
            return Refused("deal-short", _titles(step, people))
    return None
