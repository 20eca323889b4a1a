"""What somebody with a browser's tools may try on the pages."""

import csv
import io
import re
import zipfile
from html.parser import HTMLParser

import pytest

from facilitation.domain.commands import Advance, By, CloseSession, MarkAbsent, OpenDoor, PostCard
from facilitation.records.tickets import LIFETIME
from facilitation.web import limits
from tests.web.conftest import House, Planned
from tests.web.test_joining import boot
from tests.web.test_own import Author


def _open_session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    return planned


def test_somebody_who_tries_codes_keeps_nobody_out(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("code", "slip"):
        monkeypatch.setitem(limits.CEILINGS, kind, limits.parse("2 per minute"))
    session = _open_session(fresh_house)
    author, guesser = Author(session), fresh_house.visitor()
    for _ in range(4):
        guesser.open("/j/0000-0000")
    assert guesser.page.status_code == 429
    assert session.join(report="no").at == f"/s/{session.id}/phone"
    for _ in range(4):
        guesser.open("/ticket")
        guesser.send("/ticket", code="0000-0000-0000")
    assert guesser.page.status_code == 429
    elsewhere = fresh_house.visitor()
    elsewhere.open("/ticket")
    elsewhere.send("/ticket", code=author.slip)
    assert elsewhere.at == author.page


@pytest.mark.parametrize("session", ["x", "x=1; Domain=elsewhere.example", "x\r\nX-Made-Up: 1"])
def test_a_made_up_projector_link_leaves_no_cookie(house: House, session: str) -> None:
    visitor = house.visitor()
    answer = visitor.client.get(f"/s/{session}/screen", query_string={"key": "made-up"})
    assert answer.status_code == 302
    assert not answer.headers.getlist("Set-Cookie")


def test_a_key_of_other_letters_is_only_a_wrong_key(house: House) -> None:
    session = _open_session(house)
    visitor = house.visitor()
    for key in ("\ud800", "é", "\x00"):
        told = visitor.client.get(f"/s/{session.id}/screen", query_string={"key": key.encode("utf-8", "surrogatepass")})
        assert told.status_code == 302
        visitor.client.set_cookie(f"screen_{session.id}", "%ED%A0%80")
        assert visitor.client.get(f"/s/{session.id}/qr.svg").status_code == 404


def test_an_expired_seat_gives_no_fresh_slip(fresh_house: House) -> None:
    author = Author(_open_session(fresh_house))
    author.browser.open(f"/s/{author.planned.id}/phone")
    token = boot(author.browser)["csrf"]
    fresh_house.later(LIFETIME + 1000)
    told = author.browser.client.post(f"{author.page}/slip", data={"csrf_token": token})
    assert told.status_code == 410


def test_no_address_of_a_built_file_is_a_fault_of_ours(house: House) -> None:
    client = house.app.test_client()
    house.app.testing = False
    try:
        for name in ("a%00b", "%2e%2e/%2e%2e/pyproject.toml", "..%2fmanifest.json", "x" * 5000):
            assert client.get(f"/static/dist/{name}").status_code == 404
    finally:
        house.app.testing = True


def test_lists_in_lists_without_end_are_only_not_understood(house: House) -> None:
    author = Author(_open_session(house))
    author.browser.open(f"/s/{author.planned.id}/phone")
    token = boot(author.browser)["csrf"]
    body = '{"n":1,"id":"a","do":' + "[" * 90_000 + "]" * 90_000 + "}"
    told = author.browser.client.post(
        f"/s/{author.planned.id}/phone/do",
        data=body,
        headers={"Content-Type": "application/json", "X-CSRFToken": token},
    )
    assert told.status_code == 200
    assert told.get_json()["refused"] == "not-understood"


def test_the_phone_of_someone_put_out_opens_and_holds_nothing_of_the_others(house: House) -> None:
    session = _open_session(house)
    author = Author(session)
    session.say(MarkAbsent(author.person, True))
    assert author.browser.open(f"/s/{session.id}/phone").status_code == 200
    assert [entry["channel"] for entry in boot(author.browser)["documents"]] == [f"person:{author.person}"]


OUT = (
    *("//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example", "/\t/elsewhere.example"),
    *("https://elsewhere.example/", "http:elsewhere.example", " //elsewhere.example", "/\n/elsewhere.example"),
    *("javascript:alert(1)", "/\r\nX-Made-Up: 1"),
)


@pytest.mark.parametrize("target", OUT)
def test_no_link_leads_out_of_the_house(house: House, target: str) -> None:
    staff = house.staff()
    for path in ("/lang/fr", "/sign-in"):
        answer = staff.client.get(path, query_string={"next": target})
        assert answer.status_code == 302
        assert re.fullmatch(r"/(?![/\\])[\w/-]*", answer.headers["Location"]), answer.headers["Location"]
        assert "X-Made-Up" not in answer.headers


def test_a_form_of_very_many_parts_is_refused_in_words(house: House) -> None:
    visitor = house.visitor()
    visitor.open("/")
    token = visitor.forms()[0].fields.get("csrf_token", "")
    told = {"csrf_token": token, **{f"field-{number}": "x" for number in range(2000)}}
    answer = visitor.client.post("/", data=told, content_type="multipart/form-data")
    assert answer.status_code == 413
    assert "raccourcissez" in answer.text


def test_what_was_planted_before_signing_in_is_gone_afterwards(house: House) -> None:
    visitor = house.visitor()
    visitor.open("/ticket")
    planted = visitor.forms()[0].fields["csrf_token"]
    visitor.open(f"/sign-in/{house.token()}")
    visitor.send(later="1")
    assert visitor.at == "/staff"
    assert visitor.client.post("/sign-out", data={"csrf_token": planted}).status_code == 400


EVIL = (
    "<script>alert(1)</script>",
    "</script><svg onload=alert(1)>",
    "[venez](javascript:alert(1))",
    '<img src=x onerror="alert(1)">',
    '=HYPERLINK("http://127.0.0.1/")',
    "@SUM(A1:A9)",
)


class Dangers(HTMLParser):
    """What a browser would carry out of a page: scripts that are not ours, handlers, links that run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        ours = told.get("src", "").startswith("/static/") or told.get("type") == "application/json"
        if (tag == "script" and not ours) or tag in ("object", "embed", "base"):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in told if name.startswith("on")]
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            if re.match(r"\s*(javascript|vbscript|data:text)", told.get(name, ""), re.IGNORECASE):
                self.found.append(f"{tag} {name}")


def dangers(page: str) -> list[str]:
    reader = Dangers()
    reader.feed(page)
    return reader.found


def test_the_watch_itself_sees_what_it_should() -> None:
    assert [bool(dangers(words)) for words in EVIL] == [True, True, False, True, False, False]
    assert dangers('<a href=" JavaScript:alert(1)">') == ["a href"]


def test_whatever_somebody_writes_stays_words_in_every_page_and_file(fresh_house: House) -> None:
    planned, staff = _open_session(fresh_house), fresh_house.staff()
    author = planned.join(report="yes", quotation="yes", publication="yes")
    person = By("participant", planned.newest())
    planned.go_on()
    for words in EVIL:
        planned.say(PostCard(planned.state.current or "", "ideas", words), by=person)
    live = [author.open(f"/s/{planned.id}/phone").text, author.open(f"/ticket/{planned.id}").text]
    live += [staff.open(f"/s/{planned.id}/{screen}").text for screen in ("console", "screen")]
    planned.say(Advance(planned.state.current), CloseSession())
    for part in ("limits", "success"):
        staff.open(f"/experiments/1/texts/{part}")
        staff.send(body="\n\n".join(EVIL))
    staff.open("/experiments/1/learnings/new")
    staff.send(learned=EVIL[0], thought=EVIL[3], why=EVIL[2], observed=EVIL[1])
    pages = ["analysis", "learnings", "documents", "writing", "publication", "themes", "protocol", "texts"]
    paths = [f"/experiments/1/{page}" for page in pages] + [
        f"/sessions/{planned.id}/journal",
        f"/sessions/{planned.id}",
    ]
    paths += [
        f"/experiments/1/documents/dossier.html?document={kind}" for kind in ("research", "record", "slides", "plain")
    ]
    for path in paths:
        answer = staff.open(path)
        assert answer.status_code == 200, path
        live.append(answer.text)
        if "attachment" in (named := answer.headers.get("Content-Disposition", "")):
            assert re.fullmatch(r'attachment; filename="[\w.-]+"', named)
            assert "default-src 'none'" in answer.text.partition("</head>")[0], "kept as a file, no header guards it"
    assert sum("alert(1)" in page for page in live) > 5, "it was there to be looked for"
    assert [dangers(page) for page in live] == [[]] * len(live)
    for path in (f"/sessions/{planned.id}/contributions.csv", "/experiments/1/analysis/codes.csv"):
        rows = csv.reader(io.StringIO(staff.open(path).data.decode("utf-8-sig")))
        cells = [cell for row in rows for cell in row]
        assert any("HYPERLINK" in cell for cell in cells), path
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    with zipfile.ZipFile(io.BytesIO(staff.open("/experiments/1/documents/data.xlsx").data)) as book:
        sheets = b"".join(book.read(name) for name in book.namelist())
    assert b"HYPERLINK" in sheets
    assert b"<f>" not in sheets
    assert b"<hyperlink " not in sheets


def test_a_page_for_which_the_database_has_no_time_says_so(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = fresh_house.visitor()
    visitor.open(f"/sign-in/{fresh_house.token()}")
    monkeypatch.setattr("facilitation.database.store.PATIENCE", 0.05)
    with fresh_house.doors.database.writing():
        visitor.send(later="1")
    assert visitor.page.status_code == 503
    assert visitor.page.headers["Retry-After"] == "5"
    assert "dans un instant" in visitor.words
    visitor.open(visitor.at)
    visitor.send(later="1")
    assert visitor.at == "/staff", "nothing was used up"
