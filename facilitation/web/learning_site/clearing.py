"""Which experiments may publish their learnings, and what stands in the way of the others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.gate import CONTACT, KEYWORDS, completeness
from facilitation.documentation.dossier.shapes import Status
from facilitation.documentation.site import site_files
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import DIFFUSION
from facilitation.records import experiments, export_journal, learnings, taken_back
from facilitation.records.experiments import Experiment
from facilitation.records.withdrawn import to_mend
from facilitation.web.documents.gathering import as_published, gather
from facilitation.web.documents.pages import form_of
from facilitation.web.doors import doors
from facilitation.web.language import said
from facilitation.web.publishing.obstacles import Obstacle, reading

PARTS = ("D0", "D10", "D14")
"""What goes with a learning wherever it goes: whose it is, how sure one is, the frame of the data."""

CONCLUDED: tuple[Status, ...] = ("validated", "published")

NOT_FOR_A_SITE = frozenset({KEYWORDS, CONTACT})
"""What is asked of a document and not of a site: learnings that stand there stay when documents are asked for more."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """An experiment with validated learnings; without obstacles they may be published."""

    experiment: Experiment
    learnings: int
    obstacles: tuple[Obstacle, ...]
    taken_out: int | None = None
    taken_back: int | None = None

    @property
    def outdated(self) -> bool:
        """Whether a site that was taken out holds what was taken back since."""
        return self.taken_out is not None and self.taken_back is not None and self.taken_back >= self.taken_out


def cleared(among: Iterable[int]) -> tuple[Cleared, ...]:
    """Those of these experiments that have a validated learning."""
    found = []
    for experiment in experiments.everything(doors().database):
        mine = learnings.of_experiment(doors().database, experiment.id)
        count = sum(one.validated_at is not None for one in mine)
        if experiment.id in among and count:
            out = export_journal.last_of(doors().database, experiment.id, "site")
            back = taken_back.last(doors().database, experiment.id)
            found.append(Cleared(experiment, count, tuple(_obstacles(experiment)), out, back))
    return tuple(sorted(found, key=lambda one: one.experiment.id))


def files_for(ready: Iterable[Experiment]) -> dict[str, bytes]:
    """The site of these experiments, in both languages, for readers outside."""
    chosen = tuple(ready)
    told: dict[Locale, tuple[Dossier, ...]] = {
        "fr": tuple(_told(one, "fr") for one in chosen),
        "en": tuple(_told(one, "en") for one in chosen),
    }
    return site_files(told)


def _told(experiment: Experiment, locale: Locale) -> Dossier:
    """The dossier as a site tells it: nothing is concluded there but what was validated, or published."""
    told = gather(experiment, locale, DIFFUSION)
    told = replace(told, taken_back=taken_back.last(doors().database, experiment.id))
    if told.identity.status in CONCLUDED:
        return told
    published = as_published(experiment, locale, DIFFUSION)
    return replace(told, hypotheses=published.hypotheses if published else ())


def _obstacles(experiment: Experiment) -> Iterable[Obstacle]:
    told = gather(experiment, "fr", DIFFUSION)
    for missing in completeness(told, "research").missing:
        if missing.part in PARTS and missing.name not in NOT_FOR_A_SITE:
            yield Obstacle(said(missing.name), form_of(experiment, missing, "fr"))
    if not experiment.facts.licence:
        yield Obstacle(gettext("The licence is not chosen yet"), _at("experiments.edit", experiment.id))
    yield from dict.fromkeys(_gaps(experiment.id))
    yield from reading(experiment.id)


def _gaps(experiment: int) -> Iterable[Obstacle]:
    """Sentences that words were taken out of, of what the site tells."""
    for place in to_mend(doors().database, experiment):
        if place.kind == "learning":
            address = url_for("learnings.edit", experiment_id=experiment, learning_id=place.number)
        elif place.kind in ("hypothesis", "experiment"):
            address = _at("experiments.show", experiment)
        else:
            continue
        yield Obstacle(gettext("Words were withdrawn from a sentence: write it anew"), address)


def _at(endpoint: str, experiment: int) -> str:
    return url_for(endpoint, experiment_id=experiment)
