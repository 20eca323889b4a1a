"""The shapes of the journal."""

from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.commands import By
from facilitation.domain.events import Event
from facilitation.domain.format import Text

Kind = Literal["stage", "time", "plan", "room", "wall", "cards", "moment", "note", "observed"]

KINDS: dict[Kind, Text] = {
    "stage": Text("Étapes", "Stages"),
    "time": Text("Temps", "Time"),
    "plan": Text("Déroulé modifié", "Run sheet changed"),
    "room": Text("Salle et groupes", "Room and groups"),
    "wall": Text("Écran", "Wall"),
    "cards": Text("Modération", "Moderation"),
    "moment": Text("Moments à retenir", "Moments to keep"),
    "note": Text("Notes privées", "Private notes"),
    "observed": Text("Observations", "Observations"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One event, and who asked for it."""

    event: Event
    by: By


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `by` is the account that did it, empty for the clock and the room; `words` are a facilitator's or an
    observer's; `note` names the note they are of, `excerpt` what of it goes to the documentation.
    """

    at: int
    kind: Kind
    said: Text
    step: Text | None = None
    by: str = ""
    observer: int | None = None
    words: str = ""
    note: str = ""
    excerpt: str = ""
    flagged: bool = False
    marks: tuple[Text, ...] = field(default=())
