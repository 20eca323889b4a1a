"""Parts of a dossier by themselves, as HTML to be put into another page: its texts, its results."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from facilitation.documentation.dossier.prose import prose
from facilitation.documentation.dossier.quoting import known
from facilitation.documentation.dossier.results import figures_in
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.record import Voice, environment_for
from facilitation.documentation.typography import typeset

FIGURE = (
    '{% import "pieces.html" as piece with context %}'
    "{% for place, run in runs(pieces) %}{{ piece.run(run, '', place) }}{% endfor %}"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a section of a session shows: the places of both, the title, and the HTML."""

    session: int
    section: int
    title: str
    body: Markup


class Apart:
    """Stands where a document keeps its places: a fragment shows everything itself and points nowhere."""

    mark = ""

    def of(self, *_: object) -> None:
        """Nothing is printed elsewhere."""

    of_settings = of_counts = of_series = of

    def is_home(self, *_: object) -> bool:
        """Everything is printed here."""
        return True

    def prints(self, *_: object) -> bool:
        """No link would lead anywhere."""
        return False

    def elsewhere(self, *_: object) -> list[object]:
        """Nothing to point at."""
        return []


def written(dossier: Dossier, body: str, locale: str) -> Markup:
    """A text of the team, as a page shows it: what it cites by its number."""
    titles = {one.ref: one.title.said_in(locale) for one in figures_in(dossier.sessions)}
    numbers = {ref: cited.said.number for ref, cited in known(dossier).items()}

    def cite(ref: str) -> Markup:
        if ref in titles:
            return Markup("<cite>{}</cite>").format(typeset(titles[ref], locale))
        number = numbers.get(ref)
        said = {"fr": f"n°\u00a0{number}", "en": f"no.\u00a0{number}"} if number else {"fr": "(…)", "en": "(…)"}
        return Markup("{}").format(said["en" if locale == "en" else "fr"])

    return prose(body, lambda words: typeset(words, locale), cite)


def figures(dossier: Dossier, locale: str) -> Iterator[Figure]:
    """The results of every session, section by section."""
    environment = environment_for(Voice(locale, lambda letter: True))
    template = environment.from_string(FIGURE)
    for at, outcome in enumerate(dossier.sessions):
        for place, section in enumerate(outcome.sections):
            if section.pieces and not section.appendix:
                body = Markup(template.render(o=outcome, at=Apart(), pieces=section.pieces))  # built of escaped parts
                yield Figure(at, place, section.title.said_in(locale), body)
