"""One chapter drawn by WeasyPrint into a block of numbered objects."""

from collections.abc import Collection, Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.pdf import generate_pdf  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it has no stubs

from facilitation.typesetting.chapters.block import (
    DOCUMENT,
    ROOT,
    Block,
    Bookmark,
    Chapter,
    Mention,
    Named,
    Numbers,
    Page,
)
from facilitation.typesetting.chapters.cutting import ELSEWHERE, MARK
from facilitation.typesetting.chapters.objects import as_bytes, numbering, said
from facilitation.typesetting.chapters.page import page_of, sheets_of, unsmoothed
from facilitation.typesetting.chapters.sharing import OPTIONS, Fonts, left_out

POINTS = 0.75
"""In a pixel."""

ARCHIVAL = {**OPTIONS, "pdf_variant": "pdf/a-3a", "output_intent": "srgb"}
WHOLE = ("Lang", "Metadata", "OutputIntents")
"""What a document says of itself in its catalog."""

NUMBER_AT = (184 / 25.4 * 72, 285 / 25.4 * 72 + 2.8)
"""Where a page's number ends: from the left and from the top."""


class Crowded(Exception):
    """More stands on the pages of a chapter than it has numbers for."""


def draw(chapter: Chapter, fetcher: Any, fonts: FontConfiguration, shared: Collection[str]) -> Block:
    """A chapter as a block, without the typefaces that it shares. Equal arguments give equal bytes."""
    first, numbers = chapter.first, Numbers(chapter.first, chapter.room)
    page = page_of(chapter.html, fetcher)
    options = ARCHIVAL if chapter.archival else OPTIONS
    sheets = [*sheets_of(page, fonts), *([unsmoothed()] if chapter.archival else [])]
    document = page.render(font_config=fonts, **{**options, "stylesheets": sheets})
    bookmarks = tuple(_bookmarks(document))
    document.make_bookmark_tree = lambda *given, **named: []
    document.fonts = Fonts()
    with numbering(first), left_out(shared) as shown:
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
    names = objects[int(objects[int(pages[0]["Resources"].split()[0])]["Font"].split()[0])]
    named = Named(names.number, tuple(shown), {hash_: said(reference) for hash_, reference in names.items()})
    kept = [one for one in pdf.objects if one.free != "f" and one.number not in spare | {names.number}]
    return Block(
        numbers,
        named,
        tuple(Page(page.number, _is_numbered(one)) for page, one in zip(pages, document.pages, strict=True)),
        bookmarks,
        anchors,
        mentions,
        part,
        tree,
        {name: said(pdf.catalog[name]) for name in WHOLE if name in pdf.catalog},
        pdf.info.data.decode("latin-1"),
        as_bytes(kept, numbers.of_packets),
    )


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
