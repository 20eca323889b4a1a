"""What stands in the way of validating a dossier, each with the page where it is settled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.gate import completeness
from facilitation.domain.format.text import Locale
from facilitation.records import live_sessions, withdrawn
from facilitation.records.live_sessions import LiveSession
from facilitation.records.reading import objections, windows
from facilitation.web.doors import doors


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What is to be settled, and where."""

    words: str
    to: str


def whole_in(found: Mapping[Locale, Dossier]) -> tuple[Locale, ...]:
    """The languages in which nothing is missing."""
    return tuple(each for each, told in found.items() if completeness(told, "research").whole)


def in_the_way(experiment_id: int, found: Mapping[Locale, Dossier]) -> tuple[Obstacle, ...]:
    """Everything, in the order in which a team meets it, whichever language each of them reads. A dossier has to be
    whole in one language at least: not every team writes two.
    """
    return (*_fields(experiment_id, found), *_sessions(experiment_id), *reading(experiment_id))


def _fields(experiment_id: int, found: Mapping[Locale, Dossier]) -> Iterator[Obstacle]:
    missing = min(len(completeness(told, "research").missing) for told in found.values())
    if missing:
        words = ngettext("%(num)d field of the dossier is empty.", "%(num)d fields of the dossier are empty.", missing)
        yield Obstacle(words, url_for("documents.show", experiment_id=experiment_id))


def _sessions(experiment_id: int) -> Iterator[Obstacle]:
    for each in live_sessions.of_experiment(doors().database, experiment_id):
        if _goes_on(each):
            words = gettext("“%(title)s” is not over.", title=each.title)
            yield Obstacle(words, url_for("sessions.show", session_id=each.id))


def reading(experiment_id: int) -> Iterator[Obstacle]:
    """What is open between the team and those who took part."""
    again = len(withdrawn.to_reread(doors().database, experiment_id))
    if again:
        yield Obstacle(
            ngettext("%(num)d passage is to be read again.", "%(num)d passages are to be read again.", again),
            url_for("publishing.show", experiment_id=experiment_id) + "#again",
        )
    database, here = doors().database, url_for("windows.show", experiment_id=experiment_id)
    found = windows.of_experiment(database, experiment_id)
    ended = [each.closed_at or 0 for each in live_sessions.of_experiment(database, experiment_id)]
    lately = [each for each in found if each.opened_at >= max(ended, default=0)]
    if not lately:
        yield Obstacle(gettext("Those who took part have not been able to read it since the last session."), here)
    elif not any(each.counts for each in lately):
        yield Obstacle(gettext("It was open for reading while no withdrawal code worked: nobody could read it."), here)
    if windows.open_now(database, experiment_id, doors().clock()):
        yield Obstacle(gettext("They are reading it: wait until the window closes."), here)
    waiting = sum(each.state == "waiting" for each in objections.of_experiment(database, experiment_id))
    if waiting:
        yield Obstacle(
            ngettext("%(num)d objection waits to be read.", "%(num)d objections wait to be read.", waiting), here
        )


def _goes_on(session: LiveSession) -> bool:
    return session.started_at is not None and session.closed_at is None
