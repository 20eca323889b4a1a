"""What observers counted in the lines of their grid that were promoted: what was seen, how often, in which stage."""

from collections.abc import Iterator, Mapping

from facilitation.domain.observing import counted_lines, words_of_line
from facilitation.domain.session import Planned, Session
from facilitation.projections.outcome.register import reference
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.seen import InGroups, LineSeen, SeenInStep
from facilitation.projections.outcome.words import filled, round_of

Counts = Mapping[str, Mapping[int | None, int]]
"""What was counted in one step: by observer, then by group (none: the room)."""


def seen_of(session: Session, rendering: Rendering) -> tuple[LineSeen, ...]:
    """The promoted lines, those of the whole format first, then stage by stage; none that nobody counted any more."""
    order = {planned.stage.id: place for place, planned in reversed(list(enumerate(session.plan)))}
    kept = session.notebook.kept & counted_lines(session)
    lines = sorted(kept, key=lambda line: _place(line, order))
    return tuple(
        LineSeen(
            number,
            reference(session, "count", line),
            filled(session, words_of_line(session, line)),
            tuple(_steps(session, line, rendering)),
        )
        for number, line in enumerate(lines, 1)
    )


def _place(line: str, order: Mapping[str, int]) -> tuple[int, int]:
    stage, _, number = line.rpartition(":")
    return (order.get(stage, -1), int(number))


def _steps(session: Session, line: str, rendering: Rendering) -> Iterator[SeenInStep]:
    found = _counts(session, line)
    for planned in (None, *session.plan):
        counted = found.get(planned.key if planned else "")
        if counted:
            # Behaviour in a room of three is somebody's: there the stage is named, and no number.
            yield _step(session, planned, counted, _watched(session, planned) < rendering.threshold)


def _step(session: Session, planned: Planned | None, counted: Counts, withheld: bool) -> SeenInStep:
    room = sorted(of[None] for of in counted.values() if of.get(None))
    apart = [[times for group, times in of.items() if group is not None and times] for of in counted.values()]
    in_groups = sorted((sum(times), len(times)) for times in apart if times)
    return SeenInStep(
        stage=planned.stage.id if planned else None,
        title=filled(session, planned.stage.title, planned) if planned else None,
        round=round_of(planned) if planned else "",
        room=() if withheld else tuple(room),
        in_groups=() if withheld else tuple(InGroups(times, groups) for times, groups in in_groups),
        withheld=withheld,
    )


def _counts(session: Session, line: str) -> dict[str, dict[str, dict[int | None, int]]]:
    found: dict[str, dict[str, dict[int | None, int]]] = {}
    for (observer, step, group), lines in session.notebook.counts.items():
        if lines.get(line):
            found.setdefault(step, {}).setdefault(observer, {})[group] = lines[line]
    return found


def _watched(session: Session, planned: Planned | None) -> int:
    """How many people could be watched there: those of its groups, or all who came."""
    rows = session.groups.get(planned.key, ()) if planned else ()
    return sum(map(len, rows)) or len(session.people)
