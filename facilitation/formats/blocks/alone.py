"""Which stages of a format stand alone, and how they look outside it: settings replaced by what they are worth."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from facilitation.domain.format import Block, Format, Repeat, SettingValue, Stage, Text
from facilitation.domain.needs import given, needed, renamed, spoken
from facilitation.domain.wording import reworded, texts_of


def stages_alone(form: Format) -> tuple[Stage, ...]:
    """The stages that use nothing of the others, of the roles or of the tables; each as it can stand alone."""
    stages = tuple(_stages(form.run))
    names = {name for stage in stages for name in given(stage)} | {role.name for role in form.roles}
    names |= {board.name for stage in stages for board in stage.boards} | {table.name for table in form.tables}
    found = (_outside(form, stage) for stage in stages if stage.condition is None)
    return tuple(stage for stage in found if _alone(form, stage, names))


def _alone(form: Format, stage: Stage, names: set[str]) -> bool:
    own = given(stage) | {board.name for board in stage.boards if board.written_by != "nobody"}
    settings = {setting.name for setting in form.settings}
    return not stage.hand_out and not needed(stage) and not spoken(stage) & ((names | settings) - own)


def _stages(blocks: tuple[Block, ...]) -> Iterator[Stage]:
    for block in blocks:
        match block:
            case Repeat(blocks=inner):
                yield from _stages(inner)
            case Stage():
                yield block


def _outside(form: Format, stage: Stage) -> Stage:
    stage = replace(stage, groups=stage.groups or form.groups, only_in_rounds=())
    values: dict[str, SettingValue] = {setting.name: setting.default for setting in form.settings}
    numbers = {name: _written(value) for name, value in values.items() if isinstance(value, Fraction)}
    words = {name: value for name, value in values.items() if isinstance(value, Text)}
    return reworded(renamed(stage, numbers), {at: _filled(text, words) for at, text in texts_of(stage).items()})


def _written(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"({value})"


def _filled(text: Text, words: dict[str, Text]) -> Text:
    for name, said in words.items():
        text = Text(text.fr.replace(f"{{{name}}}", said.fr), text.en.replace(f"{{{name}}}", said.en))
    return text
