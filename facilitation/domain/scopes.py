"""What the names of a formula stand for in one step, for a person, a group, or the session as a whole."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from facilitation.domain.expressions import Value, evaluate, parse
from facilitation.domain.format import Question
from facilitation.domain.item_values import in_all, values_by_item
from facilitation.domain.levels import counted
from facilitation.domain.members import given, received
from facilitation.domain.neighbours import NEIGHBOURS, neighbours
from facilitation.domain.plan import SettingsScope
from facilitation.domain.session import Answer, Planned, Session, Values
from facilitation.domain.treatments import named, treatment_of
from facilitation.domain.worths import counts, together, worded


def asked_at(session: Session, planned: Planned, name: str, *, itself: bool = True) -> tuple[Planned, Question] | None:
    """The last step, up to and with `planned`, that asks the question `name`; whether it was answered or not."""
    asked = ((step, q) for step in _until(session, planned, itself) for q in step.stage.ask if q.name == name)
    return next(asked, None)


def computed_at(session: Session, planned: Planned, name: str, *, itself: bool = True) -> Planned | None:
    """The last step, up to and with `planned`, whose formulas give `name`."""
    steps = _until(session, planned, itself)
    return next((step for step in steps if any(line.name == name for line in step.stage.compute)), None)


def _until(session: Session, planned: Planned, itself: bool) -> Iterator[Planned]:
    """The steps up to one, that one first, backwards; `itself` says whether it is among them."""
    keys = [step.key for step in session.plan]
    upto = keys.index(planned.key) + itself if planned.key in keys else len(keys)
    return reversed(session.plan[:upto])


def gives(step: Planned, name: str) -> bool:
    """Whether a step asks a question or works out a value of that name, whoever's it is."""
    name = name.rpartition(".")[2]
    return any(q.name == name for q in step.stage.ask) or any(line.name == name for line in step.stage.compute)


@dataclass(frozen=True, slots=True)
class StepScope:
    """Names as seen in `planned`. `person` and `group` are absent for the session as a whole.

    `values` holds what was worked out so far for this step, while it is being worked out.
    """

    session: Session
    planned: Planned
    values: Values | None = None
    person: str | None = None
    group: int | None = None
    line: str = ""
    """The computed name that is being worked out: each has draws of its own."""

    def value(self, name: str) -> Value:
        """The value of a name, or `None`."""
        if name.startswith("group."):
            return self._of_group(name)
        if "." in name:
            return self._of_another(*name.split(".", 1))
        if name == "role":
            return self._role
        asked = self._last_asked(name)
        if asked is not None:
            return self._answered(*asked)
        if named(self.session, name) is not None:
            return self._treated(name)
        step = self._last_computed(name)
        if step is not None:
            return self._computed(step, name)
        return self._settings.value(name)

    def _last_asked(self, name: str) -> tuple[Planned, Question] | None:
        """The last step that asked a question, of those at which my group was not waiting."""
        asked = asked_at(self.session, self.planned, name)
        while asked is not None and self._waited(asked[0]):
            asked = asked_at(self.session, asked[0], name, itself=False)
        return asked

    def _last_computed(self, name: str) -> Planned | None:
        step = computed_at(self.session, self.planned, name)
        while step is not None and self._waited(step):
            step = computed_at(self.session, step, name, itself=False)
        return step

    def _waited(self, planned: Planned) -> bool:
        step = self.session.steps.get(planned.key)
        return step is not None and bool(step.waiting) and self._group_in(planned) in step.waiting

    def _treated(self, name: str) -> Value:
        found = treatment_of(self.session, name, (self.person,) if self.person else self._set("group"))
        treatment = named(self.session, name)
        return worded(treatment.options, found, self._settings) if treatment and found else found

    @property
    def _settings(self) -> SettingsScope:
        return settings_at(self.session, self.planned)

    def whose(self) -> str | None:
        """The person, if it is one."""
        return self.person

    def earlier(self, name: str, turns: int) -> Value:
        """The value of a name so many turns of the loop ago."""
        mine = self.planned.rounds
        if not mine or mine[-1] <= turns:
            return None
        wanted = (*mine[:-1], mine[-1] - turns)
        steps = (step for step in self.session.plan if step.rounds[: len(wanted)] == wanted and gives(step, name))
        return next((self._at(step).value(name) for step in steps), None)

    def past(self, name: str) -> tuple[Value, ...]:
        """The values of a name in all turns so far, this one included."""
        keys = [step.key for step in self.session.plan]
        upto = keys.index(self.planned.key) + 1 if self.planned.key in keys else len(keys)
        mine = (step for step in self.session.plan[:upto] if gives(step, name) and not self._waited(step))
        return tuple(self._at(step).value(name) for step in mine)

    def in_round(self, name: str, turn: int) -> Value:
        """The value of a name in one turn of the loop this step is in, or, outside, of the last loop that gave it."""
        around = self.planned.rounds[:-1]
        keys = [step.key for step in self.session.plan]
        upto = keys.index(self.planned.key) + 1 if self.planned.key in keys else len(keys)
        steps = (step for step in reversed(self.session.plan[:upto]) if gives(step, name))
        wanted = (step for step in steps if step.rounds[-1:] == (turn,) and step.rounds[: len(around)] == around)
        return next((self._at(step).value(name) for step in wanted), None)

    def _at(self, step: Planned) -> "StepScope":
        if step.key == self.planned.key:
            return self
        return replace(self, planned=step, values=None, group=self._group_in(step))

    def _group_in(self, step: Planned) -> int | None:
        """The group of that step that this person, or all of this group, belonged to."""
        if step.key == self.planned.key:
            return self.group
        if self.person is not None:
            return self.session.group_of(self.person, step.key)
        mine = self._set("group") if self.group is not None else ()
        # Whoever came since was in no group then.
        then = {self.session.group_of(person, step.key) for person in mine} - {None}
        return next(iter(then)) if len(then) == 1 else None

    def picks(self, name: str) -> tuple[str, ...]:
        """What a person, or their group, ranked or picked."""
        asked = self._last_asked(name)
        answer = self._answer(*asked) if asked else None
        return self._picked(answer) if answer else ()

    def _picked(self, answer: Answer) -> tuple[str, ...]:
        given = answer.value
        return tuple(pick for pick in given if isinstance(pick, str)) if isinstance(given, tuple) else ()

    def lot(self, place: int, among: str) -> Fraction:
        """A draw from the seed, the same whenever it is worked out again."""
        ours = "" if self.group is None else f"group:{self.group}"
        whose = {"": self.person or ours, "group": ours}.get(among, "")
        draw = random.Random(f"{self.session.seed}:draw:{self.planned.key}:{self.line}:{place}:{whose}")
        return Fraction(draw.getrandbits(53), 2**53)

    def table(self, name: str, keys: Sequence[Value]) -> Value:
        """What stands in a table of the format."""
        return self._settings.table(name, keys)

    def received(self, name: str) -> Value:
        """What the others gave me in the last step that asked `name`."""
        asked = asked_at(self.session, self.planned, name)
        return None if asked is None or self.person is None else received(self.session, asked[0], name, self.person)

    def answer_for(self, question: str, item: Value) -> Value:
        """The value that a person, or their group, gave for one item."""
        asked = self._last_asked(question)
        answer = self._answer(*asked) if asked is not None else None
        if asked is None or answer is None or item is None:
            return None
        values = values_by_item(asked[1], answer.value)
        if isinstance(item, Fraction) and not isinstance(item, bool):
            at = int(item) - 1
            return list(values.values())[at] if item.denominator == 1 and 0 <= at < len(values) else None
        return values.get(str(item))

    def counted(self, name: str, board: str) -> Value:
        """How the last vote by levels on a board went."""
        return counted(self.session, name, board, self.planned.key if self.values is not None else None)

    def _of_another(self, root: str, name: str) -> Value:
        # Only where there is exactly one such person: with two, either value would be a guess.
        people = self._set(root) if root in ("other", *NEIGHBOURS, *self._roles) else ()
        return self._for(people[0]).value(name) if len(people) == 1 else None

    @property
    def _role(self) -> str | None:
        # In a block a role is called as the block itself calls it: its tables and comparisons know no other word.
        if self.person is None or self.session.format is None:
            return None
        block = self.planned.stage.block
        ours = {role.name for role in self.session.format.roles if role.block == block}
        held = next(
            (name for name in self.session.role_names(self.person, self.planned.key) if name in ours or not block), None
        )
        return held.removeprefix(f"{block}_") if held and block else held

    @property
    def _roles(self) -> tuple[str, ...]:
        return tuple(role.name for role in self.session.format.roles) if self.session.format else ()

    def missing(self, name: str) -> bool:
        """Whether the person left the question `name` unanswered."""
        asked = self._last_asked(name)
        return asked is not None and self._answer(*asked) is None

    def members(self, root: str) -> tuple["StepScope", ...]:
        """The scopes of the people of a set."""
        return tuple(self._for(person) for person in self._set(root))

    def _for(self, person: str) -> "StepScope":
        number = self.session.group_of(person, self.planned.key)
        return replace(self, person=person, group=number)

    def _set(self, root: str) -> tuple[str, ...]:
        everyone = people_of(self.session, self.planned)
        rows = self.session.groups.get(self.planned.key, ())
        mine = rows[self.group] if self.group is not None and self.group < len(rows) else everyone
        match root:
            case "everyone":
                return everyone
            case "group":
                return mine
            case "others" | "other":
                return tuple(person for person in mine if person != self.person)
            case "left" | "right" if root not in self._roles:
                return neighbours(self.session, self.planned, self.person or "").get(root, ())
        return tuple(person for person in mine if root in self.session.role_names(person, self.planned.key))

    def _of_group(self, name: str) -> Value:
        rows = self.session.groups.get(self.planned.key, ())
        if self.group is None or self.group >= len(rows):
            return None
        row = rows[self.group]
        if name == "group.seat":
            return Fraction(row.index(self.person) + 1) if self.person in row else None
        return Fraction(len(row) if name == "group.size" else self.group + 1)

    def _answer(self, step: Planned, question: Question) -> Answer | None:
        whose = self._holder(step, question)
        answer = self.session.answers.get(step.key, {}).get(question.name, {}).get(whose) if whose else None
        return None if answer is None or answer.withdrawn else answer

    def _holder(self, step: Planned, question: Question) -> str:
        """Whose answer it is, in the groups of the step that asked: nobody's, for the group of many people's own."""
        if question.answered_by == "person" or self._group_in(step) is None:
            return self.person or ""
        return f"group:{self._group_in(step)}"

    def _answered(self, step: Planned, question: Question) -> Value:
        answer = self._answer(step, question)
        if answer is None:
            instead = step.stage.if_no_answer.get(question.name)
            if instead is None or not self._holder(step, question):
                return None
            return evaluate(parse(instead), self._at(step)._settings)
        if question.kind == "amounts":
            return given(answer)
        if question.kind == "items":
            return in_all(values_by_item(question, answer.value))
        if question.people:
            return None
        if question.kind == "choice" and isinstance(answer.value, str):
            return worded(question.options, answer.value, self._at(step)._settings)
        if question.kind == "choices" and counts(question.options):
            return together(question.options, self._picked(answer), self._at(step)._settings)
        return answer.value if isinstance(answer.value, bool | str | Fraction) else None

    def _computed(self, step: Planned, name: str) -> Value:
        values = self.values if step.key == self.planned.key and self.values else self.session.values.get(step.key)
        if values is None:
            return None
        if self.person is not None and name in values.person.get(self.person, {}):
            return values.person[self.person][name]
        of_groups = values.group.get(name, ())
        group = self._group_in(step) if of_groups else None
        if group is not None and group < len(of_groups):
            return of_groups[group]
        return values.session.get(name)


def settings_at(session: Session, planned: Planned) -> SettingsScope:
    """The names that are known in a step whoever is there: the settings, the turn, the tables."""
    tables = session.format.tables if session.format else ()
    return SettingsScope(session.settings, planned.rounds, tables)


def people_of(session: Session, planned: Planned) -> tuple[str, ...]:
    """Who takes part in a step: those in its groups, groups that wait left out, or else those present."""
    rows, step = session.groups.get(planned.key, ()), session.steps.get(planned.key)
    apart = step.waiting if step else ()
    grouped = tuple(person for number, group in enumerate(rows) if number not in apart for person in group)
    return grouped if any(rows) else tuple(person.id for person in session.present)


def limit(session: Session, planned: Planned, formula: str | None, person: str | None) -> Fraction | None:
    """The value of a limit as one person meets it, or none."""
    if formula is None:
        return None
    scope = StepScope(session, planned, None, person, session.group_of(person, planned.key) if person else None)
    value = evaluate(parse(formula), scope)
    return value if isinstance(value, Fraction) else None


def whole_limit(session: Session, planned: Planned, formula: str | None, person: str | None) -> int | None:
    """The same, as a whole number (rounded down)."""
    value = limit(session, planned, formula, person)
    return None if value is None else value.numerator // value.denominator
