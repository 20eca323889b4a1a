"""The tables of a dossier as a workbook: typed cells, heads that stay in sight, a sheet that explains the others."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.dossier.tables import Cell, Table, tables_of
from facilitation.documentation.typography import date_said

LONGEST = 32_000
"""Letters of a cell: a spreadsheet takes 32,767, and a longer text is in the JSON."""

NARROWEST, NARROW, WIDE = 9, 26, 60
"""Letters across: a column is as wide as what it holds, between bounds; what is longer takes more lines."""

LINE, HIGHEST = 15, 400
"""Points: spreadsheets do not all work out for themselves how high a row of several lines is."""


def dossier_xlsx(dossier: Dossier, locale: str, made_at: int) -> bytes:
    """The workbook. Equal arguments give equal bytes; no text of a person is ever a formula or a link."""
    whole = BytesIO()
    book = Workbook(
        whole,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    title = dossier.identity.title
    day = datetime.fromtimestamp(made_at / 1000, UTC).replace(tzinfo=None)
    book.set_properties({"title": title[:200], "created": day})
    styles = _Styles(book)
    tables = tables_of(dossier, locale)
    _explain(book, styles, _explained(dossier, locale, made_at, tables))
    for table in tables:
        _fill(book, styles, table, locale)
    book.close()
    return whole.getvalue()


class _Styles:
    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.words = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.number = book.add_format({"valign": "top"})
        self.day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})


def _fill(book: Any, styles: _Styles, table: Table, locale: str) -> None:
    sheet = book.add_worksheet(table.title.said_in(locale))
    sheet.freeze_panes(1, 0)
    heads = [column.title.said_in(locale) for column in table.columns]
    widths = [_width(table, at, head) for at, head in enumerate(heads)]
    for at, head in enumerate(heads):
        sheet.set_column(at, at, widths[at])
        sheet.write_string(0, at, head, styles.head)
    sheet.set_row(0, _height(heads, widths))
    for down, row in enumerate(table.rows, 1):
        sheet.set_row(down, _height(row, widths))
        for across, cell in enumerate(row):
            _write(sheet, down, across, cell, styles)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.repeat_rows(0)
    _for_paper(sheet)


def _for_paper(sheet: Any) -> None:
    """A4 across, one page wide, however long."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _width(table: Table, at: int, head: str) -> int:
    longest = max(max(map(len, head.split())), *(len(str(row[at] or "")) for row in table.rows), 0)
    return min(max(longest + 3, NARROWEST), WIDE if table.columns[at].wide else NARROW)


def _height(row: Iterable[Cell], widths: Iterable[int]) -> int:
    lines = (
        sum(max(1, -(-len(line) // max(1, width - 2))) for line in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str)
    )
    return min(max(lines, default=1) * LINE, HIGHEST)


def _write(sheet: Any, down: int, across: int, cell: Cell, styles: _Styles) -> None:
    match cell:
        case None | "":
            return
        case str():
            sheet.write_string(down, across, _drawable(cell)[:LONGEST], styles.words)
        case date():
            sheet.write_datetime(down, across, datetime(cell.year, cell.month, cell.day), styles.day)
        case int() | Fraction():
            sheet.write_number(down, across, float(cell), styles.number)


def _drawable(words: str) -> str:
    """Without the control signs that the format of workbooks cannot hold."""
    return "".join(sign for sign in words if (sign >= " " and sign not in "\ufffe\uffff") or sign in "\n\t")


def _explain(book: Any, styles: _Styles, lines: Iterable[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("README")
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    for down, (name, words) in enumerate(lines):
        sheet.write_string(down, 0, name, styles.head)
        sheet.write_string(down, 1, _drawable(words), styles.words)
        sheet.set_row(down, _height((name, words), (28, 90)))
    _for_paper(sheet)


def _explained(dossier: Dossier, locale: str, made_at: int, tables: tuple[Table, ...]) -> list[tuple[str, str]]:
    def t(french: str, english: str) -> str:
        return english if locale == "en" else french

    outside = dossier.rendering == "diffusion"
    return [
        (t("Expérimentation", "Experiment"), dossier.identity.title),
        (t("Établi le", "Made on"), date_said(made_at, locale)),
        (
            t("Pour", "For"),
            t("les lecteurs extérieurs", "readers outside")
            if outside
            else t("les participants et l'équipe", "those who took part, and the team"),
        ),
        (t("Licence", "Licence"), dossier.identity.licence or "–"),
        (
            t("Règles", "Rules"),
            t(
                "Seules les contributions dont les auteurs l'ont accepté sont reproduites. Une case vide : rien, ou "
                "rien qui puisse être dit d'un petit nombre de personnes. Rien ne relie deux lignes à une même "
                "personne.",
                "Only contributions whose authors agreed are reproduced. An empty cell: nothing, or nothing that may "
                "be told of a small number of people. Nothing ties two rows to one person.",
            ),
        ),
        *((table.title.said_in(locale), table.about.said_in(locale)) for table in tables),
    ]
