"""The versions of a dossier as its documents list them: which, when, why."""

from dataclasses import dataclass

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Amended:
    """One version. `cause` is in words; `by_itself` where something was taken back and nobody of the team published."""

    number: int
    at: int
    cause: Text
    why: str = ""
    by_itself: bool = False
