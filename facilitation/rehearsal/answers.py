"""A plausible answer to a question of any kind, in the plain form a phone sends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from random import Random
from typing import Any

from facilitation.rehearsal.corpus import Pen, intent_of

MOST_GUESSED = Fraction(10)
"""The upper end tried where a question names none."""

SHORT_TEXT = 90
"""Characters of a short answer, whatever more the question would allow."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Someone who answers: their luck, their pen, their language."""

    chance: Random
    pen: Pen
    locale: str

    def answer(self, name: str, task: Mapping[str, Any]) -> Any:
        """The value for a question as the task describes it. Raises KeyError for a kind the protocol does not know."""
        return KINDS[task["kind"]](self, name, task)

    def _labels(self, name: str, task: Mapping[str, Any]) -> tuple[str, str]:
        return name, str((task.get("label") or {}).get(self.locale, ""))

    def _short(self, name: str, task: Mapping[str, Any]) -> str:
        if task.get("day"):
            return f"2030-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        return self._text(name, task, SHORT_TEXT)

    def _text(self, name: str, task: Mapping[str, Any], most: int = 2000) -> str:
        longest = min(most, int(task.get("longest", most)))
        return self.pen.compose(self.chance, intent_of(*self._labels(name, task)), longest)

    def _whole(self, name: str, task: Mapping[str, Any]) -> dict[str, str]:
        low, high = _bounds(task)
        least, most = ceil(low), max(ceil(low), floor(high))
        spread = most - least
        middle = least + round(spread * self.chance.betavariate(2, 2))
        tens = least + (middle - least) // 10 * 10
        return {"number": str(tens if spread >= 40 and self.chance.random() < 0.7 else middle)}

    def _number(self, name: str, task: Mapping[str, Any]) -> dict[str, str]:
        low, high = _bounds(task)
        return {"number": str(low + (high - low) * Fraction(self.chance.randint(0, 20), 20))}

    def _yes_no(self, name: str, task: Mapping[str, Any]) -> bool:
        return self.chance.random() < 0.6

    def _choice(self, name: str, task: Mapping[str, Any]) -> str:
        return self.chance.choice(_options(task))

    def _choices(self, name: str, task: Mapping[str, Any]) -> list[str]:
        options = _options(task)
        fewest = max(1, ceil(Fraction(task.get("min", "1"))))
        most = min(len(options), floor(Fraction(task.get("max", str(len(options))))))
        picked = set(self.chance.sample(range(len(options)), self.chance.randint(min(fewest, most), most)))
        picks = [option for place, option in enumerate(task["options"]) if place in picked]
        return [option["id"] for option in _affordable(picks, task)]

    def _ranking(self, name: str, task: Mapping[str, Any]) -> list[str]:
        options = _options(task)
        return self.chance.sample(options, len(options))

    def _amounts(self, name: str, task: Mapping[str, Any]) -> list[list[str]]:
        low, high = _bounds(task)
        left = floor(Fraction(task["total"])) if "total" in task else None
        rows = []
        for option in task.get("options", ()):
            most = floor(high) if left is None else min(floor(high), left)
            amount = self.chance.randint(ceil(low), max(ceil(low), most)) if self.chance.random() < 0.5 else ceil(low)
            left = None if left is None else left - amount
            rows.append([option["id"], str(amount)])
        return rows

    def _items(self, name: str, task: Mapping[str, Any]) -> list[list[str]]:
        rows = []
        left = Fraction(task["total"]) if "total" in task else None
        for option in task.get("options", ()):
            value = KINDS[task["each"]](self, name, task)
            if isinstance(value, bool):
                rows.append([option["id"], "yes" if value else "no"])
                continue
            # Nothing more is given than the task allows in all: what is left goes to those that come first.
            given = Fraction(value["number"])
            given = given if left is None else max(Fraction(task.get("min", "0")), min(given, left))
            left = None if left is None else left - given
            rows.append([option["id"], str(given)])
        return rows

    def _link(self, name: str, task: Mapping[str, Any]) -> str:
        return f"https://example.org/{self.chance.randint(100, 999)}"

    def _rows(self, name: str, task: Mapping[str, Any]) -> list[list[str]]:
        headings = [str(column.get(self.locale, "")) for column in task.get("columns", ())]
        if task.get("things"):
            return [self._link_row(headings, task) for _ in range(self.chance.randint(2, 5))]
        return [[self._cell(heading, task) for heading in headings] for _ in range(self.chance.randint(1, 3))]

    def _link_row(self, headings: list[str], task: Mapping[str, Any]) -> list[str]:
        """From one thing to another, and how."""
        things = list(dict.fromkeys(task["things"]))
        ends = self.chance.sample(things, 2) if len(things) > 1 else [*things, *things]
        options = [str(option["label"].get(self.locale, "")) for option in task.get("options", ())]
        how = [self.chance.choice(options)] if options else []
        return [*ends, *how, *(self._cell(heading, task) for heading in headings[2 + len(how) :])][: len(headings)]

    def _cell(self, heading: str, task: Mapping[str, Any]) -> str:
        intent = intent_of(heading)
        longest = min(SHORT_TEXT, int(task.get("longest", SHORT_TEXT)))
        return self.pen.compose(self.chance, "action" if intent == "idea" else intent, longest)


Answering = Callable[[Writer, str, Mapping[str, Any]], Any]

KINDS: Mapping[str, Answering] = {
    "short text": Writer._short,
    "long text": Writer._text,
    "whole number": Writer._whole,
    "number": Writer._number,
    "scale": Writer._whole,
    "yes-no": Writer._yes_no,
    "choice": Writer._choice,
    "choices": Writer._choices,
    "ranking": Writer._ranking,
    "list": Writer._rows,
    "amounts": Writer._amounts,
    "items": Writer._items,
    "link": Writer._link,
}
"""How each kind of question is answered; a test holds it against the kinds of the language."""


def _bounds(task: Mapping[str, Any]) -> tuple[Fraction, Fraction]:
    low = Fraction(task.get("min", "0"))
    return low, Fraction(task["max"]) if "max" in task else max(low, Fraction(0)) + MOST_GUESSED


def _affordable(picks: list[Any], task: Mapping[str, Any]) -> list[Any]:
    """Those that come to no more in all than the task allows, the first ones kept."""
    left, kept = Fraction(task["total"]) if "total" in task else None, []
    for option in picks:
        cost = Fraction(option.get("worth", "0"))
        if left is None or cost <= left:
            kept.append(option)
            left = None if left is None else left - cost
    return kept


def _options(task: Mapping[str, Any]) -> list[str]:
    return [option["id"] for option in task["options"]]
