"""Cards that come up little by little: when the facilitator presses, or by themselves at an even pace."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.format import Stage
from facilitation.domain.revealing import not_yet
from facilitation.domain.scopes import limit
from facilitation.domain.session import Milliseconds, Planned, Session
from facilitation.domain.visibility import cards_of


def left_to_show(session: Session, planned: Planned) -> bool:
    """Whether a step that shows its cards little by little has some left."""
    return any(not_yet(session, planned, board, cards_of(session, planned, board)) for board in planned.stage.boards)


def waits_for_reveal(stage: Stage) -> bool:
    """Whether a stage keeps something until the facilitator reveals it."""
    vote = stage.vote is not None and stage.vote.reveal not in ("live", "later")
    return vote or any(v.until == "reveal" for v in (stage.answers_seen_by, *(b.seen_by for b in stage.boards)))


def next_moment(session: Session, planned: Planned, now: Milliseconds) -> Milliseconds | None:
    """When the next cards of a step come up by themselves, counted from now; `None` where somebody has to press."""
    paces = [limit(session, planned, board.reveal_seconds, None) for board in planned.stage.boards]
    seconds = min((pace for pace in paces if pace is not None and pace > 0), default=None)
    return None if seconds is None else now + round(seconds * 1000)


def show_next(session: Session, planned: Planned, now: Milliseconds) -> e.NextShown:
    """The next cards come up; whoever pressed, those after them wait their full time."""
    return e.NextShown(planned.key, now, next_moment(session, planned, now))


def shown_by_time(session: Session, now: Milliseconds) -> tuple[e.Event, ...]:
    """The next cards, where it is time for them. After a standstill one batch comes, not all that were missed."""
    planned = session.now_playing
    if planned is None or not due_to_show(session, now):
        return ()
    return (show_next(session, planned, now),)


def due_to_show(session: Session, now: Milliseconds) -> bool:
    """Whether the next cards of the step that is on should come up by themselves."""
    planned, step = session.now_playing, session.step
    if planned is None or step is None or step.shows_at is None or step.shows_at > now:
        return False
    return left_to_show(session, planned)


def reveal(session: Session, command: c.RevealStep, now: Milliseconds) -> tuple[e.Event, ...] | Refused:
    """Show what waits: the next cards, or what the stage keeps until then."""
    planned = session.now_playing
    if planned is None or command.step != planned.key:
        return Refused("stale-stage")
    if left_to_show(session, planned):
        return (show_next(session, planned, now),)
    if not waits_for_reveal(planned.stage):
        return Refused("nothing-to-reveal")
    return () if session.steps[command.step].revealed else (e.StepRevealed(command.step, now),)
