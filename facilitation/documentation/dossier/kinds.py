"""The documents that one dossier makes: three levels, one page in plain language, slides."""

from typing import Literal, get_args

from facilitation.documentation.dossier.gate import LEVELS, Completeness, Missing, completeness
from facilitation.documentation.dossier.shapes import Dossier, Level
from facilitation.domain.format import Text

Kind = Literal["record", "capitalisation", "research", "plain", "slides"]

KINDS: tuple[Kind, ...] = get_args(Kind)

NAMES: dict[Kind, Text] = {
    "record": Text("Compte rendu d'expérimentation", "Record of an experiment"),
    "capitalisation": Text("Fiche de capitalisation", "Capitalisation sheet"),
    "research": Text("Dossier de recherche", "Research dossier"),
    "plain": Text("En langage clair", "In plain language"),
    "slides": Text("Diapositives", "Slides"),
}

TEMPLATES: dict[Kind, str] = {"plain": "plain.html", "slides": "slides.html"}
"""Where a kind is not drawn by the template of the levels."""


def level_of_kind(kind: Kind) -> Level:
    """The level whose fields a document shows."""
    return next((level for level in LEVELS if level == kind), "record")


def gate_of(dossier: Dossier, kind: Kind) -> Completeness:
    """What a document of this kind asks for, held against a dossier; a page in plain language asks for its text."""
    if kind != "plain":
        return completeness(dossier, level_of_kind(kind))
    missing = () if dossier.text("plain").strip() else (Missing("D1bis", NAMES["plain"], "text:plain"),)
    return Completeness("record", 1, missing)
