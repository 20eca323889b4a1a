"""Formulas: exact, total, and nothing but arithmetic."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.expressions import FormulaError, Value, evaluate, parse


class Names:
    """A person with these values, whose group is three such people."""

    def __init__(
        self, values: dict[str, Value], mates: Sequence["Names"] = (), absent: frozenset[str] = frozenset()
    ) -> None:
        self.values, self.mates, self.absent = values, mates, absent

    def value(self, name: str) -> Value:
        return self.values.get(name)

    def missing(self, name: str) -> bool:
        return name in self.absent

    def members(self, root: str) -> Sequence["Names"]:
        return self.mates


def worked_out(source: str, values: dict[str, Value] | None = None, mates: Sequence[Names] = ()) -> Value:
    return evaluate(parse(source), Names(values or {}, mates))


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1.8 * 3", Fraction("5.4")),
        ("0.1 + 0.2", Fraction("0.3")),
        ("2/3 * 3", Fraction(2)),
        ("100 × 2 ÷ 3", Fraction(200, 3)),
        ("1 \u2212 3", Fraction(-2)),
        ("round(2.5)", Fraction(3)),
        ("round(-2.5)", Fraction(-3)),
        ("round(2/3, 2)", Fraction("0.67")),
        ("clamp(12, 0, 10)", Fraction(10)),
        ("min(3, 1, 2)", Fraction(1)),
        ("5 if 1 > 2 else 7", Fraction(7)),
        ("not (1 == 1 and 2 < 1)", True),
        ("1 / 0", None),
        ("50 if 0 == 0 else 1 / 0", Fraction(50)),
        ("unknown + 1", None),
        ('"C" == "C"', True),
    ],
)
def test_values_are_exact(source: str, value: Value) -> None:
    assert worked_out(source) == value


def test_a_missing_answer_counts_for_sums_only() -> None:
    mates = [Names({"x": Fraction(10)}), Names({"x": Fraction(20)}), Names({"x": Fraction(0)}, absent=frozenset({"x"}))]
    assert worked_out("sum(x)", mates=mates) == 30
    assert worked_out("average(x)", mates=mates) == 15
    assert worked_out("count(x)", mates=mates) == 2
    assert worked_out("median(x)", mates=mates) == 15
    assert worked_out("min(x)", mates=mates) == 10
    assert worked_out("average(x)", mates=[]) is None


@pytest.mark.parametrize(
    "source",
    [
        "__import__('os')", "x.y.z", "x[0]", "[1]", "{1}", "lambda: 1", "2 ** 9", "1 << 9", "f'x'", "x := 1", "a, b",
        "sum(x for x in y)", "1e9", "0x10", "1_000", "1j", "é", "a\nb", "\x00", "", "(", "sum()", "sum(1, 2)",
        "eval(1)",         "round(1, 2, 3)",
        "abs(x=1)", "abs(*x)", "x.__class__()", "((((" * 200, "-" * 490 + "1", "1+" * 300 + "1",
        "x is y", "x in y", "await x", "...", "None", "b'x'", "x // y", "x % y", "~x", "x @ y",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_place_of_the_fault(source: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(source)
    assert caught.value.message.fr
    assert caught.value.message.en
    assert 0 <= caught.value.position <= max(len(source), 500)


ALPHABET = "0123456789.+-*/() abcx_,<>=!\"'[]{}:;@#$%^&|~\\\n\té×÷\u2212ifelsnotadrumvgc"


@settings(max_examples=2000, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_no_text_breaks_the_reader(source: str) -> None:
    try:
        expression = parse(source)
    except FormulaError:
        return
    value = evaluate(expression, Names({"x": Fraction(3), "a": Fraction(1, 3)}, [Names({"x": Fraction(2)})]))
    assert value is None or isinstance(value, bool | str | Fraction)


MONEY = st.fractions(-(10**12), 10**12, max_denominator=10**6)


@given(MONEY, MONEY)
def test_arithmetic_is_that_of_fractions(a: Fraction, b: Fraction) -> None:
    values: dict[str, Value] = {"a": a, "b": b}
    assert worked_out("a + b * a - b", values) == a + b * a - b
    assert worked_out("a / b", values) == (a / b if b else None)
