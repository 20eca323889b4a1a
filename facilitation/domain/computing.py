"""What the formulas of a step give when it closes; exact, and recorded so that it never changes."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from facilitation.domain.expressions import Value, evaluate, parse
from facilitation.domain.format import Compute
from facilitation.domain.scopes import StepScope, people_of
from facilitation.domain.session import Planned, Session, StepKey, Values


def work_out(session: Session, planned: Planned) -> Values:
    """Every computed value of a step that closes, in the order of its formulas; a later one may use an earlier one.

    What the step worked out when it started stays as it was: only people who came since are given theirs.
    """
    first = planned.stage.compute_when == "stage starts"
    earlier = session.values.get(planned.key) if first else None
    return _all(session, planned, replace(earlier or Values(), missing=_missing(session, planned)))


def work_out_first(session: Session, planned: Planned) -> Values:
    """The same for a step that starts; nobody has left anything unanswered yet."""
    return _all(session, planned, Values())


def _all(session: Session, planned: Planned, values: Values) -> Values:
    for line in planned.stage.compute:
        values = _add(session, planned, values, line)
    return values


def _add(session: Session, planned: Planned, values: Values, line: Compute) -> Values:
    whole = StepScope(session, planned, values, line=line.name)
    match line.scope:
        case "session":
            if line.name in values.session:
                return values
            number = _worked_out(line, whole, people_of(session, planned))
            return values if number is None else replace(values, session={**values.session, line.name: number})
        case "group":
            kept = values.group.get(line.name, ())
            rows = list(enumerate(session.groups.get(planned.key, ())))[len(kept) :]
            step = session.steps.get(planned.key)
            apart = step.waiting if step else ()
            found = tuple(
                None if number in apart else _worked_out(line, replace(whole, group=number), row)
                for number, row in rows
            )
            return replace(values, group={**values.group, line.name: (*kept, *found)})
        case "person":
            people = {person: dict(values.person.get(person, {})) for person in people_of(session, planned)}
            for scope in whole.members("everyone"):
                if scope.person is None or line.name in people[scope.person]:
                    continue
                number = _worked_out(line, scope, (scope.person,))
                if number is not None:
                    people[scope.person][line.name] = number
            return replace(values, person={**values.person, **people})


def _worked_out(line: Compute, scope: StepScope, people: Sequence[str]) -> Fraction | None:
    """What an example says that chance gave these people; otherwise what the formula gives."""
    session, here = scope.session, scope.planned.key
    if session.lots.settles(line.name):
        turn = sum(key != here and _holds(session, key, line.name) for key in session.values)
        drawn = session.lots.value(line.name, turn, people)
        if drawn is not None:
            return drawn
    return _number(evaluate(parse(line.formula), scope))


def _holds(session: Session, key: StepKey, name: str) -> bool:
    step = session.planned(key)
    return step is not None and any(line.name == name for line in step.stage.compute)


def _missing(session: Session, planned: Planned) -> dict[str, tuple[str, ...]]:
    asked = [question for question in planned.stage.ask if question.answered_by == "person" and question.required]
    found: dict[str, tuple[str, ...]] = {}
    for scope in StepScope(session, planned).members("everyone"):
        person = scope.person or ""
        names = tuple(q.name for q in asked if session.holds(person, q.asked_of) and scope.missing(q.name))
        if names:
            found[person] = names
    return found


def _number(value: Value) -> Fraction | None:
    if isinstance(value, bool):
        return Fraction(int(value))
    return value if isinstance(value, Fraction) else None
