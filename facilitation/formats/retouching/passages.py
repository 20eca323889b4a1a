"""The values that people change without knowing the language: texts, durations, and what settings say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitation.formats.retouching.places import Path, Place, places_of
from facilitation.formats.schema import FORMAT, RECORDS, Key, Shape
from facilitation.formats.schema.shapes import Anything, Kinds, Listed, Minutes, Named, Number, Prose, Record

LANGUAGES = ("fr", "en")
WHOLE = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Passage:
    """One value: `texts` are what it says, by path, one for each language or a single one.

    `of` is the path of the stage or setting that it belongs to, empty for the format as a whole; `name` is that of the
    role, question or board that it is about, where there is one.
    """

    of: Path
    key: Key
    shape: Shape
    name: str
    texts: Mapping[Path, str]


def passages(source: str) -> tuple[Passage, ...]:
    """Every passage of a file; a file that cannot be read has none."""
    places, found = places_of(source), dict[Path, Passage]()
    for path, place in places.items():
        meant = path[:-1] if path[-1:] and path[-1] in LANGUAGES else path
        known, of = _known(meant), _section(path, places)
        if known is None or of is None or not _offered(known, of):
            continue
        before = found[meant].texts if meant in found else {}
        name = known.name or _board(meant, places)
        found[meant] = Passage(of, known.key, known.shape, name, {**before, path: place.text.strip()})
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Known:
    key: Key
    shape: Shape
    name: str = ""


def _known(path: Path) -> _Known | None:
    """What the table of keys says about a path."""
    at = _Known(Key("", FORMAT, FORMAT.about), FORMAT)
    for step in path:
        after = _inside(at, at.shape, step)
        if after is None:
            return None
        at = after
    short = at.shape.key(at.shape.short or "") if isinstance(at.shape, Record) else None
    # Words alone stand for the key that may be left out: the label of an option.
    return replace(at, shape=short.shape) if short and isinstance(short.shape, Prose) else at


def _inside(at: _Known, shape: Shape, step: str | int) -> _Known | None:
    match shape:
        case Listed(of=of):
            return _Known(at.key, of, at.name) if isinstance(step, int) else _inside(at, of, step)
        case Named(value=value) if isinstance(step, str):
            # The items of a plain list are named after their words: other words would be another item.
            return _Known(at.key, value, step)
        case Record():
            return _under(shape, at, step)
        case Kinds(records=names):
            kinds = (_under(record, at, step) for name in names for record in RECORDS if record.name == name)
            return next((known for known in kinds if known), None)
    return None


def _under(record: Record, at: _Known, step: str | int) -> _Known | None:
    key = record.key(str(step))
    return _Known(key, key.shape, at.name) if key else None


def _section(path: Path, places: Mapping[Path, Place]) -> Path | None:
    match path:
        case (key, *_) if key in WHOLE:
            return ()
        case ("settings", _, _, *_):
            return path[:2]
        case ("run", *_):
            inside = (path[:end] for end in range(len(path) - 1, 1, -1))
            return next((part for part in inside if (*part, "stage") in places), None)
    return None


def _offered(known: _Known, of: Path) -> bool:
    if of[:1] == ("settings",) and isinstance(known.shape, Anything | Number):
        return known.key.name in ("default", "min", "max")
    return isinstance(known.shape, Prose | Minutes)


def _board(path: Path, places: Mapping[Path, Place]) -> str:
    place = places.get((*path[:-1], "name"))
    return place.text.strip() if place else ""
