"""The run sheet of a format on its page: each stage once, with what each role reads and does."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Format, Stage, Text
from facilitation.domain.lengths import Span, usual_spans
from facilitation.domain.plan import unroll
from facilitation.domain.session import Planned
from facilitation.web.forms.planning import stages_of

EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Part:
    """What one role reads and does in a stage; `role` is None for everyone."""

    role: Text | None
    reads: tuple[Text, ...]
    does: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A stage, the first time it comes: how long it takes, and how many times, or in which rounds, it does."""

    step: Planned
    span: Span | None
    times: int
    rounds: tuple[int, ...]
    each: Literal["member", "card", "open"] | None
    """For each of what it comes again, where nobody knows beforehand how many times."""
    parts: tuple[Part, ...]


def run_sheet(form: Format) -> tuple[Line, ...]:
    """The stages in the order of the file, with the usual settings and the usual number of people."""
    steps, spans = unroll(form, {}), usual_spans(form)
    times = Counter(step.stage.id for step in steps)
    first = {step.stage.id: step for step in reversed(steps)}
    order = [stage.id for stage in stages_of(form.run) if stage.id in first]
    return tuple(
        Line(step, spans.get(id), times[id], step.stage.only_in_rounds, _each(step), _parts(form, step.stage))
        for id in order
        for step in (first[id],)
    )


def _each(step: Planned) -> Literal["member", "card", "open"] | None:
    loop = step.open_loops[-1] if step.open_loops else None
    if loop is None:
        return None
    return "member" if loop.each_as else "card" if loop.each_card else "open"


def _parts(form: Format, stage: Stage) -> tuple[Part, ...]:
    labels = {role.name: role.label for role in form.roles}
    doing: dict[str, list[Text]] = {}
    for question in stage.ask:
        doing.setdefault(question.asked_of, []).append(question.label)
    for board in stage.boards:
        if board.prompt is not None and board.written_by != "nobody":
            doing.setdefault(board.written_by, []).append(board.prompt)
    names = dict.fromkeys((*stage.tell, *doing))
    parts = [
        Part(labels.get(name), (stage.tell[name],) if name in stage.tell else (), tuple(doing.get(name, ())))
        for name in sorted(names, key=lambda name: name != EVERYONE)
    ]
    return tuple(parts)
