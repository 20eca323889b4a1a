"""How often people can be put together anew, for every head-count: said before the session, not found out in it."""

import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import groupby

from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Format, Grouping, Text
from facilitation.domain.grouping import form_groups
from facilitation.domain.plan import SettingsScope, settings_of, unroll
from facilitation.domain.regrouping import Groups, Known, repeats
from facilitation.domain.session import Planned
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form

MOST_PEOPLE = 40
"""Beyond it there are so many others that nobody meets again within the rounds of a session."""


def check_meetings(found: Format, places: Mapping[str, Form], report: Report) -> None:
    """Warn where new partners run out, or tables not yet visited, and say how many rounds each head-count allows."""
    _check_strangers(found, places, report)
    for form, code, again in (("new partners", "partners-again", _met_again), ("rotating", "tables-again", _revisited)):
        steps = [s for s in unroll(found, {}) if s.stage.groups is not None and s.stage.groups.form == form]
        if len(steps) < 2:
            continue
        short = {people: held for people in _counts(found) if (held := _held(found, steps, people, again)) < len(steps)}
        if short:
            place = places[steps[-1].stage.id].form("groups") or places[steps[-1].stage.id]
            report.add(code, place.spot, rounds=_listed(short), wanted=len(steps))


def _check_strangers(found: Format, places: Mapping[str, Form], report: Report) -> None:
    """An error where even the best head-count cannot hold the rounds that start the session off."""
    steps = [s for s in unroll(found, {}) if s.stage.groups is not None and s.stage.groups.form == "total strangers"]
    held = {people: _held(found, steps, people, _met_again) for people in _counts(found)} if steps else {}
    if held and max(held.values()) < len(steps):
        place = places[steps[-1].stage.id].form("groups") or places[steps[-1].stage.id]
        report.add("strangers-never", place.spot, rounds=max(held.values()), wanted=len(steps))


def check_deals(found: Format, places: Mapping[str, Form], report: Report) -> None:
    """Whether, in the smallest room, each card finds as many readers as it is dealt to in all its turns."""
    steps = unroll(found, {})
    for stage in dict.fromkeys(step.stage.id for step in steps):
        turns = [step for step in steps if step.stage.id == stage]
        for carry in (carry for carry in turns[0].stage.carry if carry.deal is not None):
            each = evaluate(parse(carry.deal or "1"), SettingsScope(settings_of(found, {})))
            times = len(turns) * int(each) if isinstance(each, Fraction) else 0
            spot = places[stage].named("carry")[carry.board].spot
            if times < 1:
                report.add("limit-wrong", spot, key="deal", value=str(each), least=1)
            elif found.fewest <= times:
                report.add("deal-short", spot, fewest=found.fewest, times=times, needed=times + 1)


def _counts(found: Format) -> range:
    return range(max(2, found.fewest), min(found.most, MOST_PEOPLE) + 1)


def _held(found: Format, steps: list[Planned], people: int, again: Callable[[Groups, tuple[Groups, ...]], bool]) -> int:
    names = tuple(f"p{number:02}" for number in range(people))
    past: tuple[Groups, ...] = ()
    for number, step in enumerate(steps):
        scope = SettingsScope(settings_of(found, {}), step.rounds)
        grouping = step.stage.groups or Grouping("everyone")
        hosts = frozenset(table[0] for table in past[-1]) if past and grouping.stays else frozenset()
        groups = form_groups(grouping, names, (), scope, random.Random(number), Known(past, {}, hosts, "check"))
        if again(_without(groups, hosts), tuple(_without(earlier, hosts) for earlier in past)):
            return number
        past = (*past, groups)
    return len(steps)


def _without(groups: Groups, hosts: frozenset[str]) -> Groups:
    return tuple(tuple(person for person in group if person not in hosts) for group in groups)


def _met_again(groups: Groups, past: tuple[Groups, ...]) -> bool:
    return repeats(groups, past) > 0


def _revisited(groups: Groups, past: tuple[Groups, ...]) -> bool:
    return any(set(group) & set(earlier[number]) for earlier in past for number, group in enumerate(groups))


def _listed(short: Mapping[int, int]) -> Text:
    parts = []
    for held, counts in groupby(sorted(short), key=lambda people: short[people]):
        ones = list(counts)
        parts.append((str(ones[0]) if len(ones) == 1 else f"{ones[0]}–{ones[-1]}", held))
    fr = ", ".join(f"{held} à {ones} personnes" for ones, held in parts[:4])
    return Text(fr=fr, en=", ".join(f"{held} with {ones} people" for ones, held in parts[:4]))
