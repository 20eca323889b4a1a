"""The dossier as HTML: one experiment, one language, one level, one template."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup, escape

from facilitation.documentation.card import hypothesis_said
from facilitation.documentation.dossier.abouts import about_said
from facilitation.documentation.dossier.counting import gathered
from facilitation.documentation.dossier.gate import LEVELS, Completeness, level_of
from facilitation.documentation.dossier.kinds import NAMES, TEMPLATES, Kind, gate_of, level_of_kind
from facilitation.documentation.dossier.prose import prose
from facilitation.documentation.dossier.quoting import Cited, Figure, figures_in, known, quoted
from facilitation.documentation.dossier.shapes import Dossier, Hypothesis, Level, Status
from facilitation.documentation.homes import Place, Places, places_of
from facilitation.documentation.letters import CanDraw, drawable
from facilitation.documentation.record import Voice, environment_for, font_files
from facilitation.documentation.typography import typeset
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.shapes import NoteMaterial

STATUSES: dict[Status, Text] = {
    "draft": Text("brouillon", "draft"),
    "reading": Text("en relecture par les participants", "being read by those who took part"),
    "validated": Text("validé", "validated"),
    "published": Text("publié", "published"),
}

VERBATIMS = Place("verbatims", Text("Paroles choisies", "Words chosen"), "verbatims")


@dataclass(frozen=True, slots=True)
class Told:
    """One session in the dossier: its number from 1, and where everything of it stands."""

    number: int
    outcome: Outcome
    places: Places


@dataclass(frozen=True, slots=True)
class Pen:
    """How the texts of the team are set in one dossier."""

    voice: Voice
    known: Mapping[str, Cited]
    several: bool
    printed: frozenset[str]
    """The references of the contributions that this document prints."""
    figures: Mapping[str, Figure]
    with_results: bool
    """Whether this document prints the results themselves."""

    def prose(self, written: str) -> Markup:
        """A text in Markdown; what it cites leads to where it is printed."""
        return prose(written, lambda words: drawable(typeset(words, self.voice.locale), self.voice.can_draw), self.cite)

    def cite(self, ref: str) -> Markup:
        """« n° 12 », with the session where there are several; a contribution that may not be read here says so."""
        if ref in self.figures:
            return self._figure(self.figures[ref])
        cited = self.known.get(ref)
        if cited is None:
            return escape(
                self.voice.t("(contribution retirée ou non diffusée)", "(contribution withdrawn or not shown)")
            )
        if isinstance(cited.said, NoteMaterial):
            return self._moment(ref, cited.said, cited.session + 1)
        number, session = cited.said.number, cited.session + 1
        words = (
            self.voice.t("séance {s}, n° {n}", "session {s}, no. {n}", s=session, n=number)
            if self.several
            else self.voice.t("n° {n}", "no. {n}", n=number)
        )
        if ref not in self.printed:
            return Markup('<span class="cited">{}</span>').format(words)
        return Markup('<a class="cited" href="#{}c{}">{}</a>').format(mark_of(session), number, words)

    def _figure(self, found: Figure) -> Markup:
        """« Le titre d'un résultat », which leads to it where it is printed."""
        title = self.voice.said(found.title)
        words = self.voice.t("figure « {title} »", "figure “{title}”", title=title)
        if not self.with_results:
            return Markup('<span class="cited">{}</span>').format(words)
        return Markup('<a class="cited" href="#{}r{}">{}</a>').format(mark_of(found.place + 1), found.number, words)

    def _moment(self, ref: str, note: NoteMaterial, session: int) -> Markup:
        """« moment 3 »: what somebody saw, or kept."""
        words = (
            self.voice.t("séance {s}, moment {n}", "session {s}, moment {n}", s=session, n=note.number)
            if self.several
            else self.voice.t("moment {n}", "moment {n}", n=note.number)
        )
        if ref not in self.printed:
            return Markup('<span class="cited">{}</span>').format(words)
        return Markup('<a class="cited" href="#{}m{}">{}</a>').format(mark_of(session), note.number, words)


def dossier_html(
    dossier: Dossier,
    locale: str,
    made_at: int,
    kind: Kind = "research",
    can_draw: CanDraw = lambda letter: True,
    only: str = "",
    aim: str = "PDF/UA-1",
) -> str:
    """The whole document as HTML; `aim` is the standard that its PDF is made for. `made_at` is in milliseconds since
    1970: nothing here reads a clock.

    With `only`, what costs most is left out of all parts but that one: see `part.py`.
    """
    voice = Voice(locale, can_draw)
    chosen = quoted(dossier)
    level = level_of_kind(kind)
    found = known(dossier)
    printed = _moments(kind, found) | _apart(kind, chosen) | frozenset(found if kind == "research" else ())
    drawn = {one.ref: one for one in figures_in(dossier.sessions)}
    pen = Pen(voice, found, len(dossier.sessions) > 1, printed, drawn, kind not in TEMPLATES and _shows(level, "D8"))
    return (
        _environment(voice, pen)
        .get_template(TEMPLATES.get(kind, "dossier.html"))
        .render(
            d=dossier,
            about_said=lambda about: voice.said(about_said(dossier, about)),
            told=[_told(number, outcome, chosen) for number, outcome in enumerate(dossier.sessions, 1)],
            chosen=tuple(chosen.values()),
            gate=gate_of(dossier, kind),
            kind=kind,
            only=only,
            level=level,
            shows=lambda part: _shows(level, part),
            locale=locale,
            made_at=made_at,
            aim=aim,
            fonts=frozenset(font_files()),
        )
    )


def _moments(kind: Kind, found: Mapping[str, Cited]) -> frozenset[str]:
    """The moments, where a document has its part on what happened."""
    return frozenset(ref for ref, one in found.items() if isinstance(one.said, NoteMaterial) and kind not in TEMPLATES)


def _apart(kind: Kind, chosen: Mapping[str, Cited]) -> frozenset[str]:
    return frozenset() if kind in TEMPLATES else frozenset(chosen)


def mark_of(session: int) -> str:
    """What stands before the anchors of a session, counted from 1."""
    return f"s{session}-"


def _shows(level: Level, part: str) -> bool:
    """Whether a document of this level prints a part. What is said of ethics and data goes with every document."""
    return part == "D14" or LEVELS.index(level_of(part)) <= LEVELS.index(level)


def _told(number: int, outcome: Outcome, chosen: Mapping[str, Cited]) -> Told:
    here = {cited.said.number: VERBATIMS for cited in chosen.values() if cited.session == number - 1}
    return Told(number, outcome, places_of(outcome, mark_of(number), here))


def _environment(voice: Voice, pen: Pen) -> Environment:
    environment = environment_for(voice)
    environment.globals.update(
        prose=pen.prose,
        cite=pen.cite,
        gathered=gathered,
        hypothesis=lambda one: voice.ours(_sentence(one, voice.locale)),
        kind_of_document=lambda kind: voice.said(NAMES[kind]),
        status_said=lambda status: voice.said(STATUSES[status]),
        done=lambda gate: _done(voice, gate),
    )
    return environment


def _sentence(one: Hypothesis, locale: str) -> str:
    return hypothesis_said((one.condition, one.effect, one.because), locale)


def _done(voice: Voice, gate: Completeness) -> str:
    return voice.t("{n} rubriques remplies sur {of}", "{n} of {of} fields filled", n=gate.filled, of=gate.wanted)
