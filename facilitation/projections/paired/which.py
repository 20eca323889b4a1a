"""Which questions are compared with which: those with `same as`, by the moment at which each is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Question, Text
from facilitation.domain.session import Planned, Session

Sort = Literal["change", "hindsight", "shift", "sessions", "later"]
"""Asked before and after; before, as it looked from the end, and after; before, as said then and as said at the end;
in two sessions; in a session and weeks after.
"""

BEFORE, AFTER = Text("Avant", "Before"), Text("Après", "After")
HINDSIGHT = Text("Avant, avec le recul", "Before, in hindsight")
THEN = Text("Avant, dit sur le moment", "Before, as said then")
MOMENTS: dict[Sort, tuple[Text, Text]] = {
    "change": (BEFORE, AFTER),
    "hindsight": (HINDSIGHT, AFTER),
    "shift": (THEN, HINDSIGHT),
    "sessions": (Text("D'abord", "First"), Text("Ensuite", "Then")),
    "later": (BEFORE, Text("Plus tard", "Later")),
}
"""What the two moments are called, the earlier one first."""

SORTS: dict[Sort, Text] = {
    "change": Text("avant et après", "before and after"),
    "hindsight": Text("avec le recul", "in hindsight"),
    "shift": Text("avant, dit deux fois", "before, said twice"),
    "sessions": Text("d'une séance à l'autre", "from one session to another"),
    "later": Text("plus tard", "later on"),
}
"""What each sort is called where data are listed."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two questions that are one, by their names, and how they are compared."""

    sort: Sort
    first: str
    second: str


def compared(session: Session) -> Iterator[Compared]:
    """Every comparison that the plan of a session asks for."""
    asked = {question.name: (planned, question) for planned in session.plan for question in planned.stage.ask}
    families: dict[str, list[str]] = {}
    for name in asked:
        families.setdefault(root_of(asked, name), []).append(name)
    for names in families.values():
        backward = [name for name in names if asked[name][0].stage.survey == "looking back"]
        forward = [name for name in names if name not in backward]
        yield from (Compared("change", forward[0], name) for name in forward[1:])
        for name in backward if forward else ():
            yield Compared("hindsight", name, forward[-1])
            if len(forward) > 1:
                yield Compared("shift", forward[0], name)


def root_of(asked: dict[str, tuple[Planned, Question]], name: str) -> str:
    """The question that this one asks again, or itself."""
    seen: set[str] = set()
    while name not in seen and (before := asked[name][1].same_as) in asked:
        seen.add(name)
        name = before
    return name
