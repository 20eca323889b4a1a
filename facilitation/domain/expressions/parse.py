"""From the text of a formula to a tree of allowed nodes, or a message that points at the fault."""

import ast
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from facilitation.domain.format.text import Text

LONGEST = 500
MOST_NODES = 150
DEEPEST = 25

# The signs people write by hand: times, divided by, and the true minus.
SIGNS = {0xD7: "*", 0xF7: "/", 0x2212: "-"}

AGGREGATES = frozenset({"sum", "average", "median", "min", "max", "count"})
FUNCTIONS = frozenset({"abs", "round", "floor", "ceil", "clamp"})

_ALLOWED = (
    ast.Expression,
    ast.BinOp,
    ast.UnaryOp,
    ast.BoolOp,
    ast.Compare,
    ast.IfExp,
    ast.Call,
    ast.Name,
    ast.Attribute,
    ast.Constant,
    ast.Load,
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.Div,
    ast.USub,
    ast.UAdd,
    ast.Not,
    ast.And,
    ast.Or,
    ast.Eq,
    ast.NotEq,
    ast.Lt,
    ast.LtE,
    ast.Gt,
    ast.GtE,
)


class FormulaError(ValueError):
    """A formula that cannot be read. `position` counts characters from 0 in the source."""

    def __init__(self, message: Text, position: int) -> None:
        super().__init__(message.en)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Used:
    """A name where a formula uses it; `aggregated` when it stands inside `sum(…)` or another aggregate of a set."""

    name: str
    position: int
    aggregated: bool


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula that was read; dotted names are whole (`group.size`, `everyone.guess`)."""

    source: str
    tree: ast.expr
    uses: tuple[Used, ...]
    numbers: dict[tuple[int, int], Fraction]

    @property
    def names(self) -> frozenset[str]:
        """The names it uses, whatever their place."""
        return frozenset(used.name for used in self.uses)


@lru_cache(maxsize=4096)
def parse(source: str) -> Expression:
    """Read a formula. Raises FormulaError, and nothing else, whatever the text."""
    text = source.strip().translate(SIGNS)
    if len(text) > LONGEST:
        raise FormulaError(
            Text(fr=f"la formule dépasse {LONGEST} caractères", en=f"the formula is longer than {LONGEST} characters"),
            LONGEST,
        )
    tree = _read(text)
    nodes = list(ast.walk(tree))
    if len(nodes) > MOST_NODES or _depth(tree) > DEEPEST:
        raise FormulaError(Text(fr="la formule est trop compliquée", en="the formula is too complicated"), 0)
    numbers: dict[tuple[int, int], Fraction] = {}
    for node in nodes:
        _check(node, text, numbers)
    return Expression(source=source, tree=tree, uses=tuple(_uses(tree, False)), numbers=numbers)


def _read(text: str) -> ast.expr:
    if not text.isascii() or "\x00" in text or "\n" in text:
        at = next((n for n, letter in enumerate(text) if not letter.isascii() or letter in "\x00\n"), 0)
        raise FormulaError(
            Text(fr="un signe n'est pas permis dans une formule", en="a sign is not allowed in a formula"), at
        )
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError as fault:
        position = min(max((fault.offset or 1) - 1, 0), len(text))
        raise FormulaError(
            Text(fr="la formule est mal écrite ici", en="the formula is not well formed here"), position
        ) from None
    except (ValueError, RecursionError, MemoryError):
        raise FormulaError(Text(fr="la formule est trop compliquée", en="the formula is too complicated"), 0) from None


def _depth(tree: ast.AST) -> int:
    deepest, row = 0, [tree]
    while row:
        deepest += 1
        row = [child for node in row for child in ast.iter_child_nodes(node)]
    return deepest


def _check(node: ast.AST, text: str, numbers: dict[tuple[int, int], Fraction]) -> None:
    at = getattr(node, "col_offset", 0)
    if not isinstance(node, _ALLOWED):
        raise FormulaError(Text(fr="ceci n'est pas permis dans une formule", en="this is not allowed in a formula"), at)
    if isinstance(node, ast.Constant):
        numbers[(node.col_offset, node.end_col_offset or 0)] = _constant(node, text)
    if isinstance(node, ast.Call):
        _check_call(node, at)
    if isinstance(node, ast.Attribute) and not isinstance(node.value, ast.Name):
        raise FormulaError(Text(fr="un seul point par nom", en="only one dot in a name"), at)


def _constant(node: ast.Constant, text: str) -> Fraction:
    if isinstance(node.value, bool | str):
        return Fraction(0)
    written = text[node.col_offset : node.end_col_offset]
    plain = written.isascii() and written.replace(".", "", 1).isdigit() and len(written) <= 40
    if not plain:
        raise FormulaError(
            Text(fr="écrivez ce nombre en chiffres, avec un point", en="write this number in digits, with a point"),
            node.col_offset,
        )
    return Fraction(written if not written.endswith(".") else written + "0")


def _check_call(node: ast.Call, at: int) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in AGGREGATES | FUNCTIONS:
        known = ", ".join(sorted(AGGREGATES | FUNCTIONS))
        raise FormulaError(
            Text(fr=f"fonction inconnue ; il existe : {known}", en=f"unknown function; there are: {known}"), at
        )
    wanted = {"clamp": (3, 3), "round": (1, 2), "min": (1, 20), "max": (1, 20)}.get(name, (1, 1))
    if node.keywords or not wanted[0] <= len(node.args) <= wanted[1]:
        raise FormulaError(
            Text(fr=f"{name} n'a pas le bon nombre de valeurs", en=f"{name} has the wrong number of values"), at
        )


def _uses(node: ast.expr, aggregated: bool) -> list[Used]:
    match node:
        case ast.Name(id=name):
            return [Used(name, node.col_offset, aggregated)]
        case ast.Attribute(value=ast.Name(id=first), attr=name):
            return [Used(f"{first}.{name}", node.col_offset, aggregated)]
        case ast.Call(func=ast.Name(id=name), args=args):
            inside = aggregated or (name in AGGREGATES and len(args) == 1)
            return [used for arg in args for used in _uses(arg, inside)]
    inner = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    return [used for child in inner for used in _uses(child, aggregated)]
