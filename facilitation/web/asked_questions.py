"""Questions by what a protocol calls them, `format/question`: those of an experiment, those of any format."""

from collections.abc import Iterable, Iterator, Mapping

from facilitation.domain.format import Format, Question
from facilitation.domain.format.whole import Block, Repeat, Stage
from facilitation.formats.reading.spelling import nearest
from facilitation.records import live_sessions
from facilitation.web.doors import doors

Named = Mapping[str, Question]


def of_experiment(experiment: int) -> dict[str, Question]:
    """Every question of the sessions of an experiment, planned or held, that asks nothing again."""
    found: dict[str, Question] = {}
    for header in live_sessions.of_experiment(doors().database, experiment):
        try:
            state = doors().desk.session(header.id)
        except KeyError:
            continue
        if state.format is not None:
            found |= of_format(state.format)
    return found


def of_format(form: Format) -> dict[str, Question]:
    """Every question of a format that asks nothing again."""
    asked = (question for stage in _stages(form.run) for question in stage.ask)
    return {f"{form.id}/{question.name}": question for question in asked if not question.same_as}


def known(experiment: int, typed: Iterable[str]) -> dict[str, Question]:
    """The questions of an experiment, and of every format that what was typed names."""
    found = of_experiment(experiment)
    for name in {one.partition("/")[0].strip() for one in typed}:
        reading = doors().library.reading(name)
        if reading is not None and reading.format is not None:
            found |= of_format(reading.format)
    return found


def likely(typed: str, found: Named) -> str:
    """What was probably meant, or nothing."""
    return nearest(typed, [*found, *(f"{name}/" for name in doors().library.first_looks)]) or ""


def _stages(blocks: Iterable[Block]) -> Iterator[Stage]:
    for block in blocks:
        if isinstance(block, Repeat):
            yield from _stages(block.blocks)
        else:
            yield block
