"""What a draw by lot can give: whether a value said beforehand is one of them."""

import ast
from dataclasses import replace
from fractions import Fraction

from facilitation.domain.expressions.arithmetic import number_in
from facilitation.domain.expressions.evaluate import Scope, evaluate
from facilitation.domain.expressions.parse import CHANCE, Expression


def draws(expression: Expression) -> bool:
    """Whether a formula leaves anything to chance."""
    return bool(expression.calls & CHANCE) or "pick" in expression.calls


def possible(expression: Expression, scope: Scope, value: Fraction) -> bool:
    """Whether a formula that is one draw can give a value; of a longer formula nobody can say, and anything passes."""
    match expression.tree:
        case ast.Call(func=ast.Name(id="chance" | "pick")):
            return value in (0, 1)
        case ast.Call(func=ast.Name(id="draw_from" | "draw_between" as name), args=args):
            ends = [number_in(evaluate(replace(expression, tree=arg), scope)) for arg in args]
            known = [end for end in ends if end is not None]
            if len(known) < len(ends):
                return True
            if name == "draw_from":
                return value in known
            return value.denominator == 1 and known[0] <= value <= known[1]
    return True
