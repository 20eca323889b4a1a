"""What of a dossier is shown to those who took part: passage by passage, each of which may be contested."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from flask_babel import gettext
from markupsafe import Markup

from facilitation.documentation.card import LATE, hypothesis_said
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.abouts import SEEN
from facilitation.documentation.dossier.fragments import figures, written
from facilitation.documentation.dossier.shapes import Hypothesis
from facilitation.documentation.dossier.wordings import INTUITION, Wording
from facilitation.documentation.seeing import counted_said
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.records import hypotheses, learnings, texts
from facilitation.records.experiments import Experiment
from facilitation.web.dates import day
from facilitation.web.documents.gathering import gather
from facilitation.web.documents.readings import WHOLE
from facilitation.web.doors import doors
from facilitation.web.language import current_locale, said

FIRST = ("plain", "essential-done", "essential-results", "essential-learnings", "essential-limit", "essential-next")
LATER = ("key-moments", "success", "obstacles", "side-effects", "disagreements", "decisions", "limits")
"""The texts that say what took place and what is made of it. The rest is in the whole document."""

Kind = Literal["text", "hypothesis", "figure", "observed", "learning", "own", "whole"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing to read. `about` names it in addresses and in what is kept of an objection."""

    about: str
    kind: Kind
    title: str
    body: Markup


def language_of(experiment: Experiment) -> Locale:
    """The language of the page, or the other one where the team has written in that one alone."""
    locale = current_locale()
    other: Locale = "en" if locale == "fr" else "fr"
    mine, theirs = (texts.of_experiment(doors().database, experiment.id, each).keys() for each in (locale, other))
    return other if not mine & {*FIRST, *LATER} and theirs & {*FIRST, *LATER} else locale


def dossier_to_read(experiment: Experiment, locale: Locale) -> Dossier:
    """The dossier as those who took part may read it."""
    return gather(experiment, locale, RESTITUTION)


def passages_of(experiment: Experiment, told: Dossier, locale: Locale) -> tuple[Passage, ...]:
    """Everything that is shown, in the order of reading: plain words first."""
    return (
        *_texts(told, FIRST, locale),
        *_learnings(experiment, told),
        *_hypotheses(experiment, told, locale),
        *_figures(told, locale),
        *_observed(told, locale),
        *_texts(told, LATER, locale),
    )


def the_whole() -> Passage:
    """What is contested where it is no passage in particular."""
    return Passage(WHOLE, "whole", gettext("The document as a whole"), Markup())


def the_own(about: str, words: str) -> Passage:
    """A contribution of the reader, who may say how it was misunderstood."""
    return Passage(about, "own", gettext("What you wrote"), Markup('<p class="words">{}</p>').format(words))


def _texts(told: Dossier, keys: tuple[str, ...], locale: Locale) -> Iterator[Passage]:
    by_key = {text.key: text for text in told.texts}
    for text in (by_key[key] for key in keys if key in by_key):
        if text.body.strip():
            yield Passage(f"text:{text.key}", "text", said(text.title), written(told, text.body, locale))


def _learnings(experiment: Experiment, told: Dossier) -> Iterator[Passage]:
    kept = learnings.of_experiment(doors().database, experiment.id)
    for each, learning in zip(kept, told.learnings, strict=True):
        lines = (
            (gettext("We believed"), learning.thought),
            (gettext("We observed"), learning.observed),
            (gettext("We will do"), learning.will_do),
        )
        body = Markup().join(Markup("<p><strong>{}</strong> {}</p>").format(*line) for line in lines if line[1])
        yield Passage(f"learning:{each.id}", "learning", learning.learned, body)


def _hypotheses(experiment: Experiment, told: Dossier, locale: Locale) -> Iterator[Passage]:
    kept = hypotheses.of_experiment(doors().database, experiment.id)
    for each, one in zip(kept, told.hypotheses, strict=True):
        body = Markup().join(_supposed(one, locale))
        yield Passage(f"hypothesis:{each.id}", "hypothesis", gettext("What we supposed"), body)


def _supposed(one: Hypothesis, locale: Locale) -> Iterator[Markup]:
    paragraph = Markup("<p>{}</p>")
    yield paragraph.format(_sentence(one, locale))
    if not one.fixed_beforehand:
        yield paragraph.format(LATE.said_in(locale))
    for again in one.reworded:
        words = gettext("Reworded on %(day)s, after the first session:", day=day(again.at))
        yield paragraph.format(f"{words} {_sentence(again, locale)}")
    if one.verdict:
        rests = "" if one.evidence else f"({INTUITION.said_in(locale)})"
        yield Markup("<p><strong>{}</strong> {} {}</p>").format(said(one.verdict), one.verdict_words, rests)


def _sentence(one: Hypothesis | Wording, locale: Locale) -> str:
    return hypothesis_said((one.condition, one.effect, one.because), locale)


def _figures(told: Dossier, locale: Locale) -> Iterator[Passage]:
    several = len(told.sessions) > 1
    for figure in figures(told, locale):
        identity = told.sessions[figure.session].identity
        title = f"{identity.title} · {figure.title}" if several else figure.title
        yield Passage(f"figure:{identity.session}:{figure.section}", "figure", title, figure.body)


def _observed(told: Dossier, locale: Locale) -> Iterator[Passage]:
    """What those who observed saw, session by session: what they counted, and the excerpts of their notes."""
    for one in told.sessions:
        counted = [counted_said(line).said_in(locale) for line in one.seen]
        noted = [note.text for note in one.notes if note.observed]
        if counted or noted:
            title = SEEN.said_in(locale)
            items = Markup().join(Markup("<li>{}</li>").format(words) for words in (*counted, *noted))
            body = Markup("<ul>{}</ul>").format(items)
            several = len(told.sessions) > 1
            yield Passage(
                f"seen:{one.identity.session}",
                "observed",
                f"{one.identity.title} · {title}" if several else title,
                body,
            )
