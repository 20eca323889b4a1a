"""The plan as it stands after a change."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.amending import amended
from facilitation.domain.evolve.mappings import put, without
from facilitation.domain.session import Change, Session, Step


def plan_after(s: Session, event: e.PlanEvent) -> Session:
    """The session with its plan as it now is."""
    match event:
        case e.StageReopened():
            return _reopened(s, event)
        case e.StageRestored(step=step):
            return replace(s, steps=without(s.steps, [step]), plan_version=s.plan_version + 1)
        case _:
            return _replanned(s, _changes(s, event))


def _changes(s: Session, event: e.StageChanged | e.StageMoved | e.StageInserted | e.ChangeUndone) -> tuple[Change, ...]:
    match event:
        case e.ChangeUndone(change=id, at=at):
            return tuple(replace(c, undone_at=at) if c.id == id else c for c in s.changes)
        case e.StageChanged():
            change = Change(event.change, "changed", event.steps, event.by, event.at, event.seconds)
            change = replace(change, texts=dict(event.texts), kept=dict(event.kept))
        case e.StageMoved():
            change = Change(event.change, "moved", (event.step,), event.by, event.at, before=event.before)
        case e.StageInserted():
            change = Change(event.change, "inserted", (event.step,), event.by, event.at, before=event.before)
            change = replace(change, stage=event.stage, taken_from=event.taken_from)
    return (*s.changes, change)


def _replanned(s: Session, changes: tuple[Change, ...]) -> Session:
    return replace(s, changes=changes, plan=amended(s.first_plan, changes), plan_version=s.plan_version + 1)


def _reopened(s: Session, event: e.StageReopened) -> Session:
    change = Change(event.change, "reopened", (event.step,), event.by, event.at)
    step = s.steps[event.step]
    step = replace(step, closed_at=None, closed_by=None, ends_at=event.ends_at, reopened=step.reopened + 1)
    keys = [planned.key for planned in s.plan]
    # What had begun too early is as if it had not: it will begin anew, and what an `if` left out is asked again.
    given_up = keys[keys.index(event.step) + 1 : keys.index(event.left) + 1] if event.left in keys else []
    given_up = [key for key in given_up if key == event.left or _left_out(s.steps.get(key))]
    return replace(
        s,
        changes=(*s.changes, change),
        current=event.step,
        steps=put(without(s.steps, given_up), step.key, step),
        groups=without(s.groups, given_up),
        carried=without(s.carried, given_up),
        dealt=without(s.dealt, given_up),
        cast=without(s.cast, given_up),
        signals=without(s.signals, given_up),
        floors=without(s.floors, given_up),
    )


def _left_out(step: Step | None) -> bool:
    return step is not None and step.skipped and step.started_at is None and step.skip_reason is None
