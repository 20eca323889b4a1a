"""How the parts of an archive are written down, and read back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from facilitation.archive.refusals import ArchiveRefused, Where, Why
from facilitation.archive.shapes import Manifest
from facilitation.domain.plain import from_plain, to_plain

MANIFEST = "manifest.json"

_README = """{title}

Archive d'une expérimentation / Archive of an experiment

Ce fichier contient tout ce qui a été écrit, y compris ce que ses auteurs n'ont pas accepté de voir reproduit :
gardez-le comme vous gardez la base elle-même. Les paroles retirées n'y sont pas. Ni comptes, ni mots de passe, ni
tickets, ni adresses.
Pour le restaurer dans une autre maison : « Restaurer une archive » sur la page des expérimentations, ou
    facilitation restore FICHIER.zip

This file holds everything that was written, what its authors did not agree to see reproduced included: keep it as you
keep the database itself. Withdrawn words are not in it. No accounts, no passwords, no tickets, no addresses.
To restore it in another house: “Restore an archive” on the page of experiments, or
    facilitation restore FILE.zip

records/    une table par fichier, une ligne de JSON par enregistrement / a table per file, a line of JSON per record
sessions/   le journal de chaque séance, les mots à part / the log of each session, words apart
formats/    le texte des formats joués, pour lecture / the text of the formats played, to be read
manifest.json   l'empreinte SHA-256 de chaque fichier / the SHA-256 of each file
"""


def readme(title: str) -> bytes:
    """What somebody reads who opens the archive by hand."""
    return _README.format(title=" ".join(title.split())).encode()


def lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """One line of JSON per row."""
    return b"".join(
        json.dumps(dict(row), ensure_ascii=False, allow_nan=False, sort_keys=True).encode() + b"\n" for row in rows
    )


def read_lines(content: bytes, entry: str) -> list[dict[str, Any]]:
    """The rows that `lines` wrote in an entry. Raises ArchiveRefused."""
    return [_row(line, Where(entry, number)) for number, line in enumerate(content.split(b"\n"), 1) if line]


def _row(line: bytes, where: Where) -> dict[str, Any]:
    told = _json(line, "misfit", where)
    if not isinstance(told, dict):
        raise ArchiveRefused("misfit", where)
    return told


def manifest_json(manifest: Manifest) -> bytes:
    """The manifest as it stands in the archive."""
    return json.dumps(_bare(to_plain(manifest)), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def read_manifest(content: bytes, version: int) -> Manifest:
    """The manifest. Raises ArchiveRefused, also for one of a later form than `version`."""
    told = _json(content, "no-archive")
    if not isinstance(told, dict) or not isinstance(told.get("archive"), int):
        raise ArchiveRefused("no-archive")
    if told["archive"] > version:
        raise ArchiveRefused("newer")
    try:
        found: Manifest = from_plain(Manifest, _kinded(told))
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise ArchiveRefused("no-archive") from wrong
    return found


def _json(content: bytes, why: Why, where: Where | None = None) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as wrong:
        raise ArchiveRefused(why, where) from wrong


def _bare(told: Any) -> Any:
    """Without the names of our classes, which are nobody else's business."""
    if isinstance(told, dict):
        return {name: _bare(value) for name, value in told.items() if name != "kind"}
    return [_bare(each) for each in told] if isinstance(told, list) else told


def _kinded(told: dict[str, Any]) -> dict[str, Any]:
    return {
        **told,
        "kind": "Manifest",
        "made_with": {**told["made_with"], "kind": "MadeWith"},
        "sessions": [{**each, "kind": "Held"} for each in told["sessions"]],
        "entries": {name: {**entry, "kind": "Entry"} for name, entry in told["entries"].items()},
    }
