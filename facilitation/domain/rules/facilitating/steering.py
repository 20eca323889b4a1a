"""From step to step: going on, closing, revealing, skipping, more turns of a loop or none."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.rules.flow import close_current, go_on
from facilitation.domain.rules.loops import after, turn_over
from facilitation.domain.rules.replanning import reasoned
from facilitation.domain.rules.showing import reveal
from facilitation.domain.rules.strangers import too_many_meetings
from facilitation.domain.session import Session

Decision = tuple[e.Event, ...] | Refused


def steer(session: Session, command: c.Advance | c.CloseStep | c.RevealStep, now: int) -> Decision:
    """Decide what moves the room from step to step."""
    match command:
        case c.Advance(after=key):
            return _advance(session, key, now)
        case c.CloseStep(step=step):
            if step != session.current:
                return Refused("stale-stage")
            closing = close_current(session, "facilitator", now)
            return (*closing, *turn_over(after(session, closing), now)) if closing else Refused("stage-closed")
        case c.RevealStep():
            return reveal(session, command, now)


def _advance(session: Session, key: str | None, now: int) -> Decision:
    # Two facilitators pressing "next" at once name the same step: the second finds it gone, and nothing is skipped.
    if key != session.current:
        return Refused("already-started" if key is None else "stale-stage")
    if key is None and session.status != "waiting":
        return Refused("already-started")
    if key is None and (refused := too_many_meetings(session)):
        return refused
    return go_on(session, "facilitator", now) or Refused("nothing-next")


def skip(session: Session, command: c.SkipStep, by: str, now: int) -> Decision:
    """Leave out a step, with the reason."""
    reason = reasoned(command.reason)
    if isinstance(reason, Refused):
        return reason
    if session.planned(command.step) is None:
        return Refused("unknown-step")
    # Why is told apart from the skip, because it is words that may have to be erased.
    skipped = (e.StageSkipped(command.step, "", now), e.ReasonGiven(command.step, reason, by, now))
    if command.step == session.current and session.inputs_open:
        return (*skipped, *go_on(after(session, skipped), "facilitator", now))
    known = session.steps.get(command.step)
    return Refused("step-passed") if known is not None else skipped


def end_loop(session: Session, key: str, now: int) -> Decision:
    """Have no other turn of a loop."""
    on = next((loop for step in session.plan for loop in reversed(step.open_loops) if loop.key == key), None)
    if on is None:
        return Refused("unknown-step")
    turn = session.turns.get(key, 1)
    return () if key in session.ended_loops else (e.LoopEnded(key, turn, "facilitator", now),)


def want_turn(session: Session, key: str, now: int) -> Decision:
    """Ask for one more turn of a loop."""
    planned = session.now_playing
    on = next((loop for loop in planned.open_loops if loop.key == key), None) if planned else None
    if planned is None or on is None or not on.on_request:
        return Refused("unknown-step")
    if key in session.ended_loops or on.turn >= on.most or session.turns.get(key, 1) != on.turn:
        return Refused("step-passed")
    return () if (key, on.turn) in session.wanted_turns else (e.TurnWanted(key, on.turn, now),)
