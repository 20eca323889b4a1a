"""An archive restored in another house: the same documents, the same log, nothing of either house touched."""

from facilitation.archive import restore
from facilitation.documentation.paper import render_dossier
from facilitation.eventlog import EventLog
from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.records import experiments, live_sessions, restorations
from facilitation.web.documents.gathering import gather
from tests.archive.houses import NOW, SAID, archive_of, documents, entries
from tests.web.conftest import House


def test_every_document_comes_out_the_same_in_another_house(origin: House, archive: bytes, elsewhere: House) -> None:
    other = restore(elsewhere.doors.database, archive, NOW)
    assert other != 1, "the number of the experiment is this house's own"
    here, there = documents(origin, 1), documents(elsewhere, other)
    assert len(here) == 20
    assert SAID in here["research fr restitution"]
    for name, page in here.items():
        assert there[name] == page, name


def test_the_pdf_has_the_same_bytes(origin: House, archive: bytes, elsewhere: House) -> None:
    other = restore(elsewhere.doors.database, archive, NOW)
    made = []
    for house, number in ((origin, 1), (elsewhere, other)):
        found = experiments.find(house.doors.database, number)
        assert found
        with house.app.test_request_context():
            told = gather(found, "fr", RESTITUTION)
        made.append(render_dossier(told, "fr", NOW, "research"))
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF-")


def test_the_logs_are_the_same_row_for_row_and_whole(archive: bytes, elsewhere: House) -> None:
    other = restore(elsewhere.doors.database, archive, NOW)
    again = entries(archive_of(elsewhere, other))
    logs = {name: content for name, content in entries(archive).items() if name.startswith(("sessions/", "formats/"))}
    assert len(logs) == 9, "two sessions of four parts, one format"
    assert {name: again[name] for name in logs} == logs
    log = EventLog(elsewhere.doors.database)
    for header in live_sessions.of_experiment(elsewhere.doors.database, other):
        assert log.verify(header.id).ok


def test_an_archive_is_the_same_bytes_twice_on_one_day(origin: House, archive: bytes) -> None:
    assert archive_of(origin) == archive


def test_the_house_notes_where_an_experiment_came_from(archive: bytes, elsewhere: House) -> None:
    other = restore(elsewhere.doors.database, archive, NOW + 5)
    noted = restorations.of_experiment(elsewhere.doors.database, other)
    assert noted
    assert (noted.archived_at, noted.restored_at) == (NOW - NOW % 86_400_000, NOW + 5)
    assert restorations.of_experiment(elsewhere.doors.database, 1) is None
