"""Made-up formulas read and worked out by the thousand: nothing but a value, none or a FormulaError may come of one.

    python -m benchmarks.formulas 300000

says how many could be read, and the slowest of all.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from facilitation.domain.expressions import FormulaError, Value, evaluate, parse
from facilitation.domain.expressions.parse import CALLS

NAMES = ("x", "y", "pot", "round", "role", "group.size", "other.x", "client.x", "others.x", "everyone.x", "table", "z9")
NUMBERS = ("0", "1", "2", "10", "1.8", "0.5", "999999999999", "1e9", "0x10", "1_000", "1j", "00", ".5", "5.", "9" * 41)
SIGNS = (
    "+",
    "-",
    "*",
    "/",
    "**",
    "//",
    "%",
    "@",
    "<",
    "<=",
    "==",
    "!=",
    ">",
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "then",
)
ODD = (
    *("__import__('os')", "x.__class__", "().__class__.__bases__", "lambda: 0", "[x for x in y]", "{x: 1}", "f'{x}'"),
    *("x := 1", "exec('1')", "open('/')", "eval(x)", "print(x)", "getattr(x, 'y')", "globals()", "'a' * 9", "b'x'"),
    *("...", "None", "\\x00", "\n", "é", "×", "÷", "\u2212", "\u202e", "😀", "\ud800", '"', "'", "((", "))"),
    *("[", "]", "{", "}", ",", ";", "#", "else"),
)

SLOW = 0.01


@dataclass(frozen=True, slots=True)
class Someone:
    """A scope in which every name has a value, of any kind, and three people sit in every set."""

    draw: random.Random
    person: str | None = "p0"
    depth: int = 0

    def value(self, name: str) -> Value:
        """Anything a name may stand for."""
        return self.draw.choice((None, True, "calm", Fraction(0), Fraction(7, 3), Fraction(10) ** 40, Fraction(-1)))

    def missing(self, name: str) -> bool:
        """Now and then."""
        return self.draw.random() < 0.2

    def members(self, root: str) -> Sequence["Someone"]:
        """Three people."""
        return [Someone(self.draw, f"p{n}", self.depth + 1) for n in range(3)] if self.depth < 3 else []

    def whose(self) -> str | None:
        """The person."""
        return self.person

    def earlier(self, name: str, turns: int) -> Value:
        """As good as now."""
        return self.value(name)

    def past(self, name: str) -> Sequence[Value]:
        """Four turns."""
        return [self.value(name) for _ in range(4)]

    def received(self, name: str) -> Value:
        """As good as mine."""
        return self.value(name)

    def lot(self, place: int, among: str) -> Fraction:
        """A draw."""
        return Fraction(self.draw.getrandbits(53), 2**53)

    def table(self, name: str, keys: Sequence[Value]) -> Value:
        """Something stands everywhere."""
        return self.value(name)

    def __getattr__(self, name: str) -> object:
        # What the language learns later may ask a scope for more: it gets nothing, which must do.
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_: None


@dataclass(slots=True)
class Findings:
    """What came of many formulas."""

    tried: int = 0
    read: int = 0
    slowest: float = 0.0
    slowest_formula: str = ""
    broken: list[tuple[str, str]] = field(default_factory=list)


def formulas(count: int, seed: int) -> Iterator[str]:
    """So many made-up formulas, always the same for a seed: sound ones, damaged ones, and heaps of pieces."""
    draw = random.Random(seed)
    for number in range(count):
        match number % 3:
            case 0:
                yield _sound(draw, 4)
            case 1:
                yield _damaged(_sound(draw, 4), draw)
            case _:
                pieces = (*NAMES, *NUMBERS, *SIGNS, *ODD, *(f"{call}(" for call in sorted(CALLS)))
                yield " ".join(draw.choice(pieces) for _ in range(draw.randint(1, 14)))


def _sound(draw: random.Random, deep: int) -> str:
    if deep == 0 or draw.random() < 0.2:
        return draw.choice((*NAMES, *NUMBERS[:6], '"calm"'))
    parts = [_sound(draw, deep - 1) for _ in range(3)]
    match draw.randrange(5):
        case 0:
            return f"if {parts[0]} > {parts[1]} then {parts[2]} else {parts[0]}"
        case 1:
            given = [draw.choice(NAMES), *parts][: draw.randint(1, 3)]
            return f"{draw.choice(sorted(CALLS))}({', '.join(given)})"
        case 2:
            return f"({parts[0]} {draw.choice(('and', 'or', '<', '==', '>='))} {parts[1]})"
        case _:
            return f"({parts[0]} {draw.choice('+-*/')} {parts[1]})"


def _damaged(text: str, draw: random.Random) -> str:
    for _ in range(draw.randint(1, 3)):
        at = draw.randrange(len(text) + 1)
        text = text[:at] + draw.choice((*ODD, *SIGNS, "", text[:at])) + text[at + draw.randint(0, 3) :]
    return text[:700]


def tried(count: int, seed: int) -> Findings:
    """Read and work out so many formulas."""
    found = Findings()
    scope = Someone(random.Random(seed))
    for formula in formulas(count, seed):
        found.tried += 1
        began = time.process_time()
        try:
            _worked_out(formula, scope, found)
        except Exception as fault:  # whatever it is, it is what we are looking for
            found.broken.append((formula, repr(fault)))
        took = time.process_time() - began
        # The collector of garbage may pass by in the middle of one: what looks slow is tried again.
        for _ in range(3 if took > SLOW else 0):
            took = min(took, _again(formula, scope))
        if took > found.slowest:
            found.slowest, found.slowest_formula = took, formula
    return found


def _again(formula: str, scope: Someone) -> float:
    parse.cache_clear()
    began = time.process_time()
    _worked_out(formula, scope, Findings())
    return time.process_time() - began


def _worked_out(formula: str, scope: Someone, found: Findings) -> None:
    try:
        expression = parse(formula)
    except FormulaError as fault:
        if not 0 <= fault.position <= len(formula):
            raise IndexError(fault.position) from fault
        return
    found.read += 1
    value = evaluate(expression, scope)
    if not (value is None or isinstance(value, bool | str | Fraction)):
        raise TypeError(type(value).__name__)


def main(arguments: list[str]) -> int:
    """Try formulas and say what came of them; 1 if anything broke."""
    count = int(arguments[0]) if arguments else 300_000
    found = tried(count, seed=1)
    print(f"{found.tried} formulas, {found.read} could be read; {len(found.broken)} broke something.")
    print(f"The slowest took {found.slowest * 1000:.1f} ms: {found.slowest_formula[:200]!r}")
    for formula, fault in found.broken[:20]:
        print(f"{fault}: {formula!r}")
    return 1 if found.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
