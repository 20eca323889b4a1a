"""The timer of the step that is on: more or less time, pause, resume."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.rules.replanning import reasoned
from facilitation.domain.session import Session, Step

Decision = tuple[e.Event, ...] | Refused
MOST_EXTENSION = 4 * 3600


def keep_time(session: Session, command: c.ExtendStep | c.PauseTimer | c.ResumeTimer, by: str, now: int) -> Decision:
    """Decide what changes the time left."""
    step = session.step
    if step is None or command.step != step.key:
        return Refused("stale-stage")
    if not session.inputs_open:
        return Refused("stage-closed")
    match command:
        case c.ExtendStep() if step.timed and abs(command.seconds) <= MOST_EXTENSION:
            return _extended(step, command, by, now)
        case c.PauseTimer() if step.ends_at is not None:
            return (e.TimerPaused(step.key, max(0, step.ends_at - now), now),)
        case c.PauseTimer() if step.paused_with is not None:
            return Refused("already-paused")
        case c.ResumeTimer() if step.paused_with is not None:
            return (e.TimerResumed(step.key, now + step.paused_with, now),)
        case c.ResumeTimer():
            return Refused("not-paused")
    return Refused("no-timer")


def _extended(step: Step, command: c.ExtendStep, by: str, now: int) -> Decision:
    extended = e.TimerExtended(step.key, command.seconds, _new_end(step, command.seconds, now), now)
    # One key is enough while a room waits: the reason may be given with it, later, or never.
    if not command.reason.strip():
        return (extended,)
    reason = reasoned(command.reason)
    return reason if isinstance(reason, Refused) else (extended, e.ReasonGiven(step.next_extension, reason, by, now))


def _new_end(step: Step, seconds: int, now: int) -> int | None:
    if step.ends_at is None:
        return None
    base = max(step.ends_at, now) if seconds > 0 else step.ends_at
    return max(now, base + seconds * 1000)
