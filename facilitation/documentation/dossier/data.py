"""A dossier as data: each table as CSV, the whole as JSON with the schema it keeps to."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.dossier.tables import Cell, Table, named, tables_of
from facilitation.documentation.dossier.tables.shapes import is_small
from facilitation.documentation.exports import harmless, plain
from facilitation.projections.outcome.words import number_said

FORM = "facilitation-dossier"
VERSION = 1

HEADS = frozenset({"people", "voters", "expected", "answered", "slips", "slips_late", "slips_after"})
"""Fields that count people, or their slips of paper: absent where readers outside may not be told how few."""

OF_GROUPS = frozenset({"channels", "group_sizes"})
"""Lists whose sum is the same number."""


def table_csv(table: Table, locale: str) -> bytes:
    """One table. UTF-8 with a byte order mark, for spreadsheets; every cell between quotation marks; no cell starts a
    formula; numbers with a decimal point in both languages.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.title.said_in(locale) for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(cell) for cell in row])
    return page.getvalue().encode("utf-8-sig")


def dossier_csv(dossier: Dossier, locale: str, name: str) -> bytes:
    """The table of this name, as CSV. Raises KeyError."""
    return table_csv(named(tables_of(dossier, locale), name), locale)


def dossier_json(dossier: Dossier, locale: str, made_at: int) -> bytes:
    """The whole dossier. Numbers are exact ("100/3"), decimals beside; the order of keys is fixed."""
    told = {
        "form": FORM,
        "version": VERSION,
        "language": locale,
        "made_at": made_at,
        # The number of an experiment is its house's own: two houses tell the same dossier.
        "dossier": _without_heads(_without_pictures(plain(dossier)), dossier),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def decimal_said(value: Fraction) -> str:
    """A number as data has it: `33.33`, `-4`, `1200`."""
    return number_said(value).en.replace("\u2212", "-").replace(",", "")


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case date():
            return cell.isoformat()
        case Fraction():
            return decimal_said(cell)
    return str(cell)


def _without_heads(told: dict[str, Any], dossier: Dossier) -> dict[str, Any]:
    """Outside, a session of few people tells no number of heads: the documents do not, so this may not either."""
    sessions = [
        _headless(one, held.attendance.threshold) if is_small(held) else one
        for one, held in zip(told["sessions"], dossier.sessions, strict=True)
    ]
    return {**told, "sessions": sessions}


def _headless(told: Any, fewer_than: int) -> Any:
    match told:
        case {"exactly": _, "at_least": _, "fewer_than": _}:
            return {"exactly": None, "at_least": None, "fewer_than": fewer_than}
        case dict():
            return {name: _blank(name, value, fewer_than) for name, value in told.items()}
        case list():
            return [_headless(one, fewer_than) for one in told]
    return told


def _blank(name: str, value: Any, fewer_than: int) -> Any:
    if name in HEADS or name in OF_GROUPS:
        return [] if isinstance(value, list) else None
    return _headless(value, fewer_than)


def _without_pictures(told: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in told.items() if name != "coding"}
    identity = {name: value for name, value in told["identity"].items() if name not in ("number", "logos")}
    return {**told, "identity": identity}
