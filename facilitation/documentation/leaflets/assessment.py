"""A skeleton of the impact assessment (GDPR, article 35), in the four parts of the French authority's method."""

from facilitation.documentation.information import AFTERWARDS, FREE, RIGHTS
from facilitation.documentation.leaflets.facts import measures, people
from facilitation.documentation.leaflets.shapes import Leaflet, Part, Row
from facilitation.documentation.leaflets.voice import Say, basis_row, data_row, retention_row, row, said, voice
from facilitation.records.protocols import Terms


def assessment_skeleton(title: str, terms: Terms, ticket_days: int, locale: str, version: int) -> Leaflet:
    """What is known is written; what has to be judged is left to those who answer for it."""
    say = voice(locale)
    return Leaflet(
        "assessment",
        "en" if locale == "en" else "fr",
        say("Trame d'analyse d'impact (AIPD)", "Skeleton of the impact assessment (DPIA)"),
        say(
            "Article 35 du règlement (UE) 2016/679. «\u00a0{title}\u00a0», protocole version {n}. Une trame n'est pas "
            "une analyse\u00a0: ce qui est à juger reste vide.",
            "Article 35 of Regulation (EU) 2016/679. “{title}”, protocol version {n}. A skeleton is not an assessment: "
            "what has to be judged is left empty.",
        ).format(title=title, n=version),
        (_context(say, terms, ticket_days), _principles(say, terms), *_risks(say), _decision(say)),
    )


def _context(say: Say, terms: Terms, ticket_days: int) -> Part:
    rows = (
        row(say, "Finalité", "Purpose", terms.purpose),
        row(say, "Responsables du traitement", "Controllers", *terms.controllers),
        row(say, "Personnes concernées", "People concerned", *people(say)),
        data_row(say, terms),
        row(say, "Destinataires", "Recipients", *terms.seen_by),
        retention_row(say, terms, ticket_days),
        row(say, "Supports\u00a0: machines, réseau, papiers, lieux", "Supports: machines, network, papers, places"),
        row(
            say,
            "Pourquoi une analyse",
            "Why an assessment",
            say(
                "Deux critères des lignes directrices au moins\u00a0: personnes fragiles, données très personnelles.",
                "At least two criteria of the guidelines: vulnerable people, highly personal data.",
            ),
        ),
    )
    return _table(say("1. Contexte", "1. Context"), rows)


def _principles(say: Say, terms: Terms) -> Part:
    rows = (
        basis_row(say, terms),
        row(
            say,
            "Infractions, condamnations, santé (art. 9 et 10)",
            "Offences, convictions, health (art. 9 and 10)",
            say(
                "Jamais demandées\u00a0; chaque champ libre prie de n'en rien écrire. Participer peut en révéler "
                "quelque chose\u00a0: à juger ci-dessous.",
                "Never asked for; every free field asks to write nothing of it. Taking part may reveal some of it: to "
                "be judged below.",
            ),
        ),
        row(say, "Habilitation de chaque structure", "What each organisation is entitled to"),
        row(say, "Nécessité et proportionnalité", "Necessity and proportionality"),
        row(say, "Liberté de participer", "Freedom to take part", said(say, FREE)),
        row(say, "Droits des personnes", "Rights of the people", said(say, RIGHTS), said(say, AFTERWARDS)),
        row(say, "Sous-traitants, hébergement", "Processors, hosting"),
    )
    return _table(say("2. Principes fondamentaux", "2. Fundamental principles"), rows)


def _risks(say: Say) -> tuple[Part, ...]:
    feared = (
        (
            say("3a. Accès illégitime aux données", "3a. Illegitimate access to data"),
            say(
                "Quelqu'un de la salle reconnaît qui a écrit\u00a0; un téléphone ou un papier est perdu.",
                "Somebody in the room recognises who wrote; a phone or a paper is lost.",
            ),
            measures(say),
        ),
        (
            say("3b. Modification non désirée", "3b. Unwanted change"),
            say("Des mots sont changés ou attribués à tort.", "Words are changed, or given to somebody else."),
            (
                say(
                    "Journal en ajout seul, vérifiable (facilitation verify)\u00a0; chacun relit et corrige.",
                    "A log that only grows and can be verified (facilitation verify); people re-read and correct.",
                ),
            ),
        ),
        (
            say("3c. Disparition des données", "3c. Loss of data"),
            say("Le poste tombe en panne pendant la séance.", "The computer breaks down during the session."),
            (
                say(
                    "Chaque geste est écrit avant d'être confirmé\u00a0; la base se copie serveur allumé.",
                    "Every act is written before it is confirmed; the database can be copied while the server runs.",
                ),
            ),
        ),
    )
    return tuple(_table(heading, _risk(say, example, known)) for heading, example, known in feared)


def _risk(say: Say, example: str, known: tuple[str, ...]) -> tuple[Row, ...]:
    return (
        row(say, "Par exemple", "For instance", example),
        row(say, "Mesures du logiciel", "Measures of the software", *known),
        row(say, "Effets sur les personnes", "Effects on the people"),
        row(say, "Sources de risque, menaces", "Sources of risk, threats"),
        row(say, "Autres mesures", "Other measures"),
        row(say, "Gravité, vraisemblance", "Severity, likelihood"),
    )


def _decision(say: Say) -> Part:
    rows = (
        row(say, "Avis du délégué à la protection des données", "Opinion of the data protection officer"),
        row(say, "Avis de personnes concernées", "Views of people concerned"),
        row(say, "Plan d'action", "Action plan"),
        row(say, "Décision, date, fonction", "Decision, date, function"),
    )
    return _table(say("4. Validation", "4. Validation"), rows)


def _table(heading: str, rows: tuple[Row, ...]) -> Part:
    return Part(heading, (), heading, rows)
