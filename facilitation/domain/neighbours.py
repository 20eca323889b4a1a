"""Groups in which everyone has a place: who sits to the left and to the right, in a ring or along a chain."""

from collections.abc import Mapping

from facilitation.domain.choosing import origin
from facilitation.domain.session import Planned, Session

NEIGHBOURS = ("left", "right")


def neighbours(session: Session, planned: Planned, person: str) -> Mapping[str, tuple[str, ...]]:
    """Who comes before (`left`) and after (`right`) a person in their group; a chain has two ends, a ring has none."""
    number = session.group_of(person, planned.key)
    grouping = origin(session, planned).stage.groups
    if number is None or grouping is None or grouping.form not in ("ring", "chain"):
        return {}
    row = session.groups[planned.key][number]
    place, last = row.index(person), len(row) - 1
    around = grouping.form == "ring" and last > 0
    left = row[place - 1] if place > 0 or around else None
    right = row[(place + 1) % len(row)] if place < last or around else None
    return {side: (who,) for side, who in (("left", left), ("right", right)) if who is not None}
