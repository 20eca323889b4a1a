"""Level four of the checks: whether a room of any allowed size could play this, with the default settings."""

import random
from collections.abc import Iterator
from fractions import Fraction

from facilitation.domain.choosing import chosen
from facilitation.domain.expressions import Value, evaluate, parse
from facilitation.domain.format import Duration, Format, Grouping, Repeat, Role, Stage
from facilitation.domain.grouping import form_groups
from facilitation.domain.lengths import length_of
from facilitation.domain.plan import MOST_STEPS, SettingsScope, settings_of, unroll
from facilitation.domain.regrouping import Groups
from facilitation.formats.checking.limits import check_limits, check_rounds
from facilitation.formats.checking.meetings import check_deals, check_meetings
from facilitation.formats.checking.seats import check_member_turns, check_rounds_come, places_in, widest
from facilitation.formats.checking.stages import stages_of
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form

LONG_DAY = 10 * 3600
DAY = 24 * 60


def check_feasibility(form: Form, found: Format, report: Report) -> None:
    """Check head-counts, roles, groups, durations and rounds."""
    people = form.form("participants")
    if people is not None and found.fewest > found.most:
        report.add("people-upside-down", people.spot)
        return
    scope = SettingsScope(settings_of(found, {}), (), found.tables)
    places = {stage.word("stage"): stage for stage in stages_of(form.forms("run"))}
    _check_roles(form, found, report)
    if not check_rounds(form.forms("run"), scope, report):
        return
    check_limits(places, scope, report)
    _check_time(form, found, places, scope, report)
    check_rounds_come(form.forms("run"), (scope, widest(found)), report)
    rooms = _Rooms(form, found, places, scope, report)
    rooms.check()
    check_member_turns(form.forms("run"), rooms.largest, scope, report)
    check_meetings(found, places, report)
    check_deals(found, places, report)


def _check_roles(form: Form, found: Format, report: Report) -> None:
    for block in dict.fromkeys(role.block for role in found.roles):
        _check_cast(form, found, tuple(role for role in found.roles if role.block == block), report)


def _check_cast(form: Form, found: Format, roles: tuple[Role, ...], report: Report) -> None:
    spot = form.at("participants")
    needed = sum(role.count for role in roles if not role.optional and role.chosen_by != "everyone else")
    if needed > found.fewest:
        report.add("roles-too-many", spot, fewest=found.fewest, needed=needed)
        return
    for role in roles:
        if role.chosen_by == "everyone else" and not role.optional and needed >= found.fewest:
            report.add("nobody-else", spot, fewest=found.fewest, needed=needed + 1, name=role.name)


def _check_time(form: Form, found: Format, places: dict[str, Form], scope: SettingsScope, report: Report) -> None:
    for stage in stages(found):
        if stage.duration is not None:
            _check_duration(stage.duration, places[stage.id], scope, report)
    steps = unroll(found, {})
    if len(steps) >= MOST_STEPS:
        report.add("too-many-steps", form.at("run"), most=MOST_STEPS)
    total = length_of(found, people=found.fewest).least
    if total > LONG_DAY:
        report.add("too-long-in-all", form.at("run"), hours=round(total / 3600))


def _check_duration(duration: Duration, place: Form, scope: SettingsScope, report: Report) -> None:
    ends = [evaluate(parse(minutes), scope) for minutes in (duration.at_least, duration.minutes) if minutes is not None]
    for minutes in ends:
        if not isinstance(minutes, Fraction) or not Fraction(1, 60) <= minutes <= DAY:
            report.add("duration-wrong", place.at("minutes"), minutes=str(minutes))
            return
    if len(ends) == 2 and str(ends[0]) != str(ends[1]) and _falling(ends):
        report.add("range-upside-down", place.at("minutes"), low=str(ends[0]), high=str(ends[1]))


def _falling(ends: list[Value]) -> bool:
    low, high = ends
    return isinstance(low, Fraction) and isinstance(high, Fraction) and low > high


def stages(found: Format) -> Iterator[Stage]:
    """The stages of a format, those inside loops too, in order."""
    return _stages(found.run)


def _stages(blocks: tuple[Stage | Repeat, ...]) -> Iterator[Stage]:
    for block in blocks:
        if isinstance(block, Repeat):
            yield from _stages(block.blocks)
        else:
            yield block


def head_counts(fewest: int, most: int) -> list[int]:
    """Every head-count up to 120 and the last 24; between them, a stride that meets every remainder."""
    return sorted(
        {*range(fewest, min(most, 120) + 1), *range(fewest, most + 1, 37), *range(max(fewest, most - 23), most + 1)}
    )


class _Rooms:
    """Forms the groups of every stage for every head-count, as a session would."""

    def __init__(
        self, form: Form, found: Format, places: dict[str, Form], scope: SettingsScope, report: Report
    ) -> None:
        self.form = form
        self.found = found
        self.places = places
        self.scope = scope
        self.report = report
        self.told: set[str] = set()
        self.open: set[str] = set()
        """Stages whose groups nobody knows before people choose them."""
        self.largest: dict[str, int] = {}
        """How many are in the largest group of each stage, in any room."""

    def check(self) -> None:
        for people in head_counts(self.found.fewest, self.found.most):
            self._check_room(people)

    def _check_room(self, people: int) -> None:
        names = tuple(f"p{number}" for number in range(people))
        formed: dict[str, Groups] = {}
        for stage in stages(self.found):
            grouping = stage.groups or self.found.groups
            if grouping is None or chosen(grouping) or grouping.of in self.open:
                self.open |= {stage.id} if grouping else set()
                self._check_places(stage, grouping, people)
                continue
            earlier = formed.get(grouping.of or "", ())
            groups = form_groups(grouping, names, earlier, self.scope, random.Random(people))
            formed[stage.id] = groups
            self.largest[stage.id] = max(self.largest.get(stage.id, 0), *map(len, groups))
            self._check_groups(stage, grouping, groups, people)

    def _check_groups(self, stage: Stage, grouping: Grouping, groups: Groups, people: int) -> None:
        place = self.places[stage.id].form("groups") or self.form.form("groups") or self.places[stage.id]
        size = self._size(grouping)
        if size is not None and size < 1:
            self._tell("size-not-positive", place, size=str(size))
        elif size is not None and size > self.found.most:
            self._tell("groups-impossible", place, people=self.found.most, size=str(size))
        elif size is not None and people < size and self.found.kind == "cooperation-game":
            self._tell("groups-small", place, people=people, size=str(size))
        if people > 1 and size != 1 and grouping.how != "alone" and any(len(group) == 1 for group in groups):
            self._tell("someone-alone", place, people=people, stage=stage.id)

    def _check_places(self, stage: Stage, grouping: Grouping | None, people: int) -> None:
        """Where people choose and a group can be full: a place for everyone."""
        if grouping is None or grouping.at_most is None:
            return
        most, groups = evaluate(parse(grouping.at_most), self.scope), places_in(grouping, self._size(grouping), people)
        place = self.places[stage.id].form("groups") or self.form.form("groups") or self.places[stage.id]
        if isinstance(most, Fraction) and groups is not None and groups * int(most) < people:
            fields = {"people": people, "places": groups * int(most), "groups": groups, "most": int(most)}
            self._tell("places-short", place, "at most", **fields)

    def _size(self, grouping: Grouping) -> Fraction | None:
        if grouping.size is None:
            return None
        value = evaluate(parse(grouping.size), self.scope)
        return value if isinstance(value, Fraction) else Fraction(0)

    def _tell(self, code: str, place: Form, key: str = "", **fields: str | int) -> None:
        # Said once, for the smallest room in which it happens: two hundred times the same would hide the rest.
        told = f"{code}:{place.spot}"
        if told not in self.told:
            self.told.add(told)
            self.report.add(code, place.at(key), **fields)
