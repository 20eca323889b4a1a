"""From the text of a formula to a tree of allowed nodes, or a message that points at the fault."""

import ast
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from facilitation.domain.expressions.conditions import reordered
from facilitation.domain.format.text import Text

LONGEST = 500
MOST_NODES = 150
DEEPEST = 25

# The signs people write by hand: times, divided by, and the true minus.
SIGNS = {0xD7: "*", 0xF7: "/", 0x2212: "-"}

AGGREGATES = frozenset({"sum", "average", "median", "min", "max", "count", "spread"})
FUNCTIONS = frozenset({"abs", "round", "floor", "ceil", "clamp"})
HISTORY = frozenset({"previous", "total", "usual", "highest", "lowest"})
"""Functions of one name over the turns of a loop."""
AMONG = frozenset({"rank", "closest", "share_among", "pick"})
"""Functions that place one person among the people of a set."""
CHANCE = frozenset({"chance", "draw_from", "draw_between"})
"""Functions that draw from the seed of the session."""
PICKS = frozenset({"place_of", "distance", "picked"})
"""Functions that read a ranking, or several picks."""
COUNTED = frozenset(
    {
        "thumbs_up",
        "thumbs_sideways",
        "thumbs_down",
        "agreements",
        "concerns",
        "objections",
        "kept",
        "dropped",
        "voters",
    }
)
"""Functions of a board: what the last vote by levels on it came to."""
NAMED = HISTORY | PICKS | COUNTED | {"lookup", "received", "in_round", "answer_for"}
"""Functions whose first value is a name, not what it stands for."""
CALLS = AGGREGATES | FUNCTIONS | AMONG | CHANCE | NAMED | {"known"}

ARGUMENTS = {
    "clamp": (3, 3),
    "round": (1, 2),
    "min": (1, 20),
    "max": (1, 20),
    "previous": (1, 2),
    "closest": (2, 2),
    "share_among": (2, 2),
    "draw_from": (2, 20),
    "draw_between": (2, 2),
    "lookup": (2, 5),
    "in_round": (2, 2),
    "answer_for": (2, 2),
    "place_of": (2, 2),
    "distance": (2, 2),
    "picked": (2, 2),
}
Kind = Literal["value", "past", "earlier", "table", "given", "ranking", "choices", "board", "items"]
KINDS: dict[str, Kind] = {
    "lookup": "table",
    "received": "given",
    "answer_for": "items",
    "previous": "earlier",
    "place_of": "ranking",
    "distance": "ranking",
    "picked": "choices",
    **dict.fromkeys(COUNTED, "board"),
}

FARTHEST = 50
"""Turns that `previous` may look back."""

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
    kind: Kind = "value"
    """`past`: what it was in all turns so far; `earlier`: in earlier turns only; `table`: the name of a table, which
    has no value of its own; `given`: a question by which each gives a number to each; `ranking` and `choices`: a
    question of that type; `board`: a board that was voted on; `items`: a question with one
    value for each item."""
    function: str = ""
    """The function that takes it as a name, if one does."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula that was read; dotted names are whole (`group.size`, `everyone.guess`)."""

    source: str
    tree: ast.expr
    uses: tuple[Used, ...]
    numbers: dict[tuple[int, int], Fraction]
    calls: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The names it uses, whatever their place."""
        return frozenset(used.name for used in self.uses)

    @property
    def is_question(self) -> bool:
        """Whether it asks if something is so."""
        return _asks(self.tree)


ASKING = frozenset({"chance", "closest", "known", "pick", "picked"})
"""The functions that give yes or no."""


def _asks(node: ast.expr) -> bool:
    match node:
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in ASKING
        case ast.IfExp(body=first, orelse=second):
            return all(_asks(part) or _is_yes_or_no(part) for part in (first, second))
    return False


def _is_yes_or_no(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in (0, 1)


@lru_cache(maxsize=4096)
def parse(source: str) -> Expression:
    """Read a formula. Raises FormulaError, and nothing else, whatever the text."""
    text = source.strip().translate(SIGNS)
    if len(text) > LONGEST:
        raise FormulaError(
            Text(fr=f"la formule dépasse {LONGEST} caractères", en=f"the formula is longer than {LONGEST} characters"),
            LONGEST,
        )
    words, origin = reordered(text)
    try:
        return _whole(source, words, origin)
    except FormulaError as fault:
        raise FormulaError(fault.message, origin[min(fault.position, len(origin) - 1)]) from None


def _whole(source: str, text: str, origin: Sequence[int]) -> Expression:
    tree = _read(text)
    nodes = list(ast.walk(tree))
    if len(nodes) > MOST_NODES or _depth(tree) > DEEPEST:
        raise FormulaError(Text(fr="la formule est trop compliquée", en="the formula is too complicated"), 0)
    numbers: dict[tuple[int, int], Fraction] = {}
    for node in nodes:
        _check(node, text, numbers)
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    for call in calls:
        _check_inside(call)
    uses = tuple(replace(used, position=origin[used.position]) for used in _uses(tree, False))
    names = frozenset(call.func.id for call in calls if isinstance(call.func, ast.Name))
    return Expression(source=source, tree=tree, uses=uses, numbers=numbers, calls=names)


def _read(text: str) -> ast.expr:
    if not text.isascii() or "\x00" in text or "\n" in text:
        at = next((n for n, letter in enumerate(text) if not letter.isascii() or letter in "\x00\n"), 0)
        raise FormulaError(
            Text(fr="un signe n'est pas permis dans une formule", en="a sign is not allowed in a formula"), at
        )
    try:
        with warnings.catch_warnings():
            # Python has opinions on what it can read all the same, such as `1if x else 2`; they are for programmers.
            warnings.simplefilter("ignore")
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
    if name not in CALLS:
        known = ", ".join(sorted(CALLS))
        raise FormulaError(
            Text(fr=f"fonction inconnue ; il existe : {known}", en=f"unknown function; there are: {known}"), at
        )
    wanted = ARGUMENTS.get(name, (1, 1))
    if node.keywords or not wanted[0] <= len(node.args) <= wanted[1]:
        raise FormulaError(
            Text(fr=f"{name} n'a pas le bon nombre de valeurs", en=f"{name} has the wrong number of values"), at
        )
    if name in NAMED:
        _check_named(node, name)


def _check_named(node: ast.Call, name: str) -> None:
    first, at = node.args[0], node.args[0].col_offset
    if not dotted(first) or (isinstance(first, ast.Attribute) and name not in HISTORY):
        raise FormulaError(Text(fr=f"{name} commence par un nom seul", en=f"{name} begins with a single name"), at)
    if name in PICKS:
        _check_picks(node, name)
    if name != "previous" or len(node.args) < 2:
        return
    turns = node.args[1]
    known = isinstance(turns, ast.Constant) and type(turns.value) is int and 1 <= turns.value <= FARTHEST
    if not known:
        raise FormulaError(
            Text(fr=f"écrivez combien de tours : de 1 à {FARTHEST}", en=f"write how many turns: 1 to {FARTHEST}"),
            turns.col_offset,
        )


def dotted(node: ast.expr) -> str:
    """The name that stands alone here, dotted names whole; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=root), attr=name):
            return f"{root}.{name}"
    return ""


def _check_picks(node: ast.Call, name: str) -> None:
    second = node.args[1]
    if name == "distance" and not isinstance(second, ast.Name):
        raise FormulaError(
            Text(fr="distance finit par le nom d'une table", en="distance ends with the name of a table"),
            second.col_offset,
        )
    if name != "distance" and not (isinstance(second, ast.Constant) and isinstance(second.value, str)):
        raise FormulaError(
            Text(fr=f"{name} finit par une option entre guillemets", en=f"{name} ends with an option in quotes"),
            second.col_offset,
        )


def _check_inside(node: ast.Call) -> None:
    """What looks at many people may not stand inside the same: to work it out would take their number squared."""
    outer = node.func.id if isinstance(node.func, ast.Name) else ""
    if outer not in AMONG | AGGREGATES:
        return
    for inner in (found for arg in node.args for found in ast.walk(arg) if isinstance(found, ast.Call)):
        name = inner.func.id if isinstance(inner.func, ast.Name) else ""
        many = name in AMONG or (outer in AMONG and name in AGGREGATES and len(inner.args) == 1)
        if many or (name in CHANCE and outer in AMONG | AGGREGATES):
            raise FormulaError(
                Text(
                    fr=f"{name} ne peut pas être dans {outer} : donnez-lui d'abord un nom, sur une autre ligne",
                    en=f"{name} cannot stand inside {outer}: give it a name first, on another line",
                ),
                inner.col_offset,
            )


def _uses(node: ast.expr, aggregated: bool) -> list[Used]:
    match node:
        case ast.Name(id=name):
            return [Used(name, node.col_offset, aggregated)]
        case ast.Attribute(value=ast.Name(id=first), attr=name):
            return [Used(f"{first}.{name}", node.col_offset, aggregated)]
        case ast.Call(func=ast.Name(id=name), args=[start, *args]) if name in NAMED and (first := dotted(start)):
            named = Used(first, node.args[0].col_offset, aggregated, KINDS.get(name, "past"), name)
            if name == "distance" and isinstance(args[0], ast.Name):
                return [named, Used(args[0].id, args[0].col_offset, aggregated, "table")]
            return [named, *(used for arg in args for used in _uses(arg, aggregated))]
        case ast.Call(func=ast.Name(id=name), args=args) if name in AMONG:
            # A dotted name says whose set it is; a plain one is a person's own, as in any formula for a person.
            return [replace(u, aggregated=aggregated or "." in u.name) for arg in args for u in _uses(arg, aggregated)]
        case ast.Call(func=ast.Name(id=name), args=args):
            inside = aggregated or (name in AGGREGATES and len(args) == 1)
            return [used for arg in args for used in _uses(arg, inside)]
    inner = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    return [used for child in inner for used in _uses(child, aggregated)]
