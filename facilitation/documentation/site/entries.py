"""The validated learnings of a dossier, each with as much of what it rests on as readers outside may see."""

from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from facilitation.documentation.dossier.quoting import Cited, known
from facilitation.documentation.dossier.shapes import Dossier, Evidence, Learning
from facilitation.documentation.seeing import counted_said
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.outcome.shapes import Contribution, NoteMaterial


@dataclass(frozen=True, slots=True)
class Trace:
    """What a learning rests on: words where they may be read, and otherwise only that it is there."""

    observed: bool
    words: str = ""
    counted: bool = False
    """Whether the words are ours, about what somebody counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A learning on its own page. `key` names it for ever, whatever is written before it."""

    key: int
    learning: Learning
    dossier: Dossier
    traces: tuple[Trace, ...]
    objections: tuple[str, ...]

    @property
    def file(self) -> str:
        """Its page, from the root of its language."""
        return f"learnings/{self.key}.html"

    @property
    def home(self) -> str:
        """The page of its experiment."""
        return f"experiments/{self.dossier.identity.number}.html"

    @property
    def urn(self) -> str:
        """What names it in the feed, whatever its words and titles become: nothing can be told from it."""
        first = self.dossier.sessions[0].identity.session if self.dossier.sessions else ""
        return uuid5(NAMESPACE_OID, f"learning/{first}/{self.key}").urn

    @property
    def taken_back(self) -> int | None:
        """When something was taken back since it was validated, of which it may have rested on a part."""
        at, validated = self.dossier.taken_back, self.learning.validated_at
        return at if at and validated and at > validated and self.kept_back else None

    @property
    def updated(self) -> int:
        """When what stands on its page was last another."""
        return self.taken_back or self.learning.validated_at or 0

    @property
    def shown(self) -> tuple[Trace, ...]:
        """What may be read."""
        return tuple(trace for trace in self.traces if trace.words)

    @property
    def kept_back(self) -> int:
        """How many there are beside."""
        return len(self.traces) - len(self.shown)


def entries_of(dossier: Dossier, locale: Locale) -> tuple[Entry, ...]:
    """The learnings that were validated, in their order."""
    assert dossier.rendering == "diffusion", "readers outside see no other rendering"
    found = known(dossier)
    return tuple(
        Entry(
            each.key,
            each,
            dossier,
            tuple(_trace(one, found.get(one.ref), locale) for one in each.evidence),
            tuple(one.words for one in dossier.contested(f"learning:{each.number}")),
        )
        for each in dossier.learnings
        if each.validated_at is not None
    )


def _trace(evidence: Evidence, cited: Cited | None, locale: Locale) -> Trace:
    match cited.said if cited else None:
        case NoteMaterial(text=words, observed=observed):
            return Trace(observed, words)
        case LineSeen(withheld=False) as line:
            return Trace(True, counted_said(line).said_in(locale), counted=True)
        case Contribution(text=words, quotable=True):
            return Trace(False, words)
    return Trace(evidence.source == "observed")
