"""CSV and JSON: complete, harmless in a spreadsheet, the same bytes each time."""

import csv
import io
import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.documentation import contributions_csv, outcome_json
from facilitation.documentation.exports import harmless
from facilitation.projections.outcome import outcome
from tests.documentation.sample import codeveloppement, one_two_four_all, public_goods


def as_written(cell: str) -> str:
    """What `harmless` was given: nothing is lost by the apostrophe."""
    return cell[1:] if cell.startswith("'") else cell


PAYLOADS = [
    prefix + rest
    for prefix in (
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        " =",
        "\uff1d",
        "|",
        "%",
        "\u2003=",
        "\u202f+",
        "\ufeff=",
        "\u200b@",
        "\u200f=",
        " \t=",
    )
    for rest in (
        "1+1",
        "cmd|' /C calc'!A0",
        'HYPERLINK("http://127.0.0.1/")',
        "SUM(A1:A9)",
        "2+5",
        "A1",
        "x",
        "0",
        "'",
        '"',
    )
]


def _cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_starts_a_formula(payload: str) -> None:
    assert harmless(payload).startswith("'")
    assert as_written(harmless(payload)) == payload


@given(st.text())
def test_quoting_can_be_undone(words: str) -> None:
    assert as_written(harmless(words)) == words


def test_formulas_posted_by_participants_are_harmless_in_every_column() -> None:
    rows = _cells(contributions_csv(outcome(one_two_four_all(words=PAYLOADS[:30]))))
    assert len(rows) > 10
    for row in rows:
        for cell in row:
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\x00")), cell
    written = {as_written(row[5]) for row in rows}
    assert "=1+1" in written


def test_starts_with_a_mark_that_spreadsheets_know() -> None:
    assert contributions_csv(outcome(one_two_four_all())).startswith(b"\xef\xbb\xbf")


def test_rows_are_numbered_and_tie_to_the_document() -> None:
    told = outcome(one_two_four_all())
    rows = _cells(contributions_csv(told))
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, len(rows))]
    numbers = {card.number for stage in told.stages for board in stage.boards for card in board.cards}
    assert {int(row[9]) for row in rows[1:] if row[9]} == numbers


def test_heads_follow_the_language() -> None:
    assert _cells(contributions_csv(outcome(codeveloppement()), "en"))[0][1] == "stage"
    assert _cells(contributions_csv(outcome(codeveloppement())))[0][1] == "étape"


def test_numbers_are_sorted_so_that_their_order_tells_nothing() -> None:
    rows = _cells(contributions_csv(outcome(public_goods()), "en"))
    first = [Fraction(row[5]) for row in rows if row[2] == "1" and row[3] == "Points for the pot"]
    assert len(first) == 12
    assert first == sorted(first)


def test_json_numbers_are_exact() -> None:
    told = json.loads(outcome_json(outcome(public_goods())))
    table = next(p for s in told["sections"] for p in s["pieces"] if "rows" in p)
    cell = table["rows"][0]["cells"][0]
    assert Fraction(cell["exact"]) == Fraction(265, 3)
    assert cell["decimal"] == "88.33"


@pytest.mark.parametrize("form", [one_two_four_all, codeveloppement, public_goods])
def test_equal_sessions_give_equal_bytes(form: object) -> None:
    assert callable(form)
    assert contributions_csv(outcome(form())) == contributions_csv(outcome(form()))
    assert outcome_json(outcome(form())) == outcome_json(outcome(form()))
