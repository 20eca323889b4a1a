"""What the document of a kept session says of its experiment."""

from facilitation.database import Database
from facilitation.documentation import ExperimentCard
from facilitation.domain.format.text import Locale
from facilitation.records import experiments, live_sessions, sites

IF_THEN_BECAUSE = {"fr": ("Si", "alors", "parce que"), "en": ("If", "then", "because")}


def card_of(database: Database, session_id: str, locale: Locale) -> ExperimentCard:
    """The card of the experiment a session belongs to; an empty one for a session without (a rehearsal)."""
    header = live_sessions.find(database, session_id)
    experiment = experiments.find(database, header.experiment) if header else None
    if experiment is None:
        return ExperimentCard()
    facts = experiment.facts
    site = sites.find(database, facts.site) if facts.site else None
    parts = zip(IF_THEN_BECAUSE[locale], facts.hypothesis, strict=True)
    return ExperimentCard(
        title=facts.title,
        question=facts.question,
        hypothesis=" ".join(f"{word} {part}" for word, part in parts if part),
        site=site.facts.name if site else "",
        theme=facts.theme,
    )
