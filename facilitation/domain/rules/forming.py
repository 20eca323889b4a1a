"""The groups that a step has when it starts: made anew, or as they were before."""

import random

from facilitation.domain.choosing import Made, chosen, origin, still_as_they_are
from facilitation.domain.grouping import form_groups, move, place, size_of
from facilitation.domain.lookback import known_to
from facilitation.domain.regrouping import Groups
from facilitation.domain.rules.carrying import cards_to_carry
from facilitation.domain.rules.gathering import made_for
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Planned, Session, StepKey


def made_groups(session: Session, planned: Planned, people: tuple[str, ...]) -> Made:
    """The groups of a step as it starts, and the cards that made them."""
    grouping, source = planned.stage.groups, origin(session, planned)
    if grouping is None or not chosen(source.stage.groups):
        return Made(groups_for(session, planned, people))
    last = _last_of(session, planned, source)
    if last is not None:
        return Made(still_as_they_are(session.groups[last], people), session.group_cards.get(last, ()))
    made_by = source.stage.groups or grouping
    size = size_of(made_by, StepScope(session, planned))
    carry = next((one for one in source.stage.carry if one.board == made_by.cards_of), None)
    only = None if carry is None else frozenset(cards_to_carry(session, source, carry))
    return made_for(session, source, people, size, only)


def _last_of(session: Session, planned: Planned, source: Planned) -> StepKey | None:
    """The last step that had the groups of `source`; none where a step makes them anew."""
    grouping = planned.stage.groups
    if grouping is None or (grouping.how != "same as" and grouping.keep != "session"):
        return None
    return next((s.key for s in reversed(session.plan) if s.key != planned.key and _shares(session, s, source)), None)


def _shares(session: Session, step: Planned, source: Planned) -> bool:
    if step.key not in session.groups:
        return False
    found = origin(session, step)
    return found.key == source.key or (found.stage.groups == source.stage.groups and _keeps_all(source))


def _keeps_all(source: Planned) -> bool:
    return source.stage.groups is not None and source.stage.groups.keep == "session"


def groups_for(session: Session, planned: Planned, people: tuple[str, ...], depth: int = 0) -> Groups:
    """The groups a step would have for these people. A stage that was skipped still says how it would have grouped."""
    grouping = planned.stage.groups
    if grouping is None or depth > len(session.plan):
        return (people,)
    earlier: Groups = ()
    if grouping.of is not None:
        earlier = _groups_of(session, grouping.of, planned, people, depth)
    if grouping.keep == "session" or grouping.how == "same as":
        last = _last_of(session, planned, origin(session, planned))
        if last is not None:
            teams = earlier if grouping.how == "merge" else ()
            return _still_here(session.groups[last], _admitted(session, planned, last, people), teams)
    draw = random.Random(f"{session.seed}:groups:{planned.key}")
    return form_groups(grouping, people, earlier, StepScope(session, planned), draw, known_to(session, planned))


def _admitted(session: Session, planned: Planned, last: StepKey, people: tuple[str, ...]) -> tuple[str, ...]:
    """Those who are in the groups of a step that had them before, and those who came late and may join by now."""
    grouping = origin(session, planned).stage.groups
    before = session.planned(last)
    same_turn = before is not None and before.rounds == planned.rounds and bool(planned.rounds)
    latecomers = grouping.latecomers if grouping else "join the smallest"
    if latecomers == "join the smallest" or (latecomers == "next round" and not same_turn):
        return people
    inside = {person for group in session.groups[last] for person in group}
    return tuple(person for person in people if person in inside)


def _still_here(groups: Groups, people: tuple[str, ...], teams: Groups) -> Groups:
    """The same groups; whoever is new goes where their team is, if these groups are made of teams."""
    kept = tuple(tuple(person for person in group if person in people) for group in groups)
    kept = tuple(group for group in kept if group)
    placed = {person for group in kept for person in group}
    for person in people:
        if person not in placed:
            mates = next((set(team) for team in teams if person in team), set[str]())
            home = next((n for n, group in enumerate(kept) if mates & set(group)), None)
            kept = place(kept, person) if home is None else move(kept, person, home)
    return kept


def _groups_of(session: Session, stage: str, planned: Planned, people: tuple[str, ...], depth: int) -> Groups:
    keys = [step.key for step in session.plan]
    earlier = session.plan[: keys.index(planned.key)]
    before = [step for step in earlier if step.stage.id == stage]
    made = before[-1].stage.groups if before else None
    # Groups that stay together all session are as they were last, with those who came since.
    kin = [step for step in earlier if step.stage.groups == made] if made and made.keep == "session" else before
    formed = next((session.groups[step.key] for step in reversed(kin) if step.key in session.groups), None)
    if formed is not None:
        return formed
    return groups_for(session, before[-1], people, depth + 1) if before else tuple((person,) for person in people)
