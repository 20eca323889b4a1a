"""Why an archive is not made, not read or not restored: in both languages, and what to do."""

from dataclasses import dataclass
from typing import Any, Literal

from facilitation.documentation.typography import in_both
from facilitation.domain.format import Text

Why = Literal[
    "no-experiment",
    "running",
    "no-zip",
    "no-archive",
    "truncated",
    "too-large",
    "strange-names",
    "tampered",
    "newer",
    "misfit",
    "here-already",
    "locked",
    "wrong-passphrase",
    "short-passphrase",
]

WORDS: dict[Why, Text] = {
    "no-experiment": in_both(
        "Aucune expérimentation ne porte ce numéro.",
        "No experiment has this number.",
    ),
    "running": in_both(
        "Une séance est en cours : terminez-la, puis faites l'archive.",
        "A session is running: close it, then make the archive.",
    ),
    "no-zip": in_both(
        "Ce fichier n'est pas une archive : choisissez le fichier .zip tel qu'il a été téléchargé.",
        "This file is no archive: choose the .zip file as it was downloaded.",
    ),
    "no-archive": in_both(
        "Ce fichier .zip n'est pas une archive d'expérimentation : il n'a pas de manifeste lisible.",
        "This .zip file is not the archive of an experiment: it has no manifest that can be read.",
    ),
    "truncated": in_both(
        "L'archive est incomplète ou abîmée : la copie s'est sans doute interrompue. Copiez-la ou téléchargez-la "
        "de nouveau.",
        "The archive is cut short or damaged: copying it was probably interrupted. Copy or download it again.",
    ),
    "too-large": in_both(
        "L'archive est plus grande que ce que cette maison accepte (64 Mo, ou 192 Mo une fois dépliée) : elle n'a pas "
        "été lue. Vérifiez d'où elle vient.",
        "The archive is larger than this house takes (64 MB, or 192 MB unpacked): it was not read. Check where it "
        "comes from.",
    ),
    "strange-names": in_both(
        "L'archive contient des fichiers qu'aucune archive ne contient : elle n'a pas été faite par ce logiciel, ou "
        "quelqu'un l'a changée.",
        "The archive holds files that no archive holds: it was not made by this software, or somebody changed it.",
    ),
    "tampered": in_both(
        "L'archive a été changée depuis qu'elle a été faite : son contenu ne répond plus à ses empreintes. Demandez "
        "une autre copie à la maison d'origine.",
        "The archive was changed since it was made: its content no longer answers to its fingerprints. Ask the house "
        "of origin for another copy.",
    ),
    "newer": in_both(
        "L'archive vient d'une version plus récente de ce logiciel : mettez cette maison à jour, puis recommencez.",
        "The archive comes from a newer version of this software: update this house, then try again.",
    ),
    "misfit": in_both(
        "L'archive contient des données que cette maison ne peut pas garder : elle n'a pas été faite par ce logiciel, "
        "ou quelqu'un l'a changée.",
        "The archive holds data that this house cannot keep: it was not made by this software, or somebody changed it.",
    ),
    "here-already": in_both(
        "Cette expérimentation, ou l'une de ses séances, est déjà dans cette maison : rien n'est jamais remplacé.",
        "This experiment, or one of its sessions, is in this house already: nothing is ever replaced.",
    ),
    "locked": in_both(
        "Cette archive est verrouillée : donnez aussi sa phrase de passe. Sans elle, personne ne peut l'ouvrir ; si "
        "elle est perdue, demandez une autre archive à la maison d'origine.",
        "This archive is locked: give its passphrase too. Without it nobody can open it; if it is lost, ask the house "
        "of origin for another archive.",
    ),
    "wrong-passphrase": in_both(
        "L'archive ne s'ouvre pas : la phrase de passe n'est pas la bonne, ou le fichier a été abîmé ou changé. "
        "Vérifiez les majuscules, les accents et les espaces entre les mots, puis envoyez de nouveau le fichier.",
        "The archive does not open: the passphrase is not the right one, or the file was damaged or changed. Check "
        "capitals, accents and the spaces between words, then send the file again.",
    ),
    "short-passphrase": in_both(
        "Il faut au moins douze signes à une phrase de passe : quatre mots au hasard, par exemple. Rien n'a été fait.",
        "A passphrase takes at least twelve signs: four words at random, for example. Nothing was made.",
    ),
}
"""By the reason. Nothing was written where one of them is said."""


@dataclass(frozen=True, slots=True)
class Where:
    """What of an archive is refused: an entry, and perhaps the line, the column and what stands there."""

    entry: str
    line: int = 0
    column: str = ""
    value: Any = ""

    def said(self) -> Text:
        """In both languages."""
        shown = " ".join(str(self.value).split())[:SHOWN]
        line = in_both(f", ligne {self.line}", f", line {self.line}") if self.line else NOTHING
        column = in_both(f", colonne {self.column}", f", column {self.column}") if self.column else NOTHING
        value = in_both(f", « {shown} »", f", “{shown}”") if shown else NOTHING
        return Text(f"({self.entry}{line.fr}{column.fr}{value.fr})", f"({self.entry}{line.en}{column.en}{value.en})")

    def __str__(self) -> str:
        # What stands there is not for the log.
        return f"{self.entry} {self.line or ''} {self.column}".rstrip()


SHOWN = 60
NOTHING = Text("", "")


class ArchiveRefused(Exception):
    """An archive was not made, read or restored; nothing was changed. `where` names what is wrong, if it is known."""

    def __init__(self, why: Why, where: Where | None = None) -> None:
        super().__init__(f"{why} {where or ''}".strip())
        self.why = why
        self.where = where
        self.message = _at(WORDS[why], where.said()) if where else WORDS[why]


def _at(words: Text, where: Text) -> Text:
    """The sentence, with the place before its last full stop."""
    return Text(f"{words.fr.rstrip('.')} {where.fr}.", f"{words.en.rstrip('.')} {where.en}.")
