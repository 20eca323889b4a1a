"""What people write is printed as text; no address is asked for, no file is read."""

import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.letters import drawable
from facilitation.documentation.paper import render
from facilitation.documentation.record import record_html
from facilitation.projections.outcome import outcome
from facilitation.typesetting.fetching import PackagedOnly
from facilitation.typesetting.glyphs import can_draw
from facilitation.typesetting.setting import pdf_of
from tests.documentation.reading import everything_in, opened, text_of, words_of
from tests.documentation.sample import STARTED, one_two_four_all

SECRET = "nothing-of-this-file-may-be-printed"


def test_marks_of_templates_and_pages_are_text(hostile: bytes) -> None:
    words = words_of(hostile)
    assert "<script>alert(1)</script> & <b>gras</b>" in words
    assert "{{7*7}} {% raw %} ${7*7}" in words
    assert "49" not in words.split()


def test_a_word_of_two_thousand_letters_stays_on_the_page(hostile: bytes) -> None:
    # A page may end within the word: its letters are counted, and no line reaches beyond the text block.
    lines = re.findall("x{5,}", text_of(hostile))
    assert lines
    assert sum(map(len, lines)) % 2000 == 0
    assert max(map(len, lines)) < 100


def test_other_scripts_and_emoji_have_a_shape_or_a_description(hostile: bytes) -> None:
    words = words_of(hostile)
    assert "Très bien" in words
    assert "vraiment" in words
    assert "\u2067" not in words


def test_what_no_font_can_draw_is_described() -> None:
    assert drawable("bien 👍", lambda letter: False) == "bien [emoji: thumbs up sign]"
    assert drawable("漢", lambda letter: False) == "[U+6F22]"
    assert drawable("a\x07b\u202eC", lambda letter: True) == "a[U+0007]bC"
    assert drawable("1\n\n\n\n2", lambda letter: True) == "1\n\n2"
    assert drawable("Œuvre n° 1 → là", lambda letter: True) == "Œuvre n° 1 → là"


def test_knows_what_can_be_drawn_here() -> None:
    assert can_draw("é")
    assert can_draw("ж")
    assert not can_draw("\U00010600"), "a sign of Linear A, which no font of an ordinary machine has"


class _Collector(http.server.BaseHTTPRequestHandler):
    """Notes every request."""

    asked: list[str] = []  # noqa: RUF012 - one list for the one server of the test

    def do_GET(self) -> None:
        """Note it, and answer with nothing."""
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


@pytest.fixture
def collector() -> Iterator[str]:
    """The address of a server on this machine that notes what is asked of it."""
    _Collector.asked.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Collector)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def _vectors(server: str, file: Path) -> list[str]:
    local = file.as_uri()
    return [
        f'<img src="{server}/img">',
        f'<img src="{local}">',
        f'<link rel="stylesheet" href="{server}/link">',
        f'<link rel="attachment" href="{local}">',
        f'<style>@import url("{server}/import");</style>',
        f'<style>@font-face {{ font-family: x; src: url("{server}/font") }} p {{ font-family: x }}</style>',
        f'<p style="background: url({server}/background)">b</p>',
        f'<style>p::before {{ content: url("{server}/content") }}</style>',
        f'<object data="{server}/object"></object>',
        f'<embed src="{local}">',
        f'<iframe src="{server}/iframe"></iframe>',
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{server}/svg" width="9" height="9"/></svg>',
        f'<svg xmlns="http://www.w3.org/2000/svg"><use href="{local}#a"/></svg>',
        f'<a rel="attachment" href="{local}">piece</a>',
        f'<meta http-equiv="refresh" content="0;url={server}/refresh"><base href="{server}/">',
        f"<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{server}/data'/></svg>\">",
    ]


def test_fifteen_ways_out_are_text_when_people_write_them(collector: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    vectors = _vectors(collector, tmp_path / "secret.txt")
    card = ExperimentCard(*(vectors[n] for n in range(5)))
    told = outcome(one_two_four_all(count=9, words=vectors, refusing=()))
    made = render(told, "fr", STARTED, card)
    assert _Collector.asked == []
    assert SECRET not in everything_in(made)
    assert "/EmbeddedFile" not in everything_in(made)
    assert "rel=attachment" not in record_html(told, "fr", STARTED, card)


def test_the_same_ways_out_are_shut_even_in_real_html(collector: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    page = "".join(_vectors(collector, tmp_path / "secret.txt"))
    made = pdf_of(f'<!doctype html><html lang="fr"><title>t</title><body>{page}<h1>t</h1></body></html>')
    assert _Collector.asked == []
    assert SECRET not in everything_in(made)
    assert len(opened(made).attachments) == 0


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://127.0.0.1/",
        "https://example.org/",
        "ftp://example.org/",
        "data:text/plain,hello",
        "app:fonts/../../../etc/hostname",
        "app:fonts/absent.woff2",
        "app:fonts/%2e%2e/x.woff2",
        "//127.0.0.1/x",
    ],
)
def test_the_fetcher_gives_packaged_fonts_alone(address: str) -> None:
    fetcher = PackagedOnly()
    with pytest.raises(ValueError, match="packaged"):
        fetcher.fetch(address)
    assert fetcher.refused == [address]


def test_no_link_leaves_the_document(hostile: bytes) -> None:
    links = [thing for thing in opened(hostile).objects if isinstance(thing, pikepdf.Dictionary) and "/URI" in thing]
    assert links == []
