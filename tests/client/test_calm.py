"""What a tired person needs of the phone: their code at hand, nothing said twice, no word that is not theirs."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.client.sample import ALONE, CONSOLE, ME, PHONE, SESSION, both, phone
from tests.client.stand_in import StandIn, opened

CODE = "K7QP-4MZX-19BD"
PHONE_SIZE = (360, 640)


def standing(name: str, locale: str = "fr", **boot: Any) -> StandIn:
    kind, documents, told = PHONE[name]
    return StandIn(kind, documents, locale, **(told | boot))


def drawn(everyone: dict[str, Any], person: dict[str, Any], **more: Any) -> StandIn:
    return StandIn("participant", phone(everyone, person, **more), "fr", withdrawal=CODE)


def test_the_withdrawal_code_is_said_on_arrival_and_stays_within_reach(browser: Browser) -> None:
    server = standing("phone-waiting", withdrawal=CODE)
    with opened(browser, server, *PHONE_SIZE) as page:
        expect(page.get_by_text("Notez ce code ou gardez cette page")).to_be_visible()
        expect(page.locator("main").get_by_text(CODE)).to_be_visible()
        started = {"session": SESSION | {"status": "running"}, "stage": ALONE}
        server.documents = server.documents | {"everyone": started}
        server.change("everyone", started)
        expect(page.locator("h1")).to_have_text("Seul·e")
        expect(page.locator("main").get_by_text(CODE)).to_have_count(0)
        page.get_by_text("Mon code de retrait").click()
        expect(page.locator("footer").get_by_text(CODE)).to_be_visible()


def test_who_comes_in_late_is_told_the_code_until_they_say_they_have_it(browser: Browser) -> None:
    with opened(browser, standing("phone-post", withdrawal=CODE), *PHONE_SIZE) as page:
        expect(page.locator("main").get_by_text(CODE)).to_be_visible()
        page.get_by_role("button", name="C'est noté").click()
        expect(page.locator("main").get_by_text(CODE)).to_have_count(0)
        page.reload()
        expect(page.locator("h1")).to_have_text("Seul·e")
        expect(page.locator("main").get_by_text(CODE)).to_have_count(0)


@pytest.mark.parametrize(
    ("size", "people", "named"), [(3, 12, True), (8, 12, True), (9, 12, False), (6, 6, False), (2, 2, True)]
)
def test_only_a_small_group_is_named(browser: Browser, size: int, people: int, named: bool) -> None:
    names = [ME["alias"], *(f"Cèdre{n}" for n in range(1, size))]
    group = {"group": {"number": 0, "step": "alone", "members": names}}
    with opened(
        browser, drawn({"session": SESSION | {"people": people}, "stage": ALONE}, {}, group_0=group), *PHONE_SIZE
    ) as page:
        expect(page.locator("h1")).to_have_text("Seul·e")
        expect(page.get_by_text("Cèdre1")).to_have_count(1 if named else 0)


def test_one_is_told_who_reads_first_and_who_reads_later(browser: Browser) -> None:
    task = {"ideas": {"columns": [], "longest": 2000, "seenBy": "everyone", "seenFirst": "author"}}
    with opened(browser, drawn({"stage": ALONE}, {"tasks": {"post": task}}), *PHONE_SIZE) as page:
        expect(page.get_by_text("Visible par : vous seul·e d'abord, puis tout le monde")).to_be_visible()


@pytest.mark.parametrize("name", ["phone-post", "console-running"])
def test_the_language_chosen_here_is_asked_of_the_server_too(browser: Browser, name: str) -> None:
    kind, documents, boot = {**PHONE, **CONSOLE}[name]
    with opened(browser, StandIn(kind, documents, "fr", **boot), 1280, 800) as page:
        with page.expect_request(re.compile("/lang/en$")):
            page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")


def test_values_are_told_by_the_sentence_of_the_format_only(browser: Browser) -> None:
    with opened(browser, standing("phone-listen"), *PHONE_SIZE) as page:
        expect(page.get_by_text("123,3 points")).to_be_visible()
        expect(page.get_by_text("points", exact=True)).to_have_count(0)
        expect(page.get_by_text("Vos résultats")).to_have_count(0)


def test_a_long_role_is_short_beside_the_alias(browser: Browser) -> None:
    roles = [{"name": "client", "label": both("Client ou cliente (expose sa situation)", "Client (tells the story)")}]
    with opened(browser, drawn({"stage": ALONE}, {"me": ME | {"roles": roles}}), *PHONE_SIZE) as page:
        expect(page.locator("header .badge")).to_have_text("Client ou cliente")


def test_cards_to_choose_from_are_not_listed_twice(browser: Browser) -> None:
    kind, documents, boot = PHONE["phone-choose"]
    with opened(browser, StandIn(kind, documents, "fr", **boot), *PHONE_SIZE) as page:
        fold = page.locator("details.board")
        expect(fold).not_to_have_attribute("open", "")
        fold.locator("summary").click()
        expect(fold.get_by_role("button", name="Modifier").first).to_be_visible()


@pytest.mark.parametrize(("scene", "name"), [("console-running", "+ 2 min"), ("console-running", "Masquer le mur")])
def test_what_a_button_shows_is_in_its_name(browser: Browser, scene: str, name: str) -> None:
    kind, documents, boot = CONSOLE[scene]
    with opened(browser, StandIn(kind, documents, "fr", **boot), 1280, 800) as page:
        expect(page.get_by_role("button", name=name)).to_be_visible()
        wrong = page.evaluate(LABEL_NOT_IN_NAME)
        assert wrong == []


LABEL_NOT_IN_NAME = """() => [...document.querySelectorAll('button[aria-label], a[aria-label]')]
  .map(one => { const copy = one.cloneNode(true); copy.querySelectorAll('[aria-hidden=true], .visually-hidden').forEach(x => x.remove());
    return [copy.textContent.trim().toLowerCase(), one.getAttribute('aria-label').toLowerCase()] })
  .filter(([shown, name]) => shown && !name.includes(shown))"""


def test_group_values_have_headers_that_read_as_words(browser: Browser) -> None:
    kind, documents, boot = next(scene for scene in CONSOLE.values() if scene[1].get("staff", {}).get("values"))
    values = {"labels": {"pot": {"fr": "Le pot après", "en": "Pot after"}}, "group": [{"pot": "120"}]}
    documents = documents | {"staff": documents["staff"] | {"values": values}}
    with opened(browser, StandIn(kind, documents, "fr", **boot), 1280, 800) as page:
        expect(page.get_by_role("columnheader", name="Le pot après")).to_be_attached()
