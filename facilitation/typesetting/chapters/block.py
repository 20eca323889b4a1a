"""What one chapter comes to: numbered objects of a PDF as bytes, and what the others must know of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

ROOM = 5_000
"""How many numbers of objects each chapter has for itself: the third has 15,000 and those that follow."""

ROOMS = (ROOM, 2 * ROOM, 8 * ROOM)
"""More for all of them, where one has more on its pages: a table that cannot be cut."""

DIGITS = 4_900
"""Where the objects begin that page numbers are drawn with."""

ROOT, DOCUMENT = 2, 5
"""The numbers of the tree of pages and of the root of the tags, in the joined document."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a document as a whole page of HTML, and its own numbers: `room` of them, from `first` on."""

    html: str
    first: int
    room: int = ROOM
    archival: bool = False
    """Whether it is of a document for archives."""

    @property
    def is_front(self) -> bool:
        """Whether it is the first: what a document says of itself as a whole, it says there."""
        return self.first == self.room


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers of a chapter are for: at their end stand page numbers, those it mentions, and what is packed."""

    first: int
    room: int

    @property
    def of_pages(self) -> int:
        """From here on the numbers of its pages are drawn."""
        return self.first + self.room - 1_000

    @property
    def of_mentions(self) -> int:
        """And from here on the page numbers that it mentions."""
        return self.first + self.room - 900

    @property
    def of_packets(self) -> int:
        """And from here on lie packets of small objects."""
        return self.first + self.room - 100


@dataclass(frozen=True, slots=True)
class Mention:
    """Room that was left for the number of the page of an anchor. `right`: the room's width, if it ends there."""

    of: str
    size: float
    color: tuple[float, float, float]
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the number of its object, and whether it bears its number."""

    object: int
    numbered: bool


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading for the outline."""

    level: int
    title: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Block:
    """A drawn chapter. `plain` are (number, offset) in `body`; `packed` (number, packet, index) in a packet of it."""

    numbers: Numbers
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    anchors: dict[str, tuple[int, float, float]]
    mentions: tuple[Mention, ...]
    part: int
    tree: int
    catalog: dict[str, str]
    info: str
    plain: tuple[tuple[int, int], ...]
    packed: tuple[tuple[int, int, int], ...]
    body: bytes = field(repr=False)

    def written(self) -> bytes:
        """As it is kept, and sent from one process to another."""
        told = asdict(self)
        del told["body"]
        head = json.dumps(told, sort_keys=True).encode()
        return len(head).to_bytes(4, "big") + head + self.body


def read_block(data: bytes) -> Block:
    """The block that `written` gave."""
    size = int.from_bytes(data[:4], "big")
    told = json.loads(data[4 : 4 + size])
    return Block(
        **{
            **told,
            "numbers": Numbers(**told["numbers"]),
            "pages": tuple(Page(**one) for one in told["pages"]),
            "bookmarks": tuple(Bookmark(**one) for one in told["bookmarks"]),
            "anchors": {name: tuple(at) for name, at in told["anchors"].items()},
            "mentions": tuple(Mention(**{**one, "color": tuple(one["color"])}) for one in told["mentions"]),
            "plain": tuple(map(tuple, told["plain"])),
            "packed": tuple(map(tuple, told["packed"])),
            "body": data[4 + size :],
        }
    )


_STREAM_ENDS = b"\nendstream\nendobj"


def well_ended(written: bytes) -> bytes:
    """An object as it is written. A stream that ends like half an end of line is followed by a whole one: some readers
    would count its last byte to it, and find the stream too short.
    """
    if not written.endswith(b"\r" + _STREAM_ENDS):
        return written
    return written.removesuffix(_STREAM_ENDS) + b"\r" + _STREAM_ENDS


@dataclass(frozen=True, slots=True)
class Digits:
    """How figures are drawn: by which font, with which glyph of which width (in thousandths) for each character."""

    font: str
    glyphs: Mapping[str, tuple[str, float]]
    block: Block

    def width(self, words: str, size: float) -> float:
        """How wide some words are."""
        return sum(self.glyphs[one][1] for one in words) * size / 1000

    def drawn(self, words: str, size: float, color: tuple[float, float, float], ends_at: float | None) -> bytes:
        """A form that shows them, from its origin on, or ending at `ends_at`."""
        x = 0.0 if ends_at is None else ends_at - self.width(words, size)
        codes = "".join(self.glyphs[one][0] for one in words)
        red, green, blue = color
        show = f"BT {red:g} {green:g} {blue:g} rg /F {size:g} Tf {x:.3f} 0 Td <{codes}> Tj ET".encode()
        extra = (
            f"/Type /XObject/Subtype /Form/BBox [-400 -20 400 40]/Resources <</Font <</F {self.font}>>>>"
            f"/Length {len(show)}"
        )
        return f"<<{extra}>>\nstream\n".encode() + show + b"\nendstream"
