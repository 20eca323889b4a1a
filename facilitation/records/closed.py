"""Columns in which only a few words, or numbers within bounds, make sense: what comes from outside is held to it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import BigInteger, Column, Integer

from facilitation.domain.decimals import decimal
from facilitation.domain.format.text import Locale
from facilitation.records import (
    checklist,
    commitments,
    council,
    experiments,
    hypotheses,
    learnings,
    organisations,
    sites,
    themes,
    versions,
)
from facilitation.records.protocols import BASES, INSTRUMENT_STATUSES
from facilitation.records.reading import objections
from facilitation.records.travelling import Rows, carried, in_order, value_of

LOCALES = get_args(Locale)

WORDS: Mapping[tuple[str, str], frozenset[str]] = {
    ("experiments", "status"): frozenset(experiments.STATUSES),
    ("experiments", "licence"): frozenset({"", *experiments.LICENCES}),
    ("partnerships", "role"): frozenset(organisations.ROLES),
    ("organisations", "category"): frozenset(organisations.CATEGORIES),
    ("sites", "place"): frozenset(sites.PLACES),
    ("sites", "connectivity"): frozenset(sites.CONNECTIVITIES),
    ("site_checklist", "state"): frozenset(get_args(checklist.State)),
    ("hypotheses", "verdict"): frozenset(hypotheses.VERDICTS),
    ("protocol_versions", "basis"): frozenset({"", *BASES}),
    ("protocol_instruments", "status"): frozenset(INSTRUMENT_STATUSES),
    ("texts", "locale"): frozenset(LOCALES),
    ("learnings", "confidence"): frozenset(get_args(learnings.Confidence)),
    ("live_sessions", "locale"): frozenset(LOCALES),
    ("live_sessions", "status"): frozenset({"closed"}),
    ("commitments", "state"): frozenset(commitments.STATES),
    ("opinions", "word"): frozenset(council.OPINIONS),
    ("objections", "state"): frozenset(get_args(objections.State)),
    ("themes", "state"): frozenset(get_args(themes.State)),
    ("theme_wordings", "what"): frozenset(get_args(themes.What)),
    ("theme_examples", "side"): frozenset(get_args(themes.Side)),
    ("dossier_versions", "cause"): frozenset(versions.CAUSES),
}
"""By table and column. A page that shows such a word looks up its name."""

LATEST = 4_102_444_800_000
"""The end of the year 2099, in milliseconds: no page can say a moment that is no date."""

MOST = {"contributions_months": 1200, "journal_months": 1200, "papers_days": 36_500}
MOST_ANYWHERE = 10_000_000


@dataclass(frozen=True, slots=True)
class Strange:
    """What a row says that makes no sense here. A column that this house does not have has no `value`."""

    table: str
    line: int
    column: str
    value: Any = ""


def first_strange(rows: Rows) -> Strange | None:
    """The first such value in rows that came from elsewhere, in the order of the tables."""
    for table in in_order():
        columns = {column.name: column for column in carried(table)}
        for line, row in enumerate(rows[table.name], 1):
            for name, told in row.items():
                if name not in columns:
                    return Strange(table.name, line, name)
                if not _makes_sense(columns[name], told):
                    return Strange(table.name, line, name, told)
    return None


def _makes_sense(column: Column[Any], told: Any) -> bool:
    try:
        return fits(column, value_of(column, told))
    except (ValueError, TypeError, AttributeError):
        return False


def fits(column: Column[Any], value: Any) -> bool:
    """Whether a value of the right sort makes sense in its column. Numbers that name other rows are not looked at."""
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, str):
        return _fits_in_words(column, value)
    if not isinstance(value, int) or column.primary_key or column.foreign_keys:
        return True
    if isinstance(column.type, BigInteger):
        return 0 <= value <= LATEST
    if isinstance(column.type, Integer) and not column.name.endswith(("account_id", "_by", "_id")):
        return 0 <= value <= MOST.get(column.name, MOST_ANYWHERE)
    return True


def _fits_in_words(column: Column[Any], value: str) -> bool:
    where = (column.table.name, column.name)
    looks_right = PATTERNS.get(where)
    return value in WORDS.get(where, (value,)) and (looks_right is None or looks_right(value))


def _is_number(value: str) -> bool:
    number = decimal(value)
    return number is not None and abs(number) < 10**12


def _is_frozen(value: str) -> bool:
    try:
        told = json.loads(value or "{}")
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.keys() <= {*LOCALES}


PATTERNS: Mapping[tuple[str, str], Callable[[str], bool]] = {
    ("later_answers", "value"): _is_number,
    ("dossier_versions", "frozen"): _is_frozen,
}
