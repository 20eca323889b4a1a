"""Every place in which words could hide, opened: pages, files that are downloaded, what lies on the disk."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pikepdf
from pdfminer.high_level import extract_text

from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.records import experiments
from facilitation.web.learning_site.clearing import files_for
from tests.web.conftest import House, Planned
from tests.web.visitor import Visitor

Found = Iterator[tuple[str, str]]
"""The name of a place, and what it says."""

NO_WORDS = (
    "/lang/",
    "/sign-",
    "/sessions/new",
    "qr.svg",
    "/static/",
    "/studio/",
    "/trials",
    "/formats",
    "/console/blocks",
)
"""Addresses that tell of no session."""

KINDS = ("plain", "slides", "capitalisation")


def opened(name: str, data: bytes) -> Found:
    """What some bytes say: of a ZIP its members, of a PDF its text, its objects and the files attached to it."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for member in packed.infolist():
                yield from opened(f"{name} > {member.filename}", packed.read(member) + member.comment)
    elif data[:4] == b"%PDF":
        yield from ((f"{name} > {part}", said) for part, said in _of_pdf(data))
    else:
        yield name, "\n".join(data.decode(coding, "replace") for coding in ("utf-8", "utf-16-le", "utf-16-be"))


@lru_cache(maxsize=8)
def words_of(pdf: bytes) -> str:
    """The words of a PDF. Reading them takes a second or two: the same bytes are read once."""
    return str(extract_text(io.BytesIO(pdf)))


@lru_cache(maxsize=8)
def _of_pdf(data: bytes) -> tuple[tuple[str, str], ...]:
    found = [("text", words_of(data))]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, attached in pdf.attachments.items():
            found += opened(f"attached {number}", attached.get_file().read_bytes())
        found += [("objects", said) for one in pdf.objects for said in _strings(one)]
    return tuple(found)


def _strings(one: pikepdf.Object) -> Iterator[str]:
    """The strings of an object: titles, alternatives of figures, bookmarks; and the metadata."""
    if isinstance(one, pikepdf.Stream):
        if one.get("/Type") == "/Metadata":
            yield one.read_bytes().decode("utf-8", "replace")
    elif isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Dictionary):
        yield from (str(value) for value in one.values() if isinstance(value, pikepdf.String))


def pages(house: House, staff: Visitor, planned: Planned) -> Found:
    """Every page and file of the team about the first experiment and its session, followed link by link."""
    mine = re.compile(rf"/(experiments/1|sessions/{planned.id}|s/{planned.id}|learnings|programmes)(?![0-9])[^#]*")
    waiting = [*_addresses(house, planned), *_asked()]
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = staff.client.get(address)
        yield from opened(address, answer.data)
        if answer.mimetype == "text/html":
            links = re.findall(r'(?:href|src|action)="([^"#]+)', answer.text)
            waiting += [link.replace("&amp;", "&") for link in links if _leads(mine, link.replace("&amp;", "&"))]


def _leads(mine: re.Pattern[str], link: str) -> bool:
    # What is asked for in both languages is in `_asked`.
    return mine.fullmatch(link) is not None and not any(part in link for part in (*NO_WORDS, "language=en"))


def _addresses(house: House, planned: Planned) -> Iterator[str]:
    for rule in sorted(rule.rule for rule in house.app.url_map.iter_rules() if "GET" in (rule.methods or ())):
        told = rule.replace("<int:experiment_id>", "1").replace("<session_id>", planned.id)
        for kind in ("phone", "console", "screen") if "<kind>" in told else ("",):
            address = told.replace("<kind>", kind)
            if "<" not in address and not any(part in address for part in NO_WORDS):
                yield address


def _asked() -> Iterator[str]:
    """What is asked for by a form, and no link leads to."""
    documents = "/experiments/1/documents"
    for rendering in RENDERINGS:
        for language in ("fr", "en"):
            asked = f"rendering={rendering}&language={language}"
            yield f"{documents}/data.json?{asked}"
            yield f"{documents}/data.xlsx?{asked}"
            yield from (f"{documents}/table-{name}.csv?{asked}" for name in ("contributions", "answers", "votes"))
        for which in ("", "draft"):
            yield f"{documents}/dossier.md?rendering={rendering}&which={which}&language=fr"
            yield f"{documents}/dossier.html?rendering={rendering}&which={which}&language=en"
            yield f"{documents}/dossier.html?rendering={rendering}&which={which}&language=fr"
        yield from (f"{documents}/dossier.html?rendering={rendering}&document={kind}&language=fr" for kind in KINDS)


def site(house: House) -> Found:
    """The published site: its pages, search index, feed and data."""
    found = experiments.find(house.doors.database, 1)
    assert found
    with house.app.test_request_context():
        files = files_for([found])
    for name, data in files.items():
        yield from opened(f"site > {name}", data)


def disk(house: House, file: Path) -> Found:
    """The database with its write-ahead log, and whatever the press keeps: documents, chapters, what is half done."""
    for folder in (file.parent, house.doors.press._folder):  # type: ignore[attr-defined]
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield from opened(f"disk > {path.relative_to(folder)}", path.read_bytes())
