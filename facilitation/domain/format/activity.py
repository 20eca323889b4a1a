"""What people do in a stage: answer, post, mark, choose, vote; and who may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.format.text import Text

Formula = str
"""The source of a formula (see `facilitation.domain.expressions`)."""

Audience = str
"""`author`, `group`, `everyone`, `facilitator`, `nobody`, `role:NAME`, or, for answers, `totals`."""

Writers = str
"""`everyone`, `nobody`, or the name of a role."""

Moment = Literal["everyone answered", "stage ends", "reveal"]

QuestionKind = Literal[
    "short text",
    "long text",
    "whole number",
    "number",
    "choice",
    "choices",
    "scale",
    "ranking",
    "list",
    "yes-no",
    "link",
    "amounts",
    "items",
]
"""`amounts` is one whole number for each other member of the group; `items` one value for each item of a list."""


Manner = Literal["dots", "thumbs", "consent", "keep or drop", "ranking"]
"""How people vote: dots to place (or scores to give), a level for each card, or an order of the cards."""


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who sees a thing: `first`, and once `until` has come, `then` as well (never fewer)."""

    first: Audience
    until: Moment | None = None
    then: Audience | None = None

    @property
    def totals(self) -> bool:
        """Whether answers are shown back as totals."""
        return "totals" in (self.first, self.then)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be picked; `id` is what formulas and exports see."""

    id: str
    label: Text
    worth: Formula | None = None
    """What it counts in calculations: made of settings, where it is no plain number."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a stage, answered once per person or once per group."""

    name: str
    kind: QuestionKind
    label: Text
    help: Text | None = None
    minimum: Formula | None = None
    maximum: Formula | None = None
    options: tuple[Option, ...] = ()
    columns: tuple[Text, ...] = ()
    asked_of: Writers = "everyone"
    answered_by: Literal["person", "group"] = "person"
    anonymous: bool = False
    required: bool = True
    longest: int = 2000
    total: Formula | None = None
    """The most that all amounts may come to."""
    shown_as: Text | None = None
    """How each other member is named beside their amount; its values are theirs."""
    items: tuple[Option, ...] = ()
    """What a value is asked for, where there is one for each item."""
    items_of: str | None = None
    """The board whose cards are the items."""
    each: Literal["whole number", "number", "scale", "yes-no"] = "number"
    """The kind of value asked for each item."""
    people: bool = False
    """Whether it is another person that is picked: of one's group, or of the room where there are none."""
    day: bool = False
    """Whether the short text is a day of the calendar, such as 2026-12-31."""
    same_as: str = ""
    """The earlier question that it asks again, for the two answers of a person to be compared."""


@dataclass(frozen=True, slots=True)
class Column:
    """A named part of a board."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign that a role may put on a card, such as `kept` or `answered`."""

    id: str
    label: Text
    by: Writers


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction of a map: the words at its two ends."""

    low: Text
    high: Text


@dataclass(frozen=True, slots=True)
class Map:
    """A board laid out along two axes."""

    across: Axis
    up: Axis


@dataclass(frozen=True, slots=True)
class Board:
    """How a named board is used in one stage. Cards live on after the stage; this is a window on them."""

    name: str
    seen_by: Visibility
    prompt: Text | None = None
    columns: tuple[Column, ...] = ()
    written_by: Writers = "everyone"
    edited_by: Literal["author", "group"] = "author"
    names: Literal["hidden", "shown", "group"] = "hidden"
    marks: tuple[Mark, ...] = ()
    per_person: Formula | None = None
    longest: int = 2000
    belongs_to: Literal["author", "table"] = "author"
    """`table`: what is written at a table stays there, and is read by whoever sits at it now."""
    open_columns: tuple[str, ...] = ()
    scores: bool = False
    comments_by: Writers = "nobody"
    """Who may write a comment under a card."""
    sifted_by: Writers = "nobody"
    """Who lets cards in and orders them before others read them: a role, or `facilitator`."""
    reveal: Literal["at once", "by author", "countdown", "column by column"] = "at once"
    reveal_seconds: Formula | None = None
    """After how many seconds the next cards come up by themselves; without it, the facilitator shows them."""
    per_group: Formula | None = None
    """How many cards the members of a group may write in all."""
    columns_by: Mapping[str, str] = field(default_factory=dict)
    """The role that may write in a column, where it is not open to all who may write."""
    map: Map | None = None
    placed_by: Literal["author", "person", "group", "nobody"] = "nobody"
    """Who places the cards on the map in this stage."""


@dataclass(frozen=True, slots=True)
class Carry:
    """Which earlier cards of a board come into this stage. Frozen when the stage starts."""

    board: str
    what: Literal["all", "none", "chosen", "marked", "top", "this round", "dealt", "kept", "this card", "merged"]
    mark: str | None = None
    top: Formula | None = None
    deal: Formula | None = None
    """To how many people each card is dealt: never to its author, never twice to the same person."""
    merged: bool = False
    """Whether those that come and say the same are read as one."""


@dataclass(frozen=True, slots=True)
class Choose:
    """A group (or each person) picks some cards of a board; the last pick of the group counts."""

    source: str
    by: Literal["group", "person"]
    how_many: Formula


@dataclass(frozen=True, slots=True)
class Vote:
    """Voting on the cards of a board: dots to place, or a score for each card. Counts stay hidden until `reveal`."""

    of: str
    dots: Formula
    per_item: Formula | None = None
    own_cards: bool = True
    by: Writers = "everyone"
    reveal: Literal["at the end", "when revealed", "live", "later"] = "at the end"
    rate_from: Formula | None = None
    rate_to: Formula | None = None
    manner: Manner = "dots"


@dataclass(frozen=True, slots=True)
class Compute:
    """A named value worked out when the stage closes, once per person, group or session."""

    scope: Literal["person", "group", "session"]
    name: str
    formula: Formula
    label: Text | None = None
    """What people read in its place; without it, the name."""

    @property
    def said(self) -> Text:
        """How the value is called wherever people read it."""
        return self.label or Text.same(self.name[:1].upper() + self.name[1:].replace("_", " "))


@dataclass(frozen=True, slots=True)
class Assign:
    """When the stage closes, give a role: to the author of the card that came first in the vote, or another way.

    `value` is what is compared for each person, `other` the role that is exchanged, `question` the one that names
    people.
    """

    role: str
    board: str = ""
    by: Literal["author of top", "volunteers", "highest", "lowest", "swap", "most named"] = "author of top"
    value: Formula | None = None
    other: str | None = None
    question: str = ""


ChartKind = Literal[
    "line", "bars", "total", "rings", "network", "loops", "matrix", "map", "iceberg", "horizons", "moves", "change"
]
"""A curve or bars of values, a total that moves while people answer; the others are pictures of a system."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of values so far, aggregates only; or, with `of`, of the boards, questions or votes it names."""

    kind: ChartKind
    value: Formula
    title: Text
    by: Literal["round", "group", "answer"] = "round"
    of: tuple[str, ...] = ()
    target: Formula | None = None
    """What a total is to reach."""
