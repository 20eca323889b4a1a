"""Formulas of a format: parsed from an allow-list, exact, total."""

from facilitation.domain.expressions.arithmetic import Value, Worth
from facilitation.domain.expressions.chance import draws, possible
from facilitation.domain.expressions.evaluate import OF_THE_GROUP, Scope, evaluate
from facilitation.domain.expressions.parse import (
    AGGREGATES,
    AMONG,
    CHANCE,
    FUNCTIONS,
    Expression,
    FormulaError,
    Used,
    parse,
)

__all__ = [
    "AGGREGATES",
    "AMONG",
    "CHANCE",
    "FUNCTIONS",
    "OF_THE_GROUP",
    "Expression",
    "FormulaError",
    "Scope",
    "Used",
    "Value",
    "Worth",
    "draws",
    "evaluate",
    "parse",
    "possible",
]
