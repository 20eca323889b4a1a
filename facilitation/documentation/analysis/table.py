"""The codes as a table for a spreadsheet: who saw what in which contribution, one column a theme."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitation.documentation.analysis.units import Unit
from facilitation.documentation.exports import harmless
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale

COLUMNS = (
    Text("séance", "session"),
    Text("étape", "stage"),
    Text("nature", "kind"),
    Text("numéro", "number"),
    Text("référence", "reference"),
    Text("texte", "text"),
    Text("lu par", "read by"),
)

KINDS = {
    "contribution": Text("contribution", "contribution"),
    "observation": Text("observation", "observation"),
    "moment": Text("moment retenu", "moment kept"),
}

CODER = Text("codage {}", "coder {}")
AGREED = Text("accord", "agreed")

Sets = Mapping[str, frozenset[int]]


def codes_csv(
    units: Iterable[Unit], themes: Sequence[tuple[int, str]], by_coder: Sequence[Sets], agreed: Sets, locale: Locale
) -> bytes:
    """A row for each contribution and each coder who looked at it, and one for what was agreed on; 1 where a theme was
    seen. Coders are letters. UTF-8 with a byte order mark; no cell starts a formula.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*(one.said_in(locale) for one in COLUMNS), *(harmless(name) for _, name in themes)])
    for unit in units:
        for who, seen in _readers(unit.ref, by_coder, agreed, locale):
            marks = ["" if seen is None else str(int(theme in seen)) for theme, _ in themes]
            writer.writerow([*_cells(unit, locale), who, *marks])
    return page.getvalue().encode("utf-8-sig")


def _readers(
    ref: str, by_coder: Sequence[Sets], agreed: Sets, locale: Locale
) -> Iterator[tuple[str, frozenset[int] | None]]:
    found = [
        (CODER.said_in(locale).format(_letter(place)), sets[ref]) for place, sets in enumerate(by_coder) if ref in sets
    ]
    yield from found
    if ref in agreed:
        yield AGREED.said_in(locale), agreed[ref]
    elif not found:
        yield "", None


def _letter(place: int) -> str:
    return chr(ord("A") + place % 26) + (str(place // 26) if place >= 26 else "")


def _cells(unit: Unit, locale: Locale) -> Iterator[str]:
    yield str(unit.session)
    yield harmless(unit.stage_title.said_in(locale))
    yield KINDS[unit.kind].said_in(locale)
    yield str(unit.number)
    yield unit.ref
    yield harmless(unit.words)
