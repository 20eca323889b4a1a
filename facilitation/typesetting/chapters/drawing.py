"""One chapter drawn by WeasyPrint into a block of numbered objects."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no stubs
from weasyprint import DEFAULT_OPTIONS  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.pdf import generate_pdf  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it has no stubs

from facilitation.typesetting.chapters.block import (
    DIGITS,
    DOCUMENT,
    ROOT,
    Block,
    Bookmark,
    Chapter,
    Digits,
    Mention,
    Numbers,
    Page,
    well_ended,
)
from facilitation.typesetting.chapters.cutting import ELSEWHERE, MARK
from facilitation.typesetting.chapters.page import page_of, sheets_of, unsmoothed

POINTS = 0.75
"""In a pixel."""

IN_A_PACKET = 1000
_REFERENCE = re.compile(r"\b(\d+) 0 R\b")
OPTIONS = {**DEFAULT_OPTIONS, "pdf_variant": "pdf/ua-1", "pdf_version": "1.7", "pdf_tags": True}
ARCHIVAL = {**OPTIONS, "pdf_variant": "pdf/a-3a", "output_intent": "srgb"}
WHOLE = ("Lang", "Metadata", "OutputIntents")
"""What a document says of itself in its catalog."""

NUMBER_AT = (184 / 25.4 * 72, 285 / 25.4 * 72 + 2.8)
"""Where a page's number ends: from the left and from the top."""


class Crowded(Exception):
    """More stands on the pages of a chapter than it has numbers for."""


class Numbered(pydyf.PDF):  # type: ignore[misc]  # for want of stubs its class is Any
    """A PDF whose objects are numbered from `first`, and which knows its pages without counting them each time."""

    def __init__(self, first: int = 0) -> None:
        self._first = first
        self._pages: list[bytes] = []
        super().__init__()

    def add_object(self, object_: Any) -> None:
        """The next number is its own."""
        object_.number = self._first + len(self.objects)
        self.objects.append(object_)

    def add_page(self, page: Any) -> None:
        """One page more."""
        super().add_page(page)
        self._pages.append(page.reference)

    @property
    def page_references(self) -> list[bytes]:
        """The references of the pages so far."""
        return self._pages


class Meanings(dict[int, str]):
    """What each glyph of a font stands for. A space that does not break has the glyph of any space, and where it comes
    first all of them would be read as such: no word beside one would be found.
    """

    def __setitem__(self, glyph: int, words: str) -> None:
        super().__setitem__(glyph, words.replace("\u00a0", " "))


class Fonts(dict[Any, Any]):
    """The fonts of a chapter, as WeasyPrint meets them."""

    def __setitem__(self, key: Any, font: Any) -> None:
        font.to_unicode = Meanings()
        super().__setitem__(key, font)


@contextmanager
def numbering(first: int) -> Iterator[None]:
    """What WeasyPrint draws meanwhile is numbered from `first`."""
    usual = pydyf.PDF
    pydyf.PDF = lambda: Numbered(first)
    try:
        yield
    finally:
        pydyf.PDF = usual


def draw(chapter: Chapter, fetcher: Any, fonts: FontConfiguration) -> Block:
    """A chapter as a block. Equal arguments give equal bytes."""
    first, numbers = chapter.first, Numbers(chapter.first, chapter.room)
    page = page_of(chapter.html, fetcher)
    options = ARCHIVAL if chapter.archival else OPTIONS
    sheets = [*sheets_of(page, fonts), *([unsmoothed()] if chapter.archival else [])]
    document = page.render(font_config=fonts, **{**options, "stylesheets": sheets})
    bookmarks = tuple(_bookmarks(document))
    document.make_bookmark_tree = lambda *given, **named: []
    document.fonts = Fonts()
    with numbering(first):
        pdf = generate_pdf(document, None, 1, **options)
    if first + len(pdf.objects) > numbers.of_pages or len(document.pages) > numbers.of_mentions - numbers.of_pages:
        raise Crowded
    objects = {one.number: one for one in pdf.objects}
    pages = [objects[number] for number in pdf.pages["Kids"][::3]]
    mentions = tuple(_leave_room(document, pages, objects, numbers))
    if len(mentions) > numbers.of_packets - numbers.of_mentions:
        raise Crowded
    tree, part, spare = _hang(pdf, objects, chapter)
    anchors = _anchors(document)
    kept = [one for one in pdf.objects if one.free != "f" and one.number not in spare]
    plain, packed, body = _as_bytes(kept, numbers.of_packets)
    return Block(
        numbers,
        tuple(Page(page.number, _is_numbered(one)) for page, one in zip(pages, document.pages, strict=True)),
        bookmarks,
        anchors,
        mentions,
        part,
        tree,
        {name: _said(pdf.catalog[name]) for name in WHOLE if name in pdf.catalog},
        pdf.info.data.decode("latin-1"),
        plain,
        packed,
        body,
    )


def _said(value: Any) -> str:
    data: bytes = value if isinstance(value, bytes) else value.data
    return data.decode("latin-1")


def _is_numbered(page: Any) -> bool:
    return bool(page._page_box.page_type.name != "cover")


def _bookmarks(document: Any) -> Iterator[Bookmark]:
    for place, page in enumerate(document.pages):
        for level, title, (x, y), _ in page.bookmarks:
            yield Bookmark(level, title, place, round(x * POINTS, 2), round((page.height - y) * POINTS, 2))


def _leave_room(document: Any, pages: list[Any], objects: dict[int, Any], numbers: Numbers) -> Iterator[Mention]:
    """Have every page show its number, and the numbers it mentions, from objects that come later."""
    known = 0
    for place, (page, drawn) in enumerate(zip(pages, document.pages, strict=True)):
        stream = objects[int(page["Contents"].split()[0])]
        shown = objects[int(page["Resources"].split()[0])]["XObject"]
        if _is_numbered(drawn):
            shown[f"pn{place}"] = f"{numbers.of_pages + place} 0 R"
            stream.stream.append(_show(f"pn{place}", *NUMBER_AT, pagination=True))
        for box in drawn._page_box.descendants():
            if box.element is None or box.element_tag != "span" or not (of := box.element.get("data-of")):
                continue
            shown[f"pm{known}"] = f"{numbers.of_mentions + known} 0 R"
            x, y = box.position_x * POINTS, (box.position_y + box.margin_height()) * POINTS
            stream.stream.append(_show(f"pm{known}", x, y, pagination=False))
            right = box.width * POINTS if box.style["text_align_all"] in ("right", "end") else 0.0
            color = tuple(round(part, 4) for part in box.style["color"].coordinates)
            yield Mention(of, round(box.style["font_size"] * POINTS, 3), color, round(right, 3))
            known += 1


def _show(name: str, x: float, y: float, *, pagination: bool) -> bytes:
    # The page is drawn from its top: what is shown is turned back.
    tag = "/Artifact <</Type /Pagination>> BDC" if pagination else "/Artifact BMC"
    return f"{tag}\nq 1 0 0 -1 {x:.3f} {y:.3f} cm /{name} Do Q\nEMC".encode()


def _hang(pdf: Any, objects: dict[int, Any], chapter: Chapter) -> tuple[int, int, frozenset[int]]:
    """Hang the chapter's pages and tags where the whole has them; what it then needs no more is spared."""
    first, spare = chapter.first, {pdf.catalog.number}
    facts = objects[int(pdf.catalog["Metadata"].split()[0])]
    facts.compress = False  # read by programmes that know no PDF
    if not chapter.is_front:
        spare.add(facts.number)
    pdf.pages["Parent"] = f"{ROOT} 0 R"
    root = objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
    part = objects[int(root["K"][0].split()[0])]
    part["S"], part["P"] = "/Part", f"{DOCUMENT} 0 R"
    tree = objects[int(root["ParentTree"].split()[0])]
    tree["Nums"][::2] = [first + key for key in tree["Nums"][::2]]
    tree["Limits"] = pydyf.Array([tree["Nums"][0], tree["Nums"][-2]])
    for one in objects.values():
        if isinstance(one, pydyf.Dictionary):
            for name in ("StructParents", "StructParent"):
                if name in one:
                    one[name] += first
            _led_home(one)
    return tree.number, part.number, frozenset({*spare, root.number})


def _led_home(one: Any) -> None:
    """A link within the document leads there, whichever chapter it is."""
    action = one.get("A")
    if not isinstance(action, pydyf.Dictionary) or "URI" not in action:
        return
    address = action["URI"].string
    if address.startswith(ELSEWHERE):
        target = address.removeprefix(ELSEWHERE)
        del one["A"]
        one["Dest"] = one["Contents"] = pydyf.String(target)


def _anchors(document: Any) -> dict[str, tuple[int, float, float]]:
    """Where on which page everything is that links lead to: the first place of each."""
    found = dict[str, tuple[int, float, float]]()
    for place, page in enumerate(document.pages):
        for box in page._page_box.descendants():
            if box.element is not None and (name := box.element.get(MARK)) and name not in found:
                x, y, *_ = box.hit_area()
                found[name] = (place, round(x * POINTS, 2), round((page.height - y) * POINTS, 2))
    return found


def _as_bytes(
    kept: list[Any], packets_from: int
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int, int], ...], bytes]:
    plain, packed, body = list[tuple[int, int]](), list[tuple[int, int, int]](), bytearray()
    packets = [one for one in kept if one.compressible]
    for one in kept:
        if not one.compressible:
            plain.append((one.number, len(body)))
            body += well_ended(one.indirect) + b"\n"
    for number, start in enumerate(range(0, len(packets), IN_A_PACKET)):
        packet = _packet(packets[start : start + IN_A_PACKET])
        packet.number = packets_from + number
        packed += [(one.number, packet.number, index) for index, one in enumerate(packets[start : start + IN_A_PACKET])]
        plain.append((packet.number, len(body)))
        body += well_ended(packet.indirect) + b"\n"
    return tuple(plain), tuple(packed), bytes(body)


def _packet(objects: list[Any]) -> Any:
    head, parts, position = list[str](), list[bytes](), 0
    for one in objects:
        head.append(f"{one.number} {position}")
        parts.append(one.data)
        position += len(parts[-1]) + 1
    said = " ".join(head).encode()
    extra = {"Type": "/ObjStm", "N": len(objects), "First": len(said) + 1}
    return pydyf.Stream([said, *parts], extra, True)


FIGURES = "0123456789 /"


def digits(head: str, fetcher: Any, fonts: FontConfiguration) -> Digits:
    """The figures of the typeface that `head` names, as page numbers are set from them."""
    style = '<style>html { font: 400 8pt "Record Sans", "DejaVu Sans" }</style>'
    page = f'<html lang="fr"><head><title>{FIGURES}</title>{head}{style}</head><body><p>{FIGURES}</p></body></html>'
    document = page_of(page, fetcher).render(font_config=fonts, **OPTIONS)
    with numbering(DIGITS):
        pdf = generate_pdf(document, None, 1, **OPTIONS)
    objects = {one.number: one for one in pdf.objects}
    resources = objects[int(objects[pdf.pages["Kids"][0]]["Resources"].split()[0])]
    (named,) = objects[int(resources["Font"].split()[0])].values()
    font = next(iter(document.fonts.values()))
    glyphs = {sign: (f"{glyph:04x}", float(font.widths[glyph])) for glyph, sign in font.to_unicode.items()}
    kept = [objects[number] for number in sorted(_reached(named, objects))]
    plain, packed, body = _as_bytes(kept, DIGITS + 50)
    block = Block(Numbers(DIGITS, 100), (), (), {}, (), 0, 0, {}, "", plain, packed, body)
    return Digits(_said(named), glyphs, block)


def _reached(start: Any, objects: dict[int, Any]) -> set[int]:
    """The numbers of all that an object leads to."""
    found, open_ = set[int](), [_said(start)]
    while open_:
        for number in map(int, _REFERENCE.findall(open_.pop())):
            if number in objects and number not in found:
                found.add(number)
                one = objects[number]
                open_.append(_said(pydyf.Dictionary(one.extra) if isinstance(one, pydyf.Stream) else one))
    return found
