"""The steps that a format unrolls into, with the settings and durations of one session."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from facilitation.domain.expressions import Value, evaluate, parse
from facilitation.domain.format import Block, Duration, Format, Grouping, Repeat, SettingValue, Stage, Text
from facilitation.domain.session import Planned

MOST_STEPS = 500


class SettingsScope:
    """The names that are known before anyone came: the settings, and the turn of the loop."""

    def __init__(self, settings: Mapping[str, SettingValue], rounds: tuple[int, ...] = ()) -> None:
        self._settings = settings
        self._rounds = rounds

    def value(self, name: str) -> Value:
        """The value of a setting, or of `round`."""
        if name == "round":
            return Fraction(self._rounds[-1] if self._rounds else 1)
        value = self._settings.get(name)
        return value.fr if isinstance(value, Text) else value

    def missing(self, name: str) -> bool:
        """Settings always have a value."""
        return False

    def members(self, root: str) -> tuple["SettingsScope", ...]:
        """Nobody is here yet."""
        return ()


def settings_of(form: Format, chosen: Mapping[str, SettingValue]) -> dict[str, SettingValue]:
    """Every setting of the format, with the chosen value or the default."""
    return {setting.name: chosen.get(setting.name, setting.default) for setting in form.settings}


def unroll(
    form: Format, settings: Mapping[str, SettingValue], minutes: Mapping[str, int] | None = None
) -> tuple[Planned, ...]:
    """The steps in order. `minutes` overrides the duration of a stage by its id. At most 500 steps."""
    everything = settings_of(form, settings)
    steps = _blocks(form.run, everything, minutes or {}, form.groups, ())
    return tuple(steps[:MOST_STEPS])


def _blocks(
    blocks: tuple[Block, ...],
    settings: Mapping[str, SettingValue],
    minutes: Mapping[str, int],
    groups: Grouping | None,
    rounds: tuple[int, ...],
) -> list[Planned]:
    steps: list[Planned] = []
    for block in blocks:
        match block:
            case Stage():
                stage = replace(block, groups=block.groups or groups)
                key = ".".join((stage.id, *map(str, rounds)))
                steps.append(Planned(key, stage, rounds, _seconds(stage, settings, minutes, rounds)))
            case Repeat(times=times, blocks=inner):
                for turn in range(1, _times(times, settings, rounds) + 1):
                    steps.extend(_blocks(inner, settings, minutes, groups, (*rounds, turn)))
    return steps


def _times(formula: str, settings: Mapping[str, SettingValue], rounds: tuple[int, ...]) -> int:
    value = evaluate(parse(formula), SettingsScope(settings, rounds))
    return max(0, min(MOST_STEPS, int(value))) if isinstance(value, Fraction) else 0


def _seconds(
    stage: Stage, settings: Mapping[str, SettingValue], minutes: Mapping[str, int], rounds: tuple[int, ...]
) -> int | None:
    if stage.id in minutes:
        return max(0, minutes[stage.id]) * 60 or None
    return _planned_seconds(stage.duration, SettingsScope(settings, rounds)) if stage.duration else None


def _planned_seconds(duration: Duration, scope: SettingsScope) -> int | None:
    value = evaluate(parse(duration.minutes), scope)
    return round(value * 60) if isinstance(value, Fraction) and value > 0 else None
