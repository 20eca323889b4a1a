"""Where a format finds the formats that it uses as blocks: by name, in one folder after the other."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from facilitation.formats.reading.decoding import BIGGEST

ENDINGS = (".yaml", ".yml")


class Shelf(Mapping[str, bytes]):
    """The files of some folders under the names of their formats; each is read when it is asked for."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders

    def _files(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self._folders:
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                if path.suffix in ENDINGS and path.is_file():
                    found.setdefault(path.stem, path)
        return found

    def __getitem__(self, name: str) -> bytes:
        return bytes_of(self._files()[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files())

    def __len__(self) -> int:
        return len(self._files())


def bytes_of(path: Path) -> bytes:
    """A file, never more of it than the size limit and one byte; raises `OSError` if it cannot be opened."""
    with path.open("rb") as file:
        return file.read(BIGGEST + 1)


NOTHING: Mapping[str, bytes] = {}
"""The shelf of a file that stands alone."""
