"""The common pot pays exactly what the literature's cases say, through the real rules and the file's own examples."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from facilitation.domain.format import Example, Format
from facilitation.formats import read_format
from facilitation.formats.performance import Played, RefusedAnswer, play, value_of
from facilitation.places import workshop_formats
from tests.formats.shipped import library

# Settings, contributions, what each person earns. The last two give the return of a point instead of a multiplier:
# half a point each for three people, 0.4 for four.
CASES: tuple[tuple[dict[str, str], list[str], list[str]], ...] = (
    ({}, ["1", "1", "1"], ["100.8", "100.8", "100.8"]),
    ({}, ["0", "50", "100"], ["190", "140", "90"]),
    ({}, ["1", "0", "0"], ["99.6", "100.6", "100.6"]),
    ({}, ["10", "20", "25"], ["123", "113", "108"]),
    ({}, ["33", "33", "33"], ["126.4", "126.4", "126.4"]),
    ({}, ["100", "100", "100"], ["180", "180", "180"]),
    ({}, ["0", "0", "0"], ["100", "100", "100"]),
    ({}, ["100", "0", "0"], ["60", "160", "160"]),
    ({"multiplier": "2"}, ["0", "0", "0"], ["100", "100", "100"]),
    ({"multiplier": "2"}, ["50", "50", "50"], ["150", "150", "150"]),
    ({"multiplier": "2"}, ["100", "100", "100"], ["200", "200", "200"]),
    ({"endowment": "10", "multiplier": "1.5"}, ["10", "5", "0"], ["7.5", "12.5", "17.5"]),
    (
        {"endowment": "20", "multiplier": "1.6", "group_size": "4"},
        ["20", "20", "20", "0"],
        ["24", "24", "24", "44"],
    ),
)


@pytest.fixture(scope="module")
def pot() -> Format:
    """The common pot."""
    found = library().format("public-goods")
    assert found is not None
    return found


def _example(settings: dict[str, str], rows: list[list[str]]) -> Example:
    chosen = {name: Fraction(value) for name, value in {"rounds": str(len(rows)), **settings}.items()}
    return Example(settings=chosen, answers={"contribution": tuple(tuple(row) for row in rows)})


def _earned(found: Format, example: Example, people: int) -> list[Fraction | None]:
    outcome = play(found, example, people)
    assert isinstance(outcome, Played)
    return [value_of(outcome.session, "points", person) for person in outcome.session.people]


@pytest.mark.parametrize(("settings", "given", "earned"), CASES)
def test_everyone_earns_exactly(pot: Format, settings: dict[str, str], given: list[str], earned: list[str]) -> None:
    assert _earned(pot, _example(settings, [given]), len(given)) == [Fraction(value) for value in earned]


@pytest.mark.parametrize(("settings", "given", "earned"), CASES)
def test_the_file_says_so_itself(pot: Format, settings: dict[str, str], given: list[str], earned: list[str]) -> None:
    wanted = _example(settings, [given])
    said = [
        example for example in pot.examples if (example.settings, example.answers) == (wanted.settings, wanted.answers)
    ]
    assert [tuple(map(Fraction, example.expect["points"])) for example in said] == [tuple(map(Fraction, earned))]


@pytest.mark.parametrize("said", ["-1", "101", "0.5", "ten", "1/0"])
def test_a_contribution_out_of_bounds_is_refused(pot: Format, said: str) -> None:
    outcome = play(pot, _example({}, [["50", "50", said]]), 3)
    assert isinstance(outcome, RefusedAnswer)
    assert outcome.question == "contribution"


def test_the_last_round_counts(pot: Format) -> None:
    rows = [["100", "100", "100"], ["0", "50", "100"]]
    assert _earned(pot, _example({}, rows), 3) == [190, 140, 90]


def test_an_absent_answer_is_marked_and_left_out_of_the_average(pot: Format) -> None:
    example = Example({"rounds": Fraction(1)}, {"contribution": (("60", "30", None),)})
    outcome = play(pot, example, 3)
    assert isinstance(outcome, Played)
    values = outcome.session.values["contribute.1"]
    assert list(values.missing.values()) == [("contribution",)]
    assert values.group["pot"] == (Fraction(90),)


def test_a_pot_that_pays_wrongly_is_found_out() -> None:
    text = (workshop_formats() / "public-goods.yaml").read_text("utf-8")
    wrong = text.replace("formula: pot * multiplier / group.size", "formula: pot * multiplier / 3")
    assert list(_codes(text)) == []
    assert set(_codes(wrong)) == {"example-differs"}


def test_a_pot_that_takes_anything_is_found_out() -> None:
    text = (workshop_formats() / "public-goods.yaml").read_text("utf-8")
    assert "example-not-refused" in _codes(text.replace("            max: endowment\n", ""))
    assert "example-not-refused" in _codes(text.replace("            min: 0\n", ""))


def _codes(text: str) -> Iterator[str]:
    return (remark.code for remark in read_format(text.encode(), "public-goods.yaml").diagnostics)
