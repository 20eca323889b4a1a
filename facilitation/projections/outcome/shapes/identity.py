"""Which session an outcome tells, of which format."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Origin, Text


@dataclass(frozen=True, slots=True)
class GuideMaterial:
    """What those who facilitated had before them, for the whole format (no stage) or for one stage."""

    title: Text | None
    lines: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which session, of which format. Moments are milliseconds since 1970 (UTC)."""

    session: str
    title: str
    locale: Literal["fr", "en"]
    kind_of_format: str
    format_id: str
    format_version: str
    format_title: Text
    format_summary: Text
    objectives: tuple[Text, ...]
    digest: str
    source: Text
    licence: str
    authors: str
    planned_at: int
    started_at: int | None
    closed_at: int | None
    seq: int
    built_from: tuple[Origin, ...] = ()
    """The formats whose stages this one held, with the credits of each."""
    theme: str = ""
    family: str = ""
    guides: tuple[GuideMaterial, ...] = ()
