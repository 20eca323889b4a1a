"""Notes of the facilitator."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Write down a moment: kept for the documentation, or for those who facilitate only."""

    text: str
    kept: bool = True


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Keep a note for the documentation after all, or keep it out."""

    note: str
    kept: bool


@dataclass(frozen=True, slots=True)
class EditNote:
    """Put other words for a moment that was kept: the former are erased."""

    note: str
    text: str


@dataclass(frozen=True, slots=True)
class EraseNote:
    """Erase a moment that was kept."""

    note: str
