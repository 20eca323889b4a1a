"""A session set apart: its own log, its own clock, the same desk."""

from collections.abc import Iterator

import pytest

from facilitation.database import migrate, open_database
from facilitation.desk import Envelope, Saved
from facilitation.domain.commands import Advance
from facilitation.eventlog import EventLog
from tests.desk.room import Room
from tests.eventlog.workshop import FACILITATOR, NOON, SESSION, opening, plan


@pytest.fixture
def logs() -> Iterator[tuple[EventLog, EventLog]]:
    databases = [open_database("sqlite://") for _ in range(2)]
    for database in databases:
        migrate(database)
    yield EventLog(databases[0]), EventLog(databases[1])
    for database in databases:
        database.close()


def test_it_is_written_elsewhere_by_another_clock_and_published_with_the_rest(logs: tuple[EventLog, EventLog]) -> None:
    room, apart = Room(logs[0]), logs[1]
    room.desk.set_apart(SESSION, apart, lambda: NOON + 1_000_000)
    room.open()
    assert room.session.people
    assert room.session.planned_at == NOON + 1_000_000
    assert room.log.head(SESSION) is None
    assert apart.head(SESSION) is not None
    assert {batch.session_id for batch in room.published} == {SESSION}
    room.desk.close()


def test_once_let_go_it_is_unknown_and_its_name_is_free(logs: tuple[EventLog, EventLog]) -> None:
    room = Room(logs[0])
    room.desk.set_apart(SESSION, logs[1], lambda: NOON)
    room.open()
    room.desk.let_go(SESSION)
    with pytest.raises(KeyError):
        room.desk.session(SESSION)
    assert isinstance(room.desk.plan(plan(), FACILITATOR), Saved)
    assert isinstance(room.desk.submit(SESSION, Envelope(*opening()[1])), Saved)
    assert room.log.head(SESSION) is not None
    room.desk.close()


def test_its_timer_rings_by_its_own_clock(logs: tuple[EventLog, EventLog]) -> None:
    room, moment = Room(logs[0]), [NOON]
    room.desk.set_apart(SESSION, logs[1], lambda: moment[0])
    room.open()
    room.desk.submit(SESSION, Envelope(FACILITATOR, Advance("write")))
    ends_at = room.session.steps[room.session.current or ""].ends_at
    assert ends_at == NOON + 60_000
    assert room.desk.ring(SESSION) is None
    moment[0] += 60_000
    rung = room.desk.ring(SESSION)
    assert rung is not None
    assert isinstance(rung.result(), Saved)
    room.desk.close()
