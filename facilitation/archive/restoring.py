"""Restoring an archive: what would come, said beforehand; then all of it in one transaction, or nothing."""

from dataclasses import dataclass

from facilitation.archive.carrying import carried
from facilitation.archive.made_with import draws_alike, made_with
from facilitation.archive.making import Follow
from facilitation.archive.reading import read_archive
from facilitation.archive.refusals import ArchiveRefused, Where
from facilitation.archive.shapes import Archive
from facilitation.database import Connection, Database, revision
from facilitation.eventlog import Run, at_once, copying
from facilitation.eventlog.copying import Checked, Parts
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import RENDERINGS
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


@dataclass(frozen=True, slots=True)
class Prepared:
    """An archive of which all is known that can be known without writing: every log was read again and told once."""

    archive: Archive
    logs: tuple[Checked, ...]


def look_into(database: Database, data: bytes, run: Run = at_once) -> Preview:
    """Read an archive and hold it against this house; nothing is written. Raises ArchiveRefused."""
    with database.reading() as connection:
        return carried(run, database, lambda: _looked(connection, data))


def restore(
    database: Database, data: bytes, now: int, run: Run = at_once, follow: Follow = lambda done, total: None
) -> int:
    """Restore the archive in a file; the number that the experiment has in this house. Raises ArchiveRefused.

    `run` carries out the work. All that takes long is done before anybody has to wait: the writer is held for as long
    as it takes to insert the rows, and nobody sees a part of them. `follow` is told how many of how many parts are
    done; what it raises before the last of them ends the work, and nothing is written.
    """
    with database.reading() as connection:
        prepared = carried(run, database, lambda: _prepared(data, revision(connection), follow))

    def write() -> int:
        with database.writing() as connection:
            return _planted(connection, prepared, now)

    number = carried(run, database, write)
    follow(len(prepared.logs) + 2, len(prepared.logs) + 2)
    return number


def _looked(connection: Connection, data: bytes) -> Preview:
    schema = revision(connection)
    archive = _prepared(data, schema).archive
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


def _prepared(data: bytes, schema: str, follow: Follow = lambda done, total: None) -> Prepared:
    archive = read_archive(data, schema)
    logs: list[Checked] = []
    for done, (session, parts) in enumerate(archive.logs.items(), 1):
        follow(done, len(archive.logs) + 2)
        logs.append(_checked(session, parts))
    follow(len(logs) + 1, len(logs) + 2)
    return Prepared(archive, tuple(logs))


def _checked(session: str, parts: Parts) -> Checked:
    where = Where(f"sessions/{session}/log.jsonl")
    try:
        found = copying.checked(session, parts)
    except copying.Misfit as wrong:
        raise ArchiveRefused("misfit", where) from wrong
    except copying.FromLater as wrong:
        raise ArchiveRefused("newer", where) from wrong
    except copying.Broken as broken:
        fault = broken.found.faults[0]
        raise ArchiveRefused("tampered", Where(where.entry, fault.seq, "", fault.code)) from broken
    try:
        for rendering in RENDERINGS.values():
            outcome(found.state, rendering)
    except Exception as wrong:  # whatever a forger thought of: a log that no document can tell is none of ours
        raise ArchiveRefused("misfit", where) from wrong
    return found


def _planted(connection: Connection, prepared: Prepared, now: int) -> int:
    archive = prepared.archive
    if _is_here(connection, archive):
        raise ArchiveRefused("here-already")
    try:
        number = planting.plant(connection, archive.rows)
        for log in prepared.logs:
            copying.planted(connection, log)
    except (planting.Misfit, copying.Misfit) as wrong:
        raise ArchiveRefused("misfit") from wrong
    restorations.note(connection, Restoration(number, archive.digest, archive.manifest.made_at, now))
    return number


def _is_here(connection: Connection, archive: Archive) -> bool:
    return planting.here_already(connection, archive.rows) or any(
        copying.here_already(connection, session) for session in archive.logs
    )
