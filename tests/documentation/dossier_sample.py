"""A dossier of three sessions, with everything in it; and what is left when nothing was written."""

from dataclasses import replace

from facilitation.documentation.analysis.themes import ThemeRow, ThemeTable
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.planned import runs_of
from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.documentation.dossier.shapes import (
    Advice,
    Amendment,
    Authorisation,
    Change,
    Commitment,
    Evidence,
    Hypothesis,
    Identity,
    Instrument,
    Learning,
    Partner,
    Protocol,
    Revisit,
    Site,
    Written,
)
from facilitation.documentation.sheet import Sheet
from facilitation.domain.format import Text
from facilitation.domain.session import Consents, Session
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering
from tests.documentation.sample import MINUTE, STARTED, codeveloppement, one_two_four_all, public_goods

DAY = 24 * 60 * MINUTE

TEXTS = {
    "essential-done": (
        "D1",
        "Ce que nous avons fait",
        "Trois séances, en *novembre* : une collecte, un jeu, un échange.",
    ),
    "essential-results": (
        "D1",
        "Trois résultats",
        "- déclaré : l'accueil compte plus que le lieu\n- mesuré : le pot baisse d'un tour à l'autre",
    ),
    "plain": ("D1bis", "En langage clair", "Nous avons fait trois ateliers.\n\nChacun a pu écrire."),
    "problem": ("D2", "Le problème", "Les premières semaines, beaucoup ne reviennent pas."),
    "territory": ("D3", "Territoire et situation de départ", "La métropole de Lyon ; cinq structures."),
    "missing": ("D4", "Qui manquait", "Les services sociaux de droit commun."),
    "key-moments": ("D6", "Moments clés et incidents", "Une panne de réseau de dix minutes."),
    "success": ("D9", "Facteurs de succès", "Écrire seul d'abord a aidé : {ref}.\n\n> dit en fin de séance"),
    "obstacles": ("D9", "Freins", "Le temps a manqué."),
    "side-effects": ("D9", "Effets de bord", "Aucun observé."),
    "decisions": ("D11", "Décisions et suites", "Recommencer au printemps."),
    "again": ("D12", "Si c'était à refaire", "Une séance de moins, plus longue."),
    "limits": ("D13", "Limites et biais", "Petit nombre ; les plus réservés ont peu parlé."),
}


def everyone_agrees(session: Session) -> Session:
    """The same session, had everybody agreed to everything."""
    yes = Consents(report=True, quotation=True, publication=True)
    return replace(session, people={id: replace(one, consents=yes) for id, one in session.people.items()})


def sessions() -> tuple[Session, ...]:
    """The three sessions, each on a day of its own in name only: their clocks are those of the samples."""
    held = (one_two_four_all(), public_goods(), codeveloppement())
    return tuple(everyone_agrees(replace(one, id=f"held{number}")) for number, one in enumerate(held))


def dossier(rendering: Rendering = RESTITUTION) -> Dossier:
    """Everything filled in, in French."""
    told = around(tuple(outcome(session, rendering) for session in sessions()), rendering)
    sheet = Sheet("fr", "Information : Accueillir", (("À quoi cela sert", ("Comprendre ce qui fait revenir.",)),))
    return replace(told, planned=runs_of(sessions(), held=True), information=sheet)


def around(told: tuple[Outcome, ...], rendering: Rendering = RESTITUTION) -> Dossier:
    """What a team may have written around some sessions, in French. The first contribution is what it rests on."""
    ref = min(contributions_of(told[0]).items(), key=lambda item: item[1].number)[0]
    return Dossier(
        identity=Identity(
            number=7,
            title="Accueillir les premières semaines",
            theme="Coopération entre acteurs de l'inclusion",
            programme="Programme d'essai",
            edition="saison 2025-2026",
            organisations=("Laboratoire d'essai", "Association d'essai"),
            contact="labo@exemple.test",
            licence="CC BY 4.0",
            keywords=("accueil", "coopération"),
        ),
        question="Qu'est-ce qui fait revenir quelqu'un la deuxième semaine ?",
        hypotheses=(
            Hypothesis(
                "chacun écrit d'abord seul",
                "les idées des plus réservés sont retenues",
                "personne n'a à parler le premier",
                ("au moins un tiers des idées retenues vient de personnes qui n'ont pas pris la parole",),
                STARTED - 3 * DAY,
                STARTED,
                verdict=Text("nuancée", "nuanced"),
                verdict_words="Retenues, mais plus rarement qu'espéré.",
            ),
        ),
        change=Change(
            ("deux animateurs",),
            ("trois séances",),
            ("des structures qui se connaissent",),
            ("un livret d'accueil, écrit avec celles et ceux qui viennent d'arriver et relu par deux structures",),
            ("on revient la deuxième semaine",),
        ),
        site=Site(
            "Maison de quartier",
            Text("local associatif", "premises of an association"),
            Text("faible", "weak"),
            phones=True,
            authorisations=(
                Authorisation(Text("Téléphones", "Phones"), "given", "la direction du lieu", STARTED - 9 * DAY),
                Authorisation(Text("Interprète", "Interpreter"), "waived", why="personne n'en a demandé"),
            ),
        ),
        partners=(Partner("Fondation d'essai", Text("finance", "funds")),),
        protocol=Protocol(
            version=2,
            frozen_at=STARTED,
            purpose="Comprendre ce qui fait revenir.",
            basis="intérêt légitime",
            data="Textes sans nom, votes, durées.",
            controllers="les deux associations",
            contact="dpo@exemple.test",
            retention=((Text("textes", "texts"), "12 mois après validation"),),
            instruments=(Instrument("Météo de sortie", Text("maison", "home-made")),),
            amendments=(Amendment("une séance de plus", "la première a été trop courte", STARTED + DAY),),
            sheet="9f" * 32,
        ),
        texts=tuple(
            Written(key, part, Text.same(title), body.replace("{ref}", "{" + ref + "}"))
            for key, (part, title, body) in TEXTS.items()
        ),
        sessions=told,
        learnings=(
            Learning(
                1,
                "Il faut un lieu.",
                "Les idées parlent d'accueil, pas de lieu.",
                "L'accueil compte plus que le lieu.",
                "Former deux personnes à l'accueil.",
                "medium",
                "dit par la moitié des groupes",
                "les structures",
                (Evidence(0, ref),),
            ),
            Learning(2, "Le pot monte.", "Il baisse.", "Sans parole, le pot baisse.", "Parler avant.", "low", "un jeu"),
        ),
        commitments=(Commitment("Association d'essai", "écrire le livret", "mars 2026", "un brouillon"),),
        revisits=(Revisit(STARTED + 100 * DAY, "Le livret est écrit."),),
        advices=(
            Advice(Text("favorable avec réserves", "favourable, with reservations"), "À refaire ailleurs.", STARTED),
        ),
        revisit_on=STARTED + 180 * DAY,
        themes=ThemeTable(
            (ThemeRow("Accueil", "Ce qui aide à entrer.", 14, (1, 2), (ref,)), ThemeRow("Rythme", "", None, ())),
            read=41,
            coders=2,
            open=3,
            threshold=rendering.threshold,
        ),
        rendering=rendering.name,
    )


def bare() -> Dossier:
    """A title, and nothing else."""
    return Dossier(Identity(1, "Sans rien"))
