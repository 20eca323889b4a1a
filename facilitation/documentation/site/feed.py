"""The Atom feed of a site: one entry for each learning, the newest first; addresses are relative to the feed."""

from collections.abc import Sequence
from uuid import NAMESPACE_OID, uuid5
from xml.etree import ElementTree

from facilitation.documentation.site.entries import Entry
from facilitation.documentation.typography import moment_written
from facilitation.domain.format.text import Locale, Text

ATOM = "http://www.w3.org/2005/Atom"

TITLE = Text("Ce que nous avons appris", "What we have learned")


def feed(entries: Sequence[Entry], locale: Locale) -> bytes:
    """The feed in one language. It is as old as what was validated, or taken back, last."""
    newest = sorted(entries, key=lambda one: (-one.updated, one.key))
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": locale})
    _said(root, "title", TITLE.said_in(locale))
    oldest = min(entries, key=lambda one: one.key).urn if entries else ""
    _said(root, "id", uuid5(NAMESPACE_OID, f"{locale}/{oldest}").urn)
    _said(root, "updated", moment_written(newest[0].updated if newest else 0))
    ElementTree.SubElement(root, "link", {"rel": "self", "href": "feed.atom"})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "href": "index.html", "type": "text/html"})
    for one in newest:
        root.append(_entry(one))
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(one: Entry) -> ElementTree.Element:
    found = ElementTree.Element("entry")
    _said(found, "title", one.learning.learned)
    _said(found, "id", one.urn)
    _said(found, "updated", moment_written(one.updated))
    ElementTree.SubElement(found, "link", {"rel": "alternate", "href": one.file, "type": "text/html"})
    author = ElementTree.SubElement(found, "author")
    _said(author, "name", ", ".join(one.dossier.identity.organisations))
    _said(found, "rights", one.dossier.identity.licence)
    said = (one.learning.thought, one.learning.observed, one.learning.learned, one.learning.will_do)
    _said(found, "summary", "\n\n".join(words for words in said if words))
    return found


def _said(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, name).text = _plain(words)


def _plain(words: str) -> str:
    """Without the signs that no XML may hold."""
    return "".join(sign for sign in words if sign >= " " or sign in "\n\t")
