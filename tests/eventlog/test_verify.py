"""Every way of spoiling a log that we could think of is noticed."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from facilitation.database import Database
from facilitation.domain.events import AnswerGiven, AnswerWithdrawn, CardHidden, CardPosted
from facilitation.eventlog import Batch, Entry, EventLog
from facilitation.eventlog.tables import contents, events, heads, receipts
from tests.eventlog.workshop import FACILITATOR, NOON, SESSION, SOURCE, opening, play

LAST = len(play(opening())) + 5
CARD = LAST - 4


def spoil_nothing(connection: Connection) -> None:
    """The log as it is."""


def lose_an_event(connection: Connection) -> None:
    connection.execute(delete(events).where(events.c.seq == CARD))


def lose_the_tail(connection: Connection) -> None:
    connection.execute(delete(events).where(events.c.seq == LAST))


def rewind_the_head(connection: Connection) -> None:
    connection.execute(update(heads).values(seq=LAST - 1))


def change_a_payload(connection: Connection) -> None:
    changed = events.c.payload + " "
    connection.execute(update(events).where(events.c.seq == 2).values(payload=changed))


def change_an_actor(connection: Connection) -> None:
    connection.execute(update(events).where(events.c.seq == LAST).values(actor_id="someone"))


def change_a_moment(connection: Connection) -> None:
    connection.execute(update(events).where(events.c.seq == LAST).values(at=1))


def change_the_words(connection: Connection) -> None:
    connection.execute(update(contents).where(contents.c.subject == "card:c1").values(value='"autre"'))


def lose_the_words(connection: Connection) -> None:
    connection.execute(delete(contents).where(contents.c.subject == "card:c1"))


def erase_without_a_reason(connection: Connection) -> None:
    connection.execute(update(contents).where(contents.c.subject == "card:c1").values(value=None))


def erase_without_a_withdrawal(connection: Connection) -> None:
    connection.execute(update(contents).where(contents.c.subject == "card:c1").values(value=None, erased="withdrawn"))


def keep_withdrawn_words(connection: Connection) -> None:
    row = contents.c.subject == "answer:write:wish:p1"
    connection.execute(update(contents).where(row).values(value='"encore"', salt="00", erased=None))


def add_stray_words(connection: Connection) -> None:
    connection.execute(insert(contents).values(content_id="x", session_id=SESSION, subject="card:c9", value='""'))


def lose_a_receipt(connection: Connection) -> None:
    connection.execute(delete(receipts).where(receipts.c.number == 2))


def lose_the_last_receipt(connection: Connection) -> None:
    connection.execute(delete(receipts).where(receipts.c.number == 3))


def contradict_a_receipt(connection: Connection) -> None:
    connection.execute(update(receipts).where(receipts.c.number == 1).values(reason="too-long", detail="{}"))


def reorder_receipts(connection: Connection) -> None:
    connection.execute(update(receipts).where(receipts.c.number == 1).values(seq=LAST))


def forget_a_kind(connection: Connection) -> None:
    connection.execute(update(events).where(events.c.seq == LAST).values(kind="CardTeleported"))


def another_format_text(connection: Connection) -> None:
    row = events.c.seq == 1
    payload = connection.scalar(select(events.c.payload).where(row)) or ""
    connection.execute(update(events).where(row).values(payload=payload.replace(SOURCE, "# other")))


SPOILT = {
    another_format_text: {"chain", "format"},
    lose_an_event: {"gap", "chain", "receipt", "content", "replay"},
    lose_the_tail: {"head", "content", "receipt"},
    rewind_the_head: {"head"},
    change_a_payload: {"chain"},
    change_an_actor: {"chain"},
    change_a_moment: {"chain"},
    change_the_words: {"content"},
    lose_the_words: {"content"},
    erase_without_a_reason: {"content"},
    erase_without_a_withdrawal: {"content"},
    keep_withdrawn_words: {"content"},
    add_stray_words: {"content"},
    lose_a_receipt: {"receipt", "numbers"},
    lose_the_last_receipt: {"receipt"},
    contradict_a_receipt: {"receipt"},
    reorder_receipts: {"receipt", "numbers"},
    forget_a_kind: {"chain", "unreadable"},
    spoil_nothing: set(),
}


@pytest.fixture
def written(log: EventLog) -> EventLog:
    """A log with an opening, a card, an answer that was withdrawn, and a last card."""
    head = log.append(Batch(SESSION, log.new_head(), (Entry(FACILITATOR, play(opening())),))).head
    told = (
        (CardPosted("c1", "ideas", "write", "p1", "des mots", None, NOON),),
        (AnswerGiven("write", "wish", "p1", "p1", "un souhait", NOON), AnswerWithdrawn("write", "wish", "p1", NOON)),
        (
            CardHidden("c1", NOON),
            CardPosted("c2", "ideas", "write", "p1", "d'autres mots", None, NOON),
        ),
    )
    for number, happened in enumerate(told, start=1):
        head = log.append(Batch(SESSION, head, (Entry(FACILITATOR, happened, "p1", number, f"i{number}"),))).head
    assert head.seq == LAST
    return log


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_log_is_noticed(written: EventLog, database: Database, spoil: Callable[[Connection], None]) -> None:
    with database.writing() as connection:
        spoil(connection)
    found = written.verify(SESSION)
    assert {fault.code for fault in found.faults} == SPOILT[spoil]
    assert found.ok is (spoil is spoil_nothing)
    assert all(fault.message.fr and fault.message.en for fault in found.faults)
