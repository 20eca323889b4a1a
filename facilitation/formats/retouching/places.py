"""Where each value of a file stands: the first and last character of every word, under its path of keys."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from facilitation.formats.reading.guard import STUMBLES
from facilitation.formats.reading.spelling import spelled

Path = tuple[str | int, ...]
"""Keys as the schema spells them, and numbers of list items from 0: `("run", 0, "title", "fr")`."""


@dataclass(frozen=True, slots=True)
class Place:
    """A value: `source[start:end]`, in a line indented by `indent`; `inline` if it stands between braces."""

    text: str
    start: int
    end: int
    style: str
    indent: int
    inline: bool
    line: int


def places_of(source: str) -> dict[Path, Place]:
    """Every value of a file that can be read; a file that cannot be read has none."""
    try:
        return dict(_walk(iter(YAML(typ="safe", pure=True).parse(source))))
    except (YAMLError, *STUMBLES):
        return {}


def place_at(source: str, line: int, column: int) -> Path | None:
    """The value that stands at a line and column (from 1), else the first one of that line."""
    lines = source.split("\n")
    at = sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
    places = places_of(source)
    inside = (path for path, place in places.items() if place.start <= at < max(place.end, place.start + 1))
    beside = (path for path, place in places.items() if place.line == line)
    return next(inside, None) or next(beside, None)


@dataclass(slots=True)
class _Level:
    mapping: bool
    inline: bool
    indent: int
    key: str | None = None
    count: int = 0
    path: Path = field(default=())

    def step(self) -> str | int:
        """The key or number under which the next value stands."""
        if self.mapping:
            key, self.key = self.key, None
            return key or ""
        self.count += 1
        return self.count - 1


def _walk(events: Iterator[Event]) -> Iterator[tuple[Path, Place]]:
    levels: list[_Level] = []
    for event in events:
        match event:
            case ScalarEvent() if levels and levels[-1].mapping and levels[-1].key is None:
                levels[-1].key = spelled(event.value)
                levels[-1].indent = event.start_mark.column
            case ScalarEvent():
                yield _path(levels), _place(event, levels)
            case MappingStartEvent() | SequenceStartEvent():
                path = _path(levels)
                inline = bool(event.flow_style) or (bool(levels) and levels[-1].inline)
                mapping = isinstance(event, MappingStartEvent)
                levels.append(_Level(mapping, inline, event.start_mark.column, path=path))
            case MappingEndEvent() | SequenceEndEvent():
                levels.pop()
            case _:
                pass


def _path(levels: list[_Level]) -> Path:
    return (*levels[-1].path, levels[-1].step()) if levels else ()


def _place(event: ScalarEvent, levels: list[_Level]) -> Place:
    level = levels[-1] if levels else _Level(False, False, 0)
    start, end = event.start_mark, event.end_mark
    return Place(event.value, start.index, end.index, event.style or "", level.indent, level.inline, start.line + 1)
