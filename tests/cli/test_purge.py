"""`facilitation purge`: which session of how many is erased, stopped between two, and nothing reported half-erased."""

import signal
from pathlib import Path

import pytest

from facilitation.database import migrate, open_database
from facilitation.domain.commands import By
from facilitation.eventlog import Batch, Entry, EventLog
from facilitation.records import export_journal, live_sessions, protocols, retention, versions
from facilitation.records.experiments import ExperimentFacts, add
from facilitation.records.reading import Said, objections
from facilitation.records.versions import Version
from tests.cli.conftest import Typing
from tests.eventlog.workshop import FACILITATOR, NOON, opening, play, post
from tests.web.furnished import TERMS

PERSON = By("participant", "p1")
SECRET = "mot-que-personne-d-autre-n-ecrit"
SESSIONS = 3


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database with three sessions that were closed long ago; each holds the secret."""
    address = f"sqlite:///{tmp_path / 'house.db'}"
    database = open_database(address)
    migrate(database)
    number = add(database, ExperimentFacts("Accueil"), 1)
    protocols.save(database, number, TERMS, "", 1, 1, launched=False)
    log = EventLog(database)
    for day in range(1, SESSIONS + 1):
        header = live_sessions.prepare(number, f"Séance {day}", "tiny", "fr", None, day)
        live_sessions.add(database, header)
        live_sessions.mirror_status(database, header.id, "closed", 2, day)
        events = play([*opening(), (PERSON, post(SECRET))])
        log.append(Batch(header.id, log.new_head(), (Entry(FACILITATOR, events),)))
        export_journal.note(database, 1, header.id, "csv", day)
        objections.add(database, number, Said(header.id, "p1", "text", SECRET), day)
    told = tuple(each.id for each in live_sessions.of_experiment(database, number))
    versions.publish(database, number, Version(1, "published", NOON, sessions=told))
    database.close()
    return address


def words_in(url: str) -> list[bool]:
    """Of each session, the one closed first before: whether its words are still in the log or among objections."""
    database = open_database(url)
    try:
        log = EventLog(database)
        found = sorted(live_sessions.of_experiment(database, 1), key=lambda each: each.closed_at or 0)
        contested = {each.said.session for each in objections.of_experiment(database, 1)}
        return [SECRET in str(log.read(each.id)) or each.id in contested for each in found]
    finally:
        database.close()


def stop_in(monkeypatch: pytest.MonkeyPatch, place: int, times: int = 1) -> None:
    """Press Ctrl-C while the words of the session at `place` are being erased, counted from 1."""
    usual, begun = EventLog.erase_all, iter(range(1, 99))

    def erase(log: EventLog, session: str, reason: str) -> int:
        if next(begun) == place:
            for _ in range(times):
                signal.raise_signal(signal.SIGINT)
        return usual(log, session, reason)

    monkeypatch.setattr(EventLog, "erase_all", erase)


def test_it_says_which_session_of_how_many_and_how_many_are_left(typed: Typing, url: str) -> None:
    waiting = typed("purge", "--database", url)
    assert len(waiting.out.splitlines()) == 2 * SESSIONS
    assert waiting.err == ""
    assert words_in(url) == [True] * SESSIONS
    told = typed("purge", "--erase", "--database", url)
    assert told.code == 0
    said = told.err.splitlines()
    assert [line.partition(":")[0] for line in said] == [f"Session {n} of {SESSIONS}" for n in (1, 2, 3)]
    assert [line.partition("(")[2] for line in said] == ["2 more after it)", "1 more after it)", "0 more after it)"]
    assert len(told.out.splitlines()) == 2 * SESSIONS
    assert words_in(url) == [False] * SESSIONS
    again = typed("purge", "--erase", "--database", url)
    assert (again.out, again.err) == ("Nothing.\n", "")


def test_what_was_published_of_it_is_amended_as_the_server_does(typed: Typing, url: str) -> None:
    assert typed("purge", "--erase", "--database", url).code == 0
    database = open_database(url)
    newest = versions.newest(database, 1)
    database.close()
    assert newest is not None
    assert newest.cause == "erased"
    assert newest.times == SESSIONS


def test_ctrl_c_stops_between_two_sessions_and_the_same_command_goes_on(
    typed: Typing, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = signal.getsignal(signal.SIGINT)
    with monkeypatch.context() as patch:
        stop_in(patch, 1)
        told = typed("purge", "--erase", "--database", url, lang="fr")
    assert told.code == 2
    said = "Arrêté. Séances effacées\u00a0: 1 sur 3\u00a0; restent à effacer\u00a0: 2. La même commande reprend là."
    assert told.err.splitlines()[-1] == said
    assert len(told.err.splitlines()) == 2, "the second was not begun"
    assert [line.split()[1] for line in told.out.splitlines()] == ["journal", "contributions"]
    assert words_in(url) == [False, True, True], "the one that was begun is erased whole, the others are whole"
    assert signal.getsignal(signal.SIGINT) is usual
    assert len(typed("purge", "--database", url).out.splitlines()) == 4
    assert typed("purge", "--erase", "--database", url).code == 0
    assert words_in(url) == [False] * SESSIONS


def test_ctrl_c_during_the_last_session_comes_too_late(
    typed: Typing, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_in(monkeypatch, SESSIONS)
    told = typed("purge", "--erase", "--database", url)
    assert (told.code, len(told.out.splitlines())) == (0, 2 * SESSIONS)
    assert words_in(url) == [False] * SESSIONS


def test_a_second_ctrl_c_does_not_wait_and_the_session_is_due_again(
    typed: Typing, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        stop_in(patch, 2, times=2)
        told = typed("purge", "--erase", "--database", url)
    assert told.code == 2
    assert "Sessions erased: 1 of 3; still to be erased: 2." in told.err
    assert typed("purge", "--database", url).out.count("contributions") == 2
    assert typed("purge", "--erase", "--database", url).code == 0
    assert words_in(url) == [False] * SESSIONS


def test_a_purge_cut_in_the_middle_has_reported_what_is_erased_and_nothing_else(url: str) -> None:
    database = open_database(url)
    log = EventLog(database)
    begun: list[str] = []

    def erase(session: str) -> int:
        begun.append(session)
        if len(begun) == 2:
            raise OSError("cut")
        return log.erase_all(session, "retention")

    with pytest.raises(OSError, match="cut"):
        retention.purge(database, erase, NOON, log.last_moments)
    reported = {line.session: line.count for line in retention.reports(database) if line.what == "contributions"}
    assert list(reported) == begun[:1]
    assert reported[begun[0]] > 0
    left = retention.coming(database, NOON, log.last_moments)
    assert next(due.session for due in left if due.what == "contributions") == begun[1]
    told = retention.purge(database, lambda session: log.erase_all(session, "retention"), NOON, log.last_moments)
    finished = {line.session: line.count for line in told if line.what == "contributions"}
    assert len(finished) == SESSIONS - 1
    assert finished[begun[1]] > 0, "nothing of the words was erased before"
    database.close()
