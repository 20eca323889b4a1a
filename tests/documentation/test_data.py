"""A dossier as data: a workbook, tables, JSON with its schema; the numbers of the documents and of the sessions."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from pdfminer.high_level import extract_text

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.data import decimal_said, dossier_csv, dossier_json
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.schema import dossier_schema
from facilitation.documentation.dossier.spreadsheet import dossier_xlsx
from facilitation.documentation.dossier.tables import named, tables_of
from facilitation.documentation.exports import contributions_csv
from facilitation.documentation.markdown import markdown_of
from facilitation.documentation.paper import render_dossier
from facilitation.documentation.typography import date_said, figure
from facilitation.projections.outcome.rendering import DIFFUSION, RENDERINGS, RESTITUTION, Rendering
from tests.documentation.dossier_sample import bare, dossier, sessions
from tests.documentation.golden_experiment import Golden
from tests.documentation.sample import STARTED
from tests.documentation.test_markdown import Words, hostile_dossier, read_as

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RISKY = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|cmd", "%0", "\uff1d1", "'=1", '=HYPERLINK("https://exemple.test")')


def test_tables_give_the_day_that_the_page_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past midnight in Lyon, the evening before in UTC."""
    night = 1_784_068_200_000
    whole = dossier()
    first = replace(whole.sessions[0], identity=replace(whole.sessions[0].identity, started_at=night))
    worded = replace(whole.hypotheses[0], fixed_at=night)
    tables = {table.name: table for table in tables_of(replace(whole, sessions=(first,), hypotheses=(worded,)), "fr")}
    for name, column in (("sessions", "held_on"), ("hypotheses", "worded_on")):
        at = [each.name for each in tables[name].columns].index(column)
        assert tables[name].rows[0][at] == date(2026, 7, 15)
    assert date_said(night, "fr") == "15\u00a0juillet 2026"


@lru_cache(maxsize=4)
def told(rendering: str = "restitution") -> Dossier:
    return dossier(RENDERINGS[rendering])


def workbook(data: bytes) -> dict[str, list[list[Any]]]:
    """The cells of each sheet: numbers as numbers, words as words. Fails on a formula, a link or a macro."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        names = whole.namelist()
        assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
        shared = [
            "".join(part.text or "" for part in item.iter(f"{SHEET}t"))
            for item in ElementTree.fromstring(whole.read("xl/sharedStrings.xml"))
        ]
        book = ElementTree.fromstring(whole.read("xl/workbook.xml"))
        titles = [sheet.attrib["name"] for sheet in book.iter(f"{SHEET}sheet")]
        return {
            title: _cells(whole.read(f"xl/worksheets/sheet{number}.xml"), shared)
            for number, title in enumerate(titles, 1)
        }


def _cells(data: bytes, shared: list[str]) -> list[list[Any]]:
    sheet = ElementTree.fromstring(data)
    assert not list(sheet.iter(f"{SHEET}f")), "no formula"
    assert not list(sheet.iter(f"{SHEET}hyperlink")), "no link"
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells: list[Any] = []
        for cell in row:
            letters = re.sub(r"\d", "", cell.attrib["r"])
            at = sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(letters))) - 1
            cells += [None] * (at - len(cells))
            value = cell.findtext(f"{SHEET}v")
            cells.append(shared[int(value or 0)] if cell.get("t") == "s" else float(value or "nan"))
        rows.append(cells)
    return rows


def lines(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))[1:]


@pytest.mark.parametrize("rendering", ["restitution", "diffusion"])
def test_every_table_says_the_same_in_the_workbook_and_as_csv(rendering: str) -> None:
    whole = told(rendering)
    sheets = workbook(dossier_xlsx(whole, "fr", STARTED))
    tables = tables_of(whole, "fr")
    assert list(sheets) == ["README", *(table.title.fr for table in tables)]
    for table in tables:
        head, *rows = sheets[table.title.fr]
        assert head == [column.title.fr for column in table.columns]
        assert len(rows) == len(table.rows) == len(lines(dossier_csv(whole, "fr", table.name)))
        for row, there, line in zip(table.rows, rows, lines(dossier_csv(whole, "fr", table.name)), strict=True):
            there = [*there, *[None] * (len(row) - len(there))]
            for cell, in_book, in_csv in zip(row, there, line, strict=True):
                if isinstance(cell, int | Fraction):
                    assert in_book == pytest.approx(float(cell)), table.name
                    assert in_csv == (str(cell) if isinstance(cell, int) else decimal_said(cell))
                elif isinstance(cell, str) and cell:
                    assert in_book == cell
                    assert in_csv.lstrip("'") == cell.lstrip("'")


@pytest.mark.parametrize("rendering", ["restitution", "diffusion"])
def test_the_json_keeps_to_its_schema(rendering: str) -> None:
    schema = dossier_schema()
    Draft202012Validator.check_schema(schema)
    reader = Draft202012Validator(schema)
    for whole in (told(rendering), bare(), hostile_dossier()):
        data = json.loads(dossier_json(whole, "fr", STARTED))
        assert [error.message for error in reader.iter_errors(data)] == []
    data["dossier"]["sessions"][0]["attendance"]["people"] = "twelve"
    del data["dossier"]["question"]
    assert len(list(reader.iter_errors(data))) == 2


def test_two_houses_tell_the_same_data_and_the_same_bytes() -> None:
    whole = told()
    other = replace(whole, identity=replace(whole.identity, number=99))
    assert dossier_json(whole, "fr", STARTED) == dossier_json(other, "fr", STARTED)
    assert dossier_xlsx(whole, "fr", STARTED) == dossier_xlsx(dossier(RESTITUTION), "fr", STARTED)


def test_no_words_become_a_formula_or_a_link() -> None:
    whole = told()
    one = whole.sessions[0]
    board = one.stages[0].boards[0]
    cards = tuple(replace(board.cards[0], number=900 + at, text=words) for at, words in enumerate(RISKY))
    stage = replace(one.stages[0], boards=(replace(board, cards=cards),))
    risky = replace(whole, sessions=(replace(one, stages=(stage, *one.stages[1:])), *whole.sessions[1:]))
    sheets = workbook(dossier_xlsx(risky, "fr", STARTED))
    assert set(RISKY) <= {cell for row in sheets["Contributions"] for cell in row}
    column = [line[7] for line in lines(dossier_csv(risky, "fr", "contributions")) if line[1].startswith("90")]
    assert len(column) == len(RISKY)
    assert all(cell.startswith("'") for cell in column)


def test_the_heads_stay_in_sight_and_a_sheet_explains_the_others() -> None:
    data = dossier_xlsx(told(), "en", STARTED)
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        second = whole.read("xl/worksheets/sheet2.xml").decode()
    assert 'ySplit="1"' in second
    assert 'state="frozen"' in second
    readme = workbook(data)["README"]
    assert [line[0] for line in readme][:3] == ["Experiment", "Made on", "For"]
    assert {table.title.en for table in tables_of(told(), "en")} <= {line[0] for line in readme}


def test_a_long_text_and_an_empty_dossier_have_a_workbook() -> None:
    long = replace(
        bare(), question="x", learnings=(replace(told().learnings[0], learned="\ufffe\uffff" + "é" * 40_000),)
    )
    sheets = workbook(dossier_xlsx(long, "fr", STARTED))
    assert max(len(str(cell)) for row in sheets["Apprentissages"] for cell in row) == 32_000
    assert all(len(rows) == 1 for title, rows in sheets.items() if title not in ("README", "Apprentissages"))


def test_outside_small_head_counts_are_told_nowhere() -> None:
    whole = told("diffusion")
    few = replace(whole.sessions[0], attendance=replace(whole.sessions[0].attendance, people=4, threshold=10))
    table = named(tables_of(replace(whole, sessions=(few,)), "fr"), "sessions")
    row = dict(zip((column.name for column in table.columns), table.rows[0], strict=True))
    assert (row["people"], row["contributed"], row["stayed"]) == (None, None, None)


@pytest.mark.parametrize("rendering", [RESTITUTION, DIFFUSION], ids=["restitution", "diffusion"])
def test_one_set_of_numbers_everywhere(rendering: Rendering) -> None:
    """Counted anew from the sessions, and found in the PDF, the page, Markdown, the workbook, CSV and JSON."""
    whole = told(rendering.name)
    html = dossier_html(whole, "fr", STARTED, "research")
    read = [squeezed(Words(html).text), squeezed(Words(read_as(markdown_of(html))).text)]
    if rendering is RESTITUTION:  # one PDF is enough: both are drawn from that page
        read.append(squeezed(extract_text(io.BytesIO(render_dossier(whole, "fr", STARTED, "research")))))
    data = json.loads(dossier_json(whole, "fr", STARTED))["dossier"]
    book, table = workbook(dossier_xlsx(whole, "fr", STARTED)), lines(dossier_csv(whole, "fr", "sessions"))
    for number, state in enumerate(sessions()):
        people = len(state.people)
        told_outside = rendering is RESTITUTION or people >= 10
        assert book["Séances"][number + 1][6] == (people if told_outside else None)
        assert table[number][6] == (str(people) if told_outside else "")
        written = sum(not card.withdrawn for card in state.cards.values())
        assert data["sessions"][number]["contributions"] >= written > 0
        assert book["Séances"][number + 1][9] == data["sessions"][number]["contributions"]
        if told_outside:
            assert data["sessions"][number]["attendance"]["people"] == people
            assert all(f"{people}personnes" in text for text in read)
    rows = [line[7].lstrip("'") for line in lines(dossier_csv(whole, "fr", "contributions"))]
    said = {card.text for state in sessions() for card in state.cards.values()}
    assert len(rows) >= 20 or rendering is DIFFUSION
    assert len([words for words in rows if words in said]) >= 15
    for words in rows:
        assert all(squeezed(words) in text for text in read), words
    votes = [row for row in named(tables_of(whole, "fr"), "votes").rows if row[5] == "gommettes"]
    given = [
        dots
        for state in sessions()
        for step in state.votes.values()
        for each in step.values()
        for dots in each.values()
    ]
    assert sum(row[6] for row in votes if isinstance(row[6], int)) == sum(given) > 0
    medians = [row[6] for row in named(tables_of(whole, "fr"), "answers").rows if row[5] == "médiane"]
    for median in medians:
        assert isinstance(median, Fraction)
        assert all(squeezed(figure(median, "fr")) in text for text in read)


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", "", words)


def test_no_table_shows_a_name_that_only_a_format_knows(golden: Golden) -> None:
    for locale in ("fr", "en"):
        for table in tables_of(golden.dossier(), locale):
            places = [at for at, column in enumerate(table.columns) if column.name in ("of", "place")]
            assert not [row for row in table.rows for at in places if "_" in str(row[at])], table.name
    told = contributions_csv(golden.outcomes()[0], "en").decode("utf-8-sig")
    assert "one_two_four_all_ideas" not in told
    assert "What ways forward do you see" in told
