"""What is known at each point of the run: names declared so far, and those that come later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facilitation.domain.format import Text
from facilitation.domain.plan import SettingsScope
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.spelling import nearest
from facilitation.formats.reading.tree import Spot

BOARD = Text(fr="un tableau", en="a board")
STAGE = Text(fr="une étape", en="a stage")
ROLE = Text(fr="un rôle", en="a role")
TABLE = Text(fr="une table", en="a table")
QUESTION = Text(fr="une question", en="a question")

NUMERIC = frozenset({"whole number", "number", "scale", "yes-no", "choice", "amounts", "items"})
WORDED = frozenset({"short text", "long text", "list", "link", "date"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that has been asked."""

    kind: str
    stage: str
    shared: bool
    seen_by_all: bool
    seen_in_group: bool = False
    """Whether the members of the group read it, and whose it is."""
    seen_by_room: bool = False
    unnamed: bool = False
    """Whether nobody among those who take part ever reads whose it is, by a promise made with the question."""
    of: str = "everyone"
    """Who is asked."""
    seen: str = "author"
    """Who sees the answers in the end."""
    values: int | None = None
    """How many values a number between two known limits may take."""
    worth: bool = False
    """Whether any of its options is a number too."""

    @property
    def is_number(self) -> bool:
        """Whether formulas may name it: as a number, or, for a choice, to compare it."""
        return self.kind in NUMERIC or (self.kind == "choices" and self.worth)


@dataclass(slots=True)
class Shown:
    """A board that has been used: in which stages, with which marks."""

    stages: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    chosen: bool = False
    voted: bool = False
    levels: set[str] = field(default_factory=set)
    """The ways in which its cards were given levels."""
    mapped: bool = False
    taken: bool = False
    """Whether a loop takes its cards one by one."""
    nameless: str = ""
    """The stage in which people wrote on it under the promise that no names are shown."""
    closed: str = ""
    """The stage in which people wrote on it under the promise that nobody reads it."""


@dataclass(slots=True)
class Ledger:
    """The names known so far while the stages are read in order."""

    report: Report
    settings: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, Form] = field(default_factory=dict)
    later: Mapping[str, Spot] = field(default_factory=dict)
    """Every question, computed value, board and stage of the file, and where it is declared."""
    given: set[str] = field(default_factory=set)
    taken: dict[str, Spot] = field(default_factory=dict)
    stages: dict[str, Spot] = field(default_factory=dict)
    grouped: set[str] = field(default_factory=set)
    house_groups: bool | None = None
    """Whether the format itself forms groups, for stages that say nothing; `None` if it says nothing either."""
    house_form: Form | None = None
    voting: set[str] = field(default_factory=set)
    rating: set[str] = field(default_factory=set)
    """The stages whose vote gives scores."""
    boards: dict[str, Shown] = field(default_factory=dict)
    variants: Mapping[str, str] = field(default_factory=dict)
    """The options of all treatments, and for whom each is drawn."""
    treatments: Mapping[str, str] = field(default_factory=dict)
    """The treatments, and for whom each is drawn."""
    boards_read: set[str] = field(default_factory=set)
    """The boards whose cards everyone has been able to read."""
    boards_here: dict[str, set[str]] = field(default_factory=dict)
    """The boards of the stage that is being read, with their columns."""
    boards_here_read: set[str] = field(default_factory=set)
    asked: dict[str, Asked] = field(default_factory=dict)
    computed: dict[str, str] = field(default_factory=dict)
    telling: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The values that are worked out from one person's answer to one question, and from nothing else."""
    tables: Mapping[str, set[int]] = field(default_factory=dict)
    """The tables of the file, and how many keys lead to their cells."""
    looping: Mapping[str, str] = field(default_factory=dict)
    """What the stages of the loop that is being read give, and whose it is: `previous` may look there, forward too."""
    depth: int = 0
    """In how many loops the stage that is being read stands."""
    taking: tuple[str, ...] = ()
    """The boards whose cards are taken one by one in the loops around the stage that is being read."""
    seated: bool = False
    """Whether everyone has a place in the groups in force: a ring or a chain."""
    seats: set[str] = field(default_factory=set)
    """The stages whose groups are rings or chains."""
    objectives: int = 0
    """How many objectives the format has."""
    pairs: bool = False
    """Whether the groups in force are pairs."""
    paired: set[str] = field(default_factory=set)
    """The stages whose groups are pairs."""
    defaults: SettingsScope = field(default_factory=lambda: SettingsScope({}))
    """The settings with their starting values."""

    def declare(self, name: str, spot: Spot) -> None:
        """A new name for a setting, a question or a computed value; each may be used once in a file."""
        if name in self.taken:
            self.report.add("name-taken", spot, name=name, line=self.taken[name].line)
        self.taken.setdefault(name, spot)

    def find(self, what: Text, name: str, spot: Spot, known: Iterable[str]) -> bool:
        """Whether `name` is among `known`; if not, the remark that helps most."""
        choices = sorted(known)
        if name in choices:
            return True
        meant = nearest(name, choices)
        if name in self.later and what is not ROLE and self.later[name].line < spot.line:
            self.report.add("reference-other", spot, what=what, name=name, line=self.later[name].line)
        elif name in self.later and what is not ROLE:
            self.report.add("reference-forward", spot, name=name, line=self.later[name].line)
        elif meant:
            self.report.add("reference-meant", spot, what=what, name=name, meant=meant)
        else:
            listed = Text.same(", ".join(choices) or "–")
            self.report.add("reference-unknown", spot, what=what, name=name, choices=listed)
        return False
