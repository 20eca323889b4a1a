"""What is kept long enough is erased, by class, with a report: tried with a clock that was moved."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from flask_babel import force_locale

from facilitation.cli.purge import command
from facilitation.domain.commands import By, CloseSession, OpenDoor, PostCard
from facilitation.eventlog import EventLog
from facilitation.records import export_journal, live_sessions, protocols, retention, themes
from facilitation.records.join_codes import shown
from facilitation.records.retention import Purged, months_after
from facilitation.records.themes import ThemeFacts
from facilitation.web.documents.frame import protocol_told
from facilitation.web.protocols import sheet_of
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
    export_journal.note(house.doors.database, 1, planned.id, "csv", house.noted(planned.id, "closed_at"))
    return planned


def coming(house: House, now: int) -> list[tuple[str, str, int]]:
    """What is to come, in which session, on which day."""
    found = retention.coming(house.doors.database, now, house.doors.heard)
    return [(due.what, due.session, due.on) for due in found]


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
    year = months_after(closed, 12)
    half = months_after(closed, 6)
    assert coming(house, closed) == [("journal", planned.id, half), ("contributions", planned.id, year)]
    assert {line.what for line in house.doors.purge(closed + DAY)} <= {"links"}
    assert WORDS in everything_kept(house)
    assert Purged("tickets", "", 2, half) in house.doors.purge(half)
    assert WORDS in everything_kept(house)
    assert [line.what for line in house.doors.purge(year)] == ["contributions"]
    assert WORDS.lower() not in everything_kept(house).lower(), "nor as the name of a theme"
    assert [each.name for each in themes.of_experiment(database, 1)] == ["#1", "Accueil"]
    assert WORDS not in str(house.desk.session(planned.id).cards)
    assert coming(house, year) == []
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
        erase = lambda one: log.erase_all(one, "retention")  # noqa: E731
        told = retention.purge(database, erase, year, log.last_moments, words_of=words_of)
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


def test_what_nobody_closed_is_over_after_thirty_silent_days(fresh_house: House) -> None:
    house, database = fresh_house, fresh_house.doors.database
    protocols.save(database, 1, TERMS, "", 1, 10, launched=False)
    planned = house.plan()
    planned.say(OpenDoor())
    planned.join(report="yes")
    planned.go_on()
    planned.say(PostCard(planned.state.current or "", "ideas", WORDS), by=By("participant", planned.newest()))
    last = house.doors.heard()[planned.id]
    assert coming(house, last + 29 * DAY) == [], "it is not over"
    year = months_after(last, 12)
    assert coming(house, last + 30 * DAY) == [("contributions", planned.id, year)]
    house.doors.purge(year - DAY)
    assert WORDS in everything_kept(house)
    assert "contributions" in {line.what for line in house.doors.purge(year)}
    assert WORDS not in everything_kept(house)
    assert planned.state.status == "running"
    assert coming(house, year) == []


def test_a_session_without_a_protocol_is_a_try_and_says_so_and_is_not_kept(fresh_house: House) -> None:
    house, database, staff = fresh_house, fresh_house.doors.database, fresh_house.staff()
    staff.open("/experiments/new")
    staff.send(title="Entre collègues", question="Comment commencer ?", site="")
    tried = int(staff.at.rsplit("/", 1)[1])
    staff.open(f"{staff.at}/sessions/new?format=one-two-four-all")
    staff.send(title="Essai")
    header = live_sessions.find(database, staff.at.removeprefix("/sessions/"))
    assert header is not None
    planned = Planned(house, header.id, shown(header.code), header.secret)
    staff.open(f"/sessions/{planned.id}")
    assert "Cette séance est un essai entre collègues" in staff.words
    planned.say(OpenDoor())
    visitor = house.visitor()
    visitor.open(f"/j/{planned.code}")
    assert "effacé 3 mois après la séance" in visitor.words
    assert "Réservé aux adultes" in visitor.words
    planned.join(report="yes")
    planned.go_on()
    planned.say(PostCard(planned.state.current or "", "ideas", WORDS), by=By("participant", planned.newest()))
    planned.say(CloseSession())
    closed = house.noted(planned.id, "closed_at")
    protocols.save(database, tried, TERMS, "", 1, closed + DAY, launched=True)
    over = months_after(closed, 3)
    assert coming(house, closed + DAY) == [("contributions", planned.id, over)], "as they were told who were there"
    staff.open("/retention")
    assert "Écrire le protocole, pour les prochaines séances" in staff.words
    house.doors.purge(over)
    assert WORDS not in everything_kept(house)


def test_an_amendment_shortens_at_once_and_never_lengthens(fresh_house: House) -> None:
    house, planned = fresh_house, played(fresh_house)
    database = house.doors.database
    closed = house.noted(planned.id, "closed_at")

    def amended(months: int, at: int) -> int:
        why = "Le conseil l'a demandé."
        protocols.save(database, 1, replace(TERMS, contributions_months=months), why, 1, at, launched=True)
        (due,) = (on for what, _, on in coming(house, at) if what == "contributions")
        return due

    assert amended(60, closed + DAY) == months_after(closed, 12)
    with house.app.test_request_context(headers={"Accept-Language": "fr"}):
        told, now = protocol_told(1, 10), sheet_of(1, "fr")
    assert told is not None
    then = told.otherwise[0]
    assert then.session == 1
    assert [kept for _, kept in then.retention] == ["12 mois", "6 mois", "30 jours"]
    assert now is not None
    assert then.sheet not in ("", now.digest), "the sheet of that day"
    with house.app.test_request_context("/?language=en"), force_locale("fr"):
        assert protocol_told(1, 10) == told, "a document says the same, whatever page asks for it"
    assert amended(6, closed + 2 * DAY) == months_after(closed, 6)


def test_each_line_of_the_journal_goes_at_its_own_time(fresh_house: House) -> None:
    house, planned = fresh_house, played(fresh_house)
    database, now = house.doors.database, house.doors.clock()
    for days in (1, 170, 400):
        export_journal.note(database, 1, planned.id, f"csv {days}", now + days * DAY)
    house.doors.purge(months_after(now + DAY, 6))
    assert [line.what for line in export_journal.of_session(database, planned.id)] == ["csv 400", "csv 170"]
    house.doors.purge(months_after(now + 400 * DAY, 6) - DAY)
    assert [line.what for line in export_journal.of_session(database, planned.id)] == ["csv 400"]
    assert {line.what for line in house.doors.purge(months_after(now + 400 * DAY, 6))} == {"journal"}
    assert export_journal.of_session(database, planned.id) == ()


def test_the_prompt_says_and_erases(tmp_path_factory: object, fresh_house: House) -> None:
    played(fresh_house)
    path = fresh_house.doors.database.engine.url.database
    told = CliRunner().invoke(command("fr"), ["--database", f"sqlite:///{path}"], standalone_mode=False)
    assert told.exit_code == 0, told.output
    assert "contributions" in told.output
    assert "journal" in told.output
