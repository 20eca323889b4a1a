"""Every file of the site: pages in both languages, feeds, JSON, and the list of what belongs to it."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from facilitation import places
from facilitation.documentation.card import LATE, hypothesis_said
from facilitation.documentation.dossier.shapes import Dossier, Hypothesis
from facilitation.documentation.dossier.wordings import INTUITION, Wording
from facilitation.documentation.record import Voice
from facilitation.documentation.site.data import learnings_json
from facilitation.documentation.site.entries import Entry, entries_of
from facilitation.documentation.site.feed import feed
from facilitation.documentation.small_numbers import OUTSIDE
from facilitation.documentation.typography import date_said
from facilitation.domain.format.text import Locale

ROOTS: Mapping[Locale, str] = {"fr": "", "en": "en/"}
"""Where each language lives."""

LIST = "files.txt"
"""What belongs to the site, a name a line: who publishes again knows what to take away."""


def site_files(dossiers: Mapping[Locale, Sequence[Dossier]]) -> dict[str, bytes]:
    """The site, by the names of its files. The same dossiers give the same bytes."""
    folder = places.templates() / "documents" / "site"
    files = {name: (folder / name).read_bytes() for name in ("site.css", "search.js")}
    for locale, told in dossiers.items():
        files |= {ROOTS[locale] + name: content for name, content in _in_one_language(told, locale)}
    files[LIST] = "".join(f"{name}\n" for name in sorted((*files, LIST))).encode()
    return files


def _in_one_language(dossiers: Sequence[Dossier], locale: Locale) -> Iterator[tuple[str, bytes]]:
    entries = [entry for dossier in dossiers for entry in entries_of(dossier, locale)]
    draw = _Pages(locale)
    index = [[entry.key, _searched(entry)] for entry in entries]
    yield "index.html", draw("index.html", "index.html", entries=entries, index=index)
    for entry in entries:
        yield entry.file, draw("learning.html", entry.file, entry=entry, d=entry.dossier)
    for dossier in dossiers:
        mine = [entry for entry in entries if entry.dossier is dossier]
        name = f"experiments/{dossier.identity.number}.html"
        yield name, draw("experiment.html", name, entries=mine, d=dossier)
    yield "feed.atom", feed(entries, locale)
    yield "learnings.json", learnings_json(entries)


class _Pages:
    """Draws a page of one language from its template."""

    def __init__(self, locale: Locale) -> None:
        voice = Voice(locale, lambda letter: True)
        self._locale = locale
        self._environment = Environment(
            loader=FileSystemLoader(places.templates() / "documents" / "site"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            t=voice.t,
            said=voice.said,
            ours=voice.ours,
            words=voice.words,
            quote=voice.quote,
            date=lambda moment: date_said(moment, locale),
            hypothesis=lambda one: voice.ours(_sentence(one, locale)),
            wording_late=LATE,
            called_intuition=INTUITION,
            enough_people=OUTSIDE,
        )

    def __call__(self, template: str, name: str, **told: Any) -> bytes:
        up = "../" * name.count("/")
        other: Locale = "en" if self._locale == "fr" else "fr"
        top = up + "../" * ROOTS[self._locale].count("/")
        page = self._environment.get_template(template).render(
            locale=self._locale, up=up, top=top, other=other, elsewhere=top + ROOTS[other] + name, **told
        )
        return page.encode()


def _sentence(one: Hypothesis | Wording, locale: Locale) -> str:
    return hypothesis_said((one.condition, one.effect, one.because), locale)


def _searched(entry: Entry) -> str:
    """What a search looks through: without capitals and accents."""
    learning, identity = entry.learning, entry.dossier.identity
    said = (
        learning.learned,
        learning.thought,
        learning.observed,
        learning.will_do,
        learning.dissent,
        learning.addressees,
        identity.title,
        identity.theme,
        *identity.keywords,
        *identity.organisations,
        *(trace.words for trace in entry.shown),
    )
    whole = " ".join(part for part in said if part).casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    apart = unicodedata.normalize("NFD", whole)
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")
