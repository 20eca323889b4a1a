"""Whole sessions are gathered and drawn where the server says, so that no phone of another session waits for it."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from facilitation.app import Config, create_app
from facilitation.domain.commands import By, OpenDoor, WithdrawCard
from facilitation.projections.journal import journal
from facilitation.projections.outcome import outcome
from facilitation.records import withdrawn
from facilitation.web import journal as journal_page
from facilitation.web import outcomes, outputs
from facilitation.web.documents import pages
from facilitation.web.doors import NAME
from tests.web.conftest import House
from tests.web.test_documents import held
from tests.web.test_own import Author


class Elsewhere:
    """Carries out work in another thread, as the server does."""

    def __init__(self) -> None:
        self.thread = 0

    def __call__(self, work: Callable[[], None]) -> None:
        def carried_out() -> None:
            self.thread = threading.get_ident()
            work()

        thread = threading.Thread(target=carried_out)
        thread.start()
        thread.join(60)
        assert not thread.is_alive()


@pytest.fixture
def where(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What was worked out of whole sessions, and whether it was elsewhere."""
    elsewhere, done = Elsewhere(), list[tuple[str, bool]]()
    fresh_house.app.extensions[NAME] = replace(fresh_house.doors, run=elsewhere)

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **kwargs: Any) -> Any:
            done.append((name, threading.get_ident() == elsewhere.thread))
            return real(*args, **kwargs)

        return called

    monkeypatch.setattr(outcomes, "outcome", watched("outcome", outcome))
    monkeypatch.setattr(outputs, "outcome", watched("outcome", outcome))
    monkeypatch.setattr(journal_page, "journal", watched("journal", journal))
    monkeypatch.setattr(pages, "dossier_html", watched("html", pages.dossier_html))
    return done


def test_no_page_gathers_whole_sessions_in_the_loop_of_the_server(
    fresh_house: House, where: list[tuple[str, bool]]
) -> None:
    planned, staff = held(fresh_house), fresh_house.staff()
    for path in ("documents", "documents/dossier.html?document=research", "learnings/new"):
        assert staff.open(f"/experiments/1/{path}").status_code == 200
    staff.open("/experiments/1/documents")
    staff.send(document="record")
    for path in ("journal", "contributions.csv", "timeline.csv", "outcome.json"):
        assert staff.open(f"/sessions/{planned.id}/{path}").status_code == 200
    staff.open(f"/sessions/{planned.id}/document")
    staff.send(language="fr")
    assert {name for name, _ in where} == {"outcome", "html", "journal"}
    assert all(elsewhere for _, elsewhere in where), where


def test_what_is_refused_elsewhere_is_refused_here(fresh_house: House, where: list[tuple[str, bool]]) -> None:
    assert fresh_house.staff().open("/experiments/999/documents").status_code == 404
    assert fresh_house.staff().open("/sessions/none/journal").status_code == 404


def test_the_pages_speak_the_language_of_who_asked(fresh_house: House, where: list[tuple[str, bool]]) -> None:
    held(fresh_house)
    for locale, said in (("fr", "Ce qui manque"), ("en", "What is missing")):
        staff = fresh_house.staff(locale)
        staff.open("/experiments/1/documents")
        assert said in staff.words


def test_words_are_followed_while_another_session_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ThreadPoolExecutor(1) as disk, ThreadPoolExecutor(2) as beside, ThreadPoolExecutor(2) as rooms:
        app = create_app(
            Config(
                f"sqlite:///{tmp_path}/house.db",
                hosts=("localhost:80",),
                run=lambda work: disk.submit(work).result(),
                run_after=lambda work: beside.submit(work).result(),
            )
        )
        house, following, go_on = House(app), Event(), Event()
        one, other = house.plan(), house.plan()
        one.say(OpenDoor())
        author = Author(one)
        one.go_on()
        card = author.posts("Un mot de trop")
        real = withdrawn.follow

        def slowly(*args: Any) -> None:
            following.set()
            go_on.wait(120)
            real(*args)

        monkeypatch.setattr(withdrawn, "follow", slowly)
        gone = rooms.submit(one.say, WithdrawCard(card), by=By("participant", author.person))
        assert following.wait(120)
        opened = rooms.submit(other.say, OpenDoor())
        deadline = time.monotonic() + 240
        while not opened.done() and not house.doors.database.engine.pool.checkedout():  # type: ignore[attr-defined]
            assert time.monotonic() < deadline
            time.sleep(0.01)
        go_on.set()
        # Each would hold what the other waits for until one of them gives up, after half a minute.
        gone.result(20)
        opened.result(20)
        house.doors.trials.close()
        house.desk.close()
        house.doors.database.close()


def test_a_withdrawal_does_not_queue_behind_pages_that_take_long(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as beside, ThreadPoolExecutor(1) as after, ThreadPoolExecutor(1) as rooms:
        app = create_app(
            Config(
                f"sqlite:///{tmp_path}/house.db",
                hosts=("localhost:80",),
                run_beside=lambda work: beside.submit(work).result(),
                run_after=lambda work: after.submit(work).result(),
            )
        )
        house, drawn = House(app), Event()
        planned = house.plan()
        planned.say(OpenDoor())
        author = Author(planned)
        planned.go_on()
        card = author.posts("Un mot de trop")
        beside.submit(drawn.wait, 60)
        try:
            rooms.submit(planned.say, WithdrawCard(card), by=By("participant", author.person)).result(30)
            assert not drawn.is_set()
        finally:
            drawn.set()
        house.doors.trials.close()
        house.desk.close()
        house.doors.database.close()
