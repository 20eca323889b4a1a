"""What holds for every page: its headers, its language, nothing from elsewhere, a shape that can be read aloud."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from werkzeug.test import TestResponse

from facilitation.domain.commands import AdmitObserver, By, KeepExcerpt, NoteObservation, OpenDoor, TakeNote
from facilitation.records import own_formats
from facilitation.records.own_formats import Own
from facilitation.web.doors import NAME
from facilitation.web.formats.editor import FIRST
from tests.web.conftest import House, Planned
from tests.web.furnished import furnish
from tests.web.visitor import Visitor

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path"}


@pytest.fixture(scope="module")
def session(house: House) -> Planned:
    return furnished(house)


def furnished(house: House) -> Planned:
    """A session whose door is open, and a format of the house's own."""
    planned = house.plan()
    planned.say(OpenDoor(), AdmitObserver())
    watching = By("observer", "o1")
    planned.say(NoteObservation("Deux personnes se taisent, puis l'une reformule.", flagged=True), by=watching)
    planned.say(TakeNote("Un silence utile."), KeepExcerpt("w1", "l'une reformule"))
    furnish(house.doors.database)
    own_formats.add(
        house.doors.database, Own("our-format", 1, 1, None), "1.0.0", FIRST.replace("my-format", "our-format")
    )
    return planned


def pages(
    house: House, session: Planned, locale: str, formats: Iterable[str] | None = None
) -> Iterator[tuple[str, TestResponse]]:
    """Every page a person can see, in one language; of the formats, all or those that are named."""
    stranger, staff, inside = house.visitor(locale), house.staff(locale), session.join(locale)
    for path in (
        "/",
        "/ticket",
        "/ticket/goodbye",
        "/sign-in",
        f"/sign-in/{house.token()}",
        f"/j/{session.code}",
        f"/j/{session.code}/information",
        "/later",
    ):
        yield path, stranger.open(path)
    for path in ("/nothing", "/j/0000-0000", "/s/nothing/phone", "/s/nothing/observer", "/sign-in/made-up"):
        yield path, stranger.open(path)
    for path in (f"/s/{session.id}/phone", f"/ticket/{session.id}", f"/ticket/{session.id}/withdraw/everything"):
        yield path, inside.open(path)
    for path in staff_pages(session, formats or house.doors.library.readings):
        yield path, staff.open(path)


def staff_pages(session: Planned, formats: Iterable[str]) -> tuple[str, ...]:
    return (
        "/staff",
        "/experiments/new",
        "/experiments/1",
        "/experiments/1/edit",
        "/experiments/1/hypotheses/new",
        "/experiments/1/hypotheses/1",
        "/experiments/1/hypotheses/1/verdict",
        "/experiments/1/partners",
        "/experiments/1/protocol",
        "/experiments/1/protocol/edit",
        "/experiments/1/protocol/information",
        "/experiments/1/team",
        "/experiments/1/dossier",
        "/experiments/1/following",
        "/experiments/1/texts",
        "/experiments/1/analysis",
        "/experiments/1/analysis/agreement",
        "/experiments/1/themes",
        "/experiments/1/themes/1",
        "/learnings",
        "/experiments/1/writing",
        "/experiments/1/writing?part=D8&language=en",
        "/experiments/1/learnings",
        "/experiments/1/learnings/new",
        "/experiments/1/documents",
        "/experiments/1/texts/problem",
        "/experiments/1/sessions/new",
        *(f"/experiments/1/sessions/new?format={name}" for name in formats),
        *(f"/formats/{name}" for name in formats),
        "/programmes",
        "/programmes/new",
        "/programmes/1",
        "/programmes/1/editions/new",
        "/programmes/editions/1",
        "/programmes/editions/1/edit",
        "/programmes/editions/1/partners",
        "/formats",
        "/formats?words=nothing+at+all",
        "/formats/our-format",
        "/formats/our-format/edit",
        "/formats/our-format/simple",
        "/formats/our-format/versions/1",
        "/formats/meteo/duplicate",
        "/formats/meteo/plan",
        "/formats/meteo/guide",
        "/formats/meteo/preview",
        "/studio/preview",
        "/studio/new",
        "/studio/upload",
        "/sites",
        "/sites/new",
        "/sites/1",
        "/sites/1/checklist",
        "/sites/1/checklist/minors",
        "/accounts",
        "/archives",
        "/retention",
        f"/sessions/{session.id}",
        f"/sessions/{session.id}/document",
        f"/sessions/{session.id}/journal",
        f"/sessions/{session.id}/journal?kind=stage",
        f"/sessions/{session.id}/observers?shown=o1",
        f"/sessions/{session.id}/paper",
        f"/sessions/{session.id}/paper/type",
        f"/sessions/{session.id}/paper/hands",
        f"/sessions/{session.id}/paper/import",
        f"/k/{session.id}/link",
        f"/sessions/{session.id}/screens",
        f"/s/{session.id}/console",
        f"/s/{session.id}/screen",
    )


@pytest.fixture(scope="module", params=["fr", "en"])
def seen(request: pytest.FixtureRequest, house: House, session: Planned) -> tuple[str, dict[str, TestResponse]]:
    """Every page in one language."""
    return request.param, dict(pages(house, session, request.param))


Seen = tuple[str, dict[str, TestResponse]]


def test_every_answer_carries_its_headers(seen: Seen, house: House) -> None:
    answers = [*seen[1].values(), house.app.test_client().get("/health"), house.app.test_client().get("/static/dist/x")]
    for answer in answers:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "object-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"


def test_no_page_names_another_host(seen: Seen) -> None:
    for path, answer in seen[1].items():
        for found in re.findall(r"""(?:href|src|action|content)\s*=\s*["']([^"']+)""", answer.text):
            assert not re.match(r"(https?:)?//(?!localhost)", found), (path, found)


def test_no_page_holds_script_or_style_of_its_own(seen: Seen) -> None:
    for path, answer in seen[1].items():
        for attributes, inside in re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.S):
            assert 'type="application/json"' in attributes or (not inside.strip() and "src=" in attributes), path
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", answer.text), path


def test_pages_speak_the_language_asked_for(seen: Seen) -> None:
    locale, answers = seen
    for path, answer in answers.items():
        if path.endswith("/screen"):
            continue  # the projector speaks the language of the room
        assert f'<html lang="{locale}"' in answer.text, path


class Shape(HTMLParser):
    """What assistive tools hang on to."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.named: set[str] = set()
        self.fields: list[dict[str, str]] = []
        self.mains = 0
        self.pictures: list[dict[str, str]] = []
        self.described: list[str] = []
        self._inside_label = 0
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in told:
            self.ids.append(told["id"])
        self.mains += tag == "main"
        if tag == "img":
            self.pictures.append(told)
        if tag == "label" and "for" in told:
            self.named.add(told["for"])
        if "aria-describedby" in told:
            self.described += told["aria-describedby"].split()
        if tag in ("input", "select", "textarea") and told.get("type") not in ("hidden", "submit"):
            self.fields.append({**told, "wrapped": "label" if "label" in self.open else ""})

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        if tag in self.open:
            while self.open and self.open.pop() != tag:
                pass


def test_pages_have_the_shape_that_assistive_tools_need(seen: Seen) -> None:
    for path, answer in seen[1].items():
        shape = Shape()
        shape.feed(answer.text)
        assert shape.faults == [], (path, shape.faults)
        if "/s/" in path:
            continue  # drawn by their own scripts, which have their own tests
        assert shape.mains == 1, path
        assert shape.headings.count(1) == 1, path
        steps = zip(shape.headings, shape.headings[1:], strict=False)
        assert shape.headings[0] == 1, (path, shape.headings)
        assert all(after <= before + 1 for before, after in steps), (path, shape.headings)
        assert len(shape.ids) == len(set(shape.ids)), (path, shape.ids)
        assert all(field["wrapped"] or field.get("id") in shape.named for field in shape.fields), path
        assert all(picture.get("alt") for picture in shape.pictures), path
        assert set(shape.described) <= set(shape.ids), (path, shape.described)


def test_the_other_language_is_one_link_away_and_brings_back_here(house: House) -> None:
    visitor = house.visitor("fr")
    visitor.open("/ticket")
    link = next(link for link in visitor.links() if link.startswith("/lang/en"))
    visitor.open(link)
    assert visitor.at == "/ticket"
    assert "With a withdrawal code" in visitor.words
    visitor.open("/")
    assert "Join a workshop" in visitor.words


@pytest.mark.parametrize("asked", ["", "de", "nonsense;;;", "*"])
def test_french_when_nothing_else_is_known(house: House, asked: str) -> None:
    assert "Rejoindre un atelier" in Visitor(house.app, asked).open("/").text


def test_a_language_that_is_not_spoken_and_a_way_out_of_the_house(house: House) -> None:
    assert house.app.test_client().get("/lang/de").status_code == 404
    answer = house.app.test_client().get("/lang/en?next=//elsewhere.example/")
    assert answer.headers["Location"] == "/"


def test_a_huge_form_is_refused_in_words(house: House) -> None:
    visitor = house.visitor()
    visitor.open("/")
    visitor.send(code="x" * 300_000)
    assert visitor.page.status_code == 413
    assert "raccourcissez" in visitor.words


def test_a_bug_is_answered_in_words_and_its_address_stays_out_of_the_log(
    fresh_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> int:
        raise RuntimeError("a bug")

    fresh_house.app.testing = False
    fresh_house.app.extensions[NAME] = replace(fresh_house.doors, clock=broken)
    visitor = fresh_house.visitor()
    visitor.open("/sign-in/a-secret-token")
    assert visitor.page.status_code == 500
    assert "Ce qui était enregistré est en sécurité" in visitor.words
    assert "a-secret-token" not in caplog.text
    assert "signing_in.open_link" in caplog.text


def test_a_method_that_no_page_knows(house: House) -> None:
    assert house.app.test_client().delete("/").status_code in (400, 405)
    assert house.app.test_client().get("/sign-out").status_code == 405


def test_a_name_that_is_not_ours_is_answered_in_words(house: House) -> None:
    answer = house.app.test_client().get("/", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "ne répond pas à ce nom" in answer.text
    assert "elsewhere" not in answer.headers["Content-Security-Policy"]
