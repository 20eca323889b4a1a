"""Sound files whose pieces are moved about: well written still, so that the damage reaches the later checks."""

import json
import random
from typing import Any

from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.guard import compose
from facilitation.formats.reading.tree import Entries, Items, Node, Word

ODD: tuple[Any, ...] = (
    "",
    "0",
    "-1",
    "1/2",
    "99999",
    "missing",
    "everyone",
    "nobody",
    "group",
    "zzz",
    "round",
    "sum(contribution)",
    "{points}",
    "1 per person",
    [],
    {},
    ["a"],
    {"fr": "x"},
    {"size": "0"},
    {"first": "everyone", "until": "reveal", "then": "author"},
    [["1", "2"]],
    None,
)


def plain(node: Node | None) -> Any:
    """A tree as lists and dictionaries of words."""
    match node:
        case Word(text=text):
            return text
        case Items(items=items):
            return [plain(item) for item in items]
        case Entries(entries=entries):
            return {entry.key.text: plain(entry.value) for entry in entries}
    return None


def reshaped(text: str, draw: random.Random) -> bytes:
    """The file with one to three of its pieces replaced, removed, doubled or exchanged."""
    whole = plain(compose(text, Report("any")))
    for _ in range(draw.randint(1, 3)):
        _move(whole, draw)
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _places(node: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else []
    for key in keys:
        found.append((node, key))
        found.extend(_places(node[key]))
    return found


def _move(whole: Any, draw: random.Random) -> None:
    places = _places(whole)
    home, key = draw.choice(places)
    other, other_key = draw.choice(places)
    match draw.randrange(6):
        case 0:
            del home[key]
        case 1:
            home[key] = draw.choice(ODD)
        case 2:
            home[key] = json.loads(json.dumps(other[other_key]))
        case 3 if isinstance(home, list):
            home.insert(draw.randrange(len(home) + 1), json.loads(json.dumps(home[key])))
        case 4 if isinstance(home, list):
            draw.shuffle(home)
        case _ if isinstance(home[key], str):
            home[key] = draw.choice([str(item[at]) for item, at in places if isinstance(item[at], str)])
