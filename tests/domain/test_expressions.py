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

    def whose(self) -> str | None:
        return str(self.values.get("me", ""))

    def earlier(self, name: str, turns: int) -> Value:
        return [*self.past(name)][-1 - turns] if len(self.past(name)) > turns else None

    def past(self, name: str) -> Sequence[Value]:
        return {"x": (Fraction(1), Fraction(2), Fraction(4))}.get(name, ())

    def received(self, name: str) -> Value:
        return Fraction(5) if name == "x" else None

    def lot(self, place: int, among: str) -> Fraction:
        return Fraction(1, 2)

    def table(self, name: str, keys: Sequence[Value]) -> Value:
        return Fraction(len(keys)) if name == "pay" and None not in keys else None


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
        ("if 1 > 2 then 5 else 7", Fraction(7)),
        ("10 * (if 1 < 2 then 3 else 4) + 1", Fraction(31)),
        ("if 1 > 2 then 1 else if 2 > 3 then 2 else 3", Fraction(3)),
        ("if 1 < 2 then if 3 < 2 then 1 else 2 else 3", Fraction(2)),
        ("max(if 1 < 2 then 3 else 4, 2)", Fraction(3)),
        ("previous(x)", Fraction(2)),
        ("previous(x, 2)", Fraction(1)),
        ("previous(x, 3)", None),
        ("total(x)", Fraction(7)),
        ("total(y)", Fraction(0)),
        ("usual(x)", Fraction(7, 3)),
        ("highest(x) - lowest(x)", Fraction(3)),
        ("usual(y)", None),
        ("received(x) + 1", Fraction(6)),
        ("lookup(pay, 3, 4)", Fraction(2)),
        ("lookup(pay, unknown)", None),
        ("chance(0.6)", True),
        ("chance(0.5)", False),
        ("draw_from(7, 8, 9)", Fraction(8)),
        ("draw_between(1, 6)", Fraction(4)),
        ("draw_between(6, 1)", None),
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


def people(*numbers: int | None) -> list[Names]:
    """People of one group, who hold `x`; a missing one has a stand-in of zero."""
    values = [{"me": str(n), "x": Fraction(x or 0)} for n, x in enumerate(numbers)]
    given = zip(values, numbers, strict=True)
    group = [Names(dict(v), absent=frozenset({"x"} if x is None else ())) for v, x in given]
    for person in group:
        person.mates = group
    return group


@pytest.mark.parametrize(
    ("source", "numbers", "values"),
    [
        ("rank(x)", (5, 9, 5, 1), (2, 1, 2, 4)),
        ("closest(x, 10)", (8, 12, 25), (True, True, False)),
        ("closest(x, 1)", (None, 5), (False, True)),
        ("share_among(100, x == 3)", (3, 3, 3), (Fraction(100, 3),) * 3),
        ("share_among(100, x == 3)", (3, 4, 5), (100, 0, 0)),
        ("share_among(100, x == 9)", (3, 4, 5), (0, 0, 0)),
        ("pick(x == 3)", (3, 3, 4, 3), (False, True, False, False)),
        ("pick(x == 9)", (3, 3), (False, False)),
        ("spread(x)", (3, 9, 5), (6, 6, 6)),
    ],
)
def test_one_person_among_others(source: str, numbers: tuple[int, ...], values: tuple[Value, ...]) -> None:
    assert tuple(evaluate(parse(source), person) for person in people(*numbers)) == values


@pytest.mark.parametrize(
    ("source", "position"),
    [
        ("if x > 1 then pot else = 3", 23),
        ("if x then 1 else closest(rank(x), 2)", 25),
        ("share_among(9, closest(x, 1))", 15),
        ("previous(x + 1)", 9),
        ("previous(x, 0)", 12),
        ("lookup(3, x)", 7),
        ("sum(chance(x))", 4),
    ],
)
def test_a_fault_is_shown_where_it_was_written(source: str, position: int) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(source)
    assert caught.value.position == position


def test_names_keep_their_places_when_a_condition_is_turned_round() -> None:
    source = "if mine > 1 then his else ours"
    assert {used.name: source.index(used.name) for used in parse(source).uses} == {
        used.name: used.position for used in parse(source).uses
    }


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


@settings(max_examples=2000)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_no_text_breaks_the_reader(source: str) -> None:
    try:
        expression = parse(source)
    except FormulaError:
        return
    value = evaluate(expression, Names({"x": Fraction(3), "a": Fraction(1, 3)}, [Names({"x": Fraction(2)})]))
    assert value is None or isinstance(value, bool | str | Fraction)


TOKENS = """
if then else and or not x a group.size others.x other.x sum average rank closest share_among pick previous total
received lookup pay chance draw_from draw_between spread round ( ) ( ) , , + - * / == > 1 2.5 0 'c' { ;
"""
WORDS = TOKENS.split()


@settings(max_examples=3000)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_words_break_the_reader(words: list[str]) -> None:
    try:
        expression = parse(" ".join(words))
    except FormulaError:
        return
    person = people(3, None, 7)[0]
    value = evaluate(expression, person)
    assert value is None or isinstance(value, bool | str | Fraction)


CALLED = st.recursive(
    st.sampled_from(["x", "a", "1", "2.5", "0", "others.x", "'c'"]),
    lambda inner: st.one_of(
        st.tuples(
            st.sampled_from(["if {} then {} else {}", "clamp({}, {}, {})", "({} + {}) / {}"]), inner, inner, inner
        ),
        st.tuples(
            st.sampled_from(["{} > {}", "closest({}, {})", "share_among({}, {})", "lookup(pay, {}, {})"]), inner, inner
        ),
        st.tuples(st.sampled_from(["rank({})", "pick({})", "sum({})", "chance({})", "draw_between(1, {})"]), inner),
    ).map(lambda parts: parts[0].format(*parts[1:])),
    max_leaves=12,
)


@settings(max_examples=1500)
@given(CALLED)
def test_every_formula_that_can_be_read_has_a_value_or_none(source: str) -> None:
    try:
        expression = parse(source)
    except FormulaError:
        return
    for person in people(3, None, 7):
        value = evaluate(expression, person)
        assert value is None or isinstance(value, bool | str | Fraction)


MONEY = st.fractions(-(10**12), 10**12, max_denominator=10**6)


@given(MONEY, MONEY)
def test_arithmetic_is_that_of_fractions(a: Fraction, b: Fraction) -> None:
    values: dict[str, Value] = {"a": a, "b": b}
    assert worked_out("a + b * a - b", values) == a + b * a - b
    assert worked_out("a / b", values) == (a / b if b else None)
