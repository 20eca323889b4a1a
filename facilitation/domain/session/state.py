"""The whole state of a session."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.format import Format, SettingValue, Stage
from facilitation.domain.lots import Lots
from facilitation.domain.notebook import Notebook
from facilitation.domain.session.answers import Answer, Floor, Note, Values
from facilitation.domain.session.cards import Action, Card, Cluster
from facilitation.domain.session.keys import LoopKey, Milliseconds, StepKey
from facilitation.domain.session.people import PaperSeat, Person, Slip
from facilitation.domain.session.plan import Change, Planned, Step


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
