"""What the formulas of a step give when it closes; exact, and recorded so that it never changes."""

from dataclasses import replace
from fractions import Fraction

from facilitation.domain.expressions import Value, evaluate, parse
from facilitation.domain.format import Compute
from facilitation.domain.scopes import StepScope, people_of
from facilitation.domain.session import Planned, Session, Values


def work_out(session: Session, planned: Planned) -> Values:
    """Every computed value of a step, in the order its formulas are written; a later one may use an earlier one."""
    values = Values(missing=_missing(session, planned))
    for line in planned.stage.compute:
        values = _add(session, planned, values, line)
    return values


def _add(session: Session, planned: Planned, values: Values, line: Compute) -> Values:
    expression = parse(line.formula)
    whole = StepScope(session, planned, values, line=line.name)
    match line.scope:
        case "session":
            number = _number(evaluate(expression, whole))
            return values if number is None else replace(values, session={**values.session, line.name: number})
        case "group":
            rows = range(len(session.groups.get(planned.key, ())))
            found = tuple(_number(evaluate(expression, replace(whole, group=number))) for number in rows)
            return replace(values, group={**values.group, line.name: found})
        case "person":
            people = {person: dict(values.person.get(person, {})) for person in people_of(session, planned)}
            for scope in whole.members("everyone"):
                number = _number(evaluate(expression, scope))
                if number is not None and scope.person is not None:
                    people[scope.person][line.name] = number
            return replace(values, person=people)


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
