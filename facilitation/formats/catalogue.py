"""The list of a folder's formats as a page: one table per family, and the check that a page holds it, up to date."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from facilitation.domain.format import Format
from facilitation.domain.lengths import Length, length_of
from facilitation.formats.library import open_library

PASSAGE = re.compile(r"<!-- formats -->\n.*?<!-- end of formats -->", re.DOTALL)
DIAGNOSIS = "diagnostic systémique"
"""The tag of the formats that look at a whole system: the longest family is easier to read without them."""

HEAD = ("| format | what it is | people | minutes |", "|---|---|---|---|")

FAMILIES = {
    "cooperation-game": "Cooperation games",
    "peer-exchange": "Exchanges between peers",
    "seminar-activity": "Seminar activities",
    DIAGNOSIS: "Looking at a whole system",
}


def refreshed(page: str, formats: Iterable[Format]) -> str:
    """The page with its passage between `<!-- formats -->` and its end written anew."""
    written = "\n\n".join(_tables(sorted(formats, key=lambda one: one.id)))
    return PASSAGE.sub(lambda _: f"<!-- formats -->\n{written}\n<!-- end of formats -->", page)


def _tables(formats: list[Format]) -> Iterable[str]:
    for family, title in FAMILIES.items():
        rows = [_row(one) for one in formats if _family(one) == family]
        if rows:
            yield "\n".join((f"**{title}**\n", *HEAD, *rows))


def _family(form: Format) -> str:
    return DIAGNOSIS if DIAGNOSIS in form.tags else form.kind


def _row(form: Format) -> str:
    stop = "" if form.title.en.endswith(("?", "!")) else "."
    about = f"{form.title.en}{stop} {form.summary.en}".replace("\n", " ").replace("|", "\\|")
    return f"| `{form.id}` | {about} | {form.fewest} to {form.most} | {_minutes(length_of(form))} |"


def _minutes(length: Length) -> str:
    said = " to ".join(map(str, dict.fromkeys((length.least_minutes, length.minutes))))
    with_people = f", with {length.people} people" * length.by_people
    return said + with_people + ", and stages without a timer" * bool(length.untimed)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        folder = Path(name)
        path = folder / "README.md"
        usable = (form for _, form in open_library(folder).usable)
        path.write_text(refreshed(path.read_text("utf-8"), usable), "utf-8")
