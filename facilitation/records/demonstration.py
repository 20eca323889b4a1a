"""A ready experiment for the first start, so that nobody begins in front of an empty page."""

from dataclasses import replace

from facilitation.database import Database
from facilitation.records import checklist, experiments, hypotheses, protocols, sites
from facilitation.records.protocols import Instrument, Terms

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

TERMS = Terms(
    purpose="Essayer le logiciel et savoir s'il convient à notre manière d'animer (exemple).",
    invited="Des collègues qui veulent bien essayer.",
    collected=("Ce que vous écrivez et choisissez pendant la séance, sous un pseudonyme",),
    seen_by=("Les personnes de la salle, quand une étape le dit", "L'équipe qui mène l'atelier"),
    basis="consent",
    controllers=("Votre structure (exemple, à remplacer dans le protocole)",),
    contact="La fonction chargée des données dans votre structure (exemple)",
    contributions_months=1,
    journal_months=12,
    papers_days=30,
    instruments=(Instrument("Aucun (exemple)"),),
)

NOBODY = 0
"""The account that wrote it: none, it came with the house."""


def ensure(database: Database, now: int) -> int | None:
    """Create the demonstration in a database without any experiment; the number of the new experiment, else None."""
    if experiments.everything(database):
        return None
    site = sites.add(database, SITE)
    for item in checklist.items_of(SITE.place):
        checklist.settle(database, site, item.key, replace(SETTLED, at=now))
    number = experiments.add(database, replace(EXPERIMENT, site=site), now)
    hypotheses.add(database, number, HYPOTHESIS, None, now)
    protocols.save(database, number, TERMS, "", NOBODY, now, launched=False)
    return number
