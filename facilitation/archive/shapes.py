"""What an archive says of itself, and what it holds once it has been read."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.eventlog.copying import Parts
from facilitation.records.travelling import Rows

VERSION = 1
"""Of the form of the file. It rises when an older version could not read a newer archive, and never otherwise."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in the archive."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What the documents of the house of origin were drawn with: where all of it is equal, a PDF is equal too."""

    facilitation: str
    schema: str
    spelling: int
    templates: str
    fonts: str
    weasyprint: str
    pydyf: str


@dataclass(frozen=True, slots=True)
class Held:
    """A session of the archive: the format that was played, and the SHA-256 of its text."""

    id: str
    title: str
    format: str
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The table of contents. Documents dated `made_at` come out the same in both houses."""

    archive: int
    made_at: int
    made_with: MadeWith
    title: str
    sessions: tuple[Held, ...]
    entries: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was read whole: every digest was right. `digest` is the SHA-256 of the file."""

    manifest: Manifest
    digest: str
    rows: Rows
    logs: Mapping[str, Parts]
