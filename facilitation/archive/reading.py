"""An archive that arrived: nothing in it is believed before its digests were worked out again."""

from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha256

from facilitation.archive.packing import unpacked
from facilitation.archive.refusals import ArchiveRefused, Where
from facilitation.archive.shapes import VERSION, Archive, Manifest
from facilitation.archive.writing import MANIFEST, read_lines, read_manifest
from facilitation.documentation.logos import redrawn
from facilitation.eventlog.copying import PARTS, Parts
from facilitation.records.closed import first_strange
from facilitation.records.travelling import DOWN, SHARED, Row, Rows


def read_archive(data: bytes, schema: str) -> Archive:
    """The archive in a file, whole and unchanged. `schema` is the step that the tables of this house have taken.

    Raises ArchiveRefused.
    """
    entries = unpacked(data)
    if MANIFEST not in entries:
        raise ArchiveRefused("no-archive")
    manifest = read_manifest(entries.pop(MANIFEST), VERSION)
    if manifest.made_with.schema > schema:
        raise ArchiveRefused("newer")
    _compare(manifest, entries)
    rows = _rows(entries)
    return Archive(manifest, sha256(data).hexdigest(), rows, _logs(entries, rows))


def _compare(manifest: Manifest, entries: Mapping[str, bytes]) -> None:
    if manifest.entries.keys() - entries.keys():
        raise ArchiveRefused("truncated")
    if strange := sorted(entries.keys() - manifest.entries.keys()):
        raise ArchiveRefused("strange-names", Where(ascii(strange[0])))
    for name, content in entries.items():
        if sha256(content).hexdigest() != manifest.entries[name].sha256:
            raise ArchiveRefused("tampered", Where(name))


def _rows(entries: Mapping[str, bytes]) -> Rows:
    told = {name for name in entries if name.startswith("records/")}
    known = {f"records/{table}.jsonl" for table in (*DOWN, *SHARED)}
    if unknown := sorted(told - known):
        raise ArchiveRefused("misfit", Where(unknown[0]))
    # An older archive has no file for a table that came later: the experiment has no rows there.
    rows = {name: _of_table(entries, f"records/{name}.jsonl") for name in (*DOWN, *SHARED)}
    if len(rows["experiments"]) != 1:
        raise ArchiveRefused("misfit", Where("records/experiments.jsonl"))
    if strange := first_strange(rows):
        entry = f"records/{strange.table}.jsonl"
        raise ArchiveRefused("misfit", Where(entry, strange.line, strange.column, strange.value))
    if not all(_is_a_picture(row.get("png")) for row in rows["logos"]):
        raise ArchiveRefused("misfit", Where("records/logos.jsonl"))
    return rows


def _is_a_picture(told: object) -> bool:
    # What is sent as a logo is drawn anew before it is kept: a picture nobody could draw comes from somewhere else.
    try:
        return isinstance(told, str) and next(redrawn(b64decode(told, validate=True)), None) is not None
    except ValueError:
        return False


def _logs(entries: Mapping[str, bytes], rows: Rows) -> Mapping[str, Parts]:
    try:
        sessions = [row["id"] for row in rows["live_sessions"]]
        return {
            session: {part: _part(entries, f"sessions/{session}/{part}.jsonl") for part in PARTS}
            for session in sessions
        }
    except KeyError as missing:
        raise ArchiveRefused("misfit", Where(str(missing.args[0]))) from missing


def _of_table(entries: Mapping[str, bytes], name: str) -> list[Row]:
    return read_lines(entries.get(name, b""), name)


def _part(entries: Mapping[str, bytes], name: str) -> list[Row]:
    return read_lines(entries[name], name)
