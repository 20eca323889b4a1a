"""From a formula and the names around it to an exact value, or none."""

import ast
from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from facilitation.domain.expressions.arithmetic import Value, arithmetic, bounded, compare, function, number_in, truth
from facilitation.domain.expressions.parse import AGGREGATES, AMONG, CHANCE, COUNTED, NAMED, PICKS, Expression, dotted

OF_THE_GROUP = ("size", "number", "seat")
"""What `group.` may be followed by: how many we are, which group we are, which place is mine."""


class Scope(Protocol):
    """What the names of a formula stand for, seen by one person, one group, or the session."""

    def value(self, name: str) -> Value:
        """The value of a name, dotted names whole; `None` where there is none."""

    def missing(self, name: str) -> bool:
        """Whether the value of a name is a stand-in for an answer that was not given."""

    def members(self, root: str) -> Sequence["Scope"]:
        """The scopes of the people of a set: `group`, `others`, `everyone`, or the name of a role."""

    def whose(self) -> str | None:
        """The person through whose eyes the names are seen, if it is one person."""

    def earlier(self, name: str, turns: int) -> Value:
        """The value of a name so many turns of the loop ago."""

    def past(self, name: str) -> Sequence[Value]:
        """The values of a name in all turns so far, this one included, the oldest first."""

    def in_round(self, name: str, turn: int) -> Value:
        """The value of a name in one turn of the loop, counted from 1."""

    def picks(self, name: str) -> Sequence[str]:
        """The options of a ranking, the first place first, or those that were picked; none without an answer."""

    def received(self, name: str) -> Value:
        """What the others of my group gave me, where each gave a number to each."""

    def answer_for(self, question: str, item: Value) -> Value:
        """The value that was given for one item of a question: by the item's word, or by its place from 1."""

    def counted(self, name: str, board: str) -> Value:
        """What a function of a board comes to: how the last vote by levels on it went."""

    def lot(self, place: int, among: str) -> Fraction:
        """A number from 0, below 1, drawn from the seed: its own for each place in a formula.

        `among` says who shares the draw: nobody else (""), my `group`, or `everyone`.
        """

    def table(self, name: str, keys: Sequence[Value]) -> Value:
        """What stands in a table of the format under these keys."""


def evaluate(expression: Expression, scope: Scope) -> Value:
    """The value of a formula. Total: never raises for an expression that `parse` gave."""
    return bounded(_value(expression.tree, expression, scope, ""))


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
            return not truth(_value(inner, whole, scope, root))
        case ast.UnaryOp(op=sign, operand=inner):
            number = number_in(_value(inner, whole, scope, root))
            return None if number is None else (-number if isinstance(sign, ast.USub) else number)
        case ast.BinOp(left=left, op=op, right=right):
            return arithmetic(op, _value(left, whole, scope, root), _value(right, whole, scope, root))
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(truth(_value(part, whole, scope, root)) for part in parts)
        case ast.BoolOp(values=parts):
            return any(truth(_value(part, whole, scope, root)) for part in parts)
        case ast.Compare(left=left, ops=ops, comparators=others):
            values = [_value(part, whole, scope, root) for part in (left, *others)]
            return all(compare(op, a, b) for op, a, b in zip(ops, values, values[1:], strict=False))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            chosen = body if truth(_value(test, whole, scope, root)) else orelse
            return _value(chosen, whole, scope, root)
        case ast.Call(func=ast.Name(id=name), args=args):
            return _call(node, name, args, whole, scope, root)
    return None


def _call(node: ast.Call, name: str, args: list[ast.expr], whole: Expression, scope: Scope, root: str) -> Value:
    if name == "known":
        return _known_here(args[0], whole, scope, root)
    if name in PICKS:
        return _picked(name, args, scope)
    if name in NAMED:
        return _recalled(name, args, whole, scope, root)
    if name in AMONG:
        return _among(node, name, args, whole, scope)
    if name in AGGREGATES and len(args) == 1 and not root:
        return _aggregate(name, args[0], whole, scope)
    numbers = [number_in(_value(arg, whole, scope, root)) for arg in args]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    return _drawn(name, known, scope.lot(node.col_offset, "")) if name in CHANCE else function(name, known)


def _recalled(name: str, args: list[ast.expr], whole: Expression, scope: Scope, root: str) -> Value:
    of = dotted(args[0])
    if name == "lookup":
        return scope.table(of, [_value(arg, whole, scope, root) for arg in args[1:]])
    if name == "received":
        return scope.received(of)
    if name in COUNTED:
        return scope.counted(name, of)
    if name == "answer_for":
        return scope.answer_for(of, _value(args[1], whole, scope, root))
    if name == "previous":
        turns = number_in(_value(args[1], whole, scope, root)) if len(args) > 1 else Fraction(1)
        return scope.earlier(of, int(turns or 1))
    if name == "in_round":
        turn = number_in(_value(args[1], whole, scope, root))
        return None if turn is None else scope.in_round(of, int(turn))
    numbers = [number for value in scope.past(of) if (number := number_in(value)) is not None]
    if not numbers:
        return Fraction(0) if name == "total" else None
    return bounded(function({"total": "sum", "usual": "average", "highest": "max", "lowest": "min"}[name], numbers))


def _known_here(arg: ast.expr, whole: Expression, scope: Scope, root: str) -> bool:
    if isinstance(arg, ast.Name) and scope.missing(arg.id):
        return False
    return _value(arg, whole, scope, root) is not None


def _picked(name: str, args: list[ast.expr], scope: Scope) -> Value:
    question, second = args[0], args[1]
    picks = scope.picks(question.id) if isinstance(question, ast.Name) else ()
    if not picks:
        return False if name == "picked" else None
    if isinstance(second, ast.Constant):
        option = str(second.value)
        if name == "picked":
            return option in picks
        return Fraction(picks.index(option) + 1) if option in picks else None
    table = second.id if isinstance(second, ast.Name) else ""
    gaps = [_gap(scope.table(table, [option]), place) for place, option in enumerate(picks, 1)]
    known = [gap for gap in gaps if gap is not None]
    return sum(known, Fraction(0)) if len(known) == len(gaps) else None


def _gap(wanted: Value, place: int) -> Fraction | None:
    number = number_in(wanted)
    return None if number is None else abs(number - place)


def _drawn(name: str, numbers: list[Fraction], lot: Fraction) -> Value:
    if name == "chance":
        return lot < numbers[0]
    if name == "draw_from":
        return numbers[int(lot * len(numbers))]
    low, high = -(-numbers[0] // 1), numbers[1] // 1
    return Fraction(low + int(lot * (high - low + 1))) if low <= high else None


def _among(node: ast.Call, name: str, args: list[ast.expr], whole: Expression, scope: Scope) -> Value:
    root = _root(node)
    mine = _value(args[0], whole, scope, root)
    members = scope.members(root)
    if name in ("rank", "closest") and any(scope.missing(word) for word in _words(args[0])):
        return None if name == "rank" else False
    match name:
        case "rank":
            own, known = number_in(mine), _known(args[0], whole, members, root)
            return None if own is None else Fraction(1 + sum(number > own for number in known))
        case "closest":
            target, own = number_in(_value(args[1], whole, scope, root)), number_in(mine)
            known = _known(args[0], whole, members, root)
            if target is None or own is None or not known:
                return False
            return abs(own - target) <= min(abs(number - target) for number in known)
    lucky = [member.whose() for member in members if truth(_value(args[-1], whole, member, root))]
    if scope.whose() not in lucky:
        return False if name == "pick" else Fraction(0)
    if name == "pick":
        everyone = "everyone" if root == "everyone" else "group"
        return lucky[int(scope.lot(node.col_offset, everyone) * len(lucky))] == scope.whose()
    amount = number_in(mine)
    return None if amount is None else bounded(amount / len(lucky))


def _known(arg: ast.expr, whole: Expression, members: Sequence[Scope], root: str) -> list[Fraction]:
    used = _words(arg)
    found = [number_in(_value(arg, whole, m, root)) for m in members if not any(m.missing(word) for word in used)]
    return [number for number in found if number is not None]


def _words(arg: ast.expr) -> set[str]:
    return {n.id for n in ast.walk(arg) if isinstance(n, ast.Name)} | {
        n.attr for n in ast.walk(arg) if isinstance(n, ast.Attribute)
    }


def _root(node: ast.expr) -> str:
    return next((n.value.id for n in ast.walk(node) if _dotted_set(n)), "group")  # type: ignore[attr-defined]


def _aggregate(name: str, arg: ast.expr, whole: Expression, scope: Scope) -> Value:
    root, used = _root(arg), _words(arg)
    found: list[Fraction] = []
    for member in scope.members(root):
        if name != "sum" and any(member.missing(word) for word in used):
            continue
        number = number_in(_value(arg, whole, member, root))
        if number is not None:
            found.append(number)
    return function(name, found) if found else (Fraction(0) if name in ("sum", "count") else None)


def _dotted_set(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and not (node.value.id == "group" and node.attr in OF_THE_GROUP)
    )
