"""Whatever the team keeps in words of an experiment, text by text, as it stands now."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Table, func, select

from facilitation.database import Connection, Database
from facilitation.domain.format.text import Locale
from facilitation.records import texts
from facilitation.records.withdrawn.held import HELD, Held


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is written: `kind` is `text` or that of a `Held`, `key` names it there, `field` is its column.

    The key of a row has a part for each column of its primary key.
    """

    kind: str
    key: str
    field: str = "body"
    locale: Locale = "fr"

    @property
    def number(self) -> int:
        """Of what the text belongs to, whichever of its versions it is."""
        return int(self.key.split("/")[0])


@dataclass(frozen=True, slots=True)
class Kept:
    """A text of the team; `former` if a newer version has taken its place, so that nobody writes it anew."""

    place: Place
    words: str
    former: bool = False


SAID_ON_A_DAY = frozenset({"comment", "opinion", "objection", "version", "reading"})
"""What was said on a day stays as it was said: nobody writes it anew."""


def kept_of(database: Database, experiment: int) -> Iterator[Kept]:
    """Every text that somebody may still write anew, and the former wordings that documents print beside it."""
    for place in texts.places(database, experiment):
        if body := texts.read(database, place).body:
            yield Kept(Place("text", place.section, "body", place.locale), body)
    for held in HELD:
        if held.kind not in SAID_ON_A_DAY:
            yield from _in_columns(database, held, experiment)


def _in_columns(database: Database, held: Held, experiment: int) -> Iterator[Kept]:
    keys = [column.name for column in held.table.primary_key.columns]
    with database.reading() as connection:
        rows = connection.execute(select(held.table).where(held.of_experiment(experiment))).mappings().all()
        newest = _newest(connection, held.versions, {row[keys[0]] for row in rows}) if held.versions is not None else {}
    for row in rows:
        former = held.versions is not None and row["version"] < newest[row[keys[0]]]
        for name in held.columns:
            if row[name]:
                yield Kept(Place(held.kind, "/".join(str(row[key]) for key in keys), name), row[name], former)


def _newest(connection: Connection, versions: Table, wholes: Collection[int]) -> dict[int, int]:
    """The newest version of each of these."""
    whole = next(iter(versions.primary_key.columns))
    wanted = select(whole, func.max(versions.c.version)).where(whole.in_(wholes)).group_by(whole)
    return {row[0]: row[1] for row in connection.execute(wanted)}
