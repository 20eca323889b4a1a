"""Numbers under the signs and plain functions of a formula: exact, and never an error."""

import ast
import math
from collections.abc import Callable
from fractions import Fraction

Value = Fraction | bool | str | None
"""A number, a truth, a word; `None` where there is no value."""

MOST_BITS = 200


class Worth(Fraction):
    """A word that counts as a number: held against words it is the word, everywhere else the number."""

    __slots__ = ("word",)
    word: str

    def __new__(cls, word: str, number: Fraction) -> "Worth":
        """The word, and what it counts."""
        made = super().__new__(cls, number)
        made.word = word
        return made


def function(name: str, numbers: list[Fraction]) -> Value:
    """The value of a function of one or more known numbers."""
    first = numbers[0]
    simple: dict[str, Callable[[], Fraction]] = {
        "sum": lambda: sum(numbers, Fraction(0)),
        "count": lambda: Fraction(len(numbers)),
        "average": lambda: sum(numbers, Fraction(0)) / len(numbers),
        "median": lambda: _median(sorted(numbers)),
        "min": lambda: min(numbers),
        "max": lambda: max(numbers),
        "spread": lambda: max(numbers) - min(numbers),
        "abs": lambda: abs(first),
        "floor": lambda: Fraction(math.floor(first)),
        "ceil": lambda: Fraction(math.ceil(first)),
        "round": lambda: _round(first, numbers[1] if len(numbers) > 1 else Fraction(0)),
        "clamp": lambda: min(max(first, numbers[1]), numbers[2]),
    }
    return simple[name]()


def _median(numbers: list[Fraction]) -> Fraction:
    half = len(numbers) // 2
    return numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2


def _round(number: Fraction, digits: Fraction) -> Fraction:
    # Half away from zero, as people round by hand; Python's own rounds half to even.
    scale = Fraction(10) ** max(0, min(9, int(digits)))
    whole = math.floor(abs(number) * scale + Fraction(1, 2))
    return Fraction(whole if number >= 0 else -whole) / scale


def arithmetic(op: ast.operator, left: Value, right: Value) -> Value:
    """One of `+ - * /`; none where a number is missing, or the divisor is zero."""
    a, b = number_in(left), number_in(right)
    if a is None or b is None:
        return None
    match op:
        case ast.Add():
            return bounded(a + b)
        case ast.Sub():
            return bounded(a - b)
        case ast.Mult():
            return bounded(a * b)
        case _:
            return None if b == 0 else bounded(a / b)


def compare(op: ast.cmpop, left: Value, right: Value) -> bool:
    """A comparison; what cannot be compared is not so."""
    if isinstance(op, ast.Eq | ast.NotEq):
        if isinstance(left, Worth | str) and isinstance(right, Worth | str):
            left, right = word_in(left), word_in(right)
        return (left == right) == isinstance(op, ast.Eq)
    a, b = number_in(left), number_in(right)
    if a is None or b is None:
        return False
    match op:
        case ast.Lt():
            return a < b
        case ast.LtE():
            return a <= b
        case ast.Gt():
            return a > b
        case _:
            return a >= b


def number_in(value: Value) -> Fraction | None:
    """The value as a number: yes is 1, no is 0; words are none."""
    if isinstance(value, bool):
        return Fraction(int(value))
    return value if isinstance(value, Fraction) else None


def word_in(value: Value) -> Value:
    """The word of a value that counts as a number; any other value as it is."""
    return value.word if isinstance(value, Worth) else value


def truth(value: Value) -> bool:
    """Whether a value counts as true."""
    return bool(value)


def bounded(value: Value) -> Value:
    """The value, unless it has grown beyond what anybody needs."""
    if isinstance(value, Fraction) and max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_BITS:
        return None
    return value
