"""Words that the team copied by hand though their authors did not agree to it: no document prints them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from facilitation.documentation.dossier import Dossier
from facilitation.domain.copied import Sought, copies_in, sought, without
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.unagreed import agreed_of
from facilitation.records.experiments import Experiment
from facilitation.records.withdrawn import Place, kept_of
from facilitation.web.documents.held import begun
from facilitation.web.doors import doors

WRITTEN = (
    "hypotheses",
    "change",
    "site",
    "protocol",
    "information",
    "colleges",
    "texts",
    "themes",
    "learnings",
    "commitments",
    "revisits",
    "advices",
    "photos",
    "readings",
    "versions",
)
"""What of a dossier somebody of the team writes freely."""

AS_IT_IS: Mapping[str, str] = {
    "identity": "its theme and keywords are looked at by themselves: its title is asked of everybody",
    "question": "asked of everybody",
    "partners": "the names of organisations",
    "sessions": "in its rendering; of the reasons for tests, `masked` takes care",
    "across": "numbers; of the reasons for tests, `masked` takes care",
    "objections": "of those who took part, printed as far as they agreed",
    "coding": "references, from which themes are counted",
    "chosen": "references",
    "networks": "numbers",
    "revisit_on": "a day",
    "rendering": "a word of ours",
    "unread": "yes or no",
    "invited": "numbers",
    "team": "functions, in words of ours",
    "planned": "formats, and settings that these offer",
    "taken_back": "a moment",
}
"""What of it nothing is taken out of, and why."""

WHOLE_FROM = 6
"""Nothing was taken back, and chance is likelier where whole sessions are searched: of a shorter contribution only what
stands between quotation marks counts."""

NAMES_FROM = 3
"""A theme has a name of a few words: one that is, or holds, a whole contribution of three words is that person's."""

GAPS: dict[Locale, str] = {"fr": "[mots non reproduits]", "en": "[words not reproduced]"}


@dataclass(frozen=True, slots=True)
class Copied:
    """A place where the team has copied words; `inside`: even those who took part do not read them."""

    place: Place
    words: str
    inside: bool


def masked(told: Dossier, experiment: Experiment, locale: Locale, rendering: Rendering) -> Dossier:
    """The dossier with a gap where a text repeats what may not be quoted to these readers."""
    wanted = _sought(experiment, rendering)
    if not wanted.runs and not wanted.whole:
        return told
    names = replace(wanted, whole_from=NAMES_FROM)

    def take(text: str) -> str:
        return without(text, wanted, GAPS[locale])

    if told.themes is not None:
        named = tuple(replace(one, name=without(one.name, names, GAPS[locale])) for one in told.themes.rows)
        told = replace(told, themes=replace(told.themes, rows=named))
    card = replace(told.identity, theme=take(told.identity.theme), keywords=_taken(told.identity.keywords, take))
    written = {name: _taken(getattr(told, name), take) for name in WRITTEN}
    sessions = tuple(replace(one, comparisons=_reasons_taken(one.comparisons, take)) for one in told.sessions)
    return replace(told, **written, identity=card, sessions=sessions, across=_reasons_taken(told.across, take))


def gap_in(experiment: Experiment, locale: Locale, rendering: Rendering) -> Callable[[str], str]:
    """The same for a text that stands in another document."""
    wanted = _sought(experiment, rendering)
    return lambda text: without(text, wanted, GAPS[locale])


def _reasons_taken(compared: tuple[Compared, ...], take: Callable[[str], str]) -> tuple[Compared, ...]:
    """Of what is compared, somebody of the team wrote why a test was asked for."""
    return tuple(
        replace(one, numbers=replace(one.numbers, tests=_taken(one.numbers.tests, take))) if one.numbers.tests else one
        for one in compared
    )


def copied_by_hand(experiment: Experiment) -> tuple[Copied, ...]:
    """Where the team has copied such words, so that it sees why a document prints a gap there."""
    inside, outside = _sought(experiment, RESTITUTION), _sought(experiment, DIFFUSION)
    found: dict[tuple[Place, str], Copied] = {}
    for kept in kept_of(doors().database, experiment.id):
        for wanted in (inside, outside):
            for start, end in copies_in(kept.words, wanted):
                words = kept.words[start:end]
                found.setdefault((kept.place, words), Copied(kept.place, words, wanted is inside))
    return tuple(found.values())


def _sought(experiment: Experiment, rendering: Rendering) -> Sought:
    found = [agreed_of(state, rendering) for state in begun(experiment.id)]
    free = (experiment.facts.title, experiment.facts.question, *_each(one.free for one in found))
    return sought(_each(one.kept for one in found), free, WHOLE_FROM)


def _each(several: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(words for one in several for words in one)


def _taken(value: Any, take: Callable[[str], str]) -> Any:
    match value:
        case str():
            return take(value)
        case tuple():
            return tuple(_taken(each, take) for each in value)
        case Text():
            return value  # a label of ours
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {one.name: _taken(getattr(value, one.name), take) for one in fields(value)}
    return replace(value, **changed)
