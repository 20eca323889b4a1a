"""A number typed by somebody is bounded, however few letters it takes to mean a huge one."""

from fractions import Fraction

import pytest

from facilitation.domain.decimals import decimal


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("-3,5", Fraction(-7, 2)),
        ("\u22122", -2),
        ("1 250", 1250),
        ("1\u202f250.5", Fraction(2501, 2)),
        ("007", 7),
    ],
)
def test_what_people_type_is_read(typed: str, number: Fraction | int) -> None:
    assert decimal(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["", "1e999999999", "1E5", "9" * 16, "1/3", "1_000", "0x10", "nan", "inf", "\u0661", "--1", "1.", ".5", "2.3.4"],
)
def test_everything_else_is_no_number(typed: str) -> None:
    assert decimal(typed) is None
