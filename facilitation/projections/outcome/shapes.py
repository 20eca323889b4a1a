"""The shapes of an outcome: frozen values, without an alias or a person's id anywhere."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from facilitation.domain.format import Manner, Origin, QuestionKind, Text
from facilitation.projections.changes import PlanChange
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.paired.shapes import Comparison
from facilitation.projections.pictures.shapes import Picture
from facilitation.projections.timeline import TimelineStep

Round = str
"""The turn in which something was said: `""` outside any loop, `"2"`, or `"2.1"` in a loop within a loop."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people, said no more precisely than the threshold allows: one of the three is set."""

    exactly: int | None = None
    at_least: int | None = None
    fewer_than: int | None = None


@dataclass(frozen=True, slots=True)
class GuideMaterial:
    """What those who facilitated had before them, for the whole format (no stage) or for one stage."""

    title: Text | None
    lines: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which session, of which format. Moments are milliseconds since 1970 (UTC)."""

    session: str
    title: str
    locale: Literal["fr", "en"]
    kind_of_format: str
    format_id: str
    format_version: str
    format_title: Text
    format_summary: Text
    objectives: tuple[Text, ...]
    digest: str
    source: Text
    licence: str
    authors: str
    planned_at: int
    started_at: int | None
    closed_at: int | None
    seq: int
    built_from: tuple[Origin, ...] = ()
    theme: str = ""
    family: str = ""
    guides: tuple[GuideMaterial, ...] = ()
    """The formats whose stages this one held, with the credits of each."""


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """How many took part by phone, on paper, or were simulated."""

    channel: Literal["phone", "paper", "kiosk", "simulated"]
    people: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came, as numbers. `channels` is empty where a channel was used by fewer than `threshold` people, and
    for readers outside where fewer came in all.
    """

    threshold: int
    people: int
    contributed: Counted
    stayed: Counted
    simulated: bool
    channels: tuple[ChannelCount, ...]
    report: Counted
    quotation: Counted
    publication: Counted
    withdrawn: Counted
    slips: int = 0
    """How many slips of paper were typed by somebody of the team; of these, how many after their stage, or the day."""
    slips_late: int = 0
    slips_after: int = 0
    last_typed: int | None = None
    """When the last slip was typed after the session, if any was."""
    dictated: Counted = Counted(exactly=0)
    """How many slips were dictated: their people spoke, somebody else wrote."""
    responded: Counted = Counted(exactly=0)
    """How many answered a question."""


@dataclass(frozen=True, slots=True)
class SettingShown:
    """A setting as it was played."""

    name: str
    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Contributions that are counted and not reproduced, and why."""

    no_consent: int = 0
    hidden: int = 0
    personal: int = 0
    left_out: int = 0
    unpublished: int = 0
    """Reproduced for those who took part, and not outside."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.no_consent + self.hidden + self.personal + self.left_out + self.unpublished


@dataclass(frozen=True, slots=True)
class Contribution:
    """Words that may be reproduced. `number` names them in the whole outcome; `dots` is absent without a vote."""

    number: int
    text: str
    round: Round = ""
    column: Text | None = None
    marks: tuple[Text, ...] = ()
    dots: int | None = None
    chosen: int = 0
    carried: bool = False
    edited: bool = False
    about: int | None = None
    """The number of the contribution that this one comments on; absent too where that one is not reproduced."""
    comment: bool = False
    stance: Text | None = None
    """The level of a vote whose reason this is."""
    taken: Round = ""
    """The turn of a loop over cards that was about it."""
    cluster: str = ""
    """The title that it was put under."""
    joined: tuple[int, ...] = ()
    """The numbers of those that were read as one with it."""
    points: int | None = None
    """Its scores added up, where it was scored."""
    ref: str = ""
    """What names it in every document and every rendering, whatever is withdrawn around it."""
    quotable: bool = False
    """Whether all who wrote it agreed to be quoted word for word."""
    day: bool = False
    """Whether the words are a day, kept as 2026-12-31."""


@dataclass(frozen=True, slots=True)
class RowsAnswer:
    """The rows of one answer of the kind `list`, under the columns of its question."""

    number: int
    rows: tuple[tuple[str, ...], ...]
    round: Round = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """Numbers, by their quartiles (linear interpolation), exact. `values` are sorted."""

    n: int
    minimum: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    maximum: Fraction
    average: Fraction
    values: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How many gave this answer."""

    id: str
    label: Text
    count: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """One option of a ranking: its median place, and how often it came first."""

    id: str
    label: Text
    median: Fraction
    first: int


@dataclass(frozen=True, slots=True)
class ItemTold:
    """What was answered for one item: numbers by their spread, or how many said yes. `label` is absent where the words
    of a card are not reproduced.
    """

    id: str
    label: Text | None
    n: int
    spread: Spread | None = None
    yes: int | None = None


@dataclass(frozen=True, slots=True)
class AnswersOfRound:
    """What was answered in one turn. `expected` people (or groups) were asked; `stood_in` answers were replaced by the
    value that the format gives to a missing one, which formulas use and averages leave out. `withheld` is true where
    too few answered a question that was kept from the room.
    """

    round: Round
    expected: int
    answered: int
    stood_in: int = 0
    withheld: bool = False
    texts: tuple[Contribution, ...] = ()
    rows: tuple[RowsAnswer, ...] = ()
    spread: Spread | None = None
    counts: tuple[OptionCount, ...] = ()
    ranking: tuple[Ranked, ...] = ()
    items: tuple["ItemTold", ...] = ()
    unprinted: Unprinted = Unprinted()
    hands: int = 0
    """How many raised hands are among the counts: totals that nobody is the author of."""

    @property
    def missing(self) -> int:
        """How many were asked and gave nothing: never the same thing as zero."""
        return max(0, self.expected - self.answered)


@dataclass(frozen=True, slots=True)
class QuestionMaterial:
    """A question and its answers, turn by turn."""

    name: str
    label: Text
    sort: QuestionKind | Literal["person"]
    rounds: tuple[AnswersOfRound, ...]
    columns: tuple[Text, ...] = ()
    per_group: bool = False
    anonymous: bool = False
    asked_of: Text | None = None
    """The role that alone was asked."""
    compared: bool = False
    """Whether its answers are compared with those of another moment."""
    root: str = ""
    """The question that it asks again, or itself."""


@dataclass(frozen=True, slots=True)
class BoardMaterial:
    """What one stage put on a board. `written` counts what is left after withdrawals; `carried_in` came from before."""

    name: str
    prompt: Text | None
    columns: tuple[Text, ...]
    written: int
    carried_in: int
    cards: tuple[Contribution, ...]
    unprinted: Unprinted
    map: "MapMaterial | None" = None


@dataclass(frozen=True, slots=True)
class MapPoint:
    """Where a card stands on a map: the median and the middle half of `n` placings. `number` is absent where its words
    are not reproduced.
    """

    number: int | None
    n: int
    across: Fraction
    up: Fraction
    across_half: tuple[Fraction, Fraction]
    up_half: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class MapMaterial:
    """A map: the words at the ends of its axes, and the cards that were placed on it in one stage."""

    left: Text
    right: Text
    bottom: Text
    top: Text
    points: tuple[MapPoint, ...]


@dataclass(frozen=True, slots=True)
class VoteRow:
    """What one card received; `dots` are points where the vote was by scores, levels or places. `number` and `text` are
    absent where its words are not reproduced.
    """

    number: int | None
    text: str | None
    dots: int
    voters: int
    levels: tuple[int, ...] = ()
    """How often it was given each level of the vote."""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class VoteMaterial:
    """A vote, the most dots first."""

    stage: str
    title: Text
    round: Round
    of: str
    each: Fraction | None
    voters: int
    expected: int
    dots: int
    rows: tuple[VoteRow, ...]
    manner: Manner = "dots"
    scores: bool = False
    levels: tuple[Text, ...] = ()
    """What each level is called, where the vote asked for levels."""
    reasons: tuple[Contribution, ...] = ()
    unprinted: Unprinted = Unprinted()
    hands: int = 0
    """How many raised hands are among the dots."""
    withheld: bool = False
    """Whether too few voted for readers outside to be told how."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """What one group picked, or (for picks made by persons) how often one card was picked: `group` is then absent."""

    group: int | None
    picks: tuple[int | None, ...]
    texts: tuple[str | None, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class ChoiceMaterial:
    """The cards picked in one turn of a stage."""

    round: Round
    by: Literal["group", "person"]
    rows: tuple[ChoiceRow, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table of values. `None` is a value that could not be worked out, or may not be shown; `withheld` is
    true where at least one may not be shown.
    """

    label: Text
    cells: tuple[Fraction | None, ...]
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class ValueTable:
    """Values, one column per turn. `stood_in` counts, over all turns, the missing answers that a formula replaced;
    `name` is what the format calls the value, empty for a table that the format gave a title. `yes_no` says that the
    formula asks whether something is so; `worked_out` is the formula behind one that is only a name.
    """

    title: Text
    rounds: tuple[Round, ...]
    rows: tuple[TableRow, ...]
    stood_in: int = 0
    formula: str = ""
    name: str = ""
    yes_no: bool = False
    worked_out: str = ""


@dataclass(frozen=True, slots=True)
class SpreadTable:
    """The spread of a value worked out for each person, one per turn; absent where too few people had one."""

    title: Text
    rounds: tuple[Round, ...]
    spreads: tuple[Spread | None, ...]
    formula: str = ""
    name: str = ""
    yes_no: bool = False
    """Whether the value says if something is so: it is then counted, not spread."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a chart. `n` is the number of answers behind it, where that means something."""

    label: Text
    value: Fraction | None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class ChartMaterial:
    """A chart: aggregates only. `of` is the formula, or the question, whose values it shows."""

    title: Text
    sort: Literal["bars", "line"]
    across: Literal["round", "group", "answer"]
    points: tuple[Point, ...]
    of: str = ""


@dataclass(frozen=True, slots=True)
class NoteMaterial:
    """A moment that the facilitator kept for the documentation; `after` is in seconds from the start of the session.
    `observed` where it is an excerpt of what an observer noted; nothing says which observer. `number` is its place
    among the moments of the session, `ref` what names it whatever is withdrawn around it.
    """

    text: str
    after: int | None
    stage: str | None
    observed: bool = False
    number: int = 0
    ref: str = ""


@dataclass(frozen=True, slots=True)
class TurnsMaterial:
    """How people talked in turn: in which order, for how long each, and how many of those who could spoke, by round."""

    order: Literal["random", "arrival", "facilitator", "reversed"]
    seconds: int | None
    spoken: tuple[int, ...]
    expected: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StageMaterial:
    """Everything one stage brought, over all its turns."""

    stage: str
    title: Text
    instruction: Text | None
    told: tuple[tuple[Text, Text], ...]
    rounds: tuple[Round, ...]
    reached: bool
    group_sizes: tuple[tuple[int, ...], ...]
    boards: tuple[BoardMaterial, ...] = ()
    questions: tuple[QuestionMaterial, ...] = ()
    choices: tuple[ChoiceMaterial, ...] = ()
    votes: tuple[VoteMaterial, ...] = ()
    values: tuple[ValueTable | SpreadTable, ...] = ()
    charts: tuple[ChartMaterial, ...] = ()
    notes: tuple[NoteMaterial, ...] = ()
    turns: TurnsMaterial | None = None
    pictures: tuple[Picture, ...] = ()
    handouts: tuple[tuple[Text, Text], ...] = ()
    """What was handed out: titles and words."""
    promised: bool = False
    """Whether something was asked whose answers the room was promised not to find in the record."""


@dataclass(frozen=True, slots=True)
class RulesShown:
    """The settings as played."""

    settings: tuple[SettingShown, ...]


@dataclass(frozen=True, slots=True)
class CardList:
    """Contributions picked by a section of the format's documentation; `of` were there to pick from."""

    source: str
    title: Text | None
    ordered: Literal["written", "votes"]
    cards: tuple[Contribution, ...]
    of: int
    unprinted: Unprinted = Unprinted()
    promised: bool = False
    """Whether the format promised the room that nothing of it is reproduced."""


Piece = RulesShown | CardList | QuestionMaterial | ValueTable | VoteMaterial | ChartMaterial | Picture


@dataclass(frozen=True, slots=True)
class SectionMaterial:
    """One section that the format asked for."""

    title: Text
    appendix: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison, and its picture."""

    numbers: Comparison
    picture: Picture


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a document or an export may say about a session. `contributions` counts all that were made."""

    identity: Identity
    attendance: Attendance
    settings: tuple[SettingShown, ...]
    timeline: tuple[TimelineStep, ...]
    changes: tuple[PlanChange, ...]
    sections: tuple[SectionMaterial, ...]
    stages: tuple[StageMaterial, ...]
    notes: tuple[NoteMaterial, ...]
    contributions: int
    unprinted: Unprinted
    rendering: Literal["restitution", "diffusion"] = "restitution"
    comparisons: tuple[Compared, ...] = ()
    """What the same people answered at two moments."""
    seen: tuple[LineSeen, ...] = ()
    """What observers counted, where the team promoted it."""
