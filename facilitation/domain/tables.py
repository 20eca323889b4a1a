"""Looking up what stands in a table of a format."""

from collections.abc import Sequence
from fractions import Fraction

from facilitation.domain.expressions import Value, Worth
from facilitation.domain.format import Table
from facilitation.domain.format.activity import Formula


def found(tables: Sequence[Table], name: str, keys: Sequence[Value]) -> Formula | None:
    """The formula that stands in the table `name` under `keys`: exact rows first, then ranges, then `otherwise`."""
    table = next((table for table in tables if table.name == name), None)
    if table is None or any(key is None for key in keys):
        return None
    wanted = tuple(_written(key) for key in keys)
    exact = next((row for row in table.rows if row.keys == wanted), None)
    row = exact or next((row for row in table.rows if _holds(row.keys, keys)), None)
    return row.value if row else table.otherwise


def limits(key: str) -> tuple[int, int] | None:
    """The two ends of a range such as `1..3`."""
    low, dots, high = key.partition("..")
    if not dots or not low.strip("-").isdecimal() or not high.strip("-").isdecimal():
        return None
    return int(low), int(high)


def _holds(keys: tuple[str, ...], values: Sequence[Value]) -> bool:
    return len(keys) == len(values) and all(_meets(key, value) for key, value in zip(keys, values, strict=True))


def _meets(key: str, value: Value) -> bool:
    ends = limits(key)
    if ends is None or not isinstance(value, Fraction):
        return key in (_written(value), str(value))
    return ends[0] <= value <= ends[1]


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.word if isinstance(value, Worth) else str(value)
