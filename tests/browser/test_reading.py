"""Somebody reads what is written about their workshop on an old phone, by keys alone: contests it, agrees, leaves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from facilitation.app import Config, create_app
from facilitation.domain.commands import CloseSession, OpenDoor
from facilitation.records import learnings, texts
from facilitation.records.learnings import LearningFacts
from facilitation.records.reading import windows
from facilitation.records.texts import Place
from tests.browser.conftest import Server
from tests.browser.people import complaints, visit
from tests.browser.test_keyboard import Keys
from tests.client.axe import in_every_look
from tests.web.conftest import House
from tests.web.test_own import Author

DAY = 24 * 60 * 60 * 1000
MINE = "Un café à l'entrée"
WRONG = "Nous étions deux, pas douze."


@dataclass
class Held:
    """A server with a session that is over and may be read about; the code of somebody who took part."""

    server: Server
    code: str
    session: str


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    """What stood in the house before the server that is visited began."""
    file = tmp_path / "workshop.sqlite3"
    house = House(create_app(Config(database=f"sqlite:///{file}", hosts=("localhost:80",))))
    database, now = house.doors.database, house.doors.clock()
    planned = house.plan()
    planned.say(OpenDoor())
    author = Author(planned)
    planned.go_on()
    author.posts(MINE)
    planned.say(CloseSession())
    house.noted(planned.id, "closed_at")
    texts.save(database, Place(1, "essential-done", "fr"), "Douze personnes se sont **réunies**.", 0, 1, now)
    learnings.add(database, 1, LearningFacts("On entre par le café."), 1, now)
    windows.begin(database, 1, now + 14 * DAY, 1, now)
    house.doors.trials.close()
    database.close()
    server = Server(file)
    server.start()
    yield Held(server, author.slip, planned.id)
    server.kill()


def silent(page: Page) -> None:
    """axe-core finds nothing in any look, and nothing is wider than the phone."""
    assert in_every_look(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_read_contest_agree_and_take_back_by_keys_on_a_phone(held: Held, browser: Browser) -> None:
    context = visit(browser, 360, 640)
    page = context.new_page()
    keys = Keys(page)
    page.goto(f"{held.server.base}/reading")
    silent(page)
    keys.fill("^Code", held.code)
    keys.press("^Lire")
    expect(page.get_by_text("On entre par le café.").first).to_be_visible()
    expect(page.get_by_text(MINE, exact=True)).to_be_visible()
    silent(page)

    keys.press("^Ce n’est pas juste")
    expect(page.get_by_role("heading", name="Ce n’est pas juste", level=1)).to_be_visible()
    silent(page)
    keys.fill("^Ce qui n’est pas juste", WRONG)
    keys.press("^Envoyer")
    expect(page.get_by_text("Merci. Vos mots sont gardés")).to_be_visible()
    expect(page.get_by_text(WRONG)).to_be_visible()

    keys.press("^J’ai lu, et c’est juste")
    expect(page.get_by_text("Vous avez dit que c’est juste.")).to_be_visible()
    silent(page)
    keys.press("^Je ne le trouve plus juste")
    expect(page.get_by_role("button", name="J’ai lu, et c’est juste")).to_be_visible()

    page.reload()
    keys.press("^Retirer$")
    expect(page.get_by_text("Retiré : ces mots sont effacés.")).to_be_visible()
    expect(page.get_by_text(WRONG)).to_have_count(0)
    keys.press(r"^Retirer\s+:")
    page.wait_for_url("**/withdraw/**")
    silent(page)
    keys.press("^Oui, retirer")
    page.wait_for_url(re.compile(f"/ticket/{held.session}$"))
    page.goto(f"{held.server.base}/reading/{held.session}")
    expect(page.get_by_text("On entre par le café.").first).to_be_visible()
    expect(page.get_by_text(MINE)).to_have_count(0)
    assert complaints(context) == []
