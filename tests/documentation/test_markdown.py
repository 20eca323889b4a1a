"""Every document as Markdown: the same words and numbers as its HTML, whatever anybody typed."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.kinds import KINDS, Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.markdown import literal, markdown_of
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from tests.documentation.dossier_sample import bare, dossier
from tests.documentation.sample import STARTED

HOSTILE = (
    "# un titre",
    "- une puce",
    "+ une autre",
    "1. un rang",
    "12) un autre",
    "> une citation",
    "    du code",
    "```\ncode\n```",
    "~~~",
    "---",
    "===",
    "***",
    "| a | b |\n| - | - |",
    "*fort* __fort__ ~~barré~~ `code`",
    "![image](https://exemple.test/x.png)",
    "[lien](javascript:alert(1))",
    "<script>alert(1)</script>",
    "<https://exemple.test>",
    "https://exemple.test www.exemple.test moi@exemple.test",
    "[ref]: https://exemple.test",
    "&lt;b&gt; &amp; &#35;",
    "\\# \\\\ \\n",
    "$$x$$ {a} ^b^",
    "a\u2028# b",
    "\u202eא\u202c",
)


def read_as(markdown: str) -> str:
    """HTML, by a reader that knows CommonMark and tables, and that takes raw HTML for what it is."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)


class Words(HTMLParser):
    """The words of a page, and how often each element stands in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.elements: dict[str, int] = {}
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] = self.elements.get(tag, 0) + 1
        self._silent += tag in ("style", "head", "svg")
        if tag == "br":
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "head", "svg")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"[ \n\t]+", "", "".join(self.said))


def hostile_dossier() -> Dossier:
    """A dossier whose first session says hostile things, as people and as a team."""
    whole = dossier()
    told = whole.sessions[0]
    cards = tuple(
        replace(told.stages[0].boards[0].cards[0], number=900 + at, text=words, ref=f"{at:012x}")
        for at, words in enumerate(HOSTILE)
    )
    first = told.stages[0].boards[0]
    board = replace(first, cards=(*first.cards, *cards))
    stages = (replace(told.stages[0], boards=(board,)), *told.stages[1:])
    named = replace(whole.identity, title="# Titre | <b>gras</b> [x](https://exemple.test)")
    learnings = tuple(replace(one, learned=words) for one, words in zip(whole.learnings, HOSTILE, strict=False))
    return replace(
        whole,
        identity=named,
        sessions=(replace(told, stages=stages, sections=()), *whole.sessions[1:]),
        learnings=learnings,
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_somebody_types_reads_as_it_was_typed(words: str) -> None:
    # On one line, as in a cell; a page breaks its lines before this is asked.
    line = re.sub(r"\s+", " ", words).strip()
    page = markdown_of(f"<html lang='fr'><p>{escaped(line)}</p><table><tr><th>{escaped(line)}</th></tr></table></html>")
    found = Words(read_as(page))
    assert found.elements == {"p": 1, "table": 1, "thead": 1, "tr": 1, "th": 1}, page
    assert found.text == re.sub(r"[ \n\t]+", "", line) * 2
    assert "\\" in literal(line) or line.isalnum() or not re.search(r"[#*`<\[|~@]", line)


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_document_says_the_same_in_markdown(kind: Kind, locale: str) -> None:
    for told in (dossier(RESTITUTION), dossier(DIFFUSION), bare(), hostile_dossier()):
        html = dossier_html(told, locale, STARTED, kind)
        page = markdown_of(html)
        true, found = Words(html), Words(read_as(page))
        figures = "".join(re.sub(r"\s+", "", each) for each in re.findall(r"<svg\b.*?<title>(.*?)</title>", html, re.S))
        left = re.sub(r"Figure\u00a0?:.*", "", found.text) if not figures else found.text
        for name in ("h1", "h2", "h3", "h4", "blockquote"):
            assert found.elements.get(name, 0) == true.elements.get(name, 0), (name, kind)
        assert found.elements.get("table", 0) == len(re.findall(r"<table\b", html))
        assert not found.elements.keys() & {"script", "img", "b", "code", "pre", "hr"}
        assert found.elements.get("a", 0) == len(re.findall(r'<a [^>]*href="https://', html))
        if not figures:
            assert left == true.text


def test_figures_are_told_by_their_titles_and_their_readings() -> None:
    html = dossier_html(dossier(), "fr", STARTED, "research")
    page = Words(read_as(markdown_of(html))).text
    titles = re.findall(r"<svg\b[^>]*>\s*<title>(.*?)</title>", html, re.S)
    assert len(titles) >= 5
    for title in titles:
        assert re.sub(r"[ \n\t]+", "", f"Figure\u00a0: {Words(title).text}") in page


def test_every_word_outside_figures_is_there_in_order() -> None:
    html = dossier_html(hostile_dossier(), "fr", STARTED, "research")
    page = Words(read_as(re.sub(r"(?m)^\*Figure\u00a0: .*\*$", "", markdown_of(html))))
    assert page.text == Words(html).text
    for words in HOSTILE[:-2]:
        assert re.sub(r"\s+", "", words) in re.sub(r"\s+", "", page.text)
