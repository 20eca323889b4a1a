"""What a regrouping looks back on in a session: who met whom, who answered what, who holds which role."""

from facilitation.domain.format import Grouping
from facilitation.domain.regrouping import Known
from facilitation.domain.scopes import asked_at, computed_at
from facilitation.domain.session import Planned, Session


def known_to(session: Session, planned: Planned) -> Known:
    """What the groups of a step have to know about what came before it."""
    grouping = planned.stage.groups
    if grouping is None or grouping.form == "random":
        return Known(in_rows=session.lots.in_rows)
    keys = [step.key for step in session.plan]
    before = session.plan[: keys.index(planned.key)] if planned.key in keys else session.plan
    past = tuple(session.groups[s.key] for s in before if _akin(s.stage.groups, grouping) and s.key in session.groups)
    staying = frozenset(session.roles.get(grouping.stays, ())) if grouping.stays else frozenset()
    in_rows = session.lots.in_rows and not past
    return Known(past, _marks(session, planned, grouping), staying, f"{session.seed}:partners", in_rows)


def _akin(earlier: Grouping | None, grouping: Grouping) -> bool:
    # New partners are new wherever they met; tables are the same tables only where they are formed alike.
    if earlier is None:
        return False
    partners = ("new partners", "total strangers")
    return earlier.form in partners if grouping.form in partners else earlier == grouping


def _marks(session: Session, planned: Planned, grouping: Grouping) -> dict[str, str]:
    if grouping.form == "mixed roles":
        return {person: ",".join(session.role_names(person)) for person in session.people}
    asked = asked_at(session, planned, grouping.answer) if grouping.answer else None
    if asked is None:
        return _worked_out(session, planned, grouping.answer or "")
    given = session.answers.get(asked[0].key, {}).get(asked[1].name, {})
    return {who: str(answer.value) for who, answer in given.items() if not answer.withdrawn}


def _worked_out(session: Session, planned: Planned, name: str) -> dict[str, str]:
    """What was worked out for each person, where groups are made by a value."""
    step = computed_at(session, planned, name)
    known = session.values.get(step.key) if step is not None else None
    return {who: str(found[name]) for who, found in known.person.items() if name in found} if known else {}
