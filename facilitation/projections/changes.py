"""What was changed in the plan by hand, change by change, as documents tell it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.amending import amended
from facilitation.domain.format import Text
from facilitation.domain.session import Change, Planned, Session


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change. `after` is in seconds from the start of the session, absent before it; `was` and `seconds` are the
    lengths before and after it, 0 for no limit; `places` name the texts that got other words, `kept` those of which one
    language stayed as it was; `before` is the title of the step that a moved or inserted one came before.
    """

    sort: Literal["changed", "moved", "inserted", "reopened"]
    steps: tuple[str, ...]
    title: Text
    rounds: tuple[int, ...]
    at: int
    after: int | None
    reason: str
    seconds: int | None = None
    was: int | None = None
    places: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    before: Text | None = None
    undone: bool = False


def plan_changes(session: Session) -> tuple[PlanChange, ...]:
    """Every change, in the order made, those taken back included."""
    return tuple(_changes(session))


def _changes(session: Session) -> Iterator[PlanChange]:
    for place, change in enumerate(session.changes):
        # A later turn of an open loop may have been planned since: the plan of today knows its title.
        until_then = (*amended(session.first_plan, session.changes[:place]), *session.plan)
        step = _found(until_then, change.steps[0])
        next_one = _found(until_then, change.before) if change.before else None
        title = change.stage.title if change.stage else step.stage.title if step else Text.same(change.steps[0])
        yield PlanChange(
            sort=change.sort,
            steps=change.steps,
            title=title,
            rounds=step.rounds if step else (),
            at=change.at,
            after=_since_start(session, change),
            reason=change.reason,
            seconds=change.seconds,
            was=(step.seconds or 0) if step and change.seconds is not None else None,
            places=tuple(change.texts),
            kept=tuple(f"{at} ({locale})" for at, locale in change.kept.items()),
            before=next_one.stage.title if next_one else None,
            undone=change.undone_at is not None,
        )


def _found(plan: tuple[Planned, ...], key: str | None) -> Planned | None:
    return next((step for step in plan if step.key == key), None)


def _since_start(session: Session, change: Change) -> int | None:
    if session.started_at is None or change.at < session.started_at:
        return None
    return (change.at - session.started_at) // 1000
