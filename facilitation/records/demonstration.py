"""A ready experiment for the first start, so that nobody begins in front of an empty page."""

from dataclasses import replace

from facilitation.database import Database
from facilitation.records import checklist, experiments, hypotheses, sites

SITE = sites.SiteFacts(
    name="Salle de réunion (exemple)",
    place="room",
    connectivity="good",
    phones_allowed=True,
    notes="Un site d'exemple\u00a0: modifiez-le, ou créez le vôtre.",
)

SETTLED = checklist.Settled("ticked", "", "Équipe (exemple)")

EXPERIMENT = experiments.ExperimentFacts(
    title="Démonstration\u00a0: mieux accueillir les personnes qui arrivent",
    question="Comment mieux accueillir les personnes qui arrivent dans notre structure\u00a0?",
    theme="Accueil",
)

HYPOTHESIS = hypotheses.Wording(
    condition="chacun écrit d'abord seul, puis en parle à deux, puis à quatre",
    effect="davantage de personnes proposent des idées, et des idées plus diverses",
    because="on ose plus facilement parler après avoir écrit et essayé ses mots avec une seule personne",
)


def ensure(database: Database, now: int) -> int | None:
    """Create the demonstration in a database without any experiment; the number of the new experiment, else None."""
    if experiments.everything(database):
        return None
    site = sites.add(database, SITE)
    for item in checklist.items_of(SITE.place):
        checklist.settle(database, site, item.key, replace(SETTLED, at=now))
    number = experiments.add(database, replace(EXPERIMENT, site=site), now)
    hypotheses.add(database, number, HYPOTHESIS, None, now)
    return number
