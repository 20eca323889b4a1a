"""Finished chapters, under the digest of what they were drawn from: made again, a document costs what has changed."""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from facilitation.typesetting.chapters.block import Chapter


@dataclass(frozen=True, slots=True)
class ChapterShelf:
    """A folder of chapters, which the server makes and throws away; without one, nothing is kept."""

    folder: Path | None

    def find(self, chapter: Chapter) -> bytes | None:
        """The chapter as it was drawn before, with the same numbers."""
        if self.folder is None:
            return None
        try:
            return (self.folder / _name(chapter)).read_bytes()
        except OSError:
            return None

    def keep(self, chapter: Chapter, drawn: bytes) -> None:
        """Put a chapter there. A shelf that was thrown away meanwhile, or a full disk, keeps nothing."""
        if self.folder is None:
            return
        file = self.folder / _name(chapter)
        with suppress(OSError):
            half = file.with_suffix(".half")
            half.write_bytes(drawn)
            half.replace(file)


def _name(chapter: Chapter) -> str:
    return sha256(f"{chapter.first} {chapter.room} {chapter.archival}\n{chapter.html}".encode()).hexdigest()
