"""The steps that a format unrolls into, with the settings and durations of one session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from facilitation.domain.expressions import Expression, Value, evaluate, parse
from facilitation.domain.format import Block, Duration, Format, Grouping, Repeat, SettingValue, Stage, Table, Text
from facilitation.domain.session import LoopKey, OpenLoop, Planned, Session
from facilitation.domain.tables import found

MOST_STEPS = 500


class SettingsScope:
    """The names that are known before anyone came: the settings, and the turn of the loop."""

    def __init__(
        self, settings: Mapping[str, SettingValue], rounds: tuple[int, ...] = (), tables: tuple[Table, ...] = ()
    ) -> None:
        self._settings = settings
        self._rounds = rounds
        self._tables = tables

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

    def whose(self) -> None:
        """Nobody in particular."""

    def earlier(self, name: str, turns: int) -> Value:
        """Nothing has happened yet."""
        return None

    def past(self, name: str) -> tuple[Value, ...]:
        """Nothing has happened yet."""
        return ()

    def in_round(self, name: str, turn: int) -> Value:
        """Nothing has happened yet."""
        return None

    def picks(self, name: str) -> tuple[str, ...]:
        """Nobody has answered yet."""
        return ()

    def received(self, name: str) -> Value:
        """Nobody has given anything yet."""
        return None

    def answer_for(self, question: str, item: Value) -> Value:
        """Nobody has answered yet."""
        return None

    def counted(self, name: str, board: str) -> Value:
        """Nobody has voted yet."""
        return None

    def lot(self, place: int, among: str) -> Fraction:
        """Nothing is drawn before the session."""
        return Fraction(0)

    def table(self, name: str, keys: Sequence[Value]) -> Value:
        """What stands in a table; its cells may name settings and `round`."""
        formula = found(self._tables, name, keys)
        # A cell sees no table itself: otherwise two tables could ask each other for ever.
        return None if formula is None else evaluate(parse(formula), SettingsScope(self._settings, self._rounds))


def settings_of(form: Format, chosen: Mapping[str, SettingValue]) -> dict[str, SettingValue]:
    """Every setting of the format, with the chosen value or the default."""
    return {setting.name: chosen.get(setting.name, setting.default) for setting in form.settings}


def unroll(
    form: Format,
    settings: Mapping[str, SettingValue],
    minutes: Mapping[str, int] | None = None,
    turns: Mapping[LoopKey, int] | None = None,
) -> tuple[Planned, ...]:
    """The steps in order. `minutes` overrides the duration of a stage by its id. At most 500 steps.

    `turns` says how many turns each loop with an open end has had to have so far; one, where it says nothing.
    """
    known = _Known(settings_of(form, settings), minutes or {}, turns or {}, form.tables, form.groups)
    return tuple(_blocks(form.run, known, (), ())[:MOST_STEPS])


def loop_key(repeat: Repeat, rounds: tuple[int, ...]) -> LoopKey:
    """What a loop is called in the log: its first stage, and the turns of the loops around it."""
    first: Block = repeat
    while isinstance(first, Repeat):
        first = first.blocks[0]
    return ".".join((first.id, *map(str, rounds)))


def turns_around(session: Session, planned: Planned) -> int:
    """How many turns the innermost loop around a step has, as far as they are known: a stage may play in a few only."""
    if not planned.rounds or session.format is None:
        return 1
    mates = _loop_of(session.format.run, planned.stage.id)
    around, depth = planned.rounds[:-1], len(planned.rounds)
    same = [step for step in session.plan if step.stage.id in mates and step.rounds[: depth - 1] == around]
    return max((step.rounds[depth - 1] for step in same), default=planned.round)


def _loop_of(blocks: tuple[Block, ...], stage: str) -> frozenset[str]:
    """The stages of the innermost loop in which this stage is."""
    for block in blocks:
        if isinstance(block, Repeat) and stage in (inside := _ids(block.blocks)):
            return _loop_of(block.blocks, stage) or inside
    return frozenset()


def _ids(blocks: tuple[Block, ...]) -> frozenset[str]:
    return frozenset().union(*(_ids(b.blocks) if isinstance(b, Repeat) else (b.id,) for b in blocks))


@dataclass(frozen=True, slots=True)
class _Known:
    settings: Mapping[str, SettingValue]
    minutes: Mapping[str, int]
    turns: Mapping[LoopKey, int]
    tables: tuple[Table, ...]
    groups: Grouping | None

    def scope(self, rounds: tuple[int, ...]) -> SettingsScope:
        return SettingsScope(self.settings, rounds, self.tables)


def _blocks(
    blocks: tuple[Block, ...], known: _Known, rounds: tuple[int, ...], loops: tuple[OpenLoop, ...]
) -> list[Planned]:
    steps: list[Planned] = []
    for block in blocks:
        match block:
            case Stage():
                if _in_plan(block, known, rounds):
                    steps.append(_planned(block, known, rounds, loops))
            case Repeat(blocks=inner):
                most = _times(block.times, known, rounds)
                key = loop_key(block, rounds)
                open_end = _open_end(block, known, rounds)
                turns = min(most, known.turns.get(key, 1)) if open_end else most
                for turn in range(1, turns + 1):
                    mine = OpenLoop(
                        key, turn, most, block.until, block.chance, block.each_as, block.each_card, block.on_request
                    )
                    steps.extend(_blocks(inner, known, (*rounds, turn), (*loops, mine) if open_end else loops))
                    if len(steps) > MOST_STEPS:
                        return steps
    return steps


def _open_end(repeat: Repeat, known: _Known, rounds: tuple[int, ...]) -> bool:
    if repeat.until is not None or repeat.chance is None:
        return repeat.is_open
    expression = parse(repeat.chance)
    odds = evaluate(expression, known.scope(rounds)) if settled(expression, known.settings) else None
    # Another turn that is certain is no open end: the run sheet can then show them all.
    return not (isinstance(odds, Fraction) and odds >= 1)


def _planned(block: Stage, known: _Known, rounds: tuple[int, ...], loops: tuple[OpenLoop, ...]) -> Planned:
    stage = replace(block, groups=block.groups or known.groups)
    key = ".".join((stage.id, *map(str, rounds)))
    return Planned(key, stage, rounds, _seconds(stage, known, rounds), loops, least=_least(stage, known, rounds))


def _least(stage: Stage, known: _Known, rounds: tuple[int, ...]) -> int | None:
    if stage.duration is None or stage.duration.at_least is None or stage.id in known.minutes:
        return None
    return planned_seconds(Duration(stage.duration.at_least), known.scope(rounds))


def _in_plan(stage: Stage, known: _Known, rounds: tuple[int, ...]) -> bool:
    if stage.only_in_rounds and (rounds[-1] if rounds else 1) not in stage.only_in_rounds:
        return False
    if stage.condition is None:
        return True
    expression = parse(stage.condition)
    # What settings and the turn decide is decided now: a stage that cannot happen is not on the run sheet.
    return not settled(expression, known.settings) or bool(evaluate(expression, known.scope(rounds)))


def settled(expression: Expression, settings: Mapping[str, SettingValue]) -> bool:
    """Whether a formula can be worked out before anyone came."""
    return all(used.kind == "table" or used.name == "round" or used.name in settings for used in expression.uses)


def _times(formula: str, known: _Known, rounds: tuple[int, ...]) -> int:
    value = evaluate(parse(formula), known.scope(rounds))
    return max(0, min(MOST_STEPS, int(value))) if isinstance(value, Fraction) else 0


def _seconds(stage: Stage, known: _Known, rounds: tuple[int, ...]) -> int | None:
    if stage.id in known.minutes:
        return max(0, known.minutes[stage.id]) * 60 or None
    return planned_seconds(stage.duration, known.scope(rounds)) if stage.duration else None


def planned_seconds(duration: Duration, scope: SettingsScope) -> int | None:
    """The seconds that a duration comes to, as far as it is known before anyone came."""
    value = evaluate(parse(duration.minutes), scope)
    return round(value * 60) if isinstance(value, Fraction) and value > 0 else None
