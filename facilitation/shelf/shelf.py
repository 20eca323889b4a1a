"""The shipped formats and the house's own ones under their ids, each read once."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping

from facilitation.database import Database
from facilitation.domain.format import Format
from facilitation.formats import Library, Reading, read_format
from facilitation.records import own_formats

MOST_REMEMBERED = 500


class Shelf:
    """Where a format is found by its id. Asked anew each time: what somebody saves is there at once."""

    def __init__(self, shipped: Library, database: Database) -> None:
        self.shipped = shipped
        self.database = database
        self._read: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Every format by id, in the order of the ids."""
        own = {saved.format: self.check(saved.source, saved.format) for saved in own_formats.newest(self.database)}
        return dict(sorted({**self.shipped.readings, **own}.items()))

    def read_all(self) -> None:
        """Read everything now, so that nobody waits for it later."""
        dict(self.readings)

    @property
    def usable(self) -> Iterator[tuple[Reading, Format]]:
        """The formats that can be played, in the order of their ids."""
        return ((reading, reading.format) for reading in self.readings.values() if reading.format is not None)

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
        known = self._read.get((name, source))
        if known is None:
            known = read_format(source.encode("utf-8", "replace"), f"{name}.yaml")
            self._read[name, source] = known
        self._read.move_to_end((name, source))
        if len(self._read) > MOST_REMEMBERED:
            self._read.popitem(last=False)
        return known
