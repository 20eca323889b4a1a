"""An experiment as one file: what is written about it, its sessions with their logs, the formats that were played."""

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256

from facilitation.archive.carrying import carried
from facilitation.archive.made_with import made_with
from facilitation.archive.packing import packed
from facilitation.archive.refusals import ArchiveRefused
from facilitation.archive.shapes import VERSION, Entry, Held, Manifest
from facilitation.archive.writing import MANIFEST, lines, manifest_json, readme
from facilitation.database import Connection, Database, revision
from facilitation.eventlog import Run, at_once
from facilitation.eventlog.copying import Parts, copied
from facilitation.records import live_sessions
from facilitation.records.travelling import Row, Rows, rows_of

DAY = 86_400_000

Follow = Callable[[int, int], None]
"""Told how many of how many parts are done. What it raises ends the work: nothing was written yet."""


def make_archive(
    database: Database, experiment: int, now: int, follow: Follow = lambda done, total: None, run: Run = at_once
) -> tuple[Manifest, bytes]:
    """The archive of an experiment as it stands in one snapshot. Raises ArchiveRefused. `run` carries out the work."""
    if any(each.status == "running" for each in live_sessions.of_experiment(database, experiment)):
        raise ArchiveRefused("running")
    with database.reading() as connection:
        return carried(run, database, lambda: _made(connection, experiment, now, follow))


def _made(connection: Connection, experiment: int, now: int, follow: Follow) -> tuple[Manifest, bytes]:
    rows = rows_of(connection, experiment)
    if not rows["experiments"]:
        raise ArchiveRefused("no-experiment")
    sessions, total = rows["live_sessions"], len(rows["live_sessions"]) + 2
    logs: dict[str, Parts] = {}
    for done, session in enumerate(sessions, 1):
        follow(done, total)
        logs[session["id"]] = copied(connection, session["id"])
    follow(total - 1, total)
    entries = dict(_entries(rows, logs))
    manifest = Manifest(
        archive=VERSION,
        made_at=now - now % DAY,
        made_with=made_with(revision(connection)),
        title=rows["experiments"][0]["title"],
        sessions=tuple(_held(session, logs[session["id"]]) for session in sessions),
        entries={name: Entry(sha256(content).hexdigest(), len(content)) for name, content in entries.items()},
    )
    whole = {MANIFEST: manifest_json(manifest), **entries}
    follow(total, total)
    return manifest, packed(whole)


def _entries(rows: Rows, logs: Mapping[str, Parts]) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", readme(rows["experiments"][0]["title"])
    for table, told in rows.items():
        yield f"records/{table}.jsonl", lines(told)
    for session, parts in logs.items():
        for part, told in parts.items():
            yield f"sessions/{session}/{part}.jsonl", lines(told)
    yield from dict(_formats(rows, logs)).items()


def _formats(rows: Rows, logs: Mapping[str, Parts]) -> Iterator[tuple[str, bytes]]:
    """The text of each format that was played, to be read; a session carries its own in its log."""
    for session in rows["live_sessions"]:
        planned = _planned(logs[session["id"]])
        yield f"formats/{session['format_id']}-{planned['digest'][:12]}.yaml", planned["source"].encode()


def _held(session: Row, parts: Parts) -> Held:
    return Held(session["id"], session["title"], session["format_id"], _planned(parts)["digest"])


def _planned(parts: Parts) -> dict[str, str]:
    found = next((row["payload"] for row in parts["log"] if row["kind"] == "SessionPlanned"), None)
    if found is None:
        raise ArchiveRefused("misfit")
    told: dict[str, str] = json.loads(found)
    return told
