"""Erased words are in no byte of the store's files."""

import subprocess
import sys
from pathlib import Path

import pytest

from facilitation.database import Database, migrate, open_database
from facilitation.domain.commands import By, PostCard, WithdrawCard
from facilitation.domain.events import (
    CardEdited,
    CardPosted,
    CardWithdrawn,
    ClusterMade,
    Event,
    NoteEdited,
    NoteErased,
    NoteTaken,
    ObservationEdited,
    ObservationNoted,
    ObservationWithdrawn,
    ObserverAdmitted,
    ReasonErased,
    ReasonGiven,
    StageSkipped,
    TitleErased,
)
from facilitation.eventlog import Batch, Entry, EventLog
from tests.eventlog.scan import occurrences
from tests.eventlog.workshop import FACILITATOR, NOON, SESSION, opening, play

P1 = By("participant", "p1")
SECRET = "mot-que-personne-d-autre-n-ecrit"
KEPT = "mot-que-l-on-garde"


@pytest.fixture
def address(tmp_path: Path) -> str:
    """SQLite only: PostgreSQL keeps old row versions until it vacuums (see the room's README)."""
    return f"sqlite:///{tmp_path / 'store' / 'workshop.db'}"


def words(name: str, text: str) -> CardPosted:
    return CardPosted(name, "ideas", "write", "p1", text, None, NOON)


def append(log: EventLog, *events: Event) -> None:
    head = log.head(SESSION)
    if head is None:
        head = log.append(Batch(SESSION, log.new_head(), (Entry(FACILITATOR, play(opening())),))).head
    log.append(Batch(SESSION, head, (Entry(P1, events),)))


def test_withdrawn_words_are_in_no_file(log: EventLog, tmp_path: Path) -> None:
    # Short ones, and some long enough to spill over several pages of the file.
    for n in range(60):
        append(log, words(f"s{n}", f"{SECRET} {n}"), words(f"k{n}", f"{KEPT} {n}"))
        append(log, words(f"l{n}", f"{SECRET} " * 400), CardEdited(f"s{n}", "p1", f"{SECRET} encore", NOON))
    assert occurrences(SECRET, tmp_path / "store") > 1000
    for n in range(60):
        append(log, CardWithdrawn(f"s{n}", NOON), CardWithdrawn(f"l{n}", NOON))
    assert occurrences(SECRET, tmp_path / "store") == 0
    assert occurrences(KEPT, tmp_path / "store") >= 60
    assert log.verify(SESSION).ok


def test_words_withdrawn_in_the_same_batch_never_reach_a_file(log: EventLog, tmp_path: Path) -> None:
    append(log, words("c1", SECRET), CardWithdrawn("c1", NOON), words("c2", KEPT))
    assert occurrences(SECRET, tmp_path / "store") == 0
    assert occurrences(KEPT, tmp_path / "store") == 1
    assert log.verify(SESSION).ok


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (NoteTaken("n1", SECRET, "a1", "write", NOON), NoteErased("n1", "a1", NOON)),
        (NoteTaken("n1", SECRET, "a1", "write", NOON), NoteEdited("n1", KEPT, "a1", NOON)),
        (ReasonGiven("breathe", SECRET, "a1", NOON), ReasonErased("breathe", "a1", NOON)),
        (ReasonGiven("write+1", SECRET, "a1", NOON), ReasonErased("write+1", "a1", NOON)),
        (ObservationNoted("w1", "o1", SECRET, "write", None, NOON, NOON), ObservationWithdrawn("w1", "o1", NOON)),
        (ObservationNoted("w1", "o1", SECRET, "write", None, NOON, NOON), ObservationEdited("w1", KEPT, NOON)),
        (ClusterMade("k1", "ideas", SECRET, ("c9",), NOON), TitleErased("k1", NOON)),
        (ReasonGiven("breathe", SECRET, "a1", NOON), ReasonGiven("breathe", KEPT, "a1", NOON)),
    ],
    ids=lambda event: type(event).__name__,
)
def test_the_words_of_the_team_go_too(log: EventLog, tmp_path: Path, first: Event, then: Event) -> None:
    before = (words("c9", "reste"), ObserverAdmitted("o1", "a1", NOON))
    append(log, *before, *((StageSkipped("breathe", "", NOON),) if isinstance(first, ReasonGiven) else ()), first)
    assert occurrences(SECRET, tmp_path / "store") > 0
    append(log, then)
    assert occurrences(SECRET, tmp_path / "store") == 0
    assert (occurrences(KEPT, tmp_path / "store") > 0) is hasattr(then, "text")
    assert log.verify(SESSION).ok


def test_a_reader_in_the_way_only_delays_it(log: EventLog, database: Database, tmp_path: Path) -> None:
    append(log, words("c1", SECRET))
    with database.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM contents").scalar()
        append(log, CardWithdrawn("c1", NOON))
        assert occurrences(SECRET, tmp_path / "store") > 0
    log.sweep()
    assert occurrences(SECRET, tmp_path / "store") == 0


def test_a_server_killed_before_the_checkpoint_empties_it_when_it_starts_again(address: str, tmp_path: Path) -> None:
    database = open_database(address)
    migrate(database)
    append(EventLog(database), words("c1", SECRET))
    database.close()
    died = subprocess.run([sys.executable, "-m", "tests.eventlog.dying", address], check=False)
    assert died.returncode == -9
    assert occurrences(SECRET, tmp_path / "store") > 0
    database = open_database(address)
    assert occurrences(SECRET, tmp_path / "store") == 0
    assert EventLog(database).verify(SESSION).ok
    database.close()


def test_the_command_erases_too(log: EventLog, tmp_path: Path) -> None:
    events = play([*opening(), (P1, PostCard("write", "ideas", SECRET)), (P1, WithdrawCard("c1"))])
    for event in events:
        head = log.head(SESSION) or log.new_head()
        log.append(Batch(SESSION, head, (Entry(P1, (event,)),)))
    assert occurrences(SECRET, tmp_path / "store") == 0
