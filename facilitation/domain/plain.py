"""Frozen values to JSON-able data and back: the one codec for formats, commands and events."""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from facilitation.domain.session import AnswerValue

Plain = Any
"""None, bool, int, str, list and dict of the same."""

MOST_DIGITS = 40

Reader = Callable[[Plain, str], Any]
"""Reads plain data that stands at a path."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class NotPlain(ValueError):
    """Data that does not fit the type asked for. `path` names the place (`do.text`), `why` the fault."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path or 'value'}: {why}")
        self.path = path
        self.why = why


def to_plain(value: object) -> Plain:
    """A frozen value as JSON-able data. A dataclass says its `kind`; sets are sorted: equal values, equal bytes."""
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction():
            return {"number": str(value)}
        case tuple() | list():
            return [to_plain(item) for item in value]
        case frozenset():
            return sorted(to_plain(item) for item in value)
        case Mapping():
            return {str(key): to_plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        data: dict[str, Plain] = {"kind": type(value).__name__}
        for name in _names(type(value)):
            data[_written(name)] = to_plain(getattr(value, name))
        return data
    raise TypeError(f"{type(value).__name__} has no plain form")


def from_plain(wanted: Any, data: Plain, path: str = "") -> Any:
    """`data` as a value of type `wanted`. Raises NotPlain for anything that does not fit, unknown keys included."""
    return _reader(wanted)(data, path)


@cache
def _reader(wanted: Any) -> Reader:
    """What reads a type: which one it is asked once, since a dossier holds tens of thousands of values."""
    if wanted == AnswerValue:
        return _answer
    origin, args = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        return lambda data, path: _literal(wanted, data, path)
    if origin in (Union, types.UnionType):
        return lambda data, path: _union(args, data, path)
    if origin is tuple:
        return _tuple(args)
    if origin is frozenset:
        items = _tuple((args[0], ...))
        return lambda data, path: frozenset(items(data, path))
    if origin is not None and issubclass(origin, Mapping):
        return lambda data, path: _mapping(args, data, path)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return lambda data, path: _dataclass(wanted, data, path)
    return lambda data, path: _scalar(wanted, data, path)


def _written(name: str) -> str:
    # `kind` says which class it is; a field of that name is written beside it under another.
    return "kind_" if name == "kind" else name


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _readers(cls: type) -> Mapping[str, tuple[str, Reader]]:
    """The fields of a class as they are written: the name of each, and what reads it."""
    hints = get_type_hints(cls)
    return {_written(name): (name, _reader(hints[name])) for name in _names(cls)}


@cache
def _required(cls: type) -> frozenset[str]:
    return frozenset(f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING)


def _dataclass(cls: type, data: Plain, path: str) -> Any:
    if not isinstance(data, Mapping):
        raise NotPlain(path, "not an object")
    if data.get("kind") != cls.__name__:
        raise NotPlain(_join(path, "kind"), f"not {cls.__name__}")
    readers = _readers(cls)
    for key in data:
        if key != "kind" and key not in readers:
            raise NotPlain(_join(path, str(key)[:40]), "unknown field")
    values = {
        name: read(data[key], f"{path}.{name}" if path else name)
        for key, (name, read) in readers.items()
        if key in data
    }
    for name in sorted(_required(cls) - values.keys()):
        raise NotPlain(_join(path, name), "missing")
    return cls(**values)


def _union(options: tuple[Any, ...], data: Plain, path: str) -> Any:
    if data is None and type(None) in options:
        return None
    if isinstance(data, Mapping) and "kind" in data:
        for option in options:
            if is_dataclass(option) and isinstance(option, type) and option.__name__ == data["kind"]:
                return _dataclass(option, data, path)
        raise NotPlain(_join(path, "kind"), "unknown kind")
    simple = [option for option in options if option is not type(None) and not is_dataclass(option)]
    if len(simple) == 1:
        return from_plain(simple[0], data, path)
    for option in simple:
        try:
            return from_plain(option, data, path)
        except NotPlain:
            continue
    raise NotPlain(path, "does not fit")


def _literal(wanted: Any, data: Plain, path: str) -> Any:
    if isinstance(data, str | int) and data in get_args(wanted):
        return data
    raise NotPlain(path, "not one of the words allowed")


def _tuple(args: tuple[Any, ...]) -> Reader:
    readers = [_reader(arg) for arg in args if arg is not Ellipsis]
    of_any_length = len(args) == 2 and args[1] is Ellipsis

    def read(data: Plain, path: str) -> tuple[Any, ...]:
        if not isinstance(data, list | tuple):
            raise NotPlain(path, "not a list")
        if not of_any_length and len(readers) != len(data):
            raise NotPlain(path, "wrong length")
        each = readers * len(data) if of_any_length else readers
        return tuple(one(item, f"{path}[{n}]") for n, (one, item) in enumerate(zip(each, data, strict=True)))

    return read


def _mapping(args: tuple[Any, ...], data: Plain, path: str) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise NotPlain(path, "not an object")
    return {_text(key, path): from_plain(args[1], item, _join(path, str(key)[:40])) for key, item in data.items()}


def _scalar(wanted: Any, data: Plain, path: str) -> Any:
    if wanted is Fraction:
        return _number(data, path)
    if wanted is str:
        return _text(data, path)
    if wanted is int and isinstance(data, int) and not isinstance(data, bool) and abs(data) < 2**53:
        return data
    if wanted is bool and isinstance(data, bool):
        return data
    raise NotPlain(path, f"not {getattr(wanted, '__name__', wanted)}")


def _text(data: Plain, path: str) -> str:
    if not isinstance(data, str):
        raise NotPlain(path, "not text")
    if _UNSTORABLE.search(data):
        raise NotPlain(path, "a letter that cannot be stored")
    return data


def _number(data: Plain, path: str) -> Fraction:
    written = data.get("number") if isinstance(data, Mapping) and len(data) == 1 else None
    if not isinstance(written, str) or len(written) > MOST_DIGITS * 2 or "e" in written.lower() or "_" in written:
        raise NotPlain(path, "not a number")
    try:
        return Fraction(written)
    except (ValueError, ZeroDivisionError):
        raise NotPlain(path, "not a number") from None


def _answer(data: Plain, path: str) -> AnswerValue:
    match data:
        case bool():
            return data
        case str():
            return _text(data, path)
        case {"number": _}:
            return _number(data, path)
        case [[*_], *_]:
            rows: tuple[tuple[str, ...], ...] = _tuple((tuple[str, ...], ...))(data, path)
            return rows
        case [*_]:
            picks: tuple[str, ...] = _tuple((str, ...))(data, path)
            return picks
    raise NotPlain(path, "not an answer")


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
