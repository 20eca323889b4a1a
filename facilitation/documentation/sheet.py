"""The information sheet as a value, and what documents repeat of it; `information.py` makes it."""

from dataclasses import dataclass
from hashlib import sha256

from facilitation.domain.format import Text

STAYS = Text(
    "Restent ensuite, sous un numéro tiré au sort\u00a0: les votes, les cartes choisies, ce que des formules ont "
    "calculé des réponses, l'heure de chaque geste, le pseudonyme, le groupe et le rôle.",
    "What stays afterwards, under a number drawn by lot: votes, cards chosen, what formulas worked out from "
    "answers, the time of each act, the alias, the group and the role.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, and headings with their paragraphs, in one language."""

    locale: str
    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        """The whole sheet as plain text."""
        parts = ("\n".join((heading, *paragraphs)) for heading, paragraphs in self.parts)
        return "\n\n".join((self.title, *parts))

    @property
    def digest(self) -> str:
        """Twelve signs that change with any word of it: the same on the page, on paper and in the dossier."""
        return sha256(self.text.encode()).hexdigest()[:12]
