"""What the options of a question or of a treatment count in calculations, where they count something."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from facilitation.domain.expressions import Scope, Value, Worth, evaluate, parse
from facilitation.domain.format import Option


def counts(options: Sequence[Option]) -> bool:
    """Whether any of them is a number too."""
    return any(option.worth is not None for option in options)


def worded(options: Sequence[Option], word: str, scope: Scope) -> Value:
    """The option as formulas meet it: a word, which is a number too where the option says what it counts."""
    number = worth(options, word, scope)
    return word if number is None else Worth(word, number)


def worth(options: Sequence[Option], word: str, scope: Scope) -> Fraction | None:
    """What one option counts; `scope` knows the settings."""
    formula = next((option.worth for option in options if option.id == word), None)
    value = None if formula is None else evaluate(parse(formula), scope)
    return value if isinstance(value, Fraction) else None


def together(options: Sequence[Option], picks: Iterable[str], scope: Scope) -> Fraction:
    """What several options count together; those without a number count nothing."""
    found = (worth(options, pick, scope) for pick in picks)
    return sum((number for number in found if number is not None), Fraction(0))
