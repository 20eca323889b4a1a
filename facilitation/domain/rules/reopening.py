"""Opening again a step that has ended: what its end showed stays shown, and is not answered or voted again."""

from dataclasses import dataclass

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.format import Stage
from facilitation.domain.rules.replanning import MOST_SECONDS, next_change, reasoned
from facilitation.domain.rules.tasks import shown_at_end
from facilitation.domain.session import Planned, Session


@dataclass(frozen=True, slots=True)
class Reopening:
    """The step that could be opened again; `left` is the one that would be given up, nobody having begun in it."""

    planned: Planned
    left: str | None = None


def reopen(session: Session, command: c.ReopenStep, by: str, now: int) -> tuple[e.Event, ...] | Refused:
    """Open a step again, with a reason."""
    reason = reasoned(command.reason)
    if isinstance(reason, Refused):
        return reason
    if not 0 <= command.seconds <= MOST_SECONDS:
        return Refused("length-out-of-range")
    if session.planned(command.step) is None:
        return Refused("unknown-step")
    if command.step == session.current and session.inputs_open:
        return Refused("stage-open")
    found = reopening(session)
    if isinstance(found, Refused):
        return found
    if found.planned.key != command.step:
        return Refused("reopen-last-only")
    if settled_parts(found.planned.stage) and not open_parts(found.planned.stage):
        return Refused("already-shown")
    change, ends_at = next_change(session), now + command.seconds * 1000 if command.seconds else None
    opened = e.StageReopened(change, command.step, by, now, ends_at, found.left)
    return opened, e.ReasonGiven(change, reason, by, now)


def reopening(session: Session) -> Reopening | Refused:
    """Which step could be opened again: the current one once closed, or the one before while nothing was done since."""
    planned, step = session.now_playing, session.step
    if planned is None or step is None or session.status != "running":
        return Refused("not-running")
    if step.closed_at is not None and not step.skipped:
        return Reopening(planned)
    begun = [s for s in session.plan[: session.plan.index(planned)] if session.reached(s.key)]
    if not begun or session.steps[begun[-1].key].skipped:
        return Refused("stage-open")
    return Refused("reopen-too-late") if _touched(session, planned.key) else Reopening(begun[-1], planned.key)


def _touched(session: Session, key: str) -> bool:
    """Whether somebody has given anything in a step."""
    if session.answers.get(key) or session.votes.get(key) or session.choices.get(key):
        return True
    return any(card.step == key for card in session.cards.values())


def settled_parts(stage: Stage) -> tuple[str, ...]:
    """What the end of a stage shows, and what therefore stays closed when it is opened again."""
    vote = stage.vote is not None and stage.vote.reveal == "at the end"
    return (("vote",) if vote else ()) + (("answers",) if shown_at_end(stage) else ())


def open_parts(stage: Stage) -> tuple[str, ...]:
    """What people can do again in a stage that is opened again."""
    parts = {
        "boards": any(board.written_by != "nobody" for board in stage.boards),
        "answers": bool(stage.ask) and not shown_at_end(stage),
        "vote": stage.vote is not None and stage.vote.reveal != "at the end",
        "choice": stage.choose is not None,
    }
    return tuple(part for part, can in parts.items() if can)
