"""The style page shows every piece, is no part of the house, and looks as it did."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from facilitation.app import Config, create_app, house
from tests.client.axe import LOOKS, complaints
from tests.client.boards import SCENES
from tests.client.measures import WIDER
from tests.client.pages import opened
from tests.client.stand_in import ROOT
from tests.client.style.page import with_style
from tests.client.style.pictures import taken, unlike

ELSEWHERE = {"editor", "no-print", "preview", "preview-frame", "preview-phone", "narrow", "md"}
"""Where pieces stand on whole pages; and the end of a file's name."""


@pytest.fixture(scope="module")
def app() -> Iterator[Flask]:
    built = create_app(Config(database="sqlite://", hosts=("localhost:80",)))
    yield with_style(built)
    house(built).trials.close()
    house(built).database.close()


def test_every_piece_of_the_sheets_is_on_the_page(app: Flask) -> None:
    sheets = "".join((ROOT / "static/styles" / f"{name}.css").read_text("utf-8") for name in ("components", "pages"))
    named = set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"/\*.*?\*/", "", sheets, flags=re.S))) - ELSEWHERE
    page = app.test_client().get("/style").text
    shown = {name for classes in re.findall(r'class="([^"]*)"', page) for name in classes.split()}
    assert named - shown == set()


def test_every_screen_is_in_a_frame_in_both_languages_and_asks_for_nothing(app: Flask) -> None:
    visitor = app.test_client()
    page = visitor.get("/style/screens").text
    for name in SCENES:
        for language in ("fr", "en"):
            address = f"/style/screens/{name}?language={language}"
            assert f'src="{address.replace("&", "&amp;")}"' in page
        answer = visitor.get(address)
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert '"still"' in answer.text
    assert visitor.get("/style/screens/nothing").status_code == 404


def test_the_house_itself_has_no_style_page() -> None:
    built = create_app(Config(database="sqlite://", hosts=("localhost:80",)))
    answers = [built.test_client().get(path).status_code for path in ("/style", "/style/screens")]
    house(built).trials.close()
    house(built).database.close()
    assert answers == [404, 404]


def test_the_pieces_look_as_they_did(browser: Browser, app: Flask, built: None) -> None:
    wrong = []
    with browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce") as context:
        page = context.new_page()
        opened(page, app.test_client().get("/style", headers={"Accept-Language": "en"}))
        for scheme, contrast in LOOKS:
            page.emulate_media(color_scheme=scheme, contrast=contrast, reduced_motion="reduce")
            name = f"style-{scheme}{'-contrast' if contrast == 'more' else ''}"
            wrong.append(unlike(name, taken(page, 4, whole=True)))
            assert complaints(page, runOnly=["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]) == []
        page.set_viewport_size({"width": 360, "height": 640})
        assert page.evaluate(WIDER) <= 0
    assert [each for each in wrong if each] == []
