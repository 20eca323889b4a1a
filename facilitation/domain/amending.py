"""The plan with the changes that the facilitator made: length, words, order, stages inserted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitation.domain.format import Duration, Stage
from facilitation.domain.plan import SettingsScope, planned_seconds
from facilitation.domain.session import Change, OpenLoop, Planned, StepKey
from facilitation.domain.wording import reworded


def amended(plan: Sequence[Planned], changes: Iterable[Change]) -> tuple[Planned, ...]:
    """The plan once these changes are made, in their order; those taken back do nothing."""
    steps = list(plan)
    for change in changes:
        if change.undone_at is None:
            steps = _made(steps, change)
    return tuple(steps)


def _made(steps: list[Planned], change: Change) -> list[Planned]:
    match change.sort:
        case "changed":
            return [_changed(step, change) if step.key in change.steps else step for step in steps]
        case "moved":
            moved = next((step for step in steps if step.key in change.steps), None)
            rest = [step for step in steps if step is not moved]
            return rest if moved is None else _placed(rest, moved, change.before)
        case "inserted" if change.stage is not None:
            return _placed(steps, _new(change.steps[0], change.stage), change.before)
    return steps


def _changed(step: Planned, change: Change) -> Planned:
    stage, seconds = reworded(step.stage, change.texts), step.seconds
    if change.seconds is not None:
        seconds = change.seconds or None
        stage = replace(stage, duration=Duration(f"{seconds} / 60") if seconds else None)
    least = step.least if change.seconds is None else None
    return replace(step, stage=stage, seconds=seconds, least=least)


def _new(key: StepKey, stage: Stage) -> Planned:
    scope = SettingsScope({})
    return Planned(key, stage, seconds=planned_seconds(stage.duration, scope) if stage.duration else None)


def _placed(steps: list[Planned], step: Planned, before: StepKey | None) -> list[Planned]:
    place = next((n for n, known in enumerate(steps) if known.key == before), len(steps))
    if not step.rounds:
        # Between two steps of the same turn it belongs to that turn: otherwise the turn would be over before its end.
        step = replace(step, open_loops=_around(steps, place))
    return [*steps[:place], step, *steps[place:]]


def _around(steps: list[Planned], place: int) -> tuple[OpenLoop, ...]:
    if not 0 < place < len(steps):
        return ()
    before, after = steps[place - 1].open_loops, steps[place].open_loops
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    return before[:shared]
