"""Reading a finished PDF: its words, its tags, everything that is in its bytes."""

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pikepdf
from pdfminer.high_level import extract_text


@lru_cache(maxsize=12)
def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF, open; kept, because its objects die with it."""
    return pikepdf.open(io.BytesIO(pdf))


@lru_cache(maxsize=12)
def text_of(pdf: bytes) -> str:
    """All its text, as a reader extracts it."""
    return extract_text(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    """All its text, with one space for every run of white space."""
    return " ".join(text_of(pdf).split())


def tags_of(pdf: bytes) -> list[tuple[str, Any]]:
    """Every structure element, in reading order: its tag and the element."""
    return list(_walked(opened(pdf).Root.StructTreeRoot))


def _walked(element: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(element, pikepdf.Array):
        for kid in element:
            yield from _walked(kid)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield str(element.S).lstrip("/"), element
        if "/K" in element:
            yield from _walked(element.K)


def everything_in(pdf: bytes) -> str:
    """Every string and every decompressed stream of the file, and the text as a reader extracts it."""
    found = [pdf.decode("latin-1"), words_of(pdf)]
    document = opened(pdf)
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream):
            found.append(thing.read_bytes().decode("latin-1"))
        found.extend(_strings(thing))
    return "\n".join(found)


def _strings(thing: Any) -> Iterator[str]:
    match thing:
        case pikepdf.String():
            yield str(thing)
        case pikepdf.Array():
            for item in thing:
                if not getattr(item, "is_indirect", False):
                    yield from _strings(item)
        case pikepdf.Dictionary() | pikepdf.Stream():
            for _, item in thing.items():
                if not getattr(item, "is_indirect", False):
                    yield from _strings(item)
