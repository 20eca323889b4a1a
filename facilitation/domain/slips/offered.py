"""Where a person may go and what they may offer: lines of a slip for the choice of a group, and for volunteers."""

from collections.abc import Iterable

from facilitation.domain.choosing import may_choose_group, origin
from facilitation.domain.format import Option, Text
from facilitation.domain.group_names import labels
from facilitation.domain.rules.giving import open_to_volunteers
from facilitation.domain.session import Planned, Session
from facilitation.domain.slips.field import Field


def offered(session: Session, planned: Planned, person: str | None) -> Iterable[Field]:
    """The group that one chooses, and the roles that one offers to play."""
    if people_choose(session, planned) and (person is None or _chooses(session, planned, person)):
        yield Field("group", "group", "group", options=_groups(session, planned))
    known = {role.name: role.label for role in session.format.roles} if session.format else {}
    roles = tuple(Option(name, known.get(name, Text.same(name))) for name in open_to_volunteers(planned))
    if roles:
        yield Field("offer", "offer", "offers", options=roles)


def people_choose(session: Session, planned: Planned) -> bool:
    """Whether the people of a step go to the group they like, from this step on."""
    here, grouping = planned.stage.groups, origin(session, planned).stage.groups
    first = here is not None and (here.how != "same as" or here.moves_freely)
    return first and grouping is not None and grouping.chosen_by == "participants"


def _chooses(session: Session, planned: Planned, person: str) -> bool:
    # Who is in one keeps the line: typing the slip again must not look as if they had chosen none.
    return may_choose_group(session, planned, person) or session.group_of(person, planned.key) is not None


def _groups(session: Session, planned: Planned) -> tuple[Option, ...]:
    named, rows = labels(session, planned), session.groups.get(planned.key, ())
    words = (named[n] if n < len(named) else None for n in range(max(len(named), len(rows))))
    return tuple(Option(str(n), label or Text.same("")) for n, label in enumerate(words))
