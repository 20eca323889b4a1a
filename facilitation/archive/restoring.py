"""Restoring an archive: what would come, said beforehand; then all of it in one transaction, or nothing."""

from dataclasses import dataclass

from facilitation.archive.carrying import carried
from facilitation.archive.made_with import draws_alike, made_with
from facilitation.archive.reading import read_archive
from facilitation.archive.refusals import ArchiveRefused
from facilitation.archive.shapes import Archive
from facilitation.database import Connection, Database, revision
from facilitation.eventlog import Run, at_once, copying
from facilitation.records import planting, restorations
from facilitation.records.meeting import Met, meet
from facilitation.records.restorations import Restoration


@dataclass(frozen=True, slots=True)
class Preview:
    """What an archive would bring. `alike`: whether this house would draw its documents with the same bytes."""

    archive: Archive
    people: int
    met: tuple[Met, ...]
    alike: bool
    here_already: bool

    @property
    def others(self) -> tuple[Met, ...]:
        """What bears a name of this house and differs: it stays as it is here, and what comes stands beside it."""
        return tuple(each for each in self.met if each.how == "other")


def look_into(database: Database, data: bytes, run: Run = at_once) -> Preview:
    """Read an archive and hold it against this house; nothing is written. Raises ArchiveRefused."""
    with database.reading() as connection:
        return carried(run, database, lambda: _looked(connection, data))


def restore(database: Database, data: bytes, now: int, run: Run = at_once) -> int:
    """Restore the archive in a file; the number that the experiment has in this house. Raises ArchiveRefused.

    `run` carries out the work; nobody else writes meanwhile, and nobody sees a part of it.
    """
    with database.writer() as connection:
        return carried(run, database, lambda: _restored(connection, data, now))


def _looked(connection: Connection, data: bytes) -> Preview:
    schema = revision(connection)
    archive = read_archive(data, schema)
    try:
        return Preview(
            archive=archive,
            people=sum(session["people"] or 0 for session in archive.rows["live_sessions"]),
            met=meet(connection, archive.rows),
            alike=draws_alike(archive.manifest.made_with, made_with(schema)),
            here_already=_is_here(connection, archive),
        )
    except (KeyError, TypeError, ValueError) as wrong:
        raise ArchiveRefused("misfit") from wrong


def _restored(connection: Connection, data: bytes, now: int) -> int:
    with connection.begin():
        archive = read_archive(data, revision(connection))
        return _planted(connection, archive, now)


def _planted(connection: Connection, archive: Archive, now: int) -> int:
    if _is_here(connection, archive):
        raise ArchiveRefused("here-already")
    try:
        number = planting.plant(connection, archive.rows)
        for session, parts in archive.logs.items():
            copying.planted(connection, session, parts)
    except (planting.Misfit, copying.Misfit) as wrong:
        raise ArchiveRefused("misfit", str(wrong)[:200]) from wrong
    except copying.FromLater as wrong:
        raise ArchiveRefused("newer") from wrong
    except copying.Broken as broken:
        raise ArchiveRefused("tampered", broken.found.faults[0].code) from broken
    restorations.note(connection, Restoration(number, archive.digest, archive.manifest.made_at, now))
    return number


def _is_here(connection: Connection, archive: Archive) -> bool:
    return planting.here_already(connection, archive.rows) or any(
        copying.here_already(connection, session) for session in archive.logs
    )
