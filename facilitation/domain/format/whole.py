"""The format as a whole: who it is for, what can be adjusted, and what happens in which order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, Union

from facilitation.domain.format.activity import (
    Assign,
    Board,
    Carry,
    Chart,
    Choose,
    Compute,
    Formula,
    Option,
    Question,
    Visibility,
    Vote,
)
from facilitation.domain.format.document import Section
from facilitation.domain.format.guide import Guide
from facilitation.domain.format.handout import Handout
from facilitation.domain.format.talking import Turns
from facilitation.domain.format.text import Text

AUTHOR_ONLY = Visibility("author")

GONE = "gone"
NOT_YET = "not yet"
"""What stands in an example where somebody has left, or has not come yet."""

SettingValue = Fraction | bool | Text | str
"""A number, a yes or no, words, or the id of an option."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Something the facilitator may adjust before the session."""

    name: str
    label: Text
    kind: Literal["text", "whole number", "number", "choice", "yes-no"]
    default: SettingValue
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    options: tuple[Option, ...] = ()
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A part that some people play. `others` is the part of everyone who holds no other."""

    name: str
    label: Text
    count: int = 1
    chosen_by: Literal["facilitator", "random", "vote", "everyone else", "rotation", "volunteers", "result"] = (
        "facilitator"
    )
    optional: bool = False
    per: Literal["session", "group"] = "session"
    """`group`: so many people in each group, drawn when the groups are formed, and anew when they change."""
    block: str = ""
    """The block it is a role of: roles of different blocks do not exclude each other."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Minutes, as a formula; times the size of the largest group where `per` is person.

    With `at_least` it is a range: at its low end the timer says that it is time to end.
    """

    minutes: Formula
    per: Literal["stage", "person"] = "stage"
    at_least: Formula | None = None


@dataclass(frozen=True, slots=True)
class Grouping:
    """How people are put together when a stage starts."""

    how: Literal["alone", "everyone", "size", "merge", "same as", "among", "cards of"]
    size: Formula | None = None
    of: str | None = None
    by: int = 2
    keep: Literal["stage", "session"] = "stage"
    leftover: Literal["make groups larger", "make a smaller group", "join the smallest", "stay apart"] = (
        "make groups larger"
    )
    latecomers: Literal["join the smallest", "observe", "next round"] = "join the smallest"
    form: Literal[
        "random",
        "new partners",
        "total strangers",
        "rotating",
        "same answer",
        "different answers",
        "mixed roles",
        "ring",
        "chain",
    ] = "random"
    answer: str | None = None
    stays: str | None = None
    among: tuple[Option, ...] = ()
    cards_of: str | None = None
    """The board whose cards each make a group."""
    column: str | None = None
    chosen_by: Literal["chance", "participants", "facilitator"] = "chance"
    moves_freely: bool = False
    at_most: Formula | None = None
    hosted_by: str | None = None
    """The role of whoever wrote the card that made a group."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to do at a time."""

    id: str
    title: Text
    instruction: Text | None = None
    show: Text | None = None
    tell: Mapping[str, Text] = field(default_factory=dict)
    duration: Duration | None = None
    groups: Grouping | None = None
    ask: tuple[Question, ...] = ()
    answers_seen_by: Visibility = AUTHOR_ONLY
    boards: tuple[Board, ...] = ()
    carry: tuple[Carry, ...] = ()
    choose: Choose | None = None
    vote: Vote | None = None
    compute: tuple[Compute, ...] = ()
    compute_when: Literal["stage starts", "stage ends"] = "stage ends"
    assign: tuple[Assign, ...] = ()
    silent: tuple[str, ...] = ()
    keep_in_view: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    continue_when: Literal["facilitator", "everyone answered", "timer ends"] = "facilitator"
    if_no_answer: Mapping[str, Formula] = field(default_factory=dict)
    facilitator_notes: Text | None = None
    only_in_rounds: tuple[int, ...] = ()
    condition: Formula | None = None
    turns: Turns | None = None
    or_when: tuple[Literal["facilitator", "everyone answered", "timer ends"], ...] = ()
    """What else ends the stage, beside `continue_when`."""
    goes_on_if: Formula | None = None

    @property
    def paces(self) -> frozenset[str]:
        """All that ends the stage by itself, a condition left out."""
        return frozenset({self.continue_when, *self.or_when})

    only_for: str = ""
    """The role or the variant it is for; everyone else waits."""
    block: str = ""
    """The nested format it is a stage of, by the name that the format gives to it."""
    survey: Literal["", "before", "after", "looking back", "evaluation", "later"] = ""
    guide: Guide | None = None
    plain: Text | None = None
    """The instruction in plain words, for whoever asks for them."""
    hand_out: tuple[str, ...] = ()
    """The handouts that lie at hand while it is on."""
    serves: tuple[int, ...] = ()
    """The objectives it serves, by their place in the format's list, from 1."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Blocks played several times; `round` in a formula is the number of the turn, from 1.

    With `until` or `chance` the end is open: `times` is then the most turns, and whether another one follows is
    settled when a turn closes.
    """

    times: Formula
    blocks: tuple["Block", ...]
    until: Formula | None = None
    chance: Formula | None = None
    each_as: str | None = None
    """The role that each member of a group plays in turn: as many turns as the largest group has members."""
    each_card: str | None = None
    """The board whose cards are taken one by one, those that the last vote put first before the others."""
    on_request: bool = False
    """Whether there is another turn only where the facilitator asks for it."""

    @property
    def is_open(self) -> bool:
        """Whether the number of turns is settled while playing."""
        conditions = (self.until, self.chance, self.each_as, self.each_card)
        return self.on_request or any(condition is not None for condition in conditions)


Block = Union[Stage, Repeat]  # noqa: UP007 - a string forward reference cannot be joined with `|`


@dataclass(frozen=True, slots=True)
class Row:
    """One cell of a table: the words, numbers or ranges (`1..3`) that lead to it, and what stands there."""

    keys: tuple[str, ...]
    value: Formula


@dataclass(frozen=True, slots=True)
class Table:
    """Values to look up; `otherwise` stands for everything that has no row."""

    name: str
    rows: tuple[Row, ...]
    otherwise: Formula | None = None


@dataclass(frozen=True, slots=True)
class Treatment:
    """A variant drawn by lot: one for all, one for each group, or one for each person."""

    name: str
    label: Text
    options: tuple[Option, ...]
    per: Literal["session", "group", "person"] = "session"


@dataclass(frozen=True, slots=True)
class Credits:
    """Where a format comes from, and under which licence it may be shared."""

    source: str | Text
    """Words, or, where the file says it in both languages, both."""
    licence: str
    authors: str = ""

    @property
    def told(self) -> Text:
        """Where it comes from, as people read it."""
        return self.source if isinstance(self.source, Text) else Text.same(self.source)


@dataclass(frozen=True, slots=True)
class Origin:
    """A format whose stages this one holds, because it uses it as a block."""

    format: str
    version: str
    credits: Credits


@dataclass(frozen=True, slots=True)
class Example:
    """Inputs and what must come of them, executed by the checker.

    `answers` maps a question to one list per round, of one value per person of one group; a person may be `GONE`
    from a round on, or `NOT_YET` there. `expect` maps a computed name to one value per person, after the last round.
    `each_answers` and `each_has` are the same where all give the same answers, and must have the same values.
    """

    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    answers: Mapping[str, tuple[tuple[str | None, ...], ...]] = field(default_factory=dict)
    expect: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refused: bool = False
    people: tuple[int, ...] = ()
    """The head-counts it is played with, each to the end of the session."""
    each_answers: Mapping[str, str] = field(default_factory=dict)
    each_has: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, tuple[tuple[str | None, ...], ...]] = field(default_factory=dict)
    """What chance is to give: computed values and variants, one list per round; `None` where it is left to chance."""
    each_drawn: Mapping[str, str] = field(default_factory=dict)
    """The same for everybody, in every round."""


@dataclass(frozen=True, slots=True)
class Format:
    """A workshop format, resolved and checked."""

    id: str
    version: str
    language: int
    kind: Literal["cooperation-game", "peer-exchange", "seminar-activity"]
    title: Text
    summary: Text
    credits: Credits
    fewest: int
    most: int
    run: tuple[Block, ...]
    consent: Text | None = None
    objectives: tuple[Text, ...] = ()
    tags: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    roles: tuple[Role, ...] = ()
    groups: Grouping | None = None
    document: tuple[Section, ...] = ()
    examples: tuple[Example, ...] = ()
    tables: tuple[Table, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    handouts: tuple[Handout, ...] = ()
    built_from: tuple[Origin, ...] = ()
    guide: Guide | None = None
    theme: str = ""
    family: str = ""
    later: Stage | None = None
    """What is asked again weeks after the session, by a link: no step of its plan."""
