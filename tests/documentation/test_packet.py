"""The printed packet: every slip once, nothing beyond its leaf, tagged, the same bytes each time."""

import io
import re
from collections.abc import Iterable

import page as checker
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTItem, LTRect

from facilitation.documentation import paper
from facilitation.documentation.press.orders import name_of, packet_order, read_order
from facilitation.documentation.slips.leaves import ROOM, blocks, leaves
from facilitation.domain import commands as c
from facilitation.domain.format import Board, Column, Format, Option, Question, Role, Stage, Visibility, Vote
from facilitation.domain.slips.fields import fields_of
from facilitation.projections.packet import PARTS, Packet, Part, Wanted, packet
from tests.documentation.reading import opened, text_of
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room
from tests.domain.test_slips_of_everything import everything

MADE = 1_790_000_000_000
EVERYONE = Visibility("everyone")
LONG = "Une question très longue, qui tient à tout dire d'un coup à qui la lit. " * 9


def every_kind() -> Format:
    options = tuple(Option(f"o{n}", say(f"Réponse {n} : {LONG[: n * 9]}")) for n in range(1, 13))
    kinds = ("short text", "long text", "whole number", "scale", "yes-no", "choice", "choices", "ranking")
    questions = [
        Question(k.replace(" ", "_"), k, say(f"{k} ?"), options=options, minimum="1", maximum="5")  # type: ignore[arg-type]
        for k in kinds
    ]
    rows = Question("rows", "list", say("Qui fait quoi ?"), columns=(say("Qui"), say("Quoi")))
    items = Question("items", "items", say("Notez"), items=options, each="number")
    long = Question("long", "long text", say(LONG), help=say(LONG[:200]), asked_of="speaker")
    columns = (Column("a", say("Un")), Column("b", say("Deux")), Column("c", say("Trois")))
    return form(
        Stage("ask", say("Tout demander " * 5), instruction=say(LONG), ask=(*questions, rows, items, long)),
        Stage("pause", say("Pause"), instruction=say("Rien à écrire")),
        Stage("write", say("Écrire"), boards=(Board("ideas", EVERYONE, say("Une idée"), columns=columns),)),
        Stage("vote", say("Voter"), boards=(Board("ideas", EVERYONE, written_by="nobody"),), vote=Vote("ideas", "3")),
        *everything().run[1:],
        roles=(Role("speaker", say("Témoin")), Role("host", say("Hôte"), optional=True)),
    )


def printed(room: Room, parts: Iterable[Part] = PARTS, seats: int = 3) -> Packet:
    room.do(c.PrintPaper(tuple(f"s{n}" for n in range(seats))))
    return packet(
        room.session, Wanted(parts=tuple(parts)), lambda n: f"CODE-{n:04d}", "http://192.168.1.20:8000/ticket", 30
    )


@pytest.fixture(scope="module")
def whole() -> Packet:
    return printed(open_room(every_kind()))


@pytest.fixture(scope="module")
def made(whole: Packet) -> bytes:
    return paper.render_packet(whole, "fr", MADE)


def test_it_is_tagged(made: bytes) -> None:
    report = checker.validate_pdf_bytes(made, profile=checker.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report
    assert str(opened(made).Root.Lang) == "fr"


def test_every_leaf_bears_its_number_and_no_page_runs_over(whole: Packet, made: bytes) -> None:
    words = text_of(made)
    sides = {sheet.sheet: len(leaves(sheet.fields, "fr", LONG)) for sheet in whole.sheets}
    for sheet in whole.sheets:
        for number in sheet.numbers:
            assert len(re.findall(rf"\b{number}\b", words)) == sides[sheet.sheet], number
    assert [sheet.title.fr for sheet in whole.sheets][1:3] == ["Écrire", "Voter"]
    one_page_each = sum(sides.values()) + 1  # three people fill one print sheet; one more for their consents
    beside = 1 + 1 + 2 + 1 + 1 + 9  # how to, information, letters, sign-in, roles, posters
    # The long question makes its own poster run over.
    assert len(opened(made).pages) in (one_page_each + beside, one_page_each + beside + 1)
    assert words.count("CODE-0002") == 1


def test_what_is_too_long_for_a_leaf_is_continued_on_another() -> None:
    room = open_room(every_kind())
    for planned in room.session.plan:
        fields = fields_of(room.session, planned)
        for leaf in leaves(fields, "fr", LONG):
            assert sum(block.height for block in leaf.blocks) <= ROOM
        told = [
            option
            for block in blocks(fields, "fr")
            if block.field.name == "answer/choice"
            for option in block.field.options
        ]
        assert planned.key != "ask" or len(told) == 12


def test_equal_orders_give_equal_bytes_across_the_door_of_the_press(whole: Packet) -> None:
    order = packet_order(whole, "fr", MADE)
    assert read_order(order.written()) == order
    assert name_of(order.written()) != name_of(packet_order(whole, "en", MADE).written())
    small = printed(open_room(every_kind()), ("consents", "letters"))
    assert paper.render_packet(small, "fr", MADE) == paper.render_packet(small, "fr", MADE)


def test_only_what_was_wanted_is_printed() -> None:
    room = open_room(every_kind())
    words = text_of(paper.render_packet(printed(room, ("sign-in",)), "en", MADE))
    assert "Sign-in sheet" in words
    assert "CODE-" not in words
    one = packet(room.session, Wanted(("slips",), (2,), 2, 2), lambda n: "", "", 30)
    assert [(sheet.sheet, len(sheet.numbers)) for sheet in one.sheets] == [(2, 1)]


MM = 72 / 25.4
WIDE_MARGIN = 15 * MM
"""What a printer may leave white at each edge of the paper."""


def test_a_printer_with_wide_margins_cuts_off_nothing_but_the_ends_of_cut_lines(made: bytes) -> None:
    cut = 0
    for number, page in enumerate(extract_pages(io.BytesIO(made)), 1):
        for mark in marks(page):
            away = min(mark.x0, mark.y0, page.x1 - mark.x1, page.y1 - mark.y1)
            if away >= WIDE_MARGIN - 0.5:
                continue
            is_cut = isinstance(mark, LTRect) and mark.non_stroking_color == CUT_LINE and mark.width > 100 * MM
            assert is_cut, (number, mark)
            cut += 1
    assert cut > 0


CUT_LINE = pytest.approx((0x77 / 255,) * 3, abs=0.001)


def marks(item: LTItem) -> list[LTComponent]:
    """Everything that leaves ink, but white paper."""
    if isinstance(item, LTChar):
        return [item] if item.get_text().strip() else []
    if isinstance(item, LTCurve):
        return [item]
    return [found for one in item for found in marks(one)] if isinstance(item, LTContainer) else []
