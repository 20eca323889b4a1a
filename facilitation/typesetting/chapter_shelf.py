"""Finished chapters, under the digest of what they were drawn from: made again, a document costs what has changed."""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ChapterShelf:
    """A folder of chapters, which the server makes and throws away; without one, nothing is kept."""

    folder: Path | None

    def find(self, html: str, first: int) -> bytes | None:
        """The chapter as it was drawn before, numbered from `first`."""
        if self.folder is None:
            return None
        try:
            return (self.folder / _name(html, first)).read_bytes()
        except OSError:
            return None

    def keep(self, html: str, first: int, drawn: bytes) -> None:
        """Put a chapter there. A shelf that was thrown away meanwhile, or a full disk, keeps nothing."""
        if self.folder is None:
            return
        file = self.folder / _name(html, first)
        with suppress(OSError):
            half = file.with_suffix(".half")
            half.write_bytes(drawn)
            half.replace(file)


def _name(html: str, first: int) -> str:
    return sha256(f"{first}\n{html}".encode()).hexdigest()
