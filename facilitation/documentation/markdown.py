"""A document as Markdown: written from its HTML, so that every document has it and no number differs.

CommonMark with tables. Words stay words: whatever a person typed, nothing of it becomes markup.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import ClassVar

_MARKS = re.compile(r"([\\`*_\[\]<>&|~#!$^{}])")
_OPENING = re.compile(r"^([+\-=]|\d{1,9}[.)])")
_ADDRESS = re.compile(r"(?i)(:)(?=//)|(?<=\bwww)(\.)|(@)")
_SPACE = re.compile(r"[ \t\n\r\f]+")


def markdown_of(html: str) -> str:
    """The Markdown of a whole page of HTML made by our templates."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.written()


def literal(words: str) -> str:
    """Words that read as they were typed in any Markdown: each sign that could begin something is held back."""
    safe = _MARKS.sub(r"\\\1", words)
    return _ADDRESS.sub(lambda found: "\\" + found[0], safe)


@dataclass
class _Table:
    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Reads the few elements of our templates; anything else counts for its words alone."""

    BLOCKS: ClassVar[frozenset[str]] = frozenset(
        (
            *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "div", "section", "figure", "figcaption"),
            *("nav", "article", "header", "footer", "ul", "ol", "tr"),
        )
    )
    SILENT: ClassVar[frozenset[str]] = frozenset({"style", "script", "head"})
    BEFORE: ClassVar[dict[str, str]] = {"ul": "- ", "ol": "1. ", "blockquote": "> "}
    AROUND: ClassVar[dict[str, str]] = {"em": "*", "strong": "**", "b": "**", "i": "*"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._line = ""
        self._before: list[str] = []
        self._silent = 0
        self._drawn = 0
        self._titled = False
        self._title = ""
        self._table: _Table | None = None
        self._cell: str | None = None
        self._caption = False
        self._links: list[str] = []
        self._heading = 0
        self._language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        told = dict(attrs)
        self._language = told.get("lang") or self._language if tag == "html" else self._language
        if tag in self.SILENT:
            self._silent += 1
        elif tag == "svg" or self._drawn:
            self._draw(tag)
        elif tag == "table":
            self._end_block()
            self._table = _Table()
        elif self._table is not None and tag in ("tr", "td", "th", "caption"):
            self._in_table(tag)
        elif tag == "br":
            self._add("\\\n" if self._cell is None and not self._caption else " ")
        elif tag == "img":
            self._add(literal(told.get("alt") or ""))
        elif tag in self.AROUND:
            self._add(self.AROUND[tag])
        elif tag == "a":
            target = told.get("href") or ""
            self._links.append(target if target.startswith("https://") else "")
            self._add("[" if self._links[-1] else "")
        elif tag in self.BLOCKS and self._table is None:
            self._open(tag)
        elif tag in self.BLOCKS:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in self.SILENT:
            self._silent -= 1
        elif self._drawn:
            self._drawn -= tag == "svg"
            self._titled = False
            if not self._drawn and self._title:
                self._figure()
        elif tag == "table" and self._table is not None:
            self._blocks.extend(_drawn(self._table))
            self._table = None
        elif tag in ("td", "th") and self._table is not None and self._cell is not None:
            self._table.rows[-1].append(_SPACE.sub(" ", self._cell).strip())
            self._cell = None
        elif tag == "caption":
            self._caption = False
        elif tag in self.AROUND:
            self._add(self.AROUND[tag])
        elif tag == "a" and self._links:
            target = self._links.pop()
            self._add(f"](<{_address(target)}>)" if target else "")
        elif tag in self.BLOCKS and self._table is None:
            self._end_block()
            if tag in self.BEFORE and self._before:
                self._before.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._drawn:
            self._title += data if self._titled else ""
        elif not self._silent:
            self._add(literal(_SPACE.sub(" ", data)))

    def written(self) -> str:
        """Everything that was read."""
        self._end_block()
        return "\n\n".join(self._blocks) + "\n"

    def _draw(self, tag: str) -> None:
        self._drawn += tag == "svg"
        if tag == "title" and not self._title:
            self._titled = True

    def _figure(self) -> None:
        self._end_block()
        named = "Figure: " if self._language == "en" else "Figure\u00a0: "
        self._blocks.append(f"*{named}{literal(_SPACE.sub(' ', self._title).strip())}*")
        self._title = ""

    def _in_table(self, tag: str) -> None:
        assert self._table is not None
        if tag == "tr":
            self._table.rows.append([])
        elif tag == "caption":
            self._caption = True
        else:
            self._cell = ""

    def _add(self, words: str) -> None:
        if self._silent:
            return
        if self._cell is not None:
            self._cell += words
        elif self._caption and self._table is not None:
            self._table.caption += words
        elif self._table is None:
            self._line += words

    def _open(self, tag: str) -> None:
        self._end_block()
        if tag in self.BEFORE:
            self._before.append(self.BEFORE[tag])
        self._heading = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0

    def _end_block(self) -> None:
        lines = [_SPACE.sub(" ", line).strip(" ") for line in self._line.split("\\\n")]
        lines = [_OPENING.sub(_held_back, line) for line in lines if line]
        if lines:
            self._blocks.append(self._block(lines))
        self._line, self._heading = "", 0

    def _block(self, lines: list[str]) -> str:
        if self._heading:
            return "#" * self._heading + " " + " ".join(lines)
        mark = self._before[-1] if self._before else ""
        further = mark if mark == "> " else " " * len(mark)
        return ("\\\n").join((mark if not at else further) + line for at, line in enumerate(lines))


def _held_back(found: re.Match[str]) -> str:
    words = found[1]
    return f"\\{words}" if len(words) == 1 else f"{words[:-1]}\\{words[-1]}"


def _address(target: str) -> str:
    return re.sub(r"[<>\\\s]", "", target)


def _drawn(table: _Table) -> Iterator[str]:
    if table.caption.strip():
        yield f"**{_SPACE.sub(' ', table.caption).strip()}**"
    if not table.rows:
        return
    across = max(map(len, table.rows))
    rows = [[*row, *[""] * (across - len(row))] for row in table.rows]
    head, *rest = rows
    lines = [_row_line(head), "|" + " --- |" * across, *map(_row_line, rest)]
    yield "\n".join(lines)


def _row_line(row: list[str]) -> str:
    return "| " + " | ".join(row) + " |"
