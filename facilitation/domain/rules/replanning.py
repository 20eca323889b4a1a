"""Changing what nobody has reached: length and words, order, stages inserted; and taking such a change back."""

from dataclasses import replace

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.plan import MOST_STEPS
from facilitation.domain.rules.blocks import fitted
from facilitation.domain.rules.headcount import ill_suited
from facilitation.domain.rules.loops import after
from facilitation.domain.rules.soundness import unsound
from facilitation.domain.rules.wordings import new_texts
from facilitation.domain.rules.words import tidy
from facilitation.domain.session import Change, Planned, Session

Decision = tuple[e.Event, ...] | Refused
Replan = c.ChangeStage | c.MoveStage | c.InsertStage | c.UndoChange | c.RestoreStage
LONGEST_REASON = 500
MOST_SECONDS = 24 * 3600


def replan(session: Session, command: Replan, by: str, now: int) -> Decision:
    """Decide a change of the plan: made on the plan as it is now, and only if what it leaves can be played."""
    if command.base != session.plan_version:
        return Refused("plan-changed")
    match command:
        case c.UndoChange(change=change):
            return _undone(session, change, by, now)
        case c.RestoreStage(step=step):
            return _restored(session, step, by, now)
    reason = reasoned(command.reason)
    if isinstance(reason, Refused):
        return reason
    change = next_change(session)
    changed = _event(session, command, change, by, now)
    if isinstance(changed, Refused):
        return changed
    fault = unsound(session, after(session, (changed,)))
    return fault or (changed, e.ReasonGiven(change, reason, by, now))


def reasoned(words: str) -> str | Refused:
    """Why something is done, as it is kept; there must be one."""
    reason = tidy(words, LONGEST_REASON)
    return Refused("reason-missing") if isinstance(reason, Refused) and reason.reason == "empty" else reason


def next_change(session: Session) -> str:
    """What the next change of the plan will be called."""
    return f"#{len(session.changes) + 1}"


def unreached(session: Session, key: str) -> Planned | Refused:
    """A step that may still be changed."""
    planned = session.planned(key)
    if planned is None:
        return Refused("unknown-step")
    return Refused("step-reached") if session.reached(key) else planned


def _event(
    session: Session, command: c.ChangeStage | c.MoveStage | c.InsertStage, change: str, by: str, now: int
) -> e.StageChanged | e.StageMoved | e.StageInserted | Refused:
    match command:
        case c.ChangeStage():
            return _changed(session, command, change, by, now)
        case c.MoveStage():
            return _moved(session, command, change, by, now)
        case c.InsertStage():
            return _inserted(session, command, change, by, now)


def _changed(session: Session, command: c.ChangeStage, change: str, by: str, now: int) -> e.StageChanged | Refused:
    planned = unreached(session, command.step)
    if isinstance(planned, Refused):
        return planned
    if command.seconds is not None and not 0 <= command.seconds <= MOST_SECONDS:
        return Refused("length-out-of-range")
    found = new_texts(planned.stage, command.texts)
    if isinstance(found, Refused):
        return found
    texts, kept = found
    seconds = None if command.seconds == (planned.seconds or 0) else command.seconds
    if seconds is None and not texts:
        return Refused("nothing-changed")
    steps = (planned.key, *(_later_turns(session, planned) if command.every_turn else ()))
    return e.StageChanged(change, steps, by, now, seconds, texts, kept)


def _later_turns(session: Session, planned: Planned) -> tuple[str, ...]:
    later = session.plan[session.plan.index(planned) + 1 :]
    return tuple(step.key for step in later if step.stage.id == planned.stage.id and step.key not in session.steps)


def _moved(session: Session, command: c.MoveStage, change: str, by: str, now: int) -> e.StageMoved | Refused:
    planned = unreached(session, command.step)
    if isinstance(planned, Refused):
        return planned
    fault = _place(session, command.before)
    if fault is not None:
        return fault
    keys = [step.key for step in session.plan]
    place = keys.index(planned.key)
    if command.before in (planned.key, keys[place + 1] if place + 1 < len(keys) else None):
        return Refused("nothing-changed")
    return e.StageMoved(change, planned.key, command.before, by, now)


def _inserted(session: Session, command: c.InsertStage, change: str, by: str, now: int) -> e.StageInserted | Refused:
    fault = _place(session, command.before)
    if fault is not None:
        return fault
    if len(session.plan) >= MOST_STEPS:
        return Refused("too-many-stages", {"most": str(MOST_STEPS)})
    stage = fitted(session, command.stage, command.shares, command.before)
    if isinstance(stage, Refused):
        return stage
    return e.StageInserted(change, stage.id, stage, command.before, command.block, by, now)


def _place(session: Session, before: str | None) -> Refused | None:
    if before is None:
        return None
    keys = [step.key for step in session.plan]
    if before not in keys:
        return Refused("unknown-step")
    return Refused("place-reached") if keys.index(before) <= session.frontier else None


def _undone(session: Session, id: str, by: str, now: int) -> Decision:
    change = next((change for change in session.changes if change.id == id), None)
    if change is None:
        return Refused("unknown-change")
    refused = _why_not_undone(session, change)
    return refused or (e.ChangeUndone(id, by, now),)


def _why_not_undone(session: Session, change: Change) -> Refused | None:
    refused = past_undoing(session, change)
    if refused is not None:
        return refused
    without = tuple(replace(one, undone_at=0) if one is change else one for one in session.changes)
    return unsound(session, after(replace(session, changes=without), (e.ChangeUndone(change.id, "", 0),)))


def past_undoing(session: Session, change: Change) -> Refused | None:
    """Why a change can no longer be taken back, whatever the plan would be without it; or nothing."""
    if change.sort == "reopened":
        return Refused("unknown-change")
    if change.undone_at is not None:
        return Refused("already-undone")
    if any(session.reached(step) for step in change.steps):
        return Refused("step-reached")
    later = session.changes[session.changes.index(change) + 1 :]
    new = set(change.steps) if change.sort == "inserted" else set()
    if any(one.undone_at is None and new & {*one.steps, one.before} for one in later):
        return Refused("change-in-use")
    return None


def _restored(session: Session, key: str, by: str, now: int) -> Decision:
    step = session.steps.get(key)
    if step is None or not step.skipped:
        return Refused("unknown-step")
    if not restorable(session, key):
        return Refused("step-passed")
    back = e.StageRestored(key, by, now)
    return ill_suited(session, after(session, (back,))) or (back,)


def restorable(session: Session, key: str) -> bool:
    """Whether a step that was left out can still be put back."""
    step = session.steps.get(key)
    if step is None or not step.skipped or step.started_at is not None:
        return False
    place = next((place for place, planned in enumerate(session.plan) if planned.key == key), -1)
    return place > session.frontier
