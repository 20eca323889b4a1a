"""What an experiment may have around it, so that every page about it has something to show."""

from datetime import date

from facilitation.database import Database
from facilitation.records import commitments, council, logos, organisations, programmes, protocols, revisits, themes
from facilitation.records.commitments import Promise
from facilitation.records.council import Opinion
from facilitation.records.logos import Logo
from facilitation.records.organisations import Whole
from facilitation.records.programmes import EditionFacts
from facilitation.records.protocols import AskedTest, Instrument, Terms
from facilitation.records.revisits import Revisit
from facilitation.records.themes import ThemeFacts

TERMS = Terms(
    purpose="Comprendre ce qui aide à oser parler.",
    invited="Par les structures partenaires ; douze personnes attendues.",
    collected=("Ce que vous écrivez pendant la séance", "Vos votes"),
    seen_by=("L'équipe de l'expérimentation",),
    basis="consent",
    controllers=("Association des exemples",),
    contact="Déléguée à la protection des données, dpo@example.org",
    contributions_months=12,
    journal_months=6,
    papers_days=30,
    instruments=(
        Instrument("Météo", "own"),
        Instrument("Collaboration 0-5", "adapted", "Frey et al. 2006", "avant", ("collaboration-network/today_level",)),
    ),
    tests=(AskedTest("training-block/clear", "change", "sign", "C'est la question de l'hypothèse."),),
)

LOGO = Logo(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
    ),
    1,
    1,
)
"""One black pixel."""


def furnish(database: Database) -> None:
    """A programme with an edition, organisations, a complete protocol: of the first experiment."""
    programme = programmes.add(database, "Programme d'essai", "Pour essayer.")
    edition = programmes.add_edition(
        database, programme, EditionFacts("2026", date(2026, 1, 5), date(2026, 10, 4), "Notes")
    )
    programmes.place(database, 1, edition)
    organisations.join(database, "Fondation des exemples", "funder", "funder", Whole(edition=edition))
    organisations.join(database, "Association des exemples", "association", "bearer", Whole(experiment=1))
    logos.keep(database, organisations.of(database, Whole(experiment=1))[0].organisation, LOGO)
    commitments.add(
        database, 1, Promise("Association des exemples", "Afficher le plan du lieu", date(2026, 12, 1)), 1, 10
    )
    council.comment(database, 1, "D2", "Le critère se vérifie-t-il ?", 1, 11)
    council.advise(database, 1, Opinion("reservations", "Sous réserve d'un second groupe.", 1, 12))
    revisits.add(database, 1, Revisit(date(2026, 11, 2), "Le plan est resté.", 1, 13))
    themes.add(database, 1, ThemeFacts("Accueil", "Ce qui aide à entrer."), 1, 14)
    protocols.save(database, 1, TERMS, "", 1, 10, launched=False)
