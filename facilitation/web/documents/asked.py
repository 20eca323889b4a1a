"""What was asked of a document: which, in which language, for whom, of which day; and who took it out."""

from dataclasses import replace

from flask import url_for

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.kinds import KINDS, Kind
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import RENDERINGS, RESTITUTION, Rendering
from facilitation.records import export_journal, live_sessions, restorations
from facilitation.records.experiments import Experiment
from facilitation.web.access import the_staff
from facilitation.web.documents.gathering import as_published, gather, published_in
from facilitation.web.doors import doors
from facilitation.web.language import NotInThisLanguage
from facilitation.web.publishing.obstacles import reading


def asked_locale(asked: str) -> Locale:
    """The language; French for any other word."""
    return "en" if asked == "en" else "fr"


def asked_kind(asked: str) -> Kind:
    """Which document; the whole one for any other word."""
    return next((kind for kind in KINDS if kind == asked), "research")


def asked_rendering(asked: str) -> Rendering:
    """For whom; those who took part for any other word."""
    return RENDERINGS.get(asked, RESTITUTION)


def told_of(experiment: Experiment, locale: Locale, rendering: Rendering, which: str) -> Dossier:
    """The version that is published, unless the draft after it is asked for; the draft where none is. Outside, a draft
    that those who took part could not read and contest yet says so on each page. A version is given
    in the languages in which it was published.
    """
    published = as_published(experiment, locale, rendering) if which != "draft" else None
    if published is not None:
        languages = published_in(experiment)
        if languages and locale not in languages:
            raise NotInThisLanguage(languages, url_for("documents.show", experiment_id=experiment.id))
        return published
    draft = gather(experiment, locale, rendering)
    return replace(draft, unread=draft.identity.status != "published" and unread(experiment.id, rendering))


def unread(experiment_id: int, rendering: Rendering) -> bool:
    """Whether readers outside would be given what those who took part could not read and contest yet."""
    return rendering.published and any(True for _ in reading(experiment_id))


def date_of(experiment_id: int, asked: str) -> int:
    """The moment a document bears: now, or the day of the archive that the experiment came from."""
    restored = restorations.of_experiment(doors().database, experiment_id) if asked == "archive" else None
    return restored.archived_at if restored else doors().clock()


def note_export(experiment_id: int) -> None:
    """A line in the journal of every session whose words leave the house in this document."""
    headers = live_sessions.of_experiment(doors().database, experiment_id)
    held = [header.id for header in headers]
    export_journal.note_all(doors().database, the_staff().id, held, "dossier", doors().clock())
