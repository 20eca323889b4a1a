"""Every word a page says is in both languages."""

import re
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po

from facilitation import places
from facilitation.web.language import CATALOGUE

KEYWORDS = {**DEFAULT_KEYWORDS, "lazy_gettext": None}
WEB = Path(__file__).parents[2] / "facilitation" / "web"
HOLES = re.compile(r"%\((\w+)\)[sd]")
NOT_OURS = ("live", "documents")


def templates() -> list[Path]:
    found = sorted(places.templates().rglob("*.html"))
    return [path for path in found if path.relative_to(places.templates()).parts[0] not in NOT_OURS]


def wanted() -> dict[str | tuple[str, ...], Path]:
    """Every msgid of the code and the templates, with the first file that says it."""
    found: dict[str | tuple[str, ...], Path] = {}
    for method, paths in (("python", sorted(WEB.rglob("*.py"))), ("jinja2.ext:babel_extract", templates())):
        for path in paths:
            for _, msgid, *_ in extract_from_file(method, path, keywords=KEYWORDS):
                found.setdefault(msgid, path)
    return found


def said() -> dict[str | tuple[str, ...], str | tuple[str, ...]]:
    """What the catalogue says for each msgid."""
    with CATALOGUE.open("rb") as file:
        return {message.id: message.string for message in read_po(file, locale="fr") if message.id}


def test_every_msgid_has_french_words() -> None:
    french = said()
    assert sorted(map(str, wanted().keys() - french.keys())) == []
    assert [msgid for msgid in wanted() if not all(_plural(french[msgid]))] == []


def test_the_catalogue_holds_nothing_that_is_no_longer_said() -> None:
    assert sorted(map(str, said().keys() - wanted().keys())) == []


def test_holes_are_the_same_in_both_languages() -> None:
    for msgid, string in said().items():
        for french, english in zip(_plural(string), _plural(msgid), strict=True):
            assert set(HOLES.findall(french)) == set(HOLES.findall(english)), msgid


def test_french_is_set_as_french_is() -> None:
    for string in said().values():
        for words in _plural(string):
            assert not re.search(r"(?<!\u00a0)[;!?»](?!\w)|[^\u00a0\d]:(?=\s|$)|«(?!\u00a0)", words), words
            assert "'" not in words, words


def test_english_and_french_differ_but_for_a_few_words_they_share() -> None:
    alike = {msgid for msgid, string in said().items() if msgid == string}
    assert alike <= {
        "Archive",
        "Association",
        "Creative Commons Attribution 4.0 (CC BY 4.0)",
        "Licence Ouverte 2.0 (Etalab)",
        "Logo",
        "Photos",
        "Code",
        "Console",
        "Dossier",
        "contributions",
        ("%(num)d contribution", "%(num)d contributions"),
        "Contributions (CSV)",
        "Documents",
        "Facilitation",
        "figure %(number)s",
        "Format",
        "Formats",
        "Instrument",
        "Instruments",
        "Journal",
        "Observations (CSV)",
        "Observations (JSON)",
        ("%(num)d note", "%(num)d notes"),
        "Participant %(number)s",
        "moment %(number)s",
        "Codes (CSV)",
        "observations",
        "Pause",
        "Programmes",
        "Publication",
        "Version",
        "Version %(number)s",
        "Versions",
        "Question",
        "Test",
        "Test %(number)s",
        "%(minutes)s min",
        "Version %(version)s",
        "Votes (CSV)",
    }


class Bare(HTMLParser):
    """Finds words between tags, and in the attributes that people read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("alt", "title", "aria-label", "placeholder", "data-confirm") and value:
                self.handle_data(value)

    def handle_data(self, data: str) -> None:
        words = re.sub(r"\b[A-Z]{4}(-[A-Z]{4})+\b|[a-z-]+=\"[^\"]*\"", "", data)
        if re.search(r"[^\W\d_]{2,}", words):
            self.found.append(data.strip())


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.name))
def test_no_template_holds_words_that_were_not_wrapped(path: Path) -> None:
    bare = Bare()
    bare.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.S))
    assert bare.found == []


def test_formats_of_messages_are_well_formed() -> None:
    for msgid in wanted():
        for words in _plural(msgid):
            assert not list(name for _, name, _, _ in Formatter().parse(words) if name), words


def _plural(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return words if isinstance(words, tuple) else (words,)
