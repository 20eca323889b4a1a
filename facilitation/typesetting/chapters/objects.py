"""Numbered objects of a PDF, and the bytes that they come to."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no stubs

from facilitation.typesetting.chapters.block import Objects, well_ended

IN_A_PACKET = 1000
_REFERENCE = re.compile(r"\b(\d+) 0 R\b")


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


@contextmanager
def numbering(first: int) -> Iterator[None]:
    """What WeasyPrint draws meanwhile is numbered from `first`."""
    usual = pydyf.PDF
    pydyf.PDF = lambda: Numbered(first)
    try:
        yield
    finally:
        pydyf.PDF = usual


def said(value: Any) -> str:
    """A value as it is written down."""
    data: bytes = value if isinstance(value, bytes) else value.data
    return data.decode("latin-1")


def as_bytes(kept: Sequence[Any], packets_from: int) -> Objects:
    """Objects as they are written, small ones in packets."""
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
    return Objects(tuple(plain), tuple(packed), bytes(body))


def _packet(objects: Sequence[Any]) -> Any:
    head, parts, position = list[str](), list[bytes](), 0
    for one in objects:
        head.append(f"{one.number} {position}")
        parts.append(one.data)
        position += len(parts[-1]) + 1
    said = " ".join(head).encode()
    extra = {"Type": "/ObjStm", "N": len(objects), "First": len(said) + 1}
    return pydyf.Stream([said, *parts], extra, True)


def reached(start: Any, objects: dict[int, Any]) -> set[int]:
    """The numbers of all that an object leads to."""
    found, open_ = set[int](), [said(start)]
    while open_:
        for number in map(int, _REFERENCE.findall(open_.pop())):
            if number in objects and number not in found:
                found.add(number)
                one = objects[number]
                open_.append(said(pydyf.Dictionary(one.extra) if isinstance(one, pydyf.Stream) else one))
    return found
