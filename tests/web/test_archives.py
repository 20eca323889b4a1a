"""Taking an experiment out as a file and bringing it into another house, through the pages."""

import io
import re
import time
from collections.abc import Callable
from threading import Event
from typing import Any

import pikepdf
import pytest

from facilitation.archive import make_archive, restore, unlocked
from facilitation.archive.packing import MOST_BYTES
from facilitation.records import accounts, experiments, export_journal, live_sessions
from tests.archive.conftest import archive, elsewhere, origin
from tests.archive.houses import SAID
from tests.web.conftest import House
from tests.web.visitor import Visitor

__all__ = ["archive", "elsewhere", "origin"]


def sent(staff: Visitor, data: bytes, passphrase: str = "") -> str:
    """Send a file to be looked into; what the page says then."""
    staff.open("/archives")
    token = next(form.fields["csrf_token"] for form in staff.forms() if form.action == "/archives")
    staff.page = staff.client.post(
        "/archives",
        data={"csrf_token": token, "file": (io.BytesIO(data), "archive.zip"), "passphrase": passphrase},
        headers={"Accept-Language": staff.locale},
    )
    return staff.words.replace("\u2019", "'")


def followed(staff: Visitor, poll: str, end: str = "done") -> dict[str, Any]:
    """What the progress bar is told once the work has ended."""
    for _ in range(480):
        told: dict[str, Any] = staff.client.get(poll).get_json()
        if told["state"] not in ("waiting", "running"):
            break
        time.sleep(0.25)
    assert told["state"] == end, told
    return told


def test_an_experiment_leaves_one_house_and_comes_to_another(origin: House, elsewhere: House) -> None:
    leaving = origin.staff()
    leaving.open("/experiments/1/documents")
    leaving.send("/experiments/1/documents/archive")
    followed(leaving, "/experiments/1/documents/archive/progress.json")
    leaving.open("/experiments/1/documents")
    assert "/experiments/1/documents/archive.zip" in leaving.links()
    page = leaving.client.get("/experiments/1/documents/archive.zip")
    assert page.headers["Content-Disposition"] == 'attachment; filename="archive-1.zip"'
    closed = [each for each in live_sessions.of_experiment(origin.doors.database, 1) if each.status == "closed"]
    noted = [export_journal.of_session(origin.doors.database, each.id)[0].what for each in closed]
    assert noted == ["archive", "archive"]

    coming = elsewhere.staff()
    coming.open("/staff")
    assert "/archives" in coming.links()
    words = sent(coming, page.data)
    assert coming.page.status_code == 200, words
    assert "2 séance(s) close(s), 4 participation(s)." in words
    assert "le terrain « Maison de quartier » : viendra avec l'archive." in words
    before = len(experiments.everything(elsewhere.doors.database))
    coming.send("/archives/restore")
    followed(coming, "/archives/progress.json")
    coming.open("/archives")
    assert "L’expérimentation est restaurée" in coming.words
    assert len(experiments.everything(elsewhere.doors.database)) == before + 1
    number = re.fullmatch(r"/experiments/(\d+)", coming.at)
    assert number
    for path in ("", "/documents", "/dossier", "/following", "/protocol", "/partners", "/team", "/texts", "/learnings"):
        assert coming.open(f"/experiments/{number[1]}{path}").status_code == 200, path
    assert coming.open(f"/experiments/{number[1]}/texts/limits").status_code == 200
    for header in live_sessions.of_experiment(elsewhere.doors.database, int(number[1])):
        for path in ("", "/document", "/journal", "/paper"):
            assert coming.open(f"/sessions/{header.id}{path}").status_code == 200, path
    told = coming.client.get(f"/experiments/{number[1]}/documents/dossier.html?document=research&dated=archive").text
    assert SAID in told
    coming.open(f"/experiments/{number[1]}/documents")
    assert "Cette expérimentation vient d’une archive du" in coming.words
    again = sent(coming, page.data)
    assert coming.page.status_code == 422
    assert "est déjà dans cette maison" in again
    assert "/archives/restore" not in [form.action for form in coming.forms()]


def test_an_archive_under_a_passphrase_leaves_closed_and_comes_in_with_it_alone(
    origin: House, elsewhere: House, archive: bytes
) -> None:
    passphrase, leaving = "lampe été tambour riz", origin.staff()
    leaving.open("/experiments/1/documents")
    leaving.send("/experiments/1/documents/archive", passphrase="trop court")
    assert "au moins douze signes" in leaving.words
    leaving.send("/experiments/1/documents/archive", passphrase=passphrase)
    followed(leaving, "/experiments/1/documents/archive/progress.json")
    page = leaving.client.get("/experiments/1/documents/archive.zip")
    assert page.headers["Content-Disposition"] == 'attachment; filename="archive-1.locked"'
    closed = page.get_data()
    assert unlocked(closed, passphrase).startswith(archive[:4])
    assert not closed.startswith(archive[:4])
    coming = elsewhere.staff()
    assert "donnez aussi sa phrase de passe" in sent(coming, closed)
    assert "la phrase de passe n'est pas la bonne" in sent(coming, closed, "lampe ete tambour riz")
    assert "viendra avec l'archive." in sent(coming, closed, passphrase)
    coming.send("/archives/restore")
    followed(coming, "/archives/progress.json")
    coming.open("/archives")
    assert "L’expérimentation est restaurée" in coming.words


def test_what_is_refused_is_said_and_loses_nothing(elsewhere: House, archive: bytes) -> None:
    staff, english = elsewhere.staff(), elsewhere.staff("en")
    assert "n'est pas une archive" in sent(staff, b"%PDF-1.7 and so on")
    assert staff.page.status_code == 422
    assert "cut short or damaged" in sent(english, archive[: len(archive) // 2])
    assert "Choisissez" in sent(staff, b"")
    english.page = english.client.post(
        "/archives",
        input_stream=io.BytesIO(),
        environ_overrides={"CONTENT_LENGTH": str(MOST_BYTES + 2**21)},
        content_type="multipart/form-data; boundary=x",
        headers={"Accept-Language": "en"},
    )
    assert english.page.status_code == 413
    assert "64 MB" in english.words
    staff.open("/archives")
    token = staff.forms()[-1].fields["csrf_token"]
    staff.page = staff.client.post("/archives/restore", data={"csrf_token": token, "name": "made-up"})
    assert staff.page.status_code == 422
    assert "envoyez-le de nouveau" in staff.words


def test_a_file_waits_an_hour_for_whoever_sent_it(elsewhere: House, archive: bytes) -> None:
    staff = elsewhere.staff()
    sent(staff, archive)
    name = next(form.fields["name"] for form in staff.forms() if form.action == "/archives/restore")
    waiting, now = elsewhere.doors.waiting, elsewhere.doors.clock()
    assert waiting.find(name, 2, now) is None, "another account"
    assert waiting.find(name, 1, now) == archive
    for _ in range(3):
        sent(staff, archive)
    assert waiting.find(name, 1, now) is None, "three files wait at most"
    elsewhere.later(2 * 3_600_000)
    staff = elsewhere.staff()
    assert staff.open("/archives").status_code == 200
    newest = next(iter(reversed(waiting._sent)))
    assert waiting.find(newest, 1, elsewhere.doors.clock()) is None, "and for an hour"


def held_up(monkeypatch: pytest.MonkeyPatch, name: str, work: Callable[..., Any]) -> tuple[Event, Event]:
    """Let a work begin, and go on no further until it is told to."""
    begun, going_on = Event(), Event()

    def slowly(*named: Any) -> Any:
        begun.set()
        assert going_on.wait(60)
        return work(*named)

    monkeypatch.setattr(name, slowly)
    return begun, going_on


def test_an_archive_is_followed_and_called_off_and_goes_with_words_that_are_withdrawn(
    origin: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff, poll = origin.staff(), "/experiments/1/documents/archive/progress.json"
    begun, going_on = held_up(monkeypatch, "facilitation.web.documents.archiving.make_archive", make_archive)
    staff.open("/experiments/1/documents")
    staff.send("/experiments/1/documents/archive")
    assert begun.wait(60)
    assert "/experiments/1/documents/archive/cancel" in [form.action for form in staff.forms()]
    assert 'http-equiv="refresh"' in staff.page.text, "without script it is followed too"
    assert staff.client.get("/experiments/1/documents/archive.zip").status_code == 302, "there is none yet"
    staff.send("/experiments/1/documents/archive/cancel")
    going_on.set()
    followed(staff, poll, "cancelled")
    staff.open("/experiments/1/documents")
    assert "Annulé" in staff.words
    staff.send("/experiments/1/documents/archive")
    followed(staff, poll)
    origin.doors.archives.forget()
    assert "retirés" in followed(staff, poll, "failed")["message"]
    assert staff.client.get("/experiments/1/documents/archive.zip").status_code == 302


def test_a_restoration_that_is_called_off_or_meets_a_full_disk_changes_nothing(
    elsewhere: House, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff, poll = elsewhere.staff(), "/archives/progress.json"
    before = len(experiments.everything(elsewhere.doors.database))
    begun, going_on = held_up(monkeypatch, "facilitation.web.restoring.restore", restore)
    sent(staff, archive)
    staff.send("/archives/restore")
    assert begun.wait(60)
    staff.open("/archives")
    assert "/archives/cancel" in [form.action for form in staff.forms()]
    staff.send("/archives/cancel")
    going_on.set()
    followed(staff, poll, "cancelled")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("facilitation.archive.restoring._planted", full)
    sent(staff, archive)
    staff.send("/archives/restore")
    assert "place sur le disque" in followed(staff, poll, "failed")["message"]
    staff.open("/archives")
    assert "place sur le disque" in staff.words
    assert len(experiments.everything(elsewhere.doors.database)) == before


@pytest.mark.parametrize("role", ["facilitator", "guest"])
def test_restoring_is_for_administrators(elsewhere: House, role: str) -> None:
    database = elsewhere.doors.database
    account = accounts.create(database, "quelqu-une", "une phrase assez longue", role, 1)
    assert account
    visitor = elsewhere.visitor()
    visitor.open("/sign-in")
    visitor.send(login="quelqu-une", password="une phrase assez longue")
    assert visitor.open("/archives").status_code == 404
    assert visitor.client.get("/experiments/1/documents/archive.zip").status_code == 404, (
        "nor taking out what is not theirs"
    )


def test_the_variant_for_archives_is_made_by_the_press(origin: House) -> None:
    staff = origin.staff()
    staff.open("/experiments/1/documents")
    staff.send(document="plain", language="fr", archival="yes")
    for _ in range(1200):
        told = staff.client.get("/experiments/1/documents/progress.json").get_json()
        if told["state"] in ("done", "failed"):
            break
        time.sleep(0.25)
    assert told["state"] == "done", told
    pdf = staff.client.get("/experiments/1/documents/dossier.pdf").data
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "dossier.json" in opened.attachments


def test_a_document_dated_on_the_day_of_the_archive_says_that_day(elsewhere: House, archive: bytes) -> None:
    staff = elsewhere.staff()
    sent(staff, archive)
    staff.send("/archives/restore")
    followed(staff, "/archives/progress.json")
    staff.open("/archives")
    number = staff.at.rpartition("/")[2]
    day = "28 mai 2026"
    base = f"/experiments/{number}/documents/dossier.html?document=plain"
    assert day in staff.client.get(f"{base}&dated=archive").text.replace("\u00a0", " ")
    assert day not in staff.client.get(base).text.replace("\u00a0", " ")
