"""The timer of the step that is on: more or less time, pause, resume."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.session import Session

Decision = tuple[e.Event, ...] | Refused
MOST_EXTENSION = 4 * 3600


def keep_time(session: Session, command: c.ExtendStep | c.PauseTimer | c.ResumeTimer, now: int) -> Decision:
    """Decide what changes the time left."""
    step = session.step
    if step is None or command.step != step.key:
        return Refused("stale-stage")
    if not session.inputs_open:
        return Refused("stage-closed")
    match command:
        case c.ExtendStep(seconds=seconds) if step.paused_with is not None and abs(seconds) <= MOST_EXTENSION:
            return (e.TimerExtended(step.key, seconds, None, now),)
        case c.ExtendStep(seconds=seconds) if step.ends_at is not None and abs(seconds) <= MOST_EXTENSION:
            base = max(step.ends_at, now) if seconds > 0 else step.ends_at
            return (e.TimerExtended(step.key, seconds, max(now, base + seconds * 1000), now),)
        case c.PauseTimer() if step.ends_at is not None:
            return (e.TimerPaused(step.key, max(0, step.ends_at - now), now),)
        case c.PauseTimer() if step.paused_with is not None:
            return Refused("already-paused")
        case c.ResumeTimer() if step.paused_with is not None:
            return (e.TimerResumed(step.key, now + step.paused_with, now),)
        case c.ResumeTimer():
            return Refused("not-paused")
    return Refused("no-timer")
