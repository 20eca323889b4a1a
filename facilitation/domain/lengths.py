"""How long steps take with so many people: minutes for each, talking in turn, a turn for each member, ranges."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Format, Grouping, Role, SettingValue
from facilitation.domain.grouping import size_of
from facilitation.domain.plan import SettingsScope, settings_of, unroll
from facilitation.domain.session import Planned, Session

USUAL = 12
"""People in the room, where nobody has said how many: the usual size of a workshop."""


@dataclass(frozen=True, slots=True)
class Length:
    """The seconds that steps take, from `least` to `most`; those without a limit are counted apart."""

    least: int
    most: int
    untimed: int
    people: int
    by_people: bool
    """Whether it would be another with more people, or fewer."""

    @property
    def minutes(self) -> int:
        """The minutes they take at most, a minute that has begun counted whole."""
        return -(-self.most // 60)

    @property
    def least_minutes(self) -> int:
        """The minutes they take at least."""
        return -(-self.least // 60)


@dataclass(frozen=True, slots=True)
class Span:
    """The seconds that one step takes; `least` is the low end of a range, and the same as `most` without one."""

    least: int
    most: int
    by_people: bool


def usual_people(form: Format) -> int:
    """How many people a format is reckoned with, as long as nobody has come."""
    return min(form.most, max(form.fewest, USUAL))


def length_of(
    form: Format,
    settings: Mapping[str, SettingValue] | None = None,
    minutes: Mapping[str, int] | None = None,
    people: int | None = None,
) -> Length:
    """The time that a format takes with so many people, with these settings and other minutes for its stages."""
    room = _Room(form, settings_of(form, settings or {}), frozenset(minutes or ()), people or usual_people(form), ())
    first = unroll(form, settings or {}, minutes)
    loops = {
        loop.key: min(loop.most, replace(room, plan=first).largest(step))
        for step in first
        for loop in step.open_loops
        if loop.each_as is not None
    }
    plan = unroll(form, settings or {}, minutes, loops)
    return _in_all(replace(room, plan=plan), plan, bool(loops))


def usual_spans(
    form: Format, settings: Mapping[str, SettingValue] | None = None, minutes: Mapping[str, int] | None = None
) -> dict[str, Span]:
    """The time of each stage that has one, the first time it comes, with the usual number of people; with the usual
    settings and minutes unless others were chosen.
    """
    plan = unroll(form, settings or {}, minutes)
    room = _Room(form, settings_of(form, settings or {}), frozenset(minutes or ()), usual_people(form), plan)
    spans = {step.stage.id: room.span(step) for step in reversed(plan)}
    return {stage: span for stage, span in spans.items() if span is not None}


def length_of_session(session: Session) -> Length:
    """The time that the plan of a session takes with those who are there; with the usual number until they come."""
    if session.format is None:
        return Length(0, 0, 0, 0, False)
    if session.started_at is None and not session.changes:
        return length_of(session.format, session.settings, session.minutes, len(session.present) or None)
    return _in_all(_room_of(session, session.format), session.plan, False)


def span_of(session: Session, planned: Planned) -> Span | None:
    """The time that one step of a session takes; nothing where it has no limit."""
    duration, turns = planned.stage.duration, planned.stage.turns
    if session.format is None or (turns is None and (duration is None or duration.per == "stage")):
        return _plain(planned)
    return _room_of(session, session.format).span(planned)


def _plain(planned: Planned) -> Span | None:
    return None if planned.seconds is None else Span(planned.least or planned.seconds, planned.seconds, False)


def _room_of(session: Session, form: Format) -> "_Room":
    # Once it is over all may have gone, and yet it was long because of them.
    here = session.people if session.status == "closed" else session.present
    known = {key: max(map(len, groups), default=0) for key, groups in session.groups.items()}
    spoken = {key: max((len(floor.order) for floor in floors), default=0) for key, floors in session.floors.items()}
    people = len(here) or usual_people(form)
    return _Room(form, session.settings, frozenset(session.minutes), people, session.plan, known, spoken)


def _in_all(room: "_Room", plan: Iterable[Planned], by_people: bool) -> Length:
    spans = [room.span(step) for step in plan]
    known = [span for span in spans if span is not None]
    return Length(
        least=sum(span.least for span in known),
        most=sum(span.most for span in known),
        untimed=len(spans) - len(known),
        people=room.people,
        by_people=by_people or any(span.by_people for span in known),
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """So many people, the plan they go through, and the groups that are formed already."""

    form: Format
    settings: Mapping[str, SettingValue]
    fixed: frozenset[str]
    people: int
    plan: Sequence[Planned]
    formed: Mapping[str, int] = field(default_factory=dict)
    """How many are in the largest group of a step whose groups are known."""
    spoken: Mapping[str, int] = field(default_factory=dict)
    """How many have a turn in its largest circle."""

    def span(self, planned: Planned) -> Span | None:
        """The time of one step."""
        duration, turns = planned.stage.duration, planned.stage.turns
        if duration is None and turns is not None and turns.minutes is not None and planned.seconds is None:
            each = evaluate(parse(turns.minutes), self._scope(planned))
            seconds = round(each * 60) * self.speakers(planned) if isinstance(each, Fraction) else 0
            return Span(seconds, seconds, True) if seconds > 0 else None
        plain = _plain(planned)
        if plain is None or duration is None or duration.per == "stage" or planned.stage.id in self.fixed:
            return plain
        times = self.largest(planned)
        return Span(plain.least * times, plain.most * times, True)

    def _scope(self, planned: Planned) -> SettingsScope:
        return SettingsScope(self.settings, planned.rounds, self.form.tables)

    def largest(self, planned: Planned, depth: int = 0) -> int:
        """How many people are in the largest group of a step."""
        formed = self.formed.get(planned.key)
        if formed:
            return formed
        return max(1, min(self.people, self._largest(planned, planned.stage.groups, depth)))

    def _largest(self, planned: Planned, grouping: Grouping | None, depth: int) -> int:
        if grouping is None or depth > len(self.plan):
            return self.people
        match grouping.how:
            case "alone":
                return 1
            case "size":
                size = min(self.people, size_of(grouping, self._scope(planned)))
                smaller = grouping.leftover == "make a smaller group"
                return size if smaller else -(-self.people // max(1, self.people // size))
            case "same as" | "merge":
                of = next((step for step in self.plan if step.stage.id == grouping.of), None)
                one = self.people if of is None else self.largest(of, depth + 1)
                return one * (grouping.by if grouping.how == "merge" else 1)
            case "among":
                return min(self._most(planned, grouping), -(-self.people // max(1, len(grouping.among))))
            case "cards of":
                return self._most(planned, grouping)
        return self.people

    def _most(self, planned: Planned, grouping: Grouping) -> int:
        most = evaluate(parse(grouping.at_most), self._scope(planned)) if grouping.at_most else None
        return int(most) if isinstance(most, Fraction) else self.people

    def speakers(self, planned: Planned) -> int:
        """How many have a turn to speak in the largest circle of a step."""
        if self.spoken.get(planned.key):
            return self.spoken[planned.key]
        turns, grouped = planned.stage.turns, planned.stage.groups is not None
        in_groups = grouped and turns is not None and turns.within == "groups"
        circle = self.largest(planned) if in_groups else self.people
        roles = {role.name: role for role in self.form.roles}
        speaking = (turns.who, *turns.with_them) if turns is not None else ()
        if speaking and all(name in roles for name in speaking):
            return min(circle, sum(self._holders(roles[name], circle, in_groups) for name in speaking))
        silent = sum(self._holders(roles[name], circle, in_groups) for name in planned.stage.silent if name in roles)
        return max(0, circle - silent)

    def _holders(self, role: Role, circle: int, in_groups: bool) -> int:
        """How many of a circle play a role: in a group, one of the whole session is taken to be elsewhere."""
        here = [
            other.count
            for other in self.form.roles
            if other.block == role.block and other.chosen_by != "everyone else" and self._is_here(other, in_groups)
        ]
        if role.chosen_by == "everyone else":
            return max(0, circle - sum(here))
        return min(role.count, circle) if self._is_here(role, in_groups) else 0

    @staticmethod
    def _is_here(role: Role, in_groups: bool) -> bool:
        return not in_groups or role.per == "group" or role.chosen_by == "rotation"
