"""What comes next: the step that follows, another turn of an open loop, stages whose `if` does not hold."""

import random
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from facilitation.domain import events as e
from facilitation.domain.by_groups import by_group, through_with, waiting
from facilitation.domain.evolve import evolve
from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.items import next_card
from facilitation.domain.rules.casting import had_their_turn
from facilitation.domain.rules.forming import made_groups
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import OpenLoop, Planned, Session

Why = Literal["condition", "chance", "limit", "facilitator"]


def after(session: Session, events: Iterable[e.Event]) -> Session:
    """The state once these events have happened."""
    for event in events:
        session = evolve(session, event)
    return session


def following(session: Session) -> Planned | None:
    """The next step to start: after the current one, neither skipped nor started."""
    keys = [step.key for step in session.plan]
    start = keys.index(session.current) + 1 if session.current in keys else 0
    for step in session.plan[start:]:
        known = session.steps.get(step.key)
        if known is None or not (known.skipped or known.started_at is not None):
            return step
    return None


def left_out(session: Session, now: int) -> tuple[e.Event, ...]:
    """The steps that would come next, were it not for their `if`; evaluated once for the whole room."""
    events: list[e.Event] = []
    while (coming := following(session)) is not None:
        taken = _taken(session, coming, now)
        session, events = after(session, taken), [*events, *taken]
        if _holds(session, coming):
            break
        passed = e.StageLeftOut(coming.key, now)
        events.append(passed)
        session = evolve(session, passed)
    return tuple(events)


def _taken(session: Session, planned: Planned, now: int) -> tuple[e.CardTaken, ...]:
    """The cards that a step brings, where it begins a turn of a loop over cards."""
    fresh = (loop for loop in planned.open_loops if loop.turn not in session.taken.get(loop.key, {}))
    found = ((loop, next_card(session, loop)) for loop in fresh)
    return tuple(e.CardTaken(loop.key, loop.turn, card, now) for loop, card in found if card is not None)


def _holds(session: Session, planned: Planned) -> bool:
    for loop in planned.open_loops:
        if loop.each_card and loop.turn not in session.taken.get(loop.key, {}) and next_card(session, loop) is None:
            return False
    condition = planned.stage.condition
    if condition is None:
        return True
    if not by_group(session, condition):
        return bool(evaluate(parse(condition), StepScope(session, planned)))
    # It takes place if it does for any group; the others wait meanwhile.
    rows = made_groups(session, planned, tuple(person.id for person in session.present)).groups
    return len(waiting(session, planned, rows)) < len(rows)


def turn_over(session: Session, now: int) -> tuple[e.Event, ...]:
    """Whether the open loops whose turn is over go on: settled once per turn, the innermost loop first."""
    planned = session.now_playing
    if planned is None:
        return ()
    for loop in reversed(planned.open_loops):
        if session.turns.get(loop.key, 1) != loop.turn or loop.key in session.ended_loops:
            continue
        if _still_in(session, loop):
            return ()
        why = _why_not(session, planned, loop)
        if why is None:
            return (e.TurnAdded(loop.key, loop.turn + 1, now, through_with(session, planned, loop)),)
        ended = e.LoopEnded(loop.key, loop.turn, why, now)
        return (ended, *turn_over(evolve(session, ended), now))
    return ()


def _still_in(session: Session, loop: OpenLoop) -> bool:
    # Steps of this turn that an `if` would leave out do not keep it open.
    then = session
    while (coming := following(then)) is not None and loop in coming.open_loops:
        if _holds(then, coming):
            return True
        then = evolve(then, e.StageLeftOut(coming.key, 0))
    return False


def may_go_on(session: Session, planned: Planned) -> OpenLoop | None:
    """The innermost loop around a step that may still have another turn."""
    for loop in reversed(planned.open_loops):
        if loop.key not in session.ended_loops and session.turns.get(loop.key, 1) == loop.turn < loop.most:
            return loop
    return None


def _met(session: Session, planned: Planned, loop: OpenLoop, until: str) -> bool:
    """Whether what a loop waits for has come: for the room, or for the last of its groups."""
    if not by_group(session, until):
        return bool(evaluate(parse(until), StepScope(session, planned)))
    members = {person for row in session.groups.get(planned.key, ()) for person in row}
    return members <= set(through_with(session, planned, loop))


def _why_not(session: Session, planned: Planned, loop: OpenLoop) -> Why | None:
    scope = StepScope(session, planned)
    if loop.turn >= loop.most:
        return "limit"
    if loop.each_as is not None:
        members = {person for row in session.groups.get(planned.key, ()) for person in row}
        return "condition" if members <= had_their_turn(session, loop, loop.turn) else None
    if loop.each_card is not None and next_card(session, loop) is None:
        return "condition"
    if loop.on_request and (loop.key, loop.turn) not in session.wanted_turns:
        return "facilitator"
    if loop.until is not None and _met(session, planned, loop, loop.until):
        return "condition"
    if loop.chance is None or session.lots.goes_on:
        return None
    odds = evaluate(parse(loop.chance), scope)
    lot = Fraction(random.Random(f"{session.seed}:loop:{loop.key}:{loop.turn}").getrandbits(53), 2**53)
    return None if isinstance(odds, Fraction) and lot < odds else "chance"
