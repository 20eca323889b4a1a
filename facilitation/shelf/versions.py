"""How far a change of a format goes, and the version number that says so."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Literal

from facilitation.domain.format import Block, Duration, Format, Stage, Text

Growth = Literal["structure", "parts", "words"]
"""`structure`: stages come, go or change places. `parts`: anything else that people do. `words`: texts, durations."""


def growth(before: Format, after: Format) -> Growth:
    """How far a format has changed."""
    if _stages(before.run) != _stages(after.run):
        return "structure"
    same = _bare(replace(before, version="")) == _bare(replace(after, version="", id=before.id))
    return "words" if same else "parts"


def next_version(version: str, grown: Growth) -> str:
    """The smallest number that says that much: major for the structure, minor for parts, patch for words."""
    major, minor, patch = _numbers(version)
    match grown:
        case "structure":
            return f"{major + 1}.0.0"
        case "parts":
            return f"{major}.{minor + 1}.0"
        case "words":
            return f"{major}.{minor}.{patch + 1}"


def at_least(written: str, due: str) -> str:
    """The number that its author wrote, if it is not too small."""
    return max(written, due, key=_numbers)


def _numbers(version: str) -> tuple[int, int, int]:
    major, minor, patch = (int(part) for part in version.split("."))
    return major, minor, patch


def _stages(blocks: tuple[Block, ...]) -> tuple[object, ...]:
    return tuple(block.id if isinstance(block, Stage) else ("repeat", _stages(block.blocks)) for block in blocks)


def _bare(value: object) -> object:
    """A value without its words and durations."""
    match value:
        case Text() | Duration():
            return None
        case tuple():
            return tuple(_bare(each) for each in value)
        case Mapping():
            return {key: _bare(each) for key, each in value.items()}
    if is_dataclass(value):
        return (type(value), tuple(_bare(getattr(value, field.name)) for field in fields(value)))
    return value
