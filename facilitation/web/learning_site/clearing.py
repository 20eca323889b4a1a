"""Which experiments may publish their learnings, and what stands in the way of the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.gate import completeness
from facilitation.documentation.site import site_files
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import DIFFUSION
from facilitation.records import experiments, learnings
from facilitation.records.experiments import Experiment
from facilitation.records.reading import objections, windows
from facilitation.web.documents.gathering import gather
from facilitation.web.documents.pages import form_of
from facilitation.web.doors import doors
from facilitation.web.language import said

PARTS = ("D0", "D10", "D14")
"""What goes with a learning wherever it goes: whose it is, how sure one is, the frame of the data."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way, and where it is mended."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """An experiment with validated learnings; without obstacles they may be published."""

    experiment: Experiment
    learnings: int
    obstacles: tuple[Obstacle, ...]


def cleared(among: Iterable[int]) -> tuple[Cleared, ...]:
    """Those of these experiments that have a validated learning."""
    found = []
    for experiment in experiments.everything(doors().database):
        mine = learnings.of_experiment(doors().database, experiment.id)
        count = sum(one.validated_at is not None for one in mine)
        if experiment.id in among and count:
            found.append(Cleared(experiment, count, tuple(_obstacles(experiment))))
    return tuple(sorted(found, key=lambda one: one.experiment.id))


def files_for(ready: Iterable[Experiment]) -> dict[str, bytes]:
    """The site of these experiments, in both languages, for readers outside."""
    chosen = tuple(ready)
    told: dict[Locale, tuple[Dossier, ...]] = {
        "fr": tuple(gather(one, "fr", DIFFUSION) for one in chosen),
        "en": tuple(gather(one, "en", DIFFUSION) for one in chosen),
    }
    return site_files(told)


def _obstacles(experiment: Experiment) -> Iterable[Obstacle]:
    told = gather(experiment, "fr", DIFFUSION)
    for missing in completeness(told, "research").missing:
        if missing.part in PARTS:
            yield Obstacle(said(missing.name), form_of(experiment.id, missing))
    if not experiment.facts.licence:
        yield Obstacle(gettext("The licence is not chosen yet"), _at("experiments.edit", experiment.id))
    yield from _unread(experiment.id)


def _unread(experiment: int) -> Iterable[Obstacle]:
    """Those who took part read first: what leaves before they could object cannot be called back."""
    now, here = doors().clock(), _at("windows.show", experiment)
    opened = windows.of_experiment(doors().database, experiment)
    if not opened:
        yield Obstacle(gettext("Those who took part have not been asked to read it yet"), here)
    elif any(now < one.closes_at for one in opened):
        yield Obstacle(gettext("Those who took part can still read it and object"), here)
    if any(one.state == "waiting" for one in objections.of_experiment(doors().database, experiment)):
        yield Obstacle(gettext("An objection waits to be read by the team"), here)


def _at(endpoint: str, experiment: int) -> str:
    return url_for(endpoint, experiment_id=experiment)
