"""What one chapter comes to: numbered objects of a PDF as bytes, and what the others must know of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

ROOM = 5_000
"""How many numbers of objects each chapter has for itself: the third has 15,000 and those that follow."""

ROOMS = (ROOM, 2 * ROOM, 8 * ROOM)
"""More for all of them, where one has more on its pages: a table that cannot be cut."""

TYPEFACES = 4_800
"""Where the objects of the typefaces begin that all chapters share."""

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
class Shown:
    """What a chapter shows of a typeface that it shares: each glyph, what it stands for, its width in thousandths."""

    typeface: str
    glyphs: tuple[tuple[int, str, float], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The object in which the pages of a chapter name their typefaces: its number, those it shares, and its own."""

    object: int
    shared: tuple[Shown, ...]
    own: Mapping[str, str]

    def written(self, shared: Mapping[str, str]) -> bytes:
        """The object, once it is known where those stand that it shares."""
        lead = {one.typeface: shared[one.typeface] for one in self.shared} | {**self.own}
        return "<<{}>>".format("".join(f"/{name} {at}" for name, at in lead.items())).encode()


@dataclass(frozen=True, slots=True)
class Objects:
    """Objects as they are written. `plain` are (number, offset) in `body`; `packed` (number, packet, index) in a packet
    of it.
    """

    plain: tuple[tuple[int, int], ...]
    packed: tuple[tuple[int, int, int], ...]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A drawn chapter."""

    numbers: Numbers
    typefaces: Named
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    anchors: dict[str, tuple[int, float, float]]
    mentions: tuple[Mention, ...]
    part: int
    tree: int
    catalog: dict[str, str]
    info: str
    objects: Objects

    def written(self) -> bytes:
        """As it is kept, and sent from one process to another."""
        told = asdict(self)
        body: bytes = told["objects"].pop("body")
        head = json.dumps(told, sort_keys=True).encode()
        return len(head).to_bytes(4, "big") + head + body


def read_block(data: bytes) -> Block:
    """The block that `written` gave."""
    size = int.from_bytes(data[:4], "big")
    told = json.loads(data[4 : 4 + size])
    return Block(
        **{
            **told,
            "numbers": Numbers(**told["numbers"]),
            "typefaces": _read_named(told["typefaces"]),
            "pages": tuple(Page(**one) for one in told["pages"]),
            "bookmarks": tuple(Bookmark(**one) for one in told["bookmarks"]),
            "anchors": {name: tuple(at) for name, at in told["anchors"].items()},
            "mentions": tuple(Mention(**{**one, "color": tuple(one["color"])}) for one in told["mentions"]),
            "objects": Objects(
                tuple(map(tuple, told["objects"]["plain"])),
                tuple(map(tuple, told["objects"]["packed"])),
                data[4 + size :],
            ),
        }
    )


def _read_named(told: Mapping[str, Any]) -> Named:
    shared = (Shown(one["typeface"], tuple(map(tuple, one["glyphs"]))) for one in told["shared"])
    return Named(told["object"], tuple(shared), told["own"])


_STREAM_ENDS = b"\nendstream\nendobj"


def well_ended(written: bytes) -> bytes:
    """An object as it is written. A stream that ends like half an end of line is followed by a whole one: some readers
    would count its last byte to it, and find the stream too short.
    """
    if not written.endswith(b"\r" + _STREAM_ENDS):
        return written
    return written.removesuffix(_STREAM_ENDS) + b"\r" + _STREAM_ENDS
