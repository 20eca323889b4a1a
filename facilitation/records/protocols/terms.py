"""What a protocol says, and every version of it."""

from dataclasses import dataclass

BASES = ("consent", "public-task", "legitimate-interest")
INSTRUMENT_STATUSES = ("own", "adapted", "translated", "validated")
TESTS = ("sign", "signed-rank")
BETWEEN = ("change", "hindsight", "sessions", "later")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire, a grid, a scale. `source` says what it is adapted from, or the reference of its validation."""

    name: str
    status: str = "own"
    source: str = ""
    asked: str = ""
    questions: tuple[str, ...] = ()
    """Those that it covers, each as `format/question`."""


@dataclass(frozen=True, slots=True)
class AskedTest:
    """A test of significance that the team asks for: of which question, between which moments, and why."""

    question: str
    between: str
    test: str
    why: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What is fixed before the first session. `controllers` are organisations; `contact` is a function, never a person.

    Retention: contributions are erased so many months after the session they belong to, the journal of exports so
    many months after each line, papers so many days after the session (by hand).
    """

    purpose: str = ""
    invited: str = ""
    collected: tuple[str, ...] = ()
    seen_by: tuple[str, ...] = ()
    basis: str = ""
    controllers: tuple[str, ...] = ()
    contact: str = ""
    contributions_months: int | None = None
    journal_months: int | None = None
    papers_days: int | None = None
    instruments: tuple[Instrument, ...] = ()
    tests: tuple[AskedTest, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that an information sheet cannot do without, and that are empty."""
        needed = ("purpose", "collected", "seen_by", "basis", "controllers", "contact", "contributions_months")
        return tuple(name for name in needed if not getattr(self, name))


@dataclass(frozen=True, slots=True)
class Version:
    """The terms as they were fixed, when, by which account, and why they were amended."""

    number: int
    terms: Terms
    why: str
    account: int
    at: int


@dataclass(frozen=True, slots=True)
class Protocol:
    """All versions of an experiment's protocol, oldest first."""

    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The version that stands."""
        return self.versions[-1]

    def asked_at(self, test: AskedTest) -> int | None:
        """When a test was first asked for, in the words that stand."""
        return next((version.at for version in self.versions if test in version.terms.tests), None)

    def at(self, moment: int) -> Version | None:
        """The version that stood at a moment: what people were told who came then."""
        return next((version for version in reversed(self.versions) if version.at <= moment), None)
