"""What was planned beside what happened, step by step."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text
from facilitation.domain.lengths import span_of
from facilitation.domain.session import Planned, Session, Step

State = Literal["done", "running", "skipped", "not reached"]


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One step of the plan. Lengths are in seconds; `after` counts from the start of the session.

    `planned` is what the format and its settings planned for the people who were there, `changed` another length set
    by hand (0: no limit). `added`,
    `moved` and `reworded` tell of other changes, `reopened` how often it was opened again. `actual` is there for a
    step that ended, also for one that was cut short by a skip. `extended` sums what was added (or taken off) while it
    ran.
    """

    key: str
    stage: str
    title: Text
    rounds: tuple[int, ...]
    state: State
    planned: int | None = None
    actual: int | None = None
    after: int | None = None
    extended: int = 0
    extension_reasons: tuple[str, ...] = ()
    reason: str | None = None
    closed_by: Literal["facilitator", "timer", "everyone answered", "condition"] | None = None
    changed: int | None = None
    added: bool = False
    moved: bool = False
    reworded: bool = False
    reopened: int = 0
    waited: int = 0
    """How many groups it was not for, out of `groups`."""
    groups: int = 0
    least: int | None = None
    """The low end, where `planned` is the high end of a range."""


def timeline(session: Session) -> tuple[TimelineStep, ...]:
    """Every step of the plan, in order, whether it was reached or not."""
    first = {planned.key: planned for planned in session.first_plan}
    return tuple(
        _beside(session, planned, first.get(planned.key), session.steps.get(planned.key, Step(planned.key)))
        for planned in session.plan
    )


def _beside(session: Session, planned: Planned, first: Planned | None, step: Step) -> TimelineStep:
    at_first = first.seconds if first else None
    span = span_of(session, first) if first else None
    made = [change for change in session.changes if planned.key in change.steps and change.undone_at is None]
    return TimelineStep(
        key=planned.key,
        stage=planned.stage.id,
        title=planned.stage.title,
        rounds=planned.rounds,
        state=_state(session, step),
        planned=span.most if span else None,
        least=span.least if span and span.least < span.most else None,
        changed=None if planned.seconds == at_first else (planned.seconds or 0),
        added=first is None,
        moved=any(change.sort == "moved" for change in made),
        reworded=any(change.texts for change in made),
        reopened=step.reopened,
        actual=_seconds(step.started_at, step.closed_at or _still(session, step)),
        after=_seconds(session.started_at, step.started_at),
        extended=step.extended,
        extension_reasons=tuple(extension.reason for extension in step.extensions if extension.reason),
        reason=step.skip_reason,
        closed_by=step.closed_by,
        waited=len(step.waiting),
        groups=len(session.groups.get(planned.key, ())),
    )


def _state(session: Session, step: Step) -> State:
    if step.skipped:
        return "skipped"
    if step.started_at is None:
        return "not reached"
    return "running" if step.closed_at is None and session.closed_at is None else "done"


def _still(session: Session, step: Step) -> int | None:
    # A session may be closed while its last step is still on: the step ended with it.
    return session.closed_at if step.started_at is not None and not step.skipped else None


def _seconds(begin: int | None, end: int | None) -> int | None:
    return None if begin is None or end is None else max(0, round((end - begin) / 1000))
