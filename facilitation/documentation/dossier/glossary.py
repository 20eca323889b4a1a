"""The abbreviations of the field, spelled out at the end of a document that uses them."""

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from facilitation.documentation.typography import in_both
from facilitation.domain.format import Text

SIGLES: dict[str, Text] = {
    "AIPD": in_both(
        "analyse d'impact relative à la protection des données",
        "data protection impact assessment (analyse d'impact relative à la protection des données)",
    ),
    "ATIGIP": in_both(
        "Agence du travail d'intérêt général et de l'insertion professionnelle",
        "French agency for community service and employment "
        "(Agence du travail d'intérêt général et de l'insertion professionnelle)",
    ),
    "CNIL": in_both(
        "Commission nationale de l'informatique et des libertés",
        "French data protection authority (Commission nationale de l'informatique et des libertés)",
    ),
    "COPIL": in_both("comité de pilotage", "steering committee (comité de pilotage)"),
    "COSTRAT": in_both("comité stratégique", "strategic committee (comité stratégique)"),
    "GAPP": in_both(
        "groupe d'analyse de pratiques professionnelles",
        "practice-analysis group (groupe d'analyse de pratiques professionnelles)",
    ),
    "PPSMJ": in_both(
        "personne placée sous main de justice",
        "person under a court measure (personne placée sous main de justice)",
    ),
    "SPIP": in_both(
        "service pénitentiaire d'insertion et de probation",
        "prison and probation service (service pénitentiaire d'insertion et de probation)",
    ),
    "TIG": in_both("travail d'intérêt général", "community service (travail d'intérêt général)"),
}

HERE = Markup("<!-- abbreviations -->")
"""Where they go: which of them a document uses is known once the rest of it is drawn."""


def with_glossary(html: str, draw: Callable[[Sequence[tuple[str, Text]]], str]) -> str:
    """The document with the abbreviations that it uses, drawn where it keeps a place for them."""
    if HERE not in html:
        return html
    # Not in the head, nor in what is said of a picture to those who do not see it.
    seen = re.sub(r"<[^>]+>", " ", html.partition("<body")[2])
    found = [(short, long) for short, long in SIGLES.items() if re.search(rf"\b{short}s?\b", seen)]
    return html.replace(str(HERE), draw(found) if found else "")
