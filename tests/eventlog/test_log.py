"""The contract of the log: what goes in comes out, in order, once, or not at all."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from facilitation.database import Database
from facilitation.domain.commands import By, Refused, WithdrawCard
from facilitation.domain.events import AnswerGiven, AnswerWithdrawn, CardPosted, Event, Signalled
from facilitation.domain.evolve import replay
from facilitation.eventlog import Batch, Conflict, Entry, EventLog, Head, as_lines, state_hash
from tests.eventlog.workshop import FACILITATOR, NOON, SESSION, opening, play, post

P1 = By("participant", "p1")


def begun(log: EventLog, session: str = SESSION) -> Head:
    """A session in which people are writing; its opening is one entry."""
    events = play(opening())
    return log.append(Batch(session, log.new_head(), (Entry(FACILITATOR, events),))).head


def numbered(number: int, *events: Event, refused: Refused | None = None) -> Entry:
    """What command `number` of p1 came to."""
    return Entry(P1, events, "p1", number, f"id-{number}", refused)


def card(name: str, text: str) -> CardPosted:
    """Words of p1."""
    return CardPosted(name, "ideas", "write", "p1", text, None, NOON)


def wish(value: str) -> AnswerGiven:
    """An answer of p1."""
    return AnswerGiven("write", "wish", "p1", "p1", value, NOON)


def test_what_was_appended_is_read_back_in_order(log: EventLog) -> None:
    head = begun(log)
    added = (card("c1", "Bonjour 👋🏽 « été »"), card("c2", "deux\nlignes"))
    appended = log.append(Batch(SESSION, head, (numbered(1, added[0]), numbered(2, added[1]))))
    opened = play(opening())
    assert [one.event for one in log.read(SESSION)] == [*opened, *added]
    assert [one.seq for one in log.read(SESSION)] == list(range(1, len(opened) + 3))
    assert appended.seqs == (len(opened) + 1, len(opened) + 2)
    assert log.head(SESSION) == appended.head


def test_since_gives_exactly_what_is_missing(log: EventLog) -> None:
    head = begun(log)
    log.append(Batch(SESSION, head, (numbered(1, card("c1", "un"), card("c2", "deux")),)))
    assert [one.event for one in log.since(SESSION, head.seq)] == [card("c1", "un"), card("c2", "deux")]
    assert log.since(SESSION, head.seq + 2) == ()


def test_an_unknown_session_is_empty(log: EventLog) -> None:
    assert log.read("nowhere") == ()
    assert log.head("nowhere") is None
    assert log.last_number("nowhere", "p1") == 0
    with pytest.raises(KeyError):
        log.verify("nowhere")


def test_sessions_do_not_see_each_other(log: EventLog) -> None:
    head = begun(log, "one")
    begun(log, "two")
    log.append(Batch("one", head, (numbered(1, card("c1", "un")),)))
    assert log.last_number("two", "p1") == 0
    assert len(log.read("two")) == head.seq
    assert log.sessions() == ("one", "two")


def test_receipts_remember_what_each_number_was_answered(log: EventLog) -> None:
    head = begun(log)
    no = Refused("stage-closed", {"step": "write"})
    log.append(Batch(SESSION, head, (numbered(1, card("c1", "un")), numbered(2, refused=no), numbered(3))))
    first, second, third = (log.receipt(SESSION, "p1", number) for number in (1, 2, 3))
    assert first is not None
    assert (first.id, first.seq, first.refused) == ("id-1", head.seq + 1, None)
    assert second is not None
    assert second.refused == no
    assert third is not None
    assert third.seq == head.seq + 1
    assert log.receipt(SESSION, "p1", 4) is None
    assert log.last_numbers(SESSION) == {"p1": 3}


def test_a_receipt_keeps_nothing_of_what_was_typed_in_the_wrong_place(log: EventLog, database: Database) -> None:
    typed = Refused("slip-letter", {"typed": "Je n'en peux plus de ce parloir", "last": "D"})
    log.append(Batch(SESSION, begun(log), (numbered(1, refused=typed),)))
    kept = log.receipt(SESSION, "p1", 1)
    assert kept is not None
    assert kept.refused == Refused("slip-letter", {"typed": "…", "last": "D"})
    with database.reading() as connection:
        assert "parloir" not in str(connection.execute(text("select * from receipts")).all())


def test_a_batch_of_refusals_alone_leaves_the_log_able_to_go_on(log: EventLog) -> None:
    head = begun(log)
    after = log.append(Batch(SESSION, head, (numbered(1, refused=Refused("too-long")),))).head
    log.append(Batch(SESSION, after, (numbered(2, card("c1", "un")),)))
    assert log.verify(SESSION).ok


def test_a_refusal_before_the_first_event_leaves_no_trace(log: EventLog) -> None:
    entry = Entry(FACILITATOR, (), "tab", 1, "id", Refused("not-allowed"))
    head = log.append(Batch(SESSION, log.new_head(), (entry,))).head
    assert log.head(SESSION) is None
    log.append(Batch(SESSION, head, (Entry(FACILITATOR, play(opening())),)))
    assert log.verify(SESSION).ok


def test_a_second_writer_meets_a_conflict_and_stores_nothing(log: EventLog) -> None:
    head = begun(log)
    log.append(Batch(SESSION, head, (numbered(1, card("c1", "un")),)))
    with pytest.raises(Conflict):
        log.append(Batch(SESSION, head, (numbered(1, card("c9", "autre")),)))
    assert [one.event for one in log.since(SESSION, head.seq)] == [card("c1", "un")]
    with pytest.raises(Conflict):
        begun(log)


def test_a_number_used_by_another_writer_is_a_conflict_even_without_events(log: EventLog) -> None:
    head = begun(log)
    refused = Batch(SESSION, head, (numbered(1, refused=Refused("too-long")),))
    log.append(refused)
    with pytest.raises(Conflict):
        log.append(refused)


def test_a_stale_writer_does_not_take_the_head_back(log: EventLog) -> None:
    head = begun(log)
    log.append(Batch(SESSION, head, (numbered(1, card("c1", "un")),)))
    of_another = Entry(By("participant", "p2"), (), "p2", 1, "id", Refused("too-long"))
    with pytest.raises(Conflict):
        log.append(Batch(SESSION, head, (of_another,)))
    assert log.verify(SESSION).ok


def test_a_refusal_that_cannot_be_stored_fails_before_the_transaction(log: EventLog) -> None:
    head = begun(log)
    with pytest.raises(ValueError, match="surrogates"):
        log.append(Batch(SESSION, head, (numbered(1, refused=Refused("no", {"word": "\ud800"})),)))
    assert log.head(SESSION) == head


@pytest.mark.parametrize("words", ["\ud800", "cut \udfff here", "a\x00b"])
def test_what_cannot_be_stored_fails_before_the_transaction_and_hurts_nobody(log: EventLog, words: str) -> None:
    head = begun(log)
    with pytest.raises(ValueError, match=r"surrogates|stored"):
        log.append(Batch(SESSION, head, (numbered(1, card("c1", "un")), numbered(2, card("c2", words)))))
    assert log.head(SESSION) == head
    log.append(Batch(SESSION, head, (numbered(1, card("c1", "canari")),)))
    assert log.verify(SESSION).ok


@pytest.mark.parametrize("stream", ["p1\x00", "p\ud800"])
def test_an_address_that_cannot_be_stored_fails_before_the_transaction(log: EventLog, stream: str) -> None:
    head = begun(log)
    with pytest.raises(ValueError, match=r"NUL|surrogates"):
        log.append(Batch(SESSION, head, (Entry(P1, (card("c2", "deux"),), stream, 1, "id"),)))
    log.append(Batch(SESSION, head, (numbered(1, card("c1", "canari")),)))


def test_withdrawn_words_are_gone_and_the_log_stays_whole(log: EventLog) -> None:
    play_on = [(P1, post("mes mots")), (P1, WithdrawCard("c1"))]
    events = play([*opening(), *play_on])
    card_id = next(event.card for event in events if isinstance(event, CardPosted))
    assert card_id == "c1"
    log.append(Batch(SESSION, log.new_head(), tuple(Entry(FACILITATOR, (event,)) for event in events)))
    posted = next(one for one in log.read(SESSION) if isinstance(one.event, CardPosted))
    assert posted.erased
    assert isinstance(posted.event, CardPosted)
    assert posted.event.text == ""
    verification = log.verify(SESSION)
    assert verification.ok
    assert verification.state == state_hash(replay(events))


def test_an_answer_given_again_after_its_withdrawal_is_kept(log: EventLog) -> None:
    head = begun(log)
    gone = AnswerWithdrawn("write", "wish", "p1", NOON)
    head = log.append(Batch(SESSION, head, (numbered(1, wish("avant")),))).head
    log.append(Batch(SESSION, head, (numbered(2, wish("pendant")), numbered(3, gone), numbered(4, wish("après")))))
    values = [one.event.value for one in log.read(SESSION) if isinstance(one.event, AnswerGiven)]
    assert values == ["", "", "après"]
    assert log.verify(SESSION).ok


def test_withdrawing_through_the_rules_leaves_the_state_that_was_in_memory(log: EventLog) -> None:
    script = [*opening(), (P1, post("un")), (P1, post("deux")), (P1, WithdrawCard("c1"))]
    events = play(script)
    log.append(Batch(SESSION, log.new_head(), (Entry(FACILITATOR, events),)))
    assert replay(one.event for one in log.read(SESSION)) == replay(events)


def test_erasing_at_the_end_of_the_retention_says_why(log: EventLog) -> None:
    head = begun(log)
    log.append(Batch(SESSION, head, (numbered(1, card("c1", "un")), numbered(2, card("c2", "deux")))))
    log.erase(SESSION, "card:c1", "retention")
    texts = [one.event.text for one in log.read(SESSION) if isinstance(one.event, CardPosted)]
    assert texts == ["", "deux"]
    assert log.verify(SESSION).ok


def test_running_sessions_are_those_that_started_and_did_not_close(log: EventLog) -> None:
    log.append(Batch("planned", log.new_head(), (Entry(FACILITATOR, play(opening()[:2])),)))
    begun(log, "running")
    assert log.running() == ("running",)


def test_two_logs_of_the_same_events_have_the_same_lines_and_state(log: EventLog) -> None:
    heads = [begun(log, name) for name in ("one", "two")]
    for name, head in zip(("one", "two"), heads, strict=True):
        log.append(Batch(name, head, (numbered(1, card("c1", "un")),)))
    assert heads[0].epoch != heads[1].epoch
    assert list(as_lines(log.read("one"))) == list(as_lines(log.read("two")))
    assert log.verify("one").state == log.verify("two").state


def test_the_state_of_a_log_is_the_same_on_every_store_for_ever(log: EventLog) -> None:
    begun(log)
    assert log.verify(SESSION).state == state_hash(replay(play(opening())))


def test_an_entry_without_effect_still_answers(log: EventLog) -> None:
    head = begun(log)
    silent = Entry(P1, (Signalled("write", "p1", "done", NOON),))
    assert log.append(Batch(SESSION, head, ())).head == head
    assert log.append(Batch(SESSION, head, (silent,))).seqs == (head.seq + 1,)
    assert log.last_numbers(SESSION) == {}


def test_a_reader_writes_nothing_and_whoever_comes_after_still_writes(database: Database) -> None:
    count, empty = text("SELECT count(*) FROM heads"), text("DELETE FROM heads")
    for _ in range(2):
        with database.writing() as connection:
            connection.execute(text("INSERT INTO heads VALUES ('s', 1, 'e', 'c')"))
        with pytest.raises(DBAPIError), database.reading() as connection:
            connection.execute(empty)
        with database.reading() as connection:
            assert connection.scalar(count) == 1
        with database.writing() as connection:
            connection.execute(empty)
