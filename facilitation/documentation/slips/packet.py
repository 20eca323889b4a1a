"""The printed packet as HTML: one packet, one language, one template."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from facilitation.documentation.letters import CanDraw
from facilitation.documentation.record import Voice, environment_for
from facilitation.documentation.slips.leaves import LONG_LABEL, Leaf, leaves, scale_of
from facilitation.domain.slips.field import card_number, letter, sign_of
from facilitation.projections.packet import Packet, PrintedSeat, PrintedSheet
from facilitation.typesetting.typefaces import font_files

TO_A_PAGE = 4

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slip:
    """One A6 leaf of one person's slip."""

    sheet: PrintedSheet
    leaf: Leaf
    seat: PrintedSeat
    number: str


def packet_html(packet: Packet, locale: str, made_at: int, can_draw: CanDraw = lambda letter: True) -> str:
    """The whole packet as HTML. `made_at` is in milliseconds since 1970: nothing here reads a clock."""
    environment = environment_for(Voice(locale, can_draw))
    environment.globals.update(
        letter=letter, sign_of=sign_of, card_number=card_number, scale_of=scale_of, long_label=LONG_LABEL
    )
    return environment.get_template("packet.html").render(
        p=packet,
        locale=locale,
        made_at=made_at,
        fonts=frozenset(font_files()),
        consents=tuple(by_four(packet.seats)) if "consents" in packet.parts else (),
        slips=tuple(by_four(slips_of(packet, locale))),
        leaves_of={sheet.sheet: len(_leaves(sheet, locale)) for sheet in packet.sheets},
    )


def slips_of(packet: Packet, locale: str) -> Iterator[Slip | None]:
    """Leaf after leaf, person after person: cut and piled, each pile is one stage. None fills up a pile's last page."""
    for sheet in packet.sheets:
        for leaf in _leaves(sheet, locale):
            numbered = zip(packet.seats, sheet.numbers, strict=True)
            pile: list[Slip | None] = [Slip(sheet, leaf, seat, number) for seat, number in numbered]
            yield from pile
            yield from [None] * (-len(pile) % TO_A_PAGE)


def _leaves(sheet: PrintedSheet, locale: str) -> tuple[Leaf, ...]:
    return leaves(sheet.fields, locale, sheet.instruction.said_in(locale) if sheet.instruction else "")


def by_four(things: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """The things of each page."""
    page: list[T] = []
    for thing in things:
        page.append(thing)
        if len(page) == TO_A_PAGE:
            yield tuple(page)
            page = []
    if page:
        yield tuple(page)
