"""Blocks joined into one PDF: one tree of pages, of tags, of headings; numbers of pages put in where room was left."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from hashlib import md5

from facilitation.typesetting.chapters.block import DOCUMENT, ROOT, Block, Bookmark, Mention, Objects, well_ended
from facilitation.typesetting.chapters.enclosing import Enclosure, enclose
from facilitation.typesetting.chapters.figures import Figures
from facilitation.typesetting.chapters.sharing import TypeCase

CATALOG, STRUCTURE, PARENTS, INFO, ANCHORS, OUTLINE = 1, 3, 4, 6, 7, 10
ROW = 7
"""Bytes of a line of the table that says where every object lies."""

GREY = (0.3569, 0.4196, 0.4392)
SIZE = 8.0


class Sheet:
    """The file as it is written: objects, and where each of them lies."""

    def __init__(self) -> None:
        self._out = bytearray(b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n")
        self._at: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def add(self, number: int, data: bytes) -> None:
        """An object."""
        self._at[number] = (1, len(self._out), 0)
        self._out += well_ended(f"{number} 0 obj\n".encode() + data + b"\nendobj") + b"\n"

    def add_all(self, objects: Objects) -> None:
        """Every one of these objects, as it was written."""
        start = len(self._out)
        self._out += objects.body
        self._at.update({number: (1, start + offset, 0) for number, offset in objects.plain})
        self._at.update({number: (2, packet, index) for number, packet, index in objects.packed})

    def ended(self) -> bytes:
        """The whole, with the table of where everything lies."""
        number = max(self._at) + 1
        # Readers disbelieve a number of more than a third of the bytes of the file; most files are longer anyway.
        self._out += b"%".ljust(3 * number - len(self._out) - 1) + b"\n"
        here = len(self._out)
        self._at[number] = (1, here, 0)
        known = sorted(self._at)
        rows = b"".join(
            kind.to_bytes(1, "big") + field.to_bytes(4, "big") + last.to_bytes(2, "big")
            for kind, field, last in map(self._at.__getitem__, known)
        )
        data = zlib.compress(_differences(rows, ROW), 9)
        known_by = md5(self._out, usedforsecurity=False).hexdigest()
        extra = (
            f"/Type /XRef/Index [{_runs(known)}]/W [1 4 2]/Size {number + 1}/Root {CATALOG} 0 R/Info {INFO} 0 R"
            f"/ID [<{known_by}><{known_by}>]"
            f"/Filter /FlateDecode/DecodeParms <</Predictor 12/Columns {ROW}>>/Length {len(data)}"
        )
        self._out += well_ended(f"{number} 0 obj\n<<{extra}>>\nstream\n".encode() + data + b"\nendstream\nendobj")
        self._out += f"\nstartxref\n{here}\n%%EOF\n".encode()
        return bytes(self._out)


def join(blocks: Sequence[Block], case: TypeCase, enclosure: Enclosure | None = None) -> bytes:
    """One document, with the files it carries. Equal arguments give equal bytes."""
    sheet, front = Sheet(), blocks[0]
    shown = (one for block in blocks for one in block.typefaces.shared)
    fonts, typefaces = case.embedded((case.digits.shown, *shown))
    sheet.add_all(typefaces)
    for block in blocks:
        sheet.add_all(block.objects)
        sheet.add(block.typefaces.object, block.typefaces.written(fonts))
    pages = [page for block in blocks for page in block.pages]
    firsts = [block.numbers.first for block in blocks]
    before = dict(zip(firsts, _sums(len(block.pages) for block in blocks), strict=True))
    anchors = {
        name: (before[first] + at[0], *at[1:])
        for first, block in zip(firsts, blocks, strict=True)
        for name, at in block.anchors.items()
    }
    _number(sheet, blocks, before, anchors, Figures(case.digits, fonts[case.digits.typeface]))
    kids = " ".join(f"{first + 1} 0 R" for first in firsts)
    sheet.add(ROOT, f"<</Type /Pages/Count {len(pages)}/Kids [{kids}]>>".encode())
    parts = " ".join(f"{block.part} 0 R" for block in blocks)
    sheet.add(STRUCTURE, f"<</Type /StructTreeRoot/ParentTree {PARENTS} 0 R/K [{DOCUMENT} 0 R]>>".encode())
    trees = " ".join(f"{block.tree} 0 R" for block in blocks)
    sheet.add(PARENTS, f"<</Kids [{trees}]>>".encode())
    sheet.add(DOCUMENT, f"<</Type /StructElem/S /Document/P {STRUCTURE} 0 R/K [{parts}]>>".encode())
    sheet.add(INFO, front.info.encode("latin-1"))
    sheet.add(ANCHORS, _named({name: _to(pages[at[0]].object, *at[1:]) for name, at in anchors.items()}))
    bookmarks = [(one, _to(block.pages[one.page].object, one.x, one.y)) for block in blocks for one in block.bookmarks]
    has_outline = _outline(sheet, bookmarks)
    said = "".join(f"/{name} {value}" for name, value in front.catalog.items())
    outline = f"/Outlines {OUTLINE} 0 R" if has_outline else ""
    named, with_it = enclose(sheet.add, enclosure) if enclosure else ("", "")
    sheet.add(
        CATALOG,
        f"<</Type /Catalog/Pages {ROOT} 0 R/Names <</Dests {ANCHORS} 0 R{named}>>{with_it}"
        f"/StructTreeRoot {STRUCTURE} 0 R/ViewerPreferences <</DisplayDocTitle true>>"
        f"/MarkInfo <</Marked true>>{outline}{said}>>".encode("latin-1"),
    )
    return sheet.ended()


def _number(
    sheet: Sheet,
    blocks: Sequence[Block],
    before: Mapping[int, int],
    anchors: Mapping[str, tuple[int, float, float]],
    figures: Figures,
) -> None:
    count = sum(len(block.pages) for block in blocks)
    for block in blocks:
        for place, page in enumerate(block.pages):
            if page.numbered:
                words = f"{before[block.numbers.first] + place + 1} / {count}"
                sheet.add(block.numbers.of_pages + place, figures.drawn(words, SIZE, GREY, 0.0))
        for place, one in enumerate(block.mentions):
            sheet.add(block.numbers.of_mentions + place, _mentioned(one, anchors, figures))


def _mentioned(one: Mention, anchors: Mapping[str, tuple[int, float, float]], figures: Figures) -> bytes:
    words = str(anchors[one.of][0] + 1) if one.of in anchors else ""
    return figures.drawn(words, one.size, one.color, one.right or None)


def _outline(sheet: Sheet, bookmarks: Sequence[tuple[Bookmark, str]]) -> bool:
    parents, last = list[tuple[int, int]](), dict[int, int]()
    links: dict[int, dict[str, int]] = {OUTLINE: {}}
    counts = {OUTLINE: 0}
    for number, (one, _) in enumerate(bookmarks, OUTLINE + 1):
        while parents and parents[-1][0] >= one.level:
            parents.pop()
        parent = parents[-1][1] if parents else OUTLINE
        links[number] = {"Parent": parent}
        counts[number] = 0
        for _, above in [(0, OUTLINE), *parents]:
            counts[above] += 1
        if parent in last:
            links[number]["Prev"] = last[parent]
            links[last[parent]]["Next"] = number
        else:
            links[parent]["First"] = number
        links[parent]["Last"] = last[parent] = number
        parents.append((one.level, number))
    for number, (one, to) in enumerate(bookmarks, OUTLINE + 1):
        led = "".join(f"/{name} {at} 0 R" for name, at in links[number].items())
        sheet.add(number, b"<</Title " + string(one.title) + f"/Dest {to}/Count {counts[number]}{led}>>".encode())
    led = "".join(f"/{name} {at} 0 R" for name, at in links[OUTLINE].items())
    if bookmarks:
        sheet.add(OUTLINE, f"<</Count {counts[OUTLINE]}{led}>>".encode())
    return bool(bookmarks)


def _named(places: Mapping[str, str]) -> bytes:
    names = sorted((string(name), place.encode()) for name, place in places.items())
    return b"<</Names [" + b" ".join(name + b" " + place for name, place in names) + b"]>>"


def _to(page: int, x: float, y: float) -> str:
    return f"[{page} 0 R /XYZ {x:g} {y:g} 0]"


def string(words: str) -> bytes:
    """Words as a PDF writes them."""
    try:
        data = words.encode("ascii")
    except UnicodeEncodeError:
        return b"<feff" + words.encode("utf-16-be").hex().encode() + b">"
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(" + data + b")"


def _differences(rows: bytes, width: int) -> bytes:
    """Rows as what each has more than the one above, as PNG has it: hardly anything is left to be compressed."""
    more = bytes((one - above) & 255 for one, above in zip(rows, bytes(width) + rows, strict=False))
    return b"".join(b"\2" + more[at : at + width] for at in range(0, len(more), width))


def _sums(counts: Iterable[int]) -> list[int]:
    total, found = 0, list[int]()
    for count in counts:
        found.append(total)
        total += count
    return found


def _runs(known: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in known:
        if runs and runs[-1][0] + runs[-1][1] == number:
            runs[-1][1] += 1
        else:
            runs.append([number, 1])
    return " ".join(f"{first} {count}" for first, count in runs)
