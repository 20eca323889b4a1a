"""The outcome as tables and data: CSV for a spreadsheet, JSON for everything else. Equal outcomes give equal bytes."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from facilitation.documentation.boards import boards_said
from facilitation.documentation.seeing import BETWEEN
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.outcome.shapes import (
    AnswersOfRound,
    Compared,
    Contribution,
    MapMaterial,
    QuestionMaterial,
    StageMaterial,
)
from facilitation.projections.outcome.words import YES, number_said

ROOM, GROUPS = Text("toute la salle", "the whole room"), Text("dans des groupes", "in groups")

COLUMNS = (
    Text(fr="ligne", en="row"),
    Text(fr="étape", en="stage"),
    Text(fr="tour", en="round"),
    Text(fr="tableau ou question", en="board or question"),
    Text(fr="colonne", en="column"),
    Text(fr="texte ou valeur", en="text or value"),
    Text(fr="nombre", en="count"),
    Text(fr="gommettes ou points", en="dots or points"),
    Text(fr="marques", en="marks"),
    Text(fr="numéro dans le document", en="number in the document"),
    Text(fr="regroupement", en="cluster"),
)

# The four escapes are the full-width forms of = + - @, which some spreadsheets take for the narrow ones.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")

_UNSEEN = re.compile(r"^[\s\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+")
"""What nobody sees before a formula, and some spreadsheets drop: spaces of every kind, marks of direction."""

Row = tuple[str, str, str, str, str, str, str, str, str, str]
"""Everything but the number of the row."""


def contributions_csv(outcome: Outcome, locale: str | None = None) -> bytes:
    """Every contribution and answer that may be reproduced, one per row; nothing ties two rows to one person.

    UTF-8 with a byte order mark, for spreadsheets; every cell between quotation marks; no cell starts a formula.
    """
    told = locale or outcome.identity.locale
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.said_in(told) for column in COLUMNS])
    for number, row in enumerate(_rows(outcome, told), 1):
        writer.writerow([str(number), *map(harmless, row)])
    return page.getvalue().encode("utf-8-sig")


TIMES = (
    Text(fr="ligne", en="row"),
    Text(fr="étape", en="stage"),
    Text(fr="tour", en="round"),
    Text(fr="état", en="state"),
    Text(fr="prévu (s)", en="planned (s)"),
    Text(fr="prévu après modification (s)", en="planned once changed (s)"),
    Text(fr="réel (s)", en="actual (s)"),
    Text(fr="début (s)", en="start (s)"),
    Text(fr="prolongée de (s)", en="extended by (s)"),
    Text(fr="ajoutée", en="added"),
    Text(fr="déplacée", en="moved"),
    Text(fr="textes changés", en="texts changed"),
    Text(fr="rouverte", en="opened again"),
    Text(fr="motifs", en="reasons"),
)

STATES = {
    "done": Text(fr="faite", en="done"),
    "running": Text(fr="en cours", en="running"),
    "skipped": Text(fr="sautée", en="skipped"),
    "not reached": Text(fr="non atteinte", en="not reached"),
}


def timeline_csv(outcome: Outcome, locale: str | None = None) -> bytes:
    """What was planned, changed and done, one step per row, in the same manner as the contributions."""
    told = locale or outcome.identity.locale
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.said_in(told) for column in TIMES])
    for number, step in enumerate(outcome.timeline, 1):
        changes = (c.reason for c in outcome.changes if step.key in c.steps and not c.undone and c.reason)
        reasons = " ; ".join([*([step.reason] if step.reason else []), *step.extension_reasons, *changes])
        numbers = (step.planned, step.changed, step.actual, step.after, step.extended)
        signs = (int(step.added), int(step.moved), int(step.reworded), step.reopened)
        cells = (step.title.said_in(told), ".".join(map(str, step.rounds)), STATES[step.state].said_in(told))
        told_numbers = ("" if value is None else str(value) for value in (*numbers, *signs))
        writer.writerow([str(number), *map(harmless, cells), *told_numbers, harmless(reasons)])
    return page.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that a spreadsheet cannot take for a formula: an apostrophe before what could start one."""
    risky = _UNSEEN.sub("", cell).startswith(_STARTS) or cell.startswith((*_STARTS, "'"))
    return "'" + cell if risky else cell


def outcome_json(outcome: Outcome) -> bytes:
    """The whole outcome. Numbers are exact ("100/3"), decimals beside ("33.33"); the order of keys is fixed."""
    return json.dumps(plain(outcome), ensure_ascii=False, indent=2).encode() + b"\n"


def plain(value: object) -> Any:
    """A frozen value as JSON has it: numbers exact and as decimals, words in both languages."""
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction():
            return {"exact": str(value), "decimal": number_said(value).en.replace("\u2212", "-").replace(",", "")}
        case tuple():
            return [plain(item) for item in value]
        case Text():
            return {"fr": value.fr, "en": value.en}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in an outcome")


def _rows(outcome: Outcome, locale: str) -> Iterator[Row]:
    boards = boards_said(outcome, locale)
    for stage in outcome.stages:
        yield from _cards(stage, boards, locale)
        yield from _levels(stage, boards, locale)
        yield from _drawn(stage, locale)
        for question in stage.questions:
            for turn in question.rounds:
                yield from _answers(stage.title.said_in(locale), question, turn, locale)
    for one in outcome.comparisons:
        yield from _compared(one, locale)
    for line in outcome.seen:
        yield from _seen(line, locale)


def _seen(line: LineSeen, locale: str) -> Iterator[Row]:
    """How often a line of the grid was counted, a number per row; nothing says by whom."""
    grid, words = Text("observé", "observed").said_in(locale), line.line.said_in(locale)
    for step in line.steps:
        title = (step.title or BETWEEN).said_in(locale)
        for where, times in ((ROOM, step.room), (GROUPS, tuple(each.times for each in step.in_groups))):
            for number in times:
                yield (title, step.round, grid, where.said_in(locale), words, str(number), "", "", "", "")


def _compared(one: Compared, locale: str) -> Iterator[Row]:
    """The tables of a comparison, a number per row: which way people went, then the answers at each moment."""
    title, sort = one.picture.title.said_in(locale), " → ".join(t.said_in(locale) for t in one.numbers.moments)
    for table in one.picture.tables:
        for name, *cells in table.rows:
            for head, cell in zip(table.head[1:], cells, strict=True):
                yield (
                    sort,
                    "",
                    title,
                    head.said_in(locale),
                    name.said_in(locale),
                    cell.said_in(locale),
                    "",
                    "",
                    "",
                    "",
                )


def _cards(stage: StageMaterial, boards: Mapping[str, str], locale: str) -> Iterator[Row]:
    said = [(boards[board.name], card) for board in stage.boards for card in board.cards]
    said += [(boards[vote.of], reason) for vote in stage.votes for reason in vote.reasons]
    for board, card in said:
        marks = ", ".join(sign.said_in(locale) for sign in signs_of(card))
        column = card.column.said_in(locale) if card.column else ""
        received = card.points if card.dots is None else card.dots
        dots = "" if received is None else str(received)
        title, number = stage.title.said_in(locale), str(card.number)
        yield (title, card.round, board, column, card.text, "1", dots, marks, number, card.cluster)


def signs_of(card: Contribution) -> Iterator[Text]:
    """What is said beside a contribution: its marks, its stance, what it is about."""
    yield from card.marks
    if card.stance:
        yield card.stance
    if card.comment and card.about:
        yield Text(f"à propos du n° {card.about}", f"about no. {card.about}")
    if card.joined:
        others = ", ".join(map(str, card.joined))
        yield Text(f"réunie avec n° {others}", f"joined with no. {others}")


def _levels(stage: StageMaterial, boards: Mapping[str, str], locale: str) -> Iterator[Row]:
    """How often each level was given to each contribution that may be reproduced."""
    title = stage.title.said_in(locale)
    for vote in stage.votes:
        for row in (row for row in vote.rows if row.number is not None):
            for level, count in zip(vote.levels, row.levels, strict=False):
                number = str(row.number)
                yield (title, vote.round, boards[vote.of], "", level.said_in(locale), str(count), "", "", number, "")


def _drawn(stage: StageMaterial, locale: str) -> Iterator[Row]:
    """What a picture of a system was drawn from: links and loops, ties, placements, cell by cell as its tables say."""
    title = stage.title.said_in(locale)
    for board in stage.boards:
        for point in (one for one in (board.map.points if board.map else ()) if one.number is not None):
            for axis, found in ((_axis(board.map, "across"), point.across), (_axis(board.map, "up"), point.up)):
                where = number_said(found).said_in(locale)
                yield (title, "", board.name, axis.said_in(locale), where, str(point.n), "", "", str(point.number), "")
    for table in (table for one in stage.pictures if one.kind in SYSTEMS for table in one.tables):
        for line in table.rows:
            name, *cells = (cell.said_in(locale) for cell in line)
            for head, cell in zip(table.head[1:], cells, strict=True):
                column = f"{name} · {head.said_in(locale)}"
                yield (title, "", table.caption.said_in(locale), column, cell, "", "", "", "", "")


SYSTEMS = frozenset({"network", "loops", "ties", "map"})
"""Pictures whose tables tell what no other row does; the others are counts of cards and answers that stand above."""


def _axis(where: MapMaterial | None, way: str) -> Text:
    if where is None:
        return Text.same("")
    low, high = (where.left, where.right) if way == "across" else (where.bottom, where.top)
    return Text(f"{low.fr} → {high.fr}", f"{low.en} → {high.en}")


def _answers(stage: str, question: QuestionMaterial, turn: AnswersOfRound, locale: str) -> Iterator[Row]:
    def row(value: str, count: int = 1, column: str = "", number: str = "") -> Row:
        return (stage, turn.round, question.label.said_in(locale), column, value, str(count), "", "", number, "")

    for text in turn.texts:
        yield row(text.text, number=str(text.number))
    for answer in turn.rows:
        for line in answer.rows:
            for column, cell in zip(question.columns, line, strict=False):
                yield row(cell, column=column.said_in(locale), number=str(answer.number))
    for option in turn.counts:
        yield row(option.label.said_in(locale), option.count)
    for ranked in turn.ranking:
        yield row(ranked.label.said_in(locale), ranked.first)
    for item in turn.items:
        label = item.label.said_in(locale) if item.label else ""
        if item.spread:
            yield row(number_said(item.spread.median).said_in(locale), item.n, column=label)
        elif item.yes is not None:
            yield row(YES.said_in(locale), item.yes, column=label)
    if turn.spread and not turn.counts:
        yield from _numbers(row, turn.spread.values, locale)


def _numbers(row: Any, values: Iterable[Fraction], locale: str) -> Iterator[Row]:
    # Sorted already: the order in which numbers were given would tie them to the order of other answers.
    for value in values:
        yield row(number_said(value).said_in(locale))
