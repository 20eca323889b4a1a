"""The formats of a folder, each read on its own: a broken one never hides the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facilitation.domain.format import Format
from facilitation.formats.reader import Reading, read_format
from facilitation.formats.shelf import ENDINGS, Shelf, bytes_of


@dataclass(frozen=True, slots=True)
class Library:
    """Readings by format id, which is the name of the file."""

    readings: Mapping[str, Reading]
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The files as they are, for formats that use them as blocks."""
    first_looks: Mapping[str, Reading] = field(default_factory=dict)
    """Readings that are quick to have: tried out where somebody already asked for that, otherwise not yet."""

    @property
    def usable(self) -> Iterator[tuple[Reading, Format]]:
        """The formats that can be played, in the order of their ids."""
        looked = self.first_looks or self.readings
        return ((reading, reading.format) for reading in looked.values() if reading.format is not None)

    def format(self, name: str) -> Format | None:
        """The format called `name`, if it is there and can be used."""
        reading = self.readings.get(name)
        return reading.format if reading else None


def open_library(folder: Path) -> Library:
    """Take in every format file of `folder`, as it is now; each is checked when somebody first asks for it.

    Raises `OSError` if the folder cannot be listed or a file of it cannot be opened.
    """
    paths = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS and path.is_file())
    files = {path.stem: (path.name, bytes_of(path)) for path in paths}
    readings = _OnDemand(files)
    return Library(readings, {name: data for name, (_, data) in files.items()}, _FirstLooks(readings))


def read_file(path: Path, *folders: Path, name: str | None = None) -> Reading:
    """Read one file, never more of it than the size limit and one byte; raises `OSError` if it cannot be opened.

    The formats it uses as blocks are looked for beside it, then in `folders`.
    """
    return read_format(bytes_of(path), name or path.name, Shelf(path.parent, *folders))


class _OnDemand(Mapping[str, Reading]):
    """Readings made when first wanted: trying out a whole library would keep the door shut for seconds."""

    def __init__(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        self._files = files
        self._shelf = {name: data for name, (_, data) in files.items()}
        self.made: dict[str, Reading] = {}

    def __getitem__(self, name: str) -> Reading:
        if name not in self.made:
            self.made[name] = self.read(name, tried_out=True)
        return self.made[name]

    def read(self, name: str, *, tried_out: bool) -> Reading:
        """Read one file now. Raises KeyError if there is none of this name."""
        file, data = self._files[name]
        return read_format(data, file, self._shelf, tried_out=tried_out)

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class _FirstLooks(Mapping[str, Reading]):
    """What is known of each file already, or soon."""

    def __init__(self, readings: _OnDemand) -> None:
        self._readings = readings
        self._made: dict[str, Reading] = {}

    def __getitem__(self, name: str) -> Reading:
        if name in self._readings.made:
            return self._readings.made[name]
        if name not in self._made:
            self._made[name] = self._readings.read(name, tried_out=False)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)
