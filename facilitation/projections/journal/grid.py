"""What observers counted, added up by stage and line."""

from collections import Counter
from dataclasses import dataclass

from facilitation.domain.format import Text
from facilitation.domain.observing import words_of_line
from facilitation.domain.session import Session
from facilitation.projections.journal.standing import Standing


@dataclass(frozen=True, slots=True)
class GridLine:
    """How often a line was counted in a step, about the room (no group) or one of its groups, by how many observers."""

    step: Text | None
    line: Text
    group: int | None
    times: int
    observers: int
    id: str = ""
    kept: bool = False
    """Whether the line was promoted to the documentation."""


def grid_lines(session: Session) -> tuple[GridLine, ...]:
    """Every line that was counted, in the order of the plan, then of the grid."""
    now, times, watched = Standing(session), Counter[tuple[str, str, int]](), Counter[tuple[str, str, int]]()
    for (_, step, group), lines in session.notebook.counts.items():
        for line, number in lines.items():
            if number:
                at = (step, line, -1 if group is None else group)
                times[at] += number
                watched[at] += 1
    order = {planned.key: place for place, planned in enumerate(session.plan)}
    found = []
    for step, line, group in sorted(times, key=lambda at: (order.get(at[0], -1), at[2], at[1])):
        words = words_of_line(session, line)
        at = (step, line, group)
        about, is_kept = None if group < 0 else group, line in session.notebook.kept
        found.append(GridLine(now.title(step or None), words, about, times[at], watched[at], line, is_kept))
    return tuple(found)
