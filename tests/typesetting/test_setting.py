"""HTML becomes paper: read as XML, set in packaged typefaces, cut into chapters that have numbers enough."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import pikepdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no stubs
from weasyprint import CSS, HTML  # type: ignore[import-untyped]  # it has no stubs

from facilitation.documentation.dossier.kinds import KINDS, Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.press import worker
from facilitation.documentation.record import record_html
from facilitation.domain.session import Session
from facilitation.projections.outcome import outcome
from facilitation.typesetting import setting
from facilitation.typesetting.chapters.block import ROOM, ROOMS, Chapter, well_ended
from facilitation.typesetting.chapters.cutting import LONG, MOST, cut
from facilitation.typesetting.chapters.drawing import Crowded
from facilitation.typesetting.chapters.page import Page, page_of, sheets_of
from facilitation.typesetting.confinement import NICENESS
from facilitation.typesetting.fetching import PackagedOnly
from facilitation.typesetting.glyphs import can_draw
from facilitation.typesetting.typefaces import font_faces, font_files
from facilitation.typesetting.warming import warm
from facilitation.typesetting.woff import unpacked
from tests.documentation.golden_experiment import MADE_AT, Golden
from tests.documentation.sample import STARTED, codeveloppement, one_two_four_all, public_goods


@pytest.fixture(scope="module")
def html() -> str:
    """A record of some sheets."""
    return record_html(outcome(one_two_four_all(count=8)), "fr", STARTED, None, can_draw)


def _flat(element: Element) -> list[object]:
    """Everything in a tree but the white space around the parts of a page."""
    around = element.tag in ("html", "head", "body")
    kids = [one for kid in element for one in _flat(kid)]
    tail = "" if element.tag in ("head", "body") else (element.tail or "").rstrip("\n")
    said = {name: value for name, value in element.attrib.items() if "xmlns" not in name}
    return [element.tag, said, "" if around else element.text or "", tail, *kids]


def test_read_as_xml_a_page_is_what_it_is_read_as_html(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = HTML(string=html, url_fetcher=PackagedOnly(), base_url=None).etree_element
    with monkeypatch.context() as patched:
        patched.setattr("facilitation.typesetting.chapters.page.HTML.__init__", None)
        quick = page_of(html, PackagedOnly())
    assert isinstance(quick, Page)
    assert _flat(quick.etree_element) == _flat(slow)


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_is_xml_whatever_is_in_it(golden: Golden, kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitation.typesetting.chapters.page.HTML.__init__", None)
    for locale in ("fr", "en"):
        for chapter in cut(dossier_html(golden.dossier(), locale, MADE_AT, kind, can_draw)):
            assert isinstance(page_of(chapter, PackagedOnly()), Page), "one that is not takes ten times as long to read"


@pytest.mark.parametrize("form", [one_two_four_all, codeveloppement, public_goods])
def test_every_record_is_xml(form: Callable[[], Session], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitation.typesetting.chapters.page.HTML.__init__", None)
    assert isinstance(page_of(record_html(outcome(form()), "fr", STARTED, None, can_draw), PackagedOnly()), Page)


def test_once_warm_no_style_sheet_is_parsed_but_the_line_of_a_draft(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm()
    parsed = list[str]()

    def noted(string: str, **given: Any) -> CSS:
        parsed.append(string)
        return CSS(string=string, **given)

    monkeypatch.setattr("facilitation.typesetting.chapters.page.CSS", noted)
    whole = dossier_html(golden.dossier(), "fr", MADE_AT, "research")
    for html in (*cut(whole), record_html(golden.outcomes()[0], "en", MADE_AT)):
        sheets_of(page_of(html, setting.packaged()), setting.typefaces())
    assert all(words.startswith("@page { @bottom-left {") for words in parsed), parsed


def test_a_page_that_is_no_xml_is_read_all_the_same() -> None:
    page = page_of(
        "<!doctype html><html><head><title>t</title></head><body><p>a &nbsp;\x01 <b>b</p></body></html>", None
    )
    assert " ".join(page.etree_element.itertext()).split()[:4] == ["t", "a", "\x01", "b"]


def test_a_typeface_unpacked_is_the_typeface() -> None:
    for path in font_files().values():
        package = path.with_suffix(".woff")
        assert package.is_file(), "built with the screens"
        found, known = TTFont(io.BytesIO(unpacked(package.read_bytes()))), TTFont(package)
        assert found.reader.keys() == known.reader.keys()
        assert all(found.reader[tag] == known.reader[tag] for tag in known.reader.keys())  # noqa: SIM118  # no dict
    with pytest.raises(ValueError, match="WOFF"):
        unpacked(b"OTTO" + bytes(60))


def test_the_heads_of_documents_name_the_typefaces_that_are_unpacked_beforehand(html: str) -> None:
    faces = set(re.findall(r"@font-face \{.*?\}", font_faces()))
    assert len(faces) == len(font_files())
    assert faces == set(re.findall(r"@font-face \{.*?\}", html))


def test_letters_that_no_typeface_of_the_machine_has() -> None:
    assert all(map(can_draw, "aé’œ…\u202f"))
    assert not can_draw("\U0010fffd")


def test_short_documents_are_cut_where_a_page_begins_anyway(html: str) -> None:
    chapters = cut(html)
    assert (len(chapters) > 1) == (len(html) - html.index("</head>") >= LONG)
    body = '<section class="contents"></section><section class="chapter whole" id="a"><h2>A</h2>{}</section>'
    annex = '<section class="chapter annex"></section>'
    assert len(cut(f"<html><head></head><body>{body.format('<p>mot</p>' * LONG)}{annex}</body></html>")) == 3


def test_chapters_of_a_short_document_are_much_alike_and_none_is_left_over() -> None:
    part = f'<section class="chapter"><h2>P</h2><p>{"mot " * 500}</p></section>'
    page = "<html><head></head><body>{}</body></html>"
    cuts = [cut(page.format(part * count)) for count in (12, 13, 25)]
    lengths = [[len(chapter) - chapter.index("</head>") for chapter in each] for each in cuts]
    assert [len(each) for each in lengths] == [2, 2, 4]
    assert all(max(each) < 2 * min(each) for each in lengths)


def test_style_sheets_of_chapters_are_parsed_once_and_hold_all_the_same() -> None:
    page = "<html><head><title>t</title><style>p {{ color: {} }}</style></head><body><p>a</p></body></html>"
    pages = [page_of(page.format(color), setting.packaged()) for color in ("red", "red", "blue")]
    (red,), (again,), (blue,) = (sheets_of(each, setting.typefaces()) for each in pages)
    assert red is again
    assert red is not blue
    assert [len(list(each.etree_element.iter("style"))) for each in pages] == [0, 0, 0]
    drawn = [setting.drawn_chapter(Chapter(page.format(color), ROOM)).objects.body for color in ("red", "blue")]
    assert drawn[0] != drawn[1]


def test_a_stream_that_ends_like_half_a_line_is_followed_by_a_whole_end() -> None:
    written = b"1 0 obj\n<</Length 2>>\nstream\na%s\nendstream\nendobj"
    assert well_ended(written % b"b") == written % b"b"
    assert well_ended(written % b"\r") == written % b"\r\r"


def test_what_is_rarely_needed_is_imported_once_it_is_needed() -> None:
    told = subprocess.run([sys.executable, "-c", RARELY], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == {"before": [], "read": "a", "after": ["tinyhtml5"], "instance": True, "gc": True}


RARELY = """
import gc, json, sys
from facilitation.typesetting import __main__
from facilitation.typesetting.chapters.page import page_of
from facilitation.typesetting.sooner import RARE, Rare
from weasyprint.text import fonts
said = {"before": [name for name in RARE if name in sys.modules], "gc": gc.isenabled()}
said["read"] = "".join(page_of("<p>a<br>&nbsp;", None).etree_element.find("body").itertext()).strip()
said["after"] = [name for name in RARE if name in sys.modules]
from fontTools.ttLib import TTFont
said["instance"] = isinstance(fonts.TTFont(), TTFont) and callable(fonts.woff2.decompress)
print(json.dumps(said))
"""


def test_a_table_that_cannot_be_cut_has_numbers_enough() -> None:
    cells = "".join(f"<tr><th>{n}</th><td>a</td><td>b</td></tr>" for n in range(900))
    table = f'<section class="chapter annex" id="t"><h2>T</h2><table>{cells}</table></section>'
    said = f'<div class="said" id="c"><p>{"mot " * 4}</p></div>' * (LONG // 40)
    page = (
        f'<html lang="fr"><head><title>t</title></head><body><section class="chapter" id="a"><h1>U</h1><h2>A</h2>{said}'
        f'<p>voir <a class="see" href="#t">T</a></p></section>{table}</body></html>'
    )
    drawn = list[int]()

    def draw(chapters: list[Chapter]) -> list[object]:
        drawn.append(chapters[0].room)
        return [setting.drawn_chapter(chapter) for chapter in chapters]

    pdf = pikepdf.open(io.BytesIO(setting.pdf_of(page, draw)))  # type: ignore[arg-type]  # a list is a sequence
    assert drawn == list(ROOMS[:2])
    assert [str(link.Dest) for page in pdf.pages for link in page.get("/Annots", [])] == ["t"]
    assert not pdf.check_pdf_syntax()
    with pytest.raises(Crowded):
        setting.drawn_chapter(Chapter(page, ROOM))


def test_a_document_that_is_hardly_long_is_one_that_readers_believe(html: str) -> None:
    said = '<div class="said" id="c{}"><p>mot</p></div>'
    body = "".join(said.format(n) for n in range(LONG // 40))
    parts = f'<section class="contents"></section><section class="chapter whole"><h2>A</h2>{body}</section>'
    page = f'<html lang="fr"><head><title>t</title></head><body>{parts}</body></html>'
    assert len(cut(page)) == 2
    assert MOST > LONG
    assert not pikepdf.open(io.BytesIO(setting.pdf_of(page))).check_pdf_syntax()


def test_processes_of_the_press_give_way_before_they_have_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRESS_NICE")
    pair = worker.begin()
    try:
        lowest = max(NICENESS, os.getpriority(os.PRIO_PROCESS, 0))
        for process in (pair.writes, pair.draws):
            assert os.getpriority(os.PRIO_PROCESS, process.pid) >= lowest
            assert os.getpgid(process.pid) == process.pid, "ended with all that it forked"
            assert os.getsid(process.pid) == os.getsid(0), "niceness counts within a session"
    finally:
        pair.end()
        pair.bury()


def test_a_chapter_that_must_end_ends_before_a_heading_or_before_a_part_that_would_not_fit() -> None:
    def section(kind: str, length: int) -> str:
        return f'<section class="{kind}"><p>{"mot " * (length // 4)}</p></section>'

    def sizes(*sections: str) -> list[int]:
        page = f"<html><head></head><body>{''.join(sections)}</body></html>"
        return [round(len(chapter) / 10_000) for chapter in cut(page)]

    few, much = section("chapter", 2_500), section("chapter", 20_000)
    assert sizes(few, few, much, much) == [1, 2, 2], "texts that are often changed stand apart from what is long"
    early, late = section("chapter", 20_000), section("part", 20_000)
    assert sizes(early, section("chapter", 20_000), late, section("part", 9_000)) == [2, 5], "before the heading"
    said = '<div class="said"><p>mot</p></div>' * 1_200
    part = f'<section class="part">{said}</section>'
    assert sizes(early, part, section("chapter", 3_900)) == [2, 5], "not in the midst of a list that fits a chapter"
