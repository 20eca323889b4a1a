"""The state of one live session: everything that is true after the events so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from facilitation.domain.format import Format, SettingValue, Stage, Text
from facilitation.domain.lots import Lots
from facilitation.domain.notebook import Notebook

Milliseconds = int
"""Since 1970-01-01T00:00Z where it is a moment, otherwise a length."""

StepKey = str
"""A stage in one of its rounds: `alone`, or `contribute.2` inside a loop."""

LoopKey = str
"""A loop with an open end: its first stage, and the turns of the loops around it."""

ChangeId = str
"""A change of the plan, in the order made: `#1`, `#2`… (no step is called so)"""

ActionSort = Literal[
    "hidden", "restored", "merged", "parted", "clustered", "moved", "renamed", "dissolved", "placed", "cast"
]

AnswerValue = str | bool | Fraction | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""Words; yes or no; a number; picked or ranked option ids; the rows of a list."""


@dataclass(frozen=True, slots=True)
class Consents:
    """What a participant agreed to, beside taking part (levels b, c and d of the consent page)."""

    report: bool = True
    quotation: bool = False
    publication: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A participant, known by an alias only."""

    id: str
    alias: str
    channel: Literal["phone", "paper", "kiosk", "simulated"]
    consents: Consents
    joined_at: Milliseconds
    here: bool = True


@dataclass(frozen=True, slots=True)
class PaperSeat:
    """A numbered packet of slips: whom it makes, and their alias, which is printed on it. Nobody, until it is given."""

    person: str
    alias: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that was typed; `withdrawn` once its person has taken something of it back by their ticket.

    `dictated` says that its person spoke and somebody else wrote; `since`, that they wrote there themselves afterwards,
    on a shared device or a phone.
    """

    at: Milliseconds
    by: str
    blank: bool = False
    late: Literal["", "stage", "session"] = ""
    withdrawn: bool = False
    dictated: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True)
class OpenLoop:
    """A loop with an open end, as one of its steps stands in it: which turn, of how many at most, and what ends it."""

    key: LoopKey
    turn: int
    most: int
    until: str | None = None
    chance: str | None = None
    each_as: str | None = None
    each_card: str | None = None
    on_request: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A step of the plan: a stage, its rounds from the outermost loop inwards, the seconds it should take."""

    key: StepKey
    stage: Stage
    rounds: tuple[int, ...] = ()
    seconds: int | None = None
    open_loops: tuple[OpenLoop, ...] = ()
    least: int | None = None
    """The low end of a range of seconds."""

    @property
    def round(self) -> int:
        """The turn of the innermost loop, from 1; 1 outside any loop."""
        return self.rounds[-1] if self.rounds else 1


@dataclass(frozen=True, slots=True)
class Extension:
    """Time added to a step while it was on (or taken off: `seconds` below zero), and why, where that was said."""

    id: str
    seconds: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A planned step once it was reached or skipped."""

    key: StepKey
    started_at: Milliseconds | None = None
    closed_at: Milliseconds | None = None
    ends_at: Milliseconds | None = None
    paused_with: Milliseconds | None = None
    extensions: tuple[Extension, ...] = ()
    revealed: bool = False
    shown: int = 0
    """How often the next cards came up, where they are shown little by little."""
    shows_at: Milliseconds | None = None
    """When the next cards come up by themselves, where they do."""
    shows_in: Milliseconds | None = None
    """How long they still had to wait when the step was paused."""
    closed_by: Literal["facilitator", "timer", "everyone answered", "condition"] | None = None
    skipped: bool = False
    skip_reason: str | None = None
    signals_at: Milliseconds | None = None
    signals_in: Milliseconds | None = None
    reopened: int = 0
    """How often it was opened again after its end: what its end had shown stays shown, and settled."""
    waiting: tuple[int, ...] = ()
    """The groups it is not for, which wait while it is on."""

    @property
    def extended(self) -> int:
        """What was added to its time in all, and taken off again."""
        return sum(extension.seconds for extension in self.extensions)

    @property
    def timed(self) -> bool:
        """Whether its time is counted, running or paused."""
        return self.ends_at is not None or self.paused_with is not None

    @property
    def next_extension(self) -> str:
        """What the next one will be called: in events, only a reason names it."""
        return f"{self.key}+{len(self.extensions) + 1}"


@dataclass(frozen=True, slots=True)
class Change:
    """What the facilitator changed in the plan of this session, beside what its format says.

    `seconds` is a new length (0: no limit); `texts` are new words by place (see `domain.wording`), `kept` the places
    where one language was left as it was, and which. `before` is the step that a moved or inserted one comes before
    (none: at the end).
    """

    id: ChangeId
    sort: Literal["changed", "moved", "inserted", "reopened"]
    steps: tuple[StepKey, ...]
    by: str
    at: Milliseconds
    seconds: int | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    kept: Mapping[str, Literal["fr", "en"]] = field(default_factory=dict)
    before: StepKey | None = None
    stage: Stage | None = None
    taken_from: str = ""
    reason: str = ""
    undone_at: Milliseconds | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Words that someone put on a board."""

    id: str
    board: str
    step: StepKey
    author: str
    text: str
    column: str | None = None
    edited: bool = False
    withdrawn: bool = False
    hidden: bool = False
    marks: frozenset[str] = frozenset()
    marked_by: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Who put each mark there: a slip that is corrected takes off what was on it alone."""
    posted_at: Milliseconds = 0
    editors: frozenset[str] = frozenset()
    about: str | None = None
    """The card that this one comments on."""
    held: bool = False
    """Whether the facilitator has still to let the whole room read it."""
    reason: bool = False
    """Whether it says why its author gave that card the level they gave it."""

    @property
    def writers(self) -> frozenset[str]:
        """All whose words the card may hold: any of them may withdraw it, and all must agree to see it printed."""
        return self.editors | {self.author}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Cards of a board under a title that the facilitator gave them."""

    id: str
    board: str
    title: str
    cards: tuple[str, ...]
    dissolved: bool = False
    former: tuple[str, ...] = ()
    """The titles it had before: a person's words may be in any of them."""


@dataclass(frozen=True, slots=True)
class Former:
    """What an action of the facilitator is about to change, as it was: what undoing it brings back."""

    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    merges: tuple[tuple[str, ...], ...] = ()
    groups: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Action:
    """Something a facilitator did to cards or people, that can be undone as long as nothing later builds on it."""

    id: str
    sort: ActionSort
    subjects: tuple[str, ...]
    by: str
    at: Milliseconds
    step: StepKey | None
    former: Former
    undone_at: Milliseconds | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person (or a group, through its last writer) answered to one question of one step."""

    value: AnswerValue
    by: str
    at: Milliseconds
    withdrawn: bool = False
    earlier: frozenset[str] = frozenset()
    held: bool = False
    """Whether the facilitator has still to let the whole room read it."""

    @property
    def writers(self) -> frozenset[str]:
        """All whose words a shared answer may hold: any may withdraw it, all must agree to see it printed."""
        return self.earlier | {self.by}


@dataclass(frozen=True, slots=True)
class Floor:
    """Who speaks in one circle of a step: the order, who has the floor, who has had it, until when.

    `turn` counts how often the floor was given, so that a turn is never passed on twice.
    """

    order: tuple[str, ...]
    speaker: str | None = None
    spoken: tuple[str, ...] = ()
    turn: int = 0
    ends_at: Milliseconds | None = None
    left: Milliseconds | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """What the formulas of a step gave when it closed. A name without a value there could not be worked out.

    `missing` names the questions a person left unanswered and whose stand-in value was used.
    """

    session: Mapping[str, Fraction] = field(default_factory=dict)
    group: Mapping[str, tuple[Fraction | None, ...]] = field(default_factory=dict)
    person: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """What the facilitator wrote down for the documentation, bound to a step."""

    id: str
    text: str
    at: Milliseconds
    step: StepKey | None
    by: str
    edited: bool = False
    erased: bool = False
    kept: bool = True
    """Whether it is kept for the documentation; otherwise it stays with those who facilitate."""


@dataclass(frozen=True, slots=True)
class Session:
    """One live session. `Session()` is the state before its first event."""

    id: str = ""
    title: str = ""
    locale: Literal["fr", "en"] = "fr"
    format: Format | None = None
    source: str = ""
    digest: str = ""
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    seed: int = 0
    seq: int = 0
    planned_at: Milliseconds = 0
    door_open: bool = False
    status: Literal["waiting", "running", "closed"] = "waiting"
    started_at: Milliseconds | None = None
    closed_at: Milliseconds | None = None
    wall_hidden: bool = False
    wall_held: "Session | None" = None
    """The session as it was when the projector was frozen."""
    wall_turned: int = 0
    """How often the page was turned on the projector, back turns taken off."""
    minutes: Mapping[str, int] = field(default_factory=dict)
    turns: Mapping[LoopKey, int] = field(default_factory=dict)
    ended_loops: frozenset[LoopKey] = frozenset()
    wanted_turns: frozenset[tuple[LoopKey, int]] = frozenset()
    """The turns after which the facilitator asked for another one."""
    through: Mapping[LoopKey, tuple[str, ...]] = field(default_factory=dict)
    """Those for whose group a loop is over, while other groups go on."""
    taken: Mapping[LoopKey, Mapping[int, str]] = field(default_factory=dict)
    """The card that each turn of a loop over cards is about."""
    plan: tuple[Planned, ...] = ()
    first_plan: tuple[Planned, ...] = ()
    """The plan as the format and the settings give it, before any change."""
    changes: tuple[Change, ...] = ()
    plan_version: int = 0
    """How often the plan was changed by hand: whoever changes it says which one they looked at."""
    dealt: Mapping[StepKey, Mapping[str, Mapping[str, tuple[str, ...]]]] = field(default_factory=dict)
    cast: Mapping[StepKey, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Who was given which role while which step was on; under an empty key, before the first."""
    steps: Mapping[StepKey, Step] = field(default_factory=dict)
    current: StepKey | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[StepKey, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    merges: tuple[tuple[str, ...], ...] = ()
    """Cards that are read as one, each such row in the order they were put together."""
    actions: tuple[Action, ...] = ()
    reviewing: bool = False
    """Whether what people write waits for the facilitator before the whole room reads it."""
    queues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each board whose cards are sifted, those that were let in, in order."""
    places: Mapping[StepKey, Mapping[str, Mapping[str, tuple[int, int]]]] = field(default_factory=dict)
    """Where cards were placed on their map, by step, card, and whoever placed them."""
    carried: Mapping[StepKey, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    answers: Mapping[StepKey, Mapping[str, Mapping[str, Answer]]] = field(default_factory=dict)
    choices: Mapping[StepKey, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    votes: Mapping[StepKey, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    half_voted: Mapping[StepKey, frozenset[str]] = field(default_factory=dict)
    """Those who have begun to vote and have cards left to vote on."""
    signals: Mapping[StepKey, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[StepKey, Values] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    group_cards: Mapping[StepKey, tuple[str, ...]] = field(default_factory=dict)
    """The cards that made the groups of a step, where cards did."""
    hands: Mapping[StepKey, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Who offered to play which role in which step."""
    treated: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Which variant of each treatment each person has."""
    lots: Lots = field(default_factory=Lots)
    """Draws that an example settles; in a session held there are none."""
    floors: Mapping[StepKey, tuple[Floor, ...]] = field(default_factory=dict)
    """Where people talk in turn: one floor for each group, or a single one for the room."""

    seats: tuple[PaperSeat, ...] = ()
    """The packets that were numbered; the first is number 1."""
    sheets: tuple[StepKey, ...] = ()
    """The steps that have a slip in each packet; the first is sheet 1."""
    slips: Mapping[StepKey, Mapping[str, Slip]] = field(default_factory=dict)
    """The slips that were typed, by step and person."""
    consented: frozenset[str] = frozenset()
    """Those on paper whose consents were typed."""
    hand_counts: Mapping[StepKey, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    """Raised hands, by step, question ("" for its vote), and option or card."""
    notebook: Notebook = field(default_factory=Notebook)
    """What observers wrote; no participant and no wall is told of it."""

    def planned(self, key: StepKey) -> Planned | None:
        """The step of the plan called `key`."""
        return next((step for step in self.plan if step.key == key), None)

    @property
    def asked_later(self) -> Stage | None:
        """What is asked again weeks after it, if anything is."""
        return self.format.later if self.format else None

    @property
    def now_playing(self) -> Planned | None:
        """The step that is on now."""
        return self.planned(self.current) if self.current else None

    @property
    def step(self) -> Step | None:
        """How far the current step is."""
        return self.steps.get(self.current) if self.current else None

    def reached(self, key: StepKey) -> bool:
        """Whether a step has begun, for anybody."""
        step = self.steps.get(key)
        return step is not None and step.started_at is not None

    @property
    def frontier(self) -> int:
        """The place in the plan of the last step that has begun; -1 before the first."""
        return max((place for place, step in enumerate(self.plan) if self.reached(step.key)), default=-1)

    @property
    def inputs_open(self) -> bool:
        """Whether the current step still takes contributions."""
        return self.status == "running" and self.step is not None and self.step.closed_at is None

    @property
    def present(self) -> tuple[Person, ...]:
        """Those who joined and have not left, in the order they came."""
        return tuple(person for person in self.people.values() if person.here)

    def group_of(self, person: str, step: StepKey | None = None) -> int | None:
        """The number of a person's group (from 0) in `step`, by default the current one."""
        key = step or self.current
        rows = self.groups.get(key, ()) if key else ()
        return next((n for n, row in enumerate(rows) if person in row), None)

    def role_names(self, person: str, step: StepKey | None = None) -> tuple[str, ...]:
        """The roles a person plays now, or played when `step` was on, in the order the format names them."""
        if self.format is None:
            return ()
        roles = self.roles if step is None or step == self.current else self._roles_in(step)
        held = {r.name: r.block for r in self.format.roles if person in roles.get(r.name, ())}
        busy = set(held.values())
        others = {r.name for r in self.format.roles if r.chosen_by == "everyone else" and r.block not in busy}
        return tuple(r.name for r in self.format.roles if r.name in held or r.name in others)

    def _roles_in(self, key: StepKey) -> Mapping[str, tuple[str, ...]]:
        keys = [step.key for step in self.plan]
        given: dict[str, tuple[str, ...]] = {}
        for step in ("", *keys[: keys.index(key) + 1]) if key in keys else ():
            given |= self.cast.get(step, {})
        return given

    def holds(self, person: str, role: str, step: StepKey | None = None) -> bool:
        """Whether a person is among `role` (`everyone`, `nobody`, the name of a role or a variant drawn by lot).

        Now, or when `step` was on.
        """
        if role in ("everyone", "nobody"):
            return role == "everyone"
        return role in self.role_names(person, step) or any(
            people.get(person) == role for people in self.treated.values()
        )
