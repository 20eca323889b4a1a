"""The table of keys as a page: one table per group of keys, and the check that a page holds them all, up to date."""

import re
import sys
from pathlib import Path

from facilitation.formats.schema.draft import text
from facilitation.formats.schema.records import RECORDS
from facilitation.formats.schema.shapes import (
    Choice,
    Kinds,
    Listed,
    Named,
    Prose,
    Record,
    Reference,
    Shape,
    Truth,
    Whole,
)
from facilitation.formats.words import spoken
from facilitation.places import workshop_formats

PASSAGE = re.compile(r"<!-- keys: ([a-z ]+) -->\n.*?<!-- end of keys -->", re.DOTALL)

HOLES = {
    "none": "",
    "session": "; may hold `{settings}` and values of the whole session",
    "person": "; may hold `{settings}` and each person's own values",
}


def table(record: Record) -> str:
    """The keys of a record as a Markdown table."""
    rows = [
        f"| `{key.name}`{' *' if key.needed else ''} | {written(key.shape)} | {key.about.en} |" for key in record.keys
    ]
    return "\n".join(("| key | what you write | what it is for |", "|---|---|---|", *rows))


def written(shape: Shape) -> str:
    """What may be written, in a few words of English."""
    match shape:
        case Record(name=name, short=short):
            brief = ", or a single word" if short else ""
            return f"[{name} keys](#{_anchor(name)}){brief}"
        case Kinds(records=names):
            return " or ".join(f"[{name}](#{_anchor(name)})" for name in names)
        case Listed(of=of, alone=alone):
            return f"{'one or a list' if alone else 'a list'} of: {written(of)}"
        case Named(value=of, listed=listed):
            return f"lines `name: …`{' or a list' if listed else ''}, each: {written(of)}"
        case Choice(values=values):
            return " · ".join(f"`{value}`" for value in values)
        case Reference(to=to, also=also):
            return " · ".join((*(f"`{word}`" for word in also), f"the name of a {to}"))
        case Whole(least=least, most=most):
            return f"a whole number, {least} to {most}" if least != most else f"`{least}`"
        case Prose(values=values):
            return f"a text{HOLES[values]}"
        case Truth():
            return "`yes` · `no`"
        case _:
            return spoken(shape).en


def _anchor(name: str) -> str:
    return "keys-of-" + name.replace(" ", "-")


def refreshed(page: str) -> str:
    """The page with every passage between `<!-- keys: … -->` and its end written anew; unknown names raise KeyError."""
    records = {record.name: record for record in RECORDS}
    return PASSAGE.sub(
        lambda found: f"<!-- keys: {found[1]} -->\n{table(records[found[1]])}\n<!-- end of keys -->", page
    )


def passages(page: str) -> list[str]:
    """The names of the records whose tables the page holds."""
    return [found[1] for found in PASSAGE.finditer(page)]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(refreshed(path.read_text("utf-8")), "utf-8")
    # Both come from the table: whoever writes one anew writes the other.
    (workshop_formats() / "schema.json").write_text(text(), "utf-8")
