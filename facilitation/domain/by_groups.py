"""Conditions that each group meets by itself, and the groups that wait while the others go on."""

from collections.abc import Sequence
from dataclasses import replace

from facilitation.domain.expressions import Used, evaluate, parse
from facilitation.domain.regrouping import Groups
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import OpenLoop, Planned, Session


def by_group(session: Session, formula: str) -> bool:
    """Whether a condition names what a group has as a whole: then each group decides for itself."""
    return any(_of_a_group(session, used) for used in parse(formula).uses)


def _of_a_group(session: Session, used: Used) -> bool:
    root, _, name = used.name.rpartition(".")
    if used.aggregated or used.kind in ("table", "board"):
        return False
    if used.name in ("group.size", "group.number"):
        return True
    form = session.format
    if root:
        return form is not None and any(role.name == root for role in form.roles)
    stages = [step.stage for step in session.plan]
    worked_out = any(line.name == name and line.scope == "group" for stage in stages for line in stage.compute)
    asked = any(q.name == name and q.answered_by == "group" for stage in stages for q in stage.ask)
    drawn = form is not None and any(one.name == name and one.per == "group" for one in form.treatments)
    return worked_out or asked or drawn


def holds_for(session: Session, planned: Planned, formula: str, rows: Groups) -> tuple[bool, ...]:
    """Whether a condition is so, group by group, in these groups of a step."""
    there = replace(session, groups={**session.groups, planned.key: rows})
    scopes = (StepScope(there, planned, group=number) for number in range(len(rows)))
    return tuple(bool(evaluate(parse(formula), scope)) for scope in scopes)


def waiting(session: Session, planned: Planned, rows: Groups) -> tuple[int, ...]:
    """The groups that a step is not for: by its `if`, or because a loop around it is over for them."""
    condition = planned.stage.condition
    decided = condition is not None and by_group(session, condition)
    so = holds_for(session, planned, condition, rows) if decided and condition is not None else (True,) * len(rows)
    over = _over(session, planned.open_loops)
    return tuple(number for number, row in enumerate(rows) if not so[number] or over & set(row))


def _over(session: Session, loops: Sequence[OpenLoop]) -> set[str]:
    return {person for loop in loops for person in session.through.get(loop.key, ())}


def through_with(session: Session, planned: Planned, loop: OpenLoop) -> tuple[str, ...]:
    """Those whose group has what a loop waits for, when one of its turns closes; they were so before, they stay so."""
    before = session.through.get(loop.key, ())
    if loop.until is None or not by_group(session, loop.until):
        return tuple(before)
    rows = session.groups.get(planned.key, ())
    met = holds_for(session, planned, loop.until, rows)
    return (*before, *(p for n, row in enumerate(rows) if met[n] for p in row if p not in before))
