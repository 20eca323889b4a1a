"""The dossier as HTML: one experiment, one language, one level, one template."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from facilitation.documentation.analysis.saying import read_said
from facilitation.documentation.asked_tests import test_said
from facilitation.documentation.card import LATE, hypothesis_said
from facilitation.documentation.charts import fitted
from facilitation.documentation.dossier.abouts import about_said
from facilitation.documentation.dossier.appendix import tell_the_plan
from facilitation.documentation.dossier.counting import attended, gathered
from facilitation.documentation.dossier.criteria import ITEMS, MARKS
from facilitation.documentation.dossier.criteria import mark_of as mark_of_item
from facilitation.documentation.dossier.gate import LEVELS, Completeness, level_of
from facilitation.documentation.dossier.glossary import HERE, with_glossary
from facilitation.documentation.dossier.instruments import label_of, trust_in
from facilitation.documentation.dossier.kinds import NAMES, TEMPLATES, Kind, gate_of, level_of_kind
from facilitation.documentation.dossier.pen import Alone, Pen, mark_of
from facilitation.documentation.dossier.quoting import Cited, known, learned, may_be_quoted, quoted
from facilitation.documentation.dossier.results import Figure, figures_in, standing, texts_holding
from facilitation.documentation.dossier.returning import coming_back
from facilitation.documentation.dossier.shapes import Dossier, Hypothesis, Level, Status, Written
from facilitation.documentation.dossier.talk import MOST_BARS, talk_of
from facilitation.documentation.dossier.theory import tell_the_change
from facilitation.documentation.dossier.wordings import INTUITION, Wording
from facilitation.documentation.homes import Place, Places, places_of
from facilitation.documentation.letters import CanDraw
from facilitation.documentation.record import Voice, environment_for
from facilitation.documentation.sheet import STAYS
from facilitation.documentation.small_numbers import RULES
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.outcome.shapes import NoteMaterial
from facilitation.typesetting.typefaces import font_files

STATUSES: dict[Status, Text] = {
    "draft": Text("brouillon", "draft"),
    "reading": Text("en relecture par les participants", "being read by those who took part"),
    "validated": Text("validé", "validated"),
    "published": Text("publié", "published"),
}

UNREAD = Text("Brouillon, non relu par les participants", "Draft, not read by those who took part")

VERBATIMS = Place("verbatims", Text("Paroles choisies", "Words chosen"), "verbatims")


@dataclass(frozen=True, slots=True)
class Told:
    """One session in the dossier: its number from 1, and where everything of it stands."""

    number: int
    outcome: Outcome
    places: Places


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
    printed = _moments(dossier, kind, found) | _apart(kind, chosen) | frozenset(found if kind == "research" else ())
    figures = {one.ref: one for one in figures_in(dossier.sessions)}
    homes = texts_holding(_texts_of(dossier, kind), figures)
    with_results = kind not in TEMPLATES and _shows(level, "D8")
    held = [figures[ref] for ref in homes]
    told = [_told(number, outcome, chosen, held) for number, outcome in enumerate(dossier.sessions, 1)]
    environment = environment_for(voice)

    def draw(one: Figure) -> Markup:
        home = told[one.place]
        at = home.places if with_results else Alone(home.places.mark, _numbers(printed, found, one.place))
        page = environment.get_template("dossier_figure.html")
        return Markup(page.render(o=home.outcome, at=at, figure_of=one))  # built of escaped parts

    with_learnings = kind == "capitalisation" or (kind not in TEMPLATES and _shows(level, "D10"))
    several = len(dossier.sessions) > 1
    pen = Pen(voice, found, several, printed, figures, homes, draw, with_results, learned(dossier), with_learnings)
    _give(environment, voice, pen, dossier)
    _measure(environment, voice, dossier)
    tell_the_plan(environment, voice, dossier)
    tell_the_change(environment, voice, dossier)
    drawn = environment.get_template(TEMPLATES.get(kind, "dossier.html")).render(
        d=dossier,
        about_said=lambda about: voice.said(about_said(dossier, about)),
        told=told,
        running=" · ".join(_running(voice, dossier, kind)),
        in_all=voice.said(attended(dossier.sessions)),
        chosen=tuple(chosen.values()),
        talk=talk_of(dossier, voice, tuple(chosen.values())) if kind == "slides" else None,
        gate=gate_of(dossier, kind),
        kind=kind,
        only=only,
        level=level,
        shows=lambda part: _shows(level, part),
        locale=locale,
        made_at=made_at,
        aim=aim,
        fonts=frozenset(font_files()),
        sigles=HERE,
    )
    return with_glossary(drawn, lambda found: environment.get_template("dossier_glossary.html").render(found=found))


def _running(voice: Voice, dossier: Dossier, kind: Kind) -> Iterator[str]:
    """What stands at the foot of each page of a document that is not what it will be."""
    if dossier.unread:
        yield voice.said(UNREAD)
    if not gate_of(dossier, kind).whole:
        yield voice.t("Document incomplet", "Incomplete document")


def _moments(dossier: Dossier, kind: Kind, found: Mapping[str, Cited]) -> frozenset[str]:
    """The moments and what observers counted, where a document has its part on what happened; the sheet has one moment
    of each session."""
    if kind in TEMPLATES:
        return frozenset()
    first = {(place, note.number) for place, told in enumerate(dossier.sessions) for note in told.notes[:1]}
    counted = {ref for ref, one in found.items() if isinstance(one.said, LineSeen)}
    moments = {ref: one for ref, one in found.items() if isinstance(one.said, NoteMaterial)}
    return frozenset(counted) | {
        ref for ref, one in moments.items() if kind != "capitalisation" or (one.session, one.said.number) in first
    }


def _apart(kind: Kind, chosen: Mapping[str, Cited]) -> frozenset[str]:
    return frozenset() if kind in TEMPLATES else frozenset(chosen)


def _shows(level: Level, part: str) -> bool:
    """Whether a document of this level prints a part. What is said of ethics and data goes with every document."""
    return part == "D14" or LEVELS.index(level_of(part)) <= LEVELS.index(level)


def _told(number: int, outcome: Outcome, chosen: Mapping[str, Cited], held: Iterable[Figure]) -> Told:
    here = {cited.said.number: VERBATIMS for cited in chosen.values() if cited.session == number - 1}
    mark = mark_of(number)
    placed = standing((one for one in held if one.place == number - 1), mark)
    return Told(number, outcome, places_of(outcome, mark, here, placed))


def _texts_of(dossier: Dossier, kind: Kind) -> list[Written]:
    """The texts that may hold figures in a document of this kind, as it prints them. Slides have a slide for each."""
    if kind in TEMPLATES:
        return [text for text in dossier.texts if kind == "plain" and text.key == "plain"]
    order = sorted(dossier.texts, key=lambda text: int("".join(filter(str.isdigit, text.part))))
    return [text for text in order if _shows(level_of_kind(kind), text.part)]


def _numbers(printed: Iterable[str], found: Mapping[str, Cited], session: int) -> frozenset[int]:
    here = (found[ref].said for ref in printed if found[ref].session == session)
    # Moments and counts have numbers of their own.
    return frozenset(said.number for said in here if not isinstance(said, NoteMaterial | LineSeen))


def _give(environment: Environment, voice: Voice, pen: Pen, dossier: Dossier) -> None:
    environment.globals.update(
        prose=pen.prose,
        cite=pen.cite,
        caption=pen.caption,
        figures=tuple(pen.figures.values()),
        gathered=gathered,
        fitted=fitted,
        items=[(one, MARKS[mark_of_item(one, dossier)]) for one in ITEMS],
        most_bars=MOST_BARS,
        hypothesis=lambda one: voice.ours(_sentence(one, voice.locale)),
        wording_late=LATE,
        called_intuition=INTUITION,
        coming_back=lambda told, at: voice.said(found) if (found := coming_back(told, at)) else "",
        read_said=lambda found: voice.said(read_said(found)),
        formats_played=_formats_played,
        kind_of_document=lambda kind: voice.said(NAMES[kind]),
        status_said=lambda status: voice.said(STATUSES[status]),
        done=lambda gate: _done(voice, gate),
        enough_people=RULES,
        what_stays=STAYS,
        may_be_quoted=may_be_quoted,
    )


def _measure(environment: Environment, voice: Voice, dossier: Dossier) -> None:
    environment.globals.update(
        asked_with=lambda told, name: voice.ours(trust_in(dossier, told, name).said_in(voice.locale)),
        question_said=lambda form, name: voice.said(label_of(dossier, form, name)),
        test_said=lambda one: voice.said(test_said(one)),
    )


def _formats_played(told: Iterable[Outcome]) -> Iterable[tuple[Text, str, str]]:
    """The formats of some sessions, each once."""
    played = (outcome.identity for outcome in told)
    return dict.fromkeys((each.format_title, each.format_version, each.digest) for each in played)


def _sentence(one: Hypothesis | Wording, locale: str) -> str:
    return hypothesis_said((one.condition, one.effect, one.because), locale)


def _done(voice: Voice, gate: Completeness) -> str:
    return voice.t("{n} rubriques remplies sur {of}", "{n} of {of} fields filled", n=gate.filled, of=gate.wanted)
