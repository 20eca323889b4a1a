"""What is kept long enough is erased, by class, with a report: tried with a clock that was moved."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from facilitation.cli.purge import command
from facilitation.domain.commands import By, CloseSession, OpenDoor, PostCard
from facilitation.eventlog import EventLog
from facilitation.records import export_journal, protocols, retention, themes
from facilitation.records.retention import Due, Purged, months_after
from facilitation.records.themes import ThemeFacts
from tests.web.conftest import House, Planned
from tests.web.furnished import TERMS

WORDS = "Un plan du lieu"
DAY = 24 * 60 * 60 * 1000


def played(house: House) -> Planned:
    """A session that is over, with one card, under a protocol that keeps contributions for a year."""
    protocols.save(house.doors.database, 1, TERMS, "", 1, 10, launched=False)
    planned = house.plan()
    planned.say(OpenDoor())
    planned.join(report="yes")
    planned.go_on()
    person = By("participant", planned.newest())
    planned.say(PostCard(planned.state.current or "", "ideas", WORDS), by=person)
    planned.say(CloseSession())
    house.noted(planned.id, "closed_at")
    export_journal.note(house.doors.database, 1, planned.id, "csv", 20)
    return planned


def everything_kept(house: House) -> str:
    """Every row of every table, as text."""
    with house.doors.database.reading() as connection:
        names = [row[0] for row in connection.exec_driver_sql("select name from sqlite_master where type = 'table'")]
        return str([connection.exec_driver_sql(f"select * from {name}").all() for name in names])


def test_a_month_later_is_the_same_day() -> None:
    def at(*when: int) -> int:
        return int(datetime(*when, tzinfo=UTC).timestamp() * 1000)  # type: ignore[misc, arg-type]

    assert months_after(at(2026, 1, 15, 9), 12) == at(2027, 1, 15, 9)
    assert months_after(at(2026, 11, 30), 3) == at(2027, 2, 28)
    assert months_after(at(2026, 12, 1), 1) == at(2027, 1, 1)
    assert months_after(at(2026, 1, 31, 18), 12) == at(2027, 1, 31, 18), "never sooner than was said"
    assert months_after(at(2026, 8, 31), 1) == at(2026, 9, 30)


def test_words_are_gone_everywhere_once_their_time_is_over(fresh_house: House) -> None:
    house, planned = fresh_house, played(fresh_house)
    database, log = house.doors.database, EventLog(fresh_house.doors.database)
    themes.add(database, 1, ThemeFacts(WORDS, "Ce qui aide à s'y retrouver."), 1, 5)
    themes.add(database, 1, ThemeFacts("Accueil", "Ce qui aide à entrer."), 1, 5)
    closed = house.noted(planned.id, "closed_at")
    year, half = months_after(closed, 12), months_after(closed, 6)
    assert retention.coming(database) == (
        Due("journal", planned.id, "Séance d'essai", half),
        Due("contributions", planned.id, "Séance d'essai", year),
    )
    assert {line.what for line in house.doors.purge(closed + DAY)} <= {"links"}
    assert WORDS in everything_kept(house)
    told = house.doors.purge(half)
    assert Purged("journal", planned.id, 1, half) in told
    assert Purged("tickets", "", 2, half) in told
    assert export_journal.of_session(database, planned.id) == ()
    assert WORDS in everything_kept(house)
    assert [line.what for line in house.doors.purge(year)] == ["contributions"]
    assert WORDS.lower() not in everything_kept(house).lower(), "nor as the name of a theme"
    assert [each.name for each in themes.of_experiment(database, 1)] == ["#1", "Accueil"]
    assert WORDS not in str(house.desk.session(planned.id).cards)
    assert retention.coming(database) == ()
    assert house.doors.purge(year) == ()
    assert log.verify(planned.id).ok
    staff = house.staff()
    assert staff.client.get(f"/sessions/{planned.id}/contributions.csv").status_code == 200
    assert WORDS not in staff.client.get(f"/sessions/{planned.id}/outcome.json").text
    staff.open("/retention")
    for words in ("Ce que les personnes ont écrit", "Journal des exports", "Codes de retrait et places"):
        assert words in staff.words


def test_logs_are_read_once_only_for_themes_and_one_that_is_damaged_stops_nothing(
    fresh_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    first, damaged = played(fresh_house).id, fresh_house.plan().id
    database, log = fresh_house.doors.database, EventLog(fresh_house.doors.database)
    read: list[str] = []

    def words_of(session: str) -> tuple[str, ...]:
        read.append(session)
        if session == damaged:
            raise ValueError(WORDS)
        return (WORDS,)

    def purge(last: str) -> set[str]:
        year = months_after(fresh_house.noted(last, "closed_at"), 12)
        told = retention.purge(database, lambda one: log.erase_all(one, "retention"), year, words_of=words_of)
        return {line.session for line in told if line.what == "contributions"}

    assert (purge(first), read) == ({first}, []), "there is no theme"
    themes.add(database, 1, ThemeFacts(WORDS, "Ce qui aide à s'y retrouver."), 1, 5)
    more = [played(fresh_house).id for _ in range(2)]
    assert purge(more[-1]) == set(more)
    assert {first, damaged, *more} <= set(read)
    assert len(read) == len(set(read)), "each once"
    assert damaged in caplog.text
    assert WORDS not in caplog.text


def test_an_administrator_sees_what_is_to_come_and_can_hasten_it(fresh_house: House) -> None:
    planned = played(fresh_house)
    staff = fresh_house.staff()
    staff.open("/retention")
    assert "Séance d'essai" in staff.words
    assert "badge warn" not in staff.page.text
    fresh_house.later(400 * DAY)
    staff = fresh_house.staff()
    staff.open("/retention")
    assert "badge warn" in staff.page.text
    staff.send("/retention")
    assert "le rapport est ci-dessous" in staff.words
    assert WORDS not in everything_kept(fresh_house)
    assert fresh_house.desk.session(planned.id).status == "closed"


def test_without_a_protocol_or_before_its_end_nothing_is_due(fresh_house: House) -> None:
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    planned.join()
    planned.go_on()
    database = fresh_house.doors.database
    assert retention.coming(database) == ()
    protocols.save(database, 1, TERMS, "", 1, 10, launched=False)
    assert retention.coming(database) == (), "it is not over"
    later = fresh_house.doors.clock() + 10_000 * DAY
    told = retention.purge(database, lambda session: EventLog(database).erase_all(session, "retention"), later)
    assert {line.what for line in told} == {"tickets", "links"}
    assert planned.state.status == "running"


def test_the_prompt_says_and_erases(tmp_path_factory: object, fresh_house: House) -> None:
    played(fresh_house)
    path = fresh_house.doors.database.engine.url.database
    told = CliRunner().invoke(command("fr"), ["--database", f"sqlite:///{path}"], standalone_mode=False)
    assert told.exit_code == 0, told.output
    assert "contributions" in told.output
    assert "journal" in told.output
