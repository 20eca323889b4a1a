"""What is true after something happened: `evolve(session, event) -> session`."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from facilitation.domain import events as e
from facilitation.domain.acting import arranged
from facilitation.domain.evolve.answers import answers_after
from facilitation.domain.evolve.cards import cards_after
from facilitation.domain.evolve.loops import loops_after
from facilitation.domain.evolve.people import people_after
from facilitation.domain.evolve.plan import plan_after
from facilitation.domain.evolve.stages import stages_after
from facilitation.domain.floors import floors_after
from facilitation.domain.observing import observed
from facilitation.domain.paper import on_paper, written_since
from facilitation.domain.plan import settings_of, unroll
from facilitation.domain.session import Session
from facilitation.domain.wall import wall_after
from facilitation.domain.writing import facilitator_wrote

__all__ = ["evolve", "replay"]


def replay(events: Iterable[e.Event]) -> Session:
    """The state after these events, from nothing."""
    session = Session()
    for event in events:
        session = evolve(session, event)
    return session


def evolve(session: Session, event: e.Event) -> Session:
    """The state after one more event. Total over events that `decide` gave; every event adds one to `seq`."""
    return replace(written_since(_after(session, event), event), seq=session.seq + 1)


def _after(s: Session, event: e.Event) -> Session:
    # The most frequent kinds first: a long log is replayed through here.
    if isinstance(event, e.CardEvent):
        return cards_after(s, event)
    if isinstance(event, e.AnswerEvent):
        return answers_after(s, event)
    if isinstance(event, e.PersonEvent):
        return people_after(s, event)
    if isinstance(event, e.StageEvent):
        return stages_after(s, event)
    if isinstance(event, e.LoopEvent):
        return loops_after(s, event)
    if isinstance(event, e.ArrangingEvent):
        return arranged(s, event)
    if isinstance(event, e.FloorEvent):
        return floors_after(s, event)
    if isinstance(event, e.WallEvent):
        return wall_after(s, event)
    if isinstance(event, e.PlanEvent):
        return plan_after(s, event)
    if isinstance(event, e.WritingEvent):
        return facilitator_wrote(s, event)
    if isinstance(event, e.PaperEvent):
        return on_paper(s, event)
    if isinstance(event, e.ObserverEvent):
        return observed(s, event)
    if isinstance(event, e.SessionEvent):
        return _session_after(s, event)
    assert_never(event)


def _session_after(s: Session, event: e.SessionEvent) -> Session:
    match event:
        case e.SessionPlanned():
            return _planned(event)
        case e.DoorOpened():
            return replace(s, door_open=True)
        case e.DoorClosed():
            return replace(s, door_open=False)
        case e.JoinCodeReplaced():
            return s
        case e.SessionClosed(at=at):
            return replace(s, status="closed", closed_at=at, door_open=False, current=None, wall_held=None)


def _planned(event: e.SessionPlanned) -> Session:
    plan = unroll(event.format, event.settings, event.minutes)
    return Session(
        id=event.session,
        title=event.title,
        locale=event.locale,
        format=event.format,
        source=event.source,
        digest=event.digest,
        settings=settings_of(event.format, event.settings),
        seed=event.seed,
        planned_at=event.at,
        minutes=dict(event.minutes),
        plan=plan,
        first_plan=plan,
    )
