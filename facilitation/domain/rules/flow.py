"""How one step gives way to the next: closing, computing, assigning, grouping, carrying, starting."""

from facilitation.domain import events as e
from facilitation.domain.by_groups import waiting
from facilitation.domain.commands import EndTimer, Refused
from facilitation.domain.computing import work_out, work_out_first
from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.progress import everyone_answered
from facilitation.domain.regrouping import Groups
from facilitation.domain.rules.carrying import carried
from facilitation.domain.rules.casting import drawn_roles, roles_in_groups, turns_to_come
from facilitation.domain.rules.forming import made_groups
from facilitation.domain.rules.gathering import gather, hosting
from facilitation.domain.rules.giving import roles_given
from facilitation.domain.rules.loops import after, following, left_out, turn_over
from facilitation.domain.rules.showing import next_moment, shown_by_time
from facilitation.domain.rules.treating import treat
from facilitation.domain.rules.turns import keep_up, turns_over
from facilitation.domain.scopes import StepScope, limit
from facilitation.domain.session import Planned, Session

INPUTS = (
    e.AnswerGiven,
    e.VoteCast,
    e.CardsChosen,
    e.Signalled,
    e.CardPosted,
    e.ParticipantLeft,
    e.TurnGiven,
    e.PersonPlaced,
)


def go_on(session: Session, by: str, now: int) -> tuple[e.Event, ...]:
    """Close the current step if it is open, then start the next one, if there is one."""
    closing = close_current(session, by, now)
    then = after(session, closing)
    turned = turn_over(then, now)
    then = after(then, turned)
    passed = left_out(then, now)
    then = after(then, passed)
    next_step = following(then)
    found = (*closing, *turned, *passed)
    return (*found, *start(then, next_step, now)) if next_step else found


def close_current(session: Session, by: str, now: int) -> tuple[e.Event, ...]:
    """Close the inputs of the current step; its values are worked out and its roles given."""
    planned = session.now_playing
    if planned is None or not session.inputs_open:
        return ()
    closed = e.StageClosed(planned.key, by, now)  # type: ignore[arg-type] # callers pass the three known words
    return (closed, *_consequences(session, planned, now))


def _consequences(session: Session, planned: Planned, now: int) -> tuple[e.Event, ...]:
    events: list[e.Event] = []
    if planned.stage.compute or planned.stage.ask:
        events.append(e.ValuesComputed(planned.key, work_out(session, planned), now))
    events.extend(roles_given(after(session, events), planned, now))
    return tuple(events)


def start(session: Session, planned: Planned, now: int) -> tuple[e.Event, ...]:
    """Start a step: draw the roles that chance gives, form its groups, carry what it needs."""
    people = tuple(person.id for person in session.present)
    made = made_groups(session, planned, people)
    groups = made.groups
    seconds = _seconds(session, planned, groups)
    ends_at = now + seconds * 1000 if seconds else None
    least = _least(session, planned, groups, seconds)
    signals_at = now + least * 1000 if least else None
    shows_at = next_moment(session, planned, now)
    started = e.StageStarted(planned.key, now, ends_at, signals_at, shows_at)
    events: list[e.Event] = [started, *drawn_roles(session, people, now)]
    if planned.stage.groups is not None:
        events.append(e.GroupsFormed(planned.key, groups, now, made.cards))
        events.extend(hosting(session, planned.stage.groups, made, now))
        events.extend(roles_in_groups(session, planned, groups, now))
        events.extend(turns_to_come(session, planned, groups, now))
        waits = waiting(after(session, events), planned, groups)
        events.extend([e.GroupsWait(planned.key, waits, now)] if waits else [])
    events.extend(carried(session, planned, now))
    if planned.stage.compute and planned.stage.compute_when == "stage starts":
        events.append(e.ValuesComputed(planned.key, work_out_first(after(session, events), planned), now))
    return tuple(events)


def _seconds(session: Session, planned: Planned, groups: Groups) -> int | None:
    """The time of a step; where it is so much per person, that of its largest group."""
    duration = planned.stage.duration
    if duration is None or duration.per == "stage" or planned.stage.id in session.minutes:
        return planned.seconds
    minutes = limit(session, planned, duration.minutes, None)
    return round(minutes * 60) * max(1, max(map(len, groups), default=1)) if minutes else None


def _least(session: Session, planned: Planned, groups: Groups, seconds: int | None) -> int | None:
    """The low end of a range of time, as long as nobody gave the step another length."""
    duration = planned.stage.duration
    if planned.least is None or duration is None or duration.at_least is None or not seconds:
        return None
    if duration.per == "stage":
        return planned.least if planned.least < seconds else None
    minutes = limit(session, planned, duration.at_least, None)
    return round(minutes * 60) * max(1, max(map(len, groups), default=1)) if minutes else None


def end_timer(session: Session, command: EndTimer, now: int) -> tuple[e.Event, ...] | Refused:
    """The time of a step is up, or of someone's turn to speak, or the next cards are due: go on, where it is so."""
    planned, step = session.now_playing, session.step
    if planned is None or step is None or planned.key != command.step or not session.inputs_open:
        return Refused("stale-stage")
    waited = (*turns_over(session, now), *shown_by_time(session, now))
    if waited:
        return waited
    due = step.ends_at is not None and step.ends_at <= now
    if "timer ends" not in planned.stage.paces or not due:
        return Refused("no-timer")
    return go_on(session, "timer", now)


def settle(session: Session, events: tuple[e.Event, ...], now: int) -> tuple[e.Event, ...]:
    """What follows by itself: someone has the floor; once everyone has answered, the room goes on where it should."""
    then = after(session, events)
    gathered = gather(then, now)
    then = after(then, gathered)
    kept = (*gathered, *_kept_up(then, now))
    then = after(session, (*events, *kept))
    planned = then.now_playing
    if not any(isinstance(event, INPUTS) for event in (*events, *kept)):
        return kept
    why = _over(then, planned) if planned is not None and then.inputs_open else None
    if why is None:
        return kept
    gone = go_on(then, why, now)
    return (*kept, *gone, *_kept_up(after(then, gone), now))


def _over(session: Session, planned: Planned) -> str | None:
    """Why a step ends by itself now, if it does."""
    if session.steps[planned.key].reopened:
        # Opened again, it ends when the facilitator says so: what would have ended it had come already.
        return None
    if "everyone answered" in planned.stage.paces and everyone_answered(session):
        return "everyone answered"
    condition = planned.stage.goes_on_if
    return "condition" if condition and evaluate(parse(condition), StepScope(session, planned)) else None


def _kept_up(session: Session, now: int) -> tuple[e.Event, ...]:
    treated = treat(session, now)
    return (*treated, *keep_up(after(session, treated), now))
