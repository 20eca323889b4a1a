"""A page of HTML as WeasyPrint takes it: ours is XML but for a few tags, and XML is read many times faster."""

import re
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]  # it has no stubs
from weasyprint import CSS, HTML  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.html import UA, UA_COUNTER_STYLE  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it has no stubs

_UNCLOSED = re.compile(r"<(br|meta|img|hr|col|link|wbr)\b([^<>]*?)/?>")
_DOCTYPE = re.compile(r"\A\s*<!doctype html>", re.I)
_NOTES = re.compile(r"^::(?:footnote|note)-.*$", re.M)
_LINES = re.compile(r"\s*\n\s*")

# Without them every element has seven styles, and two hundred languages count pages.
PLAIN = CSS(string=_NOTES.sub("", UA).replace("\n::marker", "\nli::marker"), counter_style=UA_COUNTER_STYLE)
"""What WeasyPrint takes for granted, without footnotes, and with a marker for items of lists alone."""


class Page(HTML):  # type: ignore[misc]  # for want of stubs its class is Any
    """A document to be laid out."""

    def __init__(self, root: ElementTree.Element, fetcher: Any) -> None:
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(root)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [PLAIN]


def page_of(html: str, fetcher: Any) -> HTML:
    """The document; read as HTML, slowly, where it is no XML: a person may write a letter that XML does not know."""
    try:
        root = ElementTree.fromstring(
            _UNCLOSED.sub(r"<\1\2/>", _DOCTYPE.sub("", html))
        )  # our own page, whose doctype is gone: it can declare no entities
    except ElementTree.ParseError:
        root = HTML(string=html, url_fetcher=fetcher, base_url=None).etree_element
    return Page(root, fetcher)


def sheets_of(page: HTML, fonts: FontConfiguration) -> list[CSS]:
    """The style sheets of a page, which are taken out of it: every chapter of a document has the same ones.

    They are given to `render` as those of a user, and none is left that an author's would go before.
    """
    head = page.etree_element.find("head")
    sheets = [] if head is None else head.findall("style")
    for sheet in sheets:
        head.remove(sheet)
    return [_sheet(_LINES.sub("\n", sheet.text or "").strip(), page.url_fetcher, fonts) for sheet in sheets]


@lru_cache(maxsize=16)
def _sheet(words: str, fetcher: Any, fonts: FontConfiguration) -> CSS:
    return CSS(string=words, url_fetcher=fetcher, font_config=fonts)


@lru_cache(maxsize=1)
def unsmoothed() -> CSS:
    """PDF/A forbids pictures that the reader makes smooth."""
    return CSS(string="img { image-rendering: pixelated }")
