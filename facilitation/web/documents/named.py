"""A document that was asked for: which, for whom, in which form; what its file is called and what its button says."""

from dataclasses import dataclass
from typing import Self

from flask_babel import gettext

from facilitation.documentation.dossier.kinds import NAMES, Kind
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import RENDERINGS, RESTITUTION
from facilitation.web.documents.asked import asked_kind, asked_rendering
from facilitation.web.language import NAMES as LANGUAGES
from facilitation.web.language import said

SHORT: dict[Kind, Text] = {
    "record": Text("compte-rendu", "record"),
    "capitalisation": Text("fiche", "sheet"),
    "research": Text("recherche", "research"),
    "plain": Text("langage-clair", "plain-language"),
    "slides": Text("diapositives", "slides"),
}

READERS: dict[str, Text] = {
    "restitution": Text("participants", "participants"),
    "diffusion": Text("exterieur", "outside"),
}


@dataclass(frozen=True, slots=True)
class Document:
    """What was asked for; `rendering` by its name."""

    kind: Kind
    rendering: str
    archival: bool = False

    @property
    def kept(self) -> tuple[str, ...]:
        """As this browser remembers it with the job."""
        return (self.kind, self.rendering, "archival" if self.archival else "")

    @classmethod
    def from_kept(cls, kept: tuple[str, ...]) -> Self | None:
        """What was remembered; none where that is of another time."""
        match kept:
            case (kind, rendering, form) if kind in NAMES and rendering in RENDERINGS:
                return cls(asked_kind(kind), asked_rendering(rendering).name, form == "archival")
        return None

    def file(self, number: int, locale: Locale, ending: str) -> str:
        """The name of its file, in the language of the document: nobody sends the wrong one by mistake."""
        form = (Text("archive", "archive").said_in(locale),) if self.archival else ()
        names = (SHORT[self.kind].said_in(locale), READERS[self.rendering].said_in(locale), *form)
        return f"dossier-{number}-{'-'.join(names)}.{ending}"

    def words(self, locale: Locale) -> str:
        """The same for a person, in the language of the page."""
        inside = self.rendering == RESTITUTION.name
        whom = gettext("For those who took part, and the team") if inside else gettext("For readers outside")
        form = (gettext("Archive version (PDF/A)"),) if self.archival else ()
        return " · ".join((said(NAMES[self.kind]), whom, LANGUAGES[locale], *form))


def data_file(name: Text, number: int, locale: Locale, rendering: str, ending: str) -> str:
    """The name of a file of data."""
    return f"{name.said_in(locale)}-{number}-{READERS[rendering].said_in(locale)}.{ending}"
