"""The shipped formats and the house's own ones under their ids, each read once."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping

from facilitation.database import Database
from facilitation.domain.format import Format
from facilitation.formats import Library, Reading, read_format
from facilitation.records import own_formats

MOST_REMEMBERED = 500


class _Blocks(Mapping[str, bytes]):
    """The texts that a format of the house may use as blocks: the house's own, then the shipped ones."""

    def __init__(self, shipped: Library, database: Database) -> None:
        self._shipped = shipped
        self._database = database

    def __getitem__(self, name: str) -> bytes:
        for saved in own_formats.newest(self._database, name):
            return saved.source.encode("utf-8", "replace")
        return self._shipped.texts[name]

    def __iter__(self) -> Iterator[str]:
        own = (saved.format for saved in own_formats.newest(self._database))
        return iter(sorted({*self._shipped.texts, *own}))

    def __len__(self) -> int:
        return len(list(iter(self)))


class _Joined(Mapping[str, Reading]):
    """The shipped formats and the house's own, in the order of their ids; an own one hides a shipped one."""

    def __init__(self, shipped: Mapping[str, Reading], own: Mapping[str, Reading]) -> None:
        self._shipped = shipped
        self._own = own

    def __getitem__(self, name: str) -> Reading:
        return self._own[name] if name in self._own else self._shipped[name]

    def __contains__(self, name: object) -> bool:
        return name in self._own or name in self._shipped

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._shipped, *self._own}))

    def __len__(self) -> int:
        return len({*self._shipped, *self._own})


class Shelf:
    """Where a format is found by its id. Asked anew each time: what somebody saves is there at once."""

    def __init__(self, shipped: Library, database: Database) -> None:
        self.shipped = shipped
        self.database = database
        self._read: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Every format by id, in the order of the ids; each shipped one is tried out when it is first asked for."""
        return _Joined(self.shipped.readings, self._own())

    @property
    def first_looks(self) -> Mapping[str, Reading]:
        """The same for lists, quick to have: a shipped format may not have been tried out yet."""
        return _Joined(self.shipped.first_looks or self.shipped.readings, self._own())

    @property
    def usable(self) -> Iterator[tuple[Reading, Format]]:
        """The formats that can be played, in the order of their ids."""
        return ((reading, reading.format) for reading in self.first_looks.values() if reading.format is not None)

    def _own(self) -> dict[str, Reading]:
        return {saved.format: self.check(saved.source, saved.format) for saved in own_formats.newest(self.database)}

    def reading(self, name: str) -> Reading | None:
        """The format called `name`, usable or not."""
        for saved in own_formats.newest(self.database, name):
            return self.check(saved.source, saved.format)
        return self.shipped.readings.get(name)

    def format(self, name: str) -> Format | None:
        """The format called `name`, if it is there and can be used."""
        reading = self.reading(name)
        return reading.format if reading else None

    def check(self, source: str, name: str) -> Reading:
        """Read and check a text as the file `name`.yaml; the same text is read only once."""
        if "use:" in source:
            # What it uses may have been saved anew since: it is read again.
            return read_format(source.encode("utf-8", "replace"), f"{name}.yaml", _Blocks(self.shipped, self.database))
        known = self._read.get((name, source))
        if known is None:
            known = read_format(source.encode("utf-8", "replace"), f"{name}.yaml")
            self._read[name, source] = known
        self._read.move_to_end((name, source))
        if len(self._read) > MOST_REMEMBERED:
            self._read.popitem(last=False)
        return known
