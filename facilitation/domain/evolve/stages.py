"""Stages: begun, timed, shown bit by bit, closed."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.evolve.mappings import put
from facilitation.domain.floors import floors_in_time
from facilitation.domain.session import Extension, Session, Step


def stages_after(s: Session, event: e.StageEvent) -> Session:
    """The session with this stage as it now is."""
    step = s.steps.get(event.step, Step(event.step))
    match event:
        case e.StageStarted(at=at, ends_at=ends_at, signals_at=signals_at, shows_at=shows_at):
            step = replace(step, started_at=at, ends_at=ends_at, signals_at=signals_at, shows_at=shows_at)
            began = s.started_at if s.started_at is not None else at
            s = replace(s, current=event.step, status="running", started_at=began)
        case e.StageClosed(at=at, by=by):
            step = replace(step, closed_at=at, closed_by=by, paused_with=None)
        case e.StageSkipped(at=at, reason=reason):
            on = step.started_at is not None
            s = s if on else replace(s, plan_version=s.plan_version + 1)
            step = replace(step, skipped=True, skip_reason=reason, closed_at=at if on else None, paused_with=None)
        case e.StageLeftOut():
            step = replace(step, skipped=True)
        case e.NextShown(next_at=next_at, at=at):
            paused = step.paused_with is not None and next_at is not None
            wait = next_at - at if paused and next_at is not None else None
            step = replace(step, shown=step.shown + 1, shows_at=None if paused else next_at, shows_in=wait)
        case e.StepRevealed():
            step = replace(step, revealed=True)
        case e.TimerExtended(ends_at=ends_at, seconds=seconds):
            left = None if step.paused_with is None else max(0, step.paused_with + seconds * 1000)
            more = Extension(step.next_extension, seconds)
            step = replace(step, ends_at=ends_at, extensions=(*step.extensions, more), paused_with=left)
            step = _signalling_later(step, seconds * 1000, event.at)
        case e.TimerPaused(left=left, at=at):
            wait = None if step.signals_at is None else step.signals_at - at
            rest = None if step.shows_at is None else max(0, step.shows_at - at)
            step = replace(step, paused_with=left, ends_at=None, signals_at=None, signals_in=wait)
            step = replace(step, shows_at=None, shows_in=rest)
        case e.TimerResumed(ends_at=ends_at, at=at):
            signals_at = None if step.signals_in is None else at + step.signals_in
            shows_at = step.shows_at if step.shows_in is None else at + step.shows_in
            step = replace(step, paused_with=None, ends_at=ends_at, signals_at=signals_at, signals_in=None)
            step = replace(step, shows_at=shows_at, shows_in=None)
    return replace(s, steps=put(s.steps, step.key, step), floors=floors_in_time(s, event))


def _signalling_later(step: Step, more: int, now: int) -> Step:
    """More time also moves the moment at which the timer says that it is time to end, unless it has come."""
    if step.signals_at is not None and step.signals_at > now:
        return replace(step, signals_at=max(now, step.signals_at + more))
    if step.signals_in is not None and step.signals_in > 0:
        return replace(step, signals_in=max(0, step.signals_in + more))
    return step
