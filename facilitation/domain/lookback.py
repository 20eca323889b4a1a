"""What a regrouping looks back on in a session: who met whom, who answered what, who holds which role."""

from facilitation.domain.format import Grouping
from facilitation.domain.regrouping import Known
from facilitation.domain.scopes import asked_at
from facilitation.domain.session import Planned, Session


def known_to(session: Session, planned: Planned) -> Known:
    """What the groups of a step have to know about what came before it."""
    grouping = planned.stage.groups
    if grouping is None or grouping.form == "random":
        return Known()
    keys = [step.key for step in session.plan]
    before = session.plan[: keys.index(planned.key)] if planned.key in keys else session.plan
    past = tuple(session.groups[s.key] for s in before if _akin(s.stage.groups, grouping) and s.key in session.groups)
    staying = frozenset(session.roles.get(grouping.stays, ())) if grouping.stays else frozenset()
    return Known(past, _marks(session, planned, grouping), staying, f"{session.seed}:partners")


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
        return {}
    given = session.answers.get(asked[0].key, {}).get(asked[1].name, {})
    return {who: str(answer.value) for who, answer in given.items() if not answer.withdrawn}
