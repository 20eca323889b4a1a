"""The formats of a folder, each read on its own: a broken one never hides the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitation.domain.format import Format
from facilitation.formats.reader import Reading, read_format
from facilitation.formats.reading.decoding import BIGGEST

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Library:
    """Readings by format id, which is the name of the file."""

    readings: Mapping[str, Reading]

    @property
    def usable(self) -> Iterator[tuple[Reading, Format]]:
        """The formats that can be played, in the order of their ids."""
        return ((reading, reading.format) for reading in self.readings.values() if reading.format is not None)

    def format(self, name: str) -> Format | None:
        """The format called `name`, if it is there and can be used."""
        reading = self.readings.get(name)
        return reading.format if reading else None


def open_library(folder: Path) -> Library:
    """Read every format file of `folder`; raises `OSError` if the folder itself cannot be listed."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS and path.is_file())
    return Library({path.stem: read_file(path) for path in paths})


def read_file(path: Path) -> Reading:
    """Read one file, never more of it than the size limit and one byte; raises `OSError` if it cannot be opened."""
    with path.open("rb") as file:
        data = file.read(BIGGEST + 1)
    return read_format(data, path.name)
