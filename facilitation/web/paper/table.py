"""A table of slips that were typed elsewhere: its rows, and what each of them would do."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import sleep
from typing import Literal

from flask_babel import gettext

from facilitation.documentation.exports import harmless
from facilitation.domain.commands import By, EnterSlip, GiveConsents, Refused
from facilitation.domain.evolve import evolve
from facilitation.domain.reasons import sentence
from facilitation.domain.rules import decide
from facilitation.domain.session import Session
from facilitation.domain.slips.numbers import SlipNumber, read_number, written
from facilitation.projections.slip_counts import paper_counts
from facilitation.web.language import said
from facilitation.web.paper.shown import Shown, open_slip

MOST_ROWS = 3000
BLANK = "-"
"""Alone in the first cell: the slip was handed in empty."""

FIRST_CELL = 2
"""Before it: the number of the slip, and the title of its stage, which is for whoever types and is not read."""

MOST_CELLS = 12

What = Literal["new", "changed", "replaces", "same", "blank", "aside", "wrong"]
LETS_IN = frozenset({"new", "changed", "blank"})
"""What is taken without another question; what `replaces` somebody's own words needs a tick."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, by its number in the file."""

    line: int
    number: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a line would do, or why it cannot be taken."""

    line: int
    number: str
    what: What
    message: str = ""
    command: EnterSlip | GiveConsents | None = None


class NotATable(ValueError):
    """What was sent cannot be read as a table; `str` says why to a person."""


def read_table(data: bytes) -> tuple[Row, ...]:
    """The rows of a CSV file under its heading: commas, semicolons or tabs; in the ways spreadsheets write."""
    text = text_of(data)
    head = text.partition("\n")[0]
    apart = max(";,\t", key=head.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=apart, strict=True))
    except csv.Error as fault:
        raise NotATable(gettext("This file is not a table: a quotation mark is not closed.")) from fault
    if len(lines) > MOST_ROWS:
        raise NotATable(gettext("At most %(most)s lines: cut the table into several.", most=MOST_ROWS))
    rows = (Row(n, cells[0].strip(), _cells(cells)) for n, cells in enumerate(lines[1:], 2) if cells and any(cells))
    found = tuple(rows)
    if not found:
        raise NotATable(gettext("There is no line under the heading."))
    return found


def text_of(data: bytes) -> str:
    """What a file says, whichever way its letters were written."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _cells(cells: Sequence[str]) -> tuple[str, ...]:
    found = [cell.strip() for cell in cells[FIRST_CELL:]]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def judged(state: Session, rows: Iterable[Row], now: int) -> Iterator[Judged]:
    """Each line decided as if the ones before it had been taken: nothing happens yet."""
    for row in rows:
        # A long table takes seconds: live sessions must not wait for it.
        sleep(0)
        found = _slip(state, row, now)
        if isinstance(found, Judged):
            yield found
            continue
        command = found.command()
        if isinstance(command, Refused | tuple):
            yield _wrong(row, found.at_fault(command))
            continue
        verdict = decide(state, command, By("facilitator", "table"), now)
        replaces = isinstance(verdict, Refused) and verdict.reason == "slip-replaces"
        if replaces:
            command = replace(command, replaces=True) if isinstance(command, EnterSlip) else command
            verdict = decide(state, command, By("facilitator", "table"), now)
        if isinstance(verdict, Refused):
            yield _wrong(row, found.at_fault(verdict))
            continue
        for event in verdict:
            state = evolve(state, event)
        yield Judged(row.line, found.written, "replaces" if replaces else _what(found, bool(verdict)), command=command)


def _slip(state: Session, row: Row, now: int) -> Shown | Judged:
    if not row.cells:
        return Judged(row.line, row.number, "aside")
    number = read_number(row.number, state.id)
    found = number if isinstance(number, Refused) else open_slip(state, number, now)
    if isinstance(found, Refused):
        return Judged(row.line, row.number, "wrong", said(sentence(found)))
    if row.cells == (BLANK,):
        return found.with_typed({})
    if len(row.cells) > len(found.lines):
        lines, cells = len(found.lines), len(row.cells)
        many = gettext("This slip has %(lines)s lines, and there are %(cells)s cells.", lines=lines, cells=cells)
        return Judged(row.line, row.number, "wrong", many)
    return found.with_typed({line.name: cell for line, cell in zip(found.lines, row.cells, strict=False)})


def _wrong(row: Row, slip: Shown) -> Judged:
    places = {line.name: n for n, line in enumerate(slip.lines, 1)}
    cell = gettext("cell %(place)s: %(why)s")
    told = [cell % {"place": places.get(name, "?"), "why": why} for name, why in slip.errors.items()]
    return Judged(row.line, row.number, "wrong", " ".join([*told, slip.trouble]).strip())


def _what(slip: Shown, changes: bool) -> What:
    if not changes:
        return "same"
    if slip.is_blank:
        return "blank"
    return "new" if slip.known is None else "changed"


def empty_table(state: Session, locale: str) -> str:
    """A table to fill in: one line for each slip that was given and is not typed yet."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow([gettext("slip"), gettext("stage (not read)"), *map(str, range(1, MOST_CELLS + 1))])
    counts = paper_counts(state)
    for seat in counts.without_consent:
        writer.writerow([written(SlipNumber(0, seat), state.id), gettext("Consents")])
    for sheet in counts.sheets:
        for seat in sheet.missing if sheet.begun else ():
            writer.writerow([written(SlipNumber(sheet.sheet, seat), state.id), harmless(sheet.title.said_in(locale))])
    return page.getvalue()
