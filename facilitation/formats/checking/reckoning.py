"""Whether a formula takes a mere word for a number: a choice is one only if its options say what they count."""

import ast
from collections.abc import Iterator

from facilitation.domain.expressions import AGGREGATES, AMONG, CHANCE, FUNCTIONS, Expression
from facilitation.domain.expressions.parse import dotted
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.reading.tree import Spot

RECKONING = AGGREGATES | AMONG | CHANCE | FUNCTIONS


def check_reckoning(ledger: Ledger, source: str, spot: Spot, expression: Expression) -> bool:
    """Whether every answer that is calculated with is a number."""
    for name in _reckoned(expression.tree):
        asked = ledger.asked.get(name.rpartition(".")[2])
        if asked is not None and asked.kind == "choice" and not asked.worth:
            used = next((one for one in expression.uses if one.name == name), None)
            at = Spot(spot.line, spot.column + used.position) if used and "\n" not in source else spot
            ledger.report.add("choice-no-number", at, formula=source, name=name)
            return False
    return True


def _reckoned(tree: ast.expr) -> Iterator[str]:
    """The names that stand where only a number makes sense; what is counted or compared may be a word."""
    for node in ast.walk(tree):
        match node:
            case ast.BinOp(left=left, right=right):
                yield from filter(None, (dotted(left), dotted(right)))
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                yield from filter(None, (dotted(inner),))
            case ast.Compare(left=left, ops=ops, comparators=others):
                if any(isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in ops):
                    yield from filter(None, map(dotted, (left, *others)))
            case ast.Call(func=ast.Name(id=name), args=args) if name in RECKONING:
                yield from filter(None, map(dotted, args))
