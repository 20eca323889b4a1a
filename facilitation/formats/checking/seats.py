"""Whether there is a seat for everyone and a turn for every seat: rounds that come, members that have theirs."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from facilitation.domain.format import Format, Grouping, Setting, SettingValue
from facilitation.domain.plan import SettingsScope, settings_of
from facilitation.formats.checking.limits import MOST_ROUNDS, worked_out
from facilitation.formats.checking.stages import stages_of
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form


def widest(found: Format) -> SettingsScope:
    """The settings at the largest value that somebody may give them."""
    raised = tuple(replace(setting, default=_raised(setting)) for setting in found.settings)
    return SettingsScope(settings_of(replace(found, settings=raised), {}), (), found.tables)


def _raised(setting: Setting) -> SettingValue:
    if setting.locked or not isinstance(setting.default, Fraction):
        return setting.default
    return Fraction(MOST_ROUNDS) if setting.maximum is None else setting.maximum


def check_rounds_come(blocks: tuple[Form, ...], scopes: tuple[SettingsScope, ...], report: Report) -> None:
    """Whether the rounds that a stage is kept for can come at all, with some choice of settings."""
    for block in blocks:
        if block.record != "repeat":
            continue
        times = block.form("repeat")
        counts = [worked_out(times, "times", scope) for scope in scopes] if times else []
        most = max((count for count in counts if count is not None), default=Fraction(MOST_ROUNDS))
        for stage in block.forms("stages") if times is not None and "times" in times else ():
            for item in stage.items("only in round"):
                if isinstance(item.value, int) and item.value > most:
                    report.add("round-never", item.spot, round=item.value, most=str(most))
        check_rounds_come(block.forms("stages"), scopes, report)


def check_member_turns(
    blocks: tuple[Form, ...], largest: Mapping[str, int], scope: SettingsScope, report: Report
) -> None:
    """Whether, where each member has one turn, some group is so large that all the turns are played.

    `largest` says how many are in the largest group of each stage whose groups are known beforehand.
    """
    for block in blocks:
        times = block.form("repeat") if block.record == "repeat" else None
        if times is None:
            continue
        inside = [stage.word("stage") for stage in stages_of(block.forms("stages"))]
        value = worked_out(times, "times", scope) if "as" in times else None
        if value is not None and all(stage in largest for stage in inside):
            most = max(largest[stage] for stage in inside)
            if value > most:
                report.add("turns-beyond-members", times.at("times"), times=str(value), largest=most)
        check_member_turns(block.forms("stages"), largest, scope, report)


def places_in(grouping: Grouping, size: Fraction | None, people: int) -> int | None:
    """How many groups there are for `people` where somebody chooses them; `None` where nobody can know."""
    if grouping.how == "among":
        return len(grouping.among)
    return max(1, people // int(size)) if grouping.how == "size" and size is not None and size >= 1 else None
