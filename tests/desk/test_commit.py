"""Receipts come after the commit, batches share it, and no command can take another one down."""

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any

import pytest

from facilitation.database import Database
from facilitation.desk import Desk, Envelope, NotSaved, Published, Receipt, Saved, UnknownSession
from facilitation.domain.commands import By, Command, PostCard, Refused
from facilitation.domain.events import CardPosted, Event
from facilitation.domain.format import Text
from facilitation.domain.rules import decide
from facilitation.domain.session import Session
from facilitation.eventlog import Appended, Batch, EventLog, Run, Unavailable, at_once
from tests.desk.room import Room
from tests.eventlog.workshop import FACILITATOR, SESSION, plan, post

FULL = Text("plein", "full")


class Gate:
    """A disk that takes its time: each transaction waits until it is let through."""

    def __init__(self) -> None:
        self.reached = threading.Semaphore(0)
        self.go = threading.Semaphore(0)
        self.closed = False

    def __call__(self, work: Callable[[], None]) -> None:
        if self.closed:
            self.reached.release()
            assert self.go.acquire(timeout=180)
        work()


class FailingLog(EventLog):
    """A log that can be told to fail before, or after, it has stored."""

    fail: Exception | None = None
    after: bool = False

    def append(self, batch: Batch, run: Run = at_once) -> Appended:
        if self.fail and not self.after:
            raise self.fail
        appended = super().append(batch, run)
        if self.fail:
            raise self.fail
        return appended


def gathered(room: Room, gate: Gate, *envelopes: Envelope) -> list[Future[Receipt]]:
    """Hands in `envelopes` while an earlier commit is held, so that they share the next one."""
    gate.closed = True
    first = room.desk.send(SESSION, room.envelope("p1", room.desk.next_number(SESSION, "p1"), post("d'abord")))
    assert gate.reached.acquire(timeout=180)
    gate.closed = False
    sent = [room.desk.send(SESSION, envelope) for envelope in envelopes]
    gate.go.release()
    wait([first, *sent], timeout=180)
    return sent


def traced(database: Database, seen: Callable[[str], None]) -> None:
    """Tells `seen` every statement of the writer."""
    with database.writer() as connection:
        driver: Any = connection.connection.driver_connection
        driver.set_trace_callback(seen)


def lets_poison_through(session: Session, command: Command, by: By, now: int) -> tuple[Event, ...] | Refused:
    """Rules with two bugs: they break on one word, and let a broken emoji through to the disk."""
    if isinstance(command, PostCard) and command.text == "bug":
        raise ValueError(f"cannot take {command.text}: secret words")
    if isinstance(command, PostCard) and command.text == "poison":
        return (CardPosted("c99", "ideas", "write", by.id, "\ud83d", None, now),)
    return decide(session, command, by, now)


def test_first_the_commit_then_the_receipt_then_one_publication(database: Database) -> None:
    order: list[str] = []
    room = Room(EventLog(database))
    room.open()
    room.desk.close()
    traced(database, lambda statement: order.append(statement) if statement == "COMMIT" else None)
    done = threading.Event()

    def published(told: Published) -> None:
        order.append("published")
        done.set()

    desk = Desk(room.log, lambda: room.now, published)
    receipt = desk.send(SESSION, room.envelope("p1", 1, post("un")))
    receipt.add_done_callback(lambda _: order.append("receipt"))
    assert done.wait(timeout=180)
    desk.close()
    assert order == ["COMMIT", "receipt", "published"]


def test_what_comes_in_during_a_commit_shares_the_next_one(database: Database) -> None:
    gate, commits = Gate(), list[str]()
    room = Room(EventLog(database), run_commit=gate)
    room.open()
    traced(database, lambda statement: commits.append(statement) if statement == "COMMIT" else None)
    published = len(room.published)
    sent = gathered(room, gate, *(room.envelope("p2", n, post(f"{n}")) for n in range(1, 11)))
    assert [type(one.result()) for one in sent] == [Saved] * 10
    room.desk.close()
    assert len(commits) == 2
    assert len(room.published) == published + 2
    assert len(room.published[-1].events) == 10


def test_each_publication_begins_where_the_last_one_ended(room: Room) -> None:
    for number in range(1, 4):
        room.says("p1", number, post(str(number)))
    room.says("p1", 9, post("skipped"))
    room.desk.close()
    assert [told.before.seq for told in room.published] == [0, *(told.after.seq for told in room.published)][:-1]
    assert [len(told.events) for told in room.published] == [t.after.seq - t.before.seq for t in room.published]


def test_nothing_stored_means_no_receipt(database: Database) -> None:
    log = FailingLog(database)
    room = Room(log)
    room.open()
    before = room.session
    log.fail = Unavailable(FULL)
    with pytest.raises(NotSaved) as error:
        room.says("p1", 1, post("un"))
    assert error.value.reason == FULL
    assert room.desk.trouble(SESSION) == FULL
    assert room.session == before
    log.fail = None
    assert isinstance(room.says("p1", 1, post("un")), Saved)
    assert room.desk.trouble(SESSION) is None
    room.desk.close()


def test_a_plan_that_could_not_be_stored_leaves_no_worker_behind(database: Database) -> None:
    log = FailingLog(database)
    room = Room(log)
    before = threading.active_count()
    log.fail = Unavailable(FULL)
    with pytest.raises(NotSaved):
        room.desk.plan(plan(), FACILITATOR)
    assert threading.active_count() == before
    log.fail = None
    assert isinstance(room.desk.plan(plan(), FACILITATOR), Saved)
    room.desk.close()


def test_stored_without_knowing_is_acknowledged_when_it_is_sent_again(database: Database) -> None:
    log = FailingLog(database)
    room = Room(log)
    room.open()
    log.fail, log.after = Unavailable(FULL), True
    with pytest.raises(NotSaved):
        room.says("p1", 1, post("un"))
    log.fail = None
    assert isinstance(room.says("p1", 1, post("un")), Saved)
    room.desk.close()
    assert room.texts == ["un"]


def test_stored_without_knowing_is_published_as_soon_as_the_store_is_back(database: Database) -> None:
    log = FailingLog(database)
    room = Room(log)
    room.open()
    published = len(room.published)
    log.fail, log.after = Unavailable(FULL), True
    with pytest.raises(NotSaved):
        room.says("p1", 1, post("un"))
    log.fail = None
    room.desk.tick()
    room.desk.close()
    assert [len(told.events) for told in room.published[published:]] == [1]
    assert room.desk.trouble(SESSION) is None


def test_a_full_disk_makes_the_session_read_only_until_there_is_room(room: Room, database: Database) -> None:
    with database.writer() as connection:
        driver: Any = connection.connection.driver_connection
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count={pages}")
    number = 1
    with contextlib.suppress(NotSaved):
        while isinstance(room.says("p1", number, post("x" * 1500)), Saved):
            number += 1
    with pytest.raises(NotSaved, match="disk is full"):
        room.says("p1", number, post("x" * 1500))
    trouble = room.desk.trouble(SESSION)
    assert trouble is not None
    assert "plein" in trouble.fr
    assert room.session.people
    assert len(room.texts) == number - 1
    with database.writer() as connection:
        driver = connection.connection.driver_connection
        driver.execute("PRAGMA max_page_count=1000000")
    room.desk.tick()
    assert isinstance(room.says("p1", number, post("x" * 1500)), Saved)
    assert room.desk.trouble(SESSION) is None
    assert room.log.verify(SESSION).ok


def test_one_command_that_cannot_be_stored_refuses_none_of_its_neighbours(database: Database) -> None:
    gate = Gate()
    room = Room(EventLog(database), run_commit=gate, decide=lets_poison_through)
    room.open()
    words = ["un", "poison", "deux", "bug", "trois"]
    sent = gathered(room, gate, *(room.envelope("p2", None, post(word)) for word in words))
    kinds = [type(one.exception() or one.result()).__name__ for one in sent]
    assert kinds == ["Saved", "UnicodeEncodeError", "Saved", "ValueError", "Saved"]
    assert room.texts == ["d'abord", "un", "deux", "trois"]
    assert room.log.verify(SESSION).ok
    room.desk.close()


@pytest.mark.parametrize("word", ["poison", "bug"])
def test_a_bug_uses_up_no_number_and_a_canary_still_sings(database: Database, word: str) -> None:
    room = Room(EventLog(database), decide=lets_poison_through)
    room.open()
    with pytest.raises(ValueError, match=r".+"):
        room.says("p1", 1, post(word))
    assert room.desk.next_number(SESSION, "p1") == 1
    assert isinstance(room.says("p2", 1, post("canari")), Saved)
    assert isinstance(room.says("p1", 1, post("un")), Saved)
    room.desk.close()


@pytest.mark.parametrize("word", ["poison", "bug"])
def test_a_bug_is_logged_without_what_was_written(
    database: Database, caplog: pytest.LogCaptureFixture, word: str
) -> None:
    room = Room(EventLog(database), decide=lets_poison_through)
    room.open()
    with pytest.raises(ValueError, match=r".+"):
        room.says("p1", 1, post(word), id="the-id")
    room.desk.close()
    (record,) = caplog.records
    said = record.getMessage()
    assert all(word in said for word in (SESSION, "PostCard", "the-id", "Error"))
    assert "secret" not in caplog.text
    assert "d83d" not in caplog.text
    assert record.exc_info is None


def test_a_publication_that_fails_hurts_nobody(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    def fails(told: Published) -> None:
        raise ValueError("secret words")

    room = Room(EventLog(database))
    room.open()
    room.desk.close()
    desk = Desk(room.log, lambda: room.now, fails)
    for number in (1, 2):
        assert isinstance(desk.submit(SESSION, room.envelope("p1", number, post("un"))), Saved)
    desk.close()
    assert "publishing failed: ValueError" in caplog.text
    assert "secret" not in caplog.text


def test_two_desks_on_one_session_lose_nothing(database: Database) -> None:
    """As two processes on one PostgreSQL would: the second meets a conflict, looks again, and tells what it missed."""
    one = Room(EventLog(database))
    one.open()
    other = Room(EventLog(database))
    for number in range(1, 6):
        assert isinstance(one.says("p1", number, post(f"un {number}")), Saved)
        assert isinstance(other.says("p2", number, post(f"autre {number}")), Saved)
    one.desk.close()
    other.desk.close()
    assert len(other.texts) == 10
    told = [event for published in other.published for event in published.events]
    assert len(told) == 9
    assert one.log.verify(SESSION).ok


def test_many_threads_at_once_are_each_saved_once_in_their_order(room: Room) -> None:
    def posts(who: str) -> None:
        for number in range(1, 26):
            for _ in range(2):
                room.says(who, number, post(f"{who} {number}"))

    threads = [threading.Thread(target=posts, args=(f"p{n}",)) for n in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for who in ("p1", "p2"):
        mine = [card.text for card in room.session.cards.values() if card.author == who]
        assert mine == [f"{who} {number}" for number in range(1, 26)]
    assert room.log.verify(SESSION).ok


def test_an_unknown_session_is_said_to_be_unknown(room: Room) -> None:
    for ask in (room.desk.session, room.desk.epoch, room.desk.trouble):
        with pytest.raises(UnknownSession):
            ask("nowhere")
    with pytest.raises(KeyError):
        room.desk.submit("nowhere", room.envelope("p1", 1, post("un")))


def test_a_closed_desk_takes_nothing(room: Room) -> None:
    room.desk.close()
    with pytest.raises(RuntimeError, match="closed"):
        room.says("p1", 1, post("un"))
