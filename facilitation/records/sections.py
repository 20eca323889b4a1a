"""The sections of a dossier that people write: their keys, headings, and what each asks for."""

from dataclasses import dataclass

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Section:
    """A text to write, printed in one part of the dossier; `needed` if it cannot be validated without."""

    key: str
    part: str
    title: Text
    asks: Text
    needed: bool = True


SECTIONS = (
    Section(
        "essential-done",
        "D1",
        Text("Ce que nous avons fait", "What we did"),
        Text("En trois phrases\u00a0: qui, quoi, quand.", "In three sentences: who, what, when."),
    ),
    Section(
        "essential-results",
        "D1",
        Text("Trois résultats", "Three results"),
        Text("Un par ligne, chacun déclaré, observé ou mesuré.", "One a line, each declared, observed or measured."),
    ),
    Section(
        "essential-learnings",
        "D1",
        Text("Trois apprentissages", "Three learnings"),
        Text(
            "Ce que nous ne savions pas avant. Laissé vide\u00a0: les trois premières fiches d'apprentissage.",
            "What we did not know before. Left empty: the first three cards of learnings.",
        ),
    ),
    Section(
        "essential-limit",
        "D1",
        Text("Une limite", "One limit"),
        Text("Ce qu'il ne faut pas conclure.", "What must not be concluded."),
    ),
    Section(
        "essential-next",
        "D1",
        Text("Et maintenant", "What next"),
        Text(
            "La prochaine chose à faire, et par quelle structure.", "The next thing to do, and by which organisation."
        ),
    ),
    Section(
        "plain",
        "D1bis",
        Text("En langage clair", "In plain language"),
        Text("Des phrases de 12 à 15 mots au plus.", "Sentences of 12 to 15 words at most."),
        needed=False,
    ),
    Section(
        "plain-read-by",
        "D1bis",
        Text("Qui a relu cette version", "Who re-read this version"),
        Text("Un groupe ou une fonction, jamais un nom.", "A group or a function, never a name."),
        needed=False,
    ),
    Section(
        "problem",
        "D2",
        Text("Le problème", "The problem"),
        Text("Ce qui ne va pas, pour qui, et comment on le sait.", "What is wrong, for whom, and how we know."),
    ),
    Section(
        "territory",
        "D3",
        Text("Territoire et situation de départ", "Territory and starting situation"),
        Text("Où, avec quelles structures, ce qui existait déjà.", "Where, with which organisations, what was there."),
    ),
    Section(
        "diagnosis",
        "D3",
        Text("Diagnostic antérieur", "Earlier diagnosis"),
        Text("Ce qui avait été établi avant, et par qui.", "What had been established before, and by whom."),
        needed=False,
    ),
    Section(
        "constraints",
        "D3",
        Text("Contraintes", "Constraints"),
        Text("Détention, connexion, temps, sécurité.", "Detention, connection, time, safety."),
    ),
    Section(
        "missing",
        "D4",
        Text("Qui manquait", "Who was missing"),
        Text(
            "Les personnes et structures qui auraient dû être là.", "The people and organisations who should have come."
        ),
    ),
    Section(
        "involvement",
        "D4",
        Text("Comment les personnes concernées ont été associées", "How the people concerned were involved"),
        Text(
            "Information, consultation, co-construction ou décision\u00a0; à quel moment.",
            "Information, consultation, co-construction or decision; at which moment.",
        ),
    ),
    Section(
        "adaptations",
        "D5",
        Text("Adaptations prévues et compétences d'animation", "Planned adaptations and facilitators' skills"),
        Text("Ce qui pouvait changer, et qui savait l'animer.", "What might change, and who could facilitate it."),
        needed=False,
    ),
    Section(
        "key-moments",
        "D6",
        Text("Moments clés et incidents", "Key moments and incidents"),
        Text(
            "Racontés, sans nom\u00a0; les tensions et les pannes aussi.",
            "Told, without names; tensions and failures too.",
        ),
    ),
    Section(
        "success",
        "D9",
        Text("Facteurs de succès", "What made it work"),
        Text("Ce qui a aidé, et d'où on le tient.", "What helped, and how we know."),
    ),
    Section(
        "obstacles",
        "D9",
        Text("Freins", "What held it back"),
        Text("Ce qui a gêné ou empêché.", "What hindered or prevented."),
    ),
    Section(
        "side-effects",
        "D9",
        Text("Effets de bord", "Side effects"),
        Text("Positifs, négatifs, ou «\u00a0aucun observé\u00a0».", "Positive, negative, or “none observed”."),
    ),
    Section(
        "disagreements",
        "D9",
        Text("Désaccords et positions minoritaires", "Disagreements and minority positions"),
        Text("Ce sur quoi la salle n'était pas d'accord.", "What the room did not agree on."),
        needed=False,
    ),
    Section(
        "decisions",
        "D11",
        Text("Décisions et suites", "Decisions and what follows"),
        Text("Les engagements ont leur propre liste.", "Commitments have a list of their own."),
    ),
    Section(
        "essential-to-keep",
        "D12",
        Text("Indispensable", "Indispensable"),
        Text("Sans quoi cela ne marche pas.", "What it does not work without."),
    ),
    Section(
        "adaptable",
        "D12",
        Text("Adaptable", "Adaptable"),
        Text("Ce qu'on peut changer ailleurs.", "What may be changed elsewhere."),
    ),
    Section(
        "avoid",
        "D12",
        Text("À éviter", "To avoid"),
        Text("Ce qui a coûté sans aider.", "What cost without helping."),
    ),
    Section(
        "cost",
        "D12",
        Text("Préparation, durée, coût, matériel, compétences", "Preparation, length, cost, material, skills"),
        Text("En heures plutôt qu'en euros.", "In hours rather than in money."),
    ),
    Section(
        "again",
        "D12",
        Text("Si c'était à refaire", "If it were to be done again"),
        Text("Ce que nous ferions autrement.", "What we would do differently."),
    ),
    Section(
        "limits",
        "D13",
        Text("Limites et biais", "Limits and biases"),
        Text(
            "Petit nombre, qui n'a pas parlé, désirabilité, effet de l'animation, pas de comparaison, saisie par un "
            "tiers, données manquantes.",
            "Small numbers, who did not speak, desirability, effect of the facilitator, no comparison, entry by "
            "somebody else, missing data.",
        ),
    ),
)

PARTS = {
    "D1": Text("L'essentiel en une page", "The essentials on one page"),
    "D1bis": Text("Version en langage clair", "Version in plain language"),
    "D2": Text("Ce que nous voulions apprendre", "What we wanted to learn"),
    "D3": Text("Contexte et terrain", "Context and field site"),
    "D4": Text("Participants et parties prenantes", "Participants and stakeholders"),
    "D5": Text("Protocole et déroulé prévu", "Protocol and planned run"),
    "D6": Text("Ce qui s'est réellement passé", "What really happened"),
    "D9": Text(
        "Analyse\u00a0: facteurs de succès, freins, effets de bord",
        "Analysis: what made it work, what held it back, side effects",
    ),
    "D11": Text("Décisions, engagements, suites", "Decisions, commitments, what follows"),
    "D12": Text("Généraliser\u00a0: conditions d'essaimage", "Generalising: conditions for scaling out"),
    "D13": Text("Limites et biais", "Limits and biases"),
}
"""The headings of the parts that hold written sections, in the order of the dossier."""


def section(key: str) -> Section | None:
    """The section with this key."""
    return next((each for each in SECTIONS if each.key == key), None)
