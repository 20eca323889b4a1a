"""Formulas of a format: parsed from an allow-list, exact, total."""

from facilitation.domain.expressions.evaluate import Scope, Value, evaluate
from facilitation.domain.expressions.parse import AGGREGATES, FUNCTIONS, Expression, FormulaError, Used, parse

__all__ = ["AGGREGATES", "FUNCTIONS", "Expression", "FormulaError", "Scope", "Used", "Value", "evaluate", "parse"]
