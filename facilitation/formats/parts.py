"""Who plays what in an example: the order of its rows says so, whatever chance has given."""

from collections.abc import Mapping, Sequence

from facilitation.domain.format import Format
from facilitation.domain.rules.casting import had_their_turn
from facilitation.domain.session import Session


def parts_of(found: Format, names: Sequence[str], placed: bool) -> Mapping[str, list[str]]:
    """The first to come play the roles that people are chosen for; the others play what is left."""
    drawn = ("facilitator", "vote")
    chosen = [role for role in found.roles if role.chosen_by in drawn or (role.per == "group" and placed)]
    chosen = [role for role in chosen if not role.optional and role.chosen_by != "everyone else"]
    free = {role.block: iter(names) for role in chosen}
    return {r.name: [name for _, name in zip(range(r.count), free[r.block], strict=False)] for r in chosen}


def parts_in_groups(session: Session, found: Format, names: Sequence[str]) -> Mapping[str, list[str]]:
    """The same in each group, for the roles that each group has: its first rows play them."""
    rows = session.groups.get(session.current, ()) if session.current else ()
    given = [parts_of(found, [name for name in names if name in row], True) for row in rows]
    apart = [role.name for role in found.roles if role.per == "group"]
    return {role: [name for parts in given for name in parts.get(role, ())] for role in apart if rows}


def turns_of(session: Session, names: Sequence[str]) -> Mapping[str, list[str]]:
    """A role that goes round goes round in the order of the rows, in each group."""
    planned = session.now_playing
    loop = next((one for one in planned.open_loops if one.each_as is not None), None) if planned else None
    if planned is None or loop is None or loop.each_as is None:
        return {}
    before = had_their_turn(session, loop, loop.turn - 1)
    groups = session.groups.get(planned.key, ())
    waiting = [[name for name in names if name in group and name not in before] for group in groups]
    return {loop.each_as: [row[0] for row in waiting if row]}
