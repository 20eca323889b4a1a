"""Whatever people do, the encoded log rebuilds the session."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.database import migrate, open_database
from facilitation.domain.commands import (
    Advance,
    By,
    CloseSession,
    Command,
    EditCard,
    ExtendStep,
    GiveAnswer,
    HideCard,
    Leave,
    Refused,
    Signal,
    TakeNote,
    WithdrawAnswer,
    WithdrawCard,
)
from facilitation.domain.evolve import evolve, replay
from facilitation.domain.rules import decide
from facilitation.eventlog import Batch, Entry, EventLog, state_hash
from tests.eventlog.workshop import DOOR, FACILITATOR, NOON, join, opening, plan, play, post

words = st.text(max_size=40)
someone = st.sampled_from([By("participant", "p1"), By("participant", "p2"), By("participant", "p9"), FACILITATOR])
a_card = st.sampled_from(["c1", "c2", "c3", "nowhere"])
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(post, words),
    st.builds(post, words),
    st.builds(EditCard, st.just("write"), a_card, words),
    st.builds(WithdrawCard, a_card),
    st.builds(GiveAnswer, st.just("write"), st.just("wish"), words | st.fractions() | st.booleans()),
    st.builds(WithdrawAnswer, st.just("write"), st.just("wish")),
    st.builds(Signal, st.just("write"), st.sampled_from(["done", "lost", "pass", "none"])),
    st.builds(HideCard, a_card),
    st.builds(TakeNote, words),
    st.builds(ExtendStep, st.just("write"), st.integers(-600, 600)),
    st.just(Advance("write")),
    st.just(Leave()),
    st.just(CloseSession()),
)


@pytest.fixture(scope="module")
def log() -> Iterator[EventLog]:
    """One log for all examples: each has a session of its own."""
    database = open_database("sqlite://")
    migrate(database)
    yield EventLog(database)
    database.close()


fresh = count(1)


@settings(max_examples=150)
@given(script=st.lists(st.tuples(someone, commands), max_size=25), split=st.integers(1, 4))
def test_the_encoded_log_rebuilds_the_session(log: EventLog, script: list[tuple[By, Command]], split: int) -> None:
    name = f"s{next(fresh)}"
    events = play([(FACILITATOR, plan(name)), *opening()[1:], (DOOR, join("p3"))])
    session, entries = replay(events), [Entry(FACILITATOR, events)]
    for number, (by, command) in enumerate(script, start=1):
        verdict = decide(session, command, by, NOON + number)
        refused = verdict if isinstance(verdict, Refused) else None
        happened = () if isinstance(verdict, Refused) else verdict
        for event in happened:
            session = evolve(session, event)
        entries.append(Entry(by, happened, "tab", number, f"i{number}", refused))
    head = log.new_head()
    for start in range(0, len(entries), split):
        head = log.append(Batch(name, head, tuple(entries[start : start + split]))).head
    assert replay(one.event for one in log.read(name)) == session
    verification = log.verify(name)
    assert verification.faults == ()
    assert verification.state == state_hash(session)
    assert log.last_number(name, "tab") == len(script)
