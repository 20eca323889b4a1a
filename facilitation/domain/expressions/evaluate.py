"""From a formula and the names around it to an exact value, or none."""

import ast
import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Protocol

from facilitation.domain.expressions.parse import AGGREGATES, Expression

Value = Fraction | bool | str | None
"""A number, a truth, a word; `None` where there is no value."""

MOST_BITS = 200


class Scope(Protocol):
    """What the names of a formula stand for, seen by one person, one group, or the session."""

    def value(self, name: str) -> Value:
        """The value of a name, dotted names whole; `None` where there is none."""

    def missing(self, name: str) -> bool:
        """Whether the value of a name is a stand-in for an answer that was not given."""

    def members(self, root: str) -> Sequence["Scope"]:
        """The scopes of the people of a set: `group`, `others`, `everyone`, or the name of a role."""


def evaluate(expression: Expression, scope: Scope) -> Value:
    """The value of a formula. Total: never raises for an expression that `parse` gave."""
    return _bounded(_value(expression.tree, expression, scope, ""))


def _value(node: ast.expr, whole: Expression, scope: Scope, root: str) -> Value:
    match node:
        case ast.Constant(value=bool() | str() as said):
            return said
        case ast.Constant():
            return whole.numbers[(node.col_offset, node.end_col_offset or 0)]
        case ast.Name(id=name):
            return scope.value(name)
        case ast.Attribute(value=ast.Name(id=first), attr=name):
            return scope.value(name if root and first == root else f"{first}.{name}")
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return not _truth(_value(inner, whole, scope, root))
        case ast.UnaryOp(op=sign, operand=inner):
            number = _number(_value(inner, whole, scope, root))
            return None if number is None else (-number if isinstance(sign, ast.USub) else number)
        case ast.BinOp(left=left, op=op, right=right):
            return _arithmetic(op, _value(left, whole, scope, root), _value(right, whole, scope, root))
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_truth(_value(part, whole, scope, root)) for part in parts)
        case ast.BoolOp(values=parts):
            return any(_truth(_value(part, whole, scope, root)) for part in parts)
        case ast.Compare(left=left, ops=ops, comparators=others):
            values = [_value(part, whole, scope, root) for part in (left, *others)]
            return all(_compare(op, a, b) for op, a, b in zip(ops, values, values[1:], strict=False))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            chosen = body if _truth(_value(test, whole, scope, root)) else orelse
            return _value(chosen, whole, scope, root)
        case ast.Call(func=ast.Name(id=name), args=args):
            return _call(name, args, whole, scope, root)
    return None


def _call(name: str, args: list[ast.expr], whole: Expression, scope: Scope, root: str) -> Value:
    if name in AGGREGATES and len(args) == 1 and not root:
        return _aggregate(name, args[0], whole, scope)
    numbers = [_number(_value(arg, whole, scope, root)) for arg in args]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    return _function(name, known)


def _aggregate(name: str, arg: ast.expr, whole: Expression, scope: Scope) -> Value:
    root = next((n.value.id for n in ast.walk(arg) if _dotted_set(n)), "group")  # type: ignore[attr-defined]
    used = {n.id for n in ast.walk(arg) if isinstance(n, ast.Name)} | {
        n.attr for n in ast.walk(arg) if isinstance(n, ast.Attribute)
    }
    found: list[Fraction] = []
    for member in scope.members(root):
        if name != "sum" and any(member.missing(word) for word in used):
            continue
        number = _number(_value(arg, whole, member, root))
        if number is not None:
            found.append(number)
    return _function(name, found) if found else (Fraction(0) if name in ("sum", "count") else None)


def _dotted_set(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and not (node.value.id == "group" and node.attr in ("size", "number"))
    )


def _function(name: str, numbers: list[Fraction]) -> Value:
    first = numbers[0]
    simple: dict[str, Callable[[], Fraction]] = {
        "sum": lambda: sum(numbers, Fraction(0)),
        "count": lambda: Fraction(len(numbers)),
        "average": lambda: sum(numbers, Fraction(0)) / len(numbers),
        "median": lambda: _median(sorted(numbers)),
        "min": lambda: min(numbers),
        "max": lambda: max(numbers),
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


def _arithmetic(op: ast.operator, left: Value, right: Value) -> Value:
    a, b = _number(left), _number(right)
    if a is None or b is None:
        return None
    match op:
        case ast.Add():
            return _bounded(a + b)
        case ast.Sub():
            return _bounded(a - b)
        case ast.Mult():
            return _bounded(a * b)
        case _:
            return None if b == 0 else _bounded(a / b)


def _compare(op: ast.cmpop, left: Value, right: Value) -> bool:
    if isinstance(op, ast.Eq | ast.NotEq):
        return (left == right) == isinstance(op, ast.Eq)
    a, b = _number(left), _number(right)
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


def _number(value: Value) -> Fraction | None:
    if isinstance(value, bool):
        return Fraction(int(value))
    return value if isinstance(value, Fraction) else None


def _truth(value: Value) -> bool:
    return bool(value)


def _bounded(value: Value) -> Value:
    if isinstance(value, Fraction) and max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_BITS:
        return None
    return value
