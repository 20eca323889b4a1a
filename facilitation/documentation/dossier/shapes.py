"""What a dossier is made of: frozen values, gathered by whoever asks for the document. Moments are ms since 1970."""

from dataclasses import dataclass
from typing import Literal

from facilitation.documentation.analysis.themes import Coding, ThemeTable
from facilitation.documentation.dossier.altered import Altered
from facilitation.documentation.dossier.amended import Amended
from facilitation.documentation.dossier.around import Function, Invited
from facilitation.documentation.dossier.colleges import College, InTheRoom
from facilitation.documentation.dossier.contested import Objection, Reading
from facilitation.documentation.dossier.otherwise import Otherwise
from facilitation.documentation.dossier.planned import PlannedRun
from facilitation.documentation.dossier.wordings import Wording
from facilitation.documentation.sheet import Sheet
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.networks import Cooperation
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.asked_for import Wanted

Level = Literal["record", "capitalisation", "research"]
"""How much a document claims to hold, each level with what the one before holds."""

Status = Literal["draft", "reading", "validated", "published"]

Source = Literal["declared", "observed", "measured"]
"""On what a claim rests: somebody said it, somebody saw it, it was counted or timed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The logo of an organisation: a PNG in base64; `width` and `height` in pixels."""

    name: str
    png: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Identity:
    """The card of the experiment. `organisations` are those that carry it, never persons."""

    number: int
    title: str
    version: int = 1
    status: Status = "draft"
    theme: str = ""
    programme: str = ""
    edition: str = ""
    organisations: tuple[str, ...] = ()
    contact: str = ""
    licence: str = ""
    keywords: tuple[str, ...] = ()
    logos: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation beside those that carry the experiment."""

    name: str
    role: Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a learning or a verdict rests on: a contribution by its session's place in the dossier and its reference, an
    observation, a result; of a verdict, also a learning, by its key.
    """

    session: int
    ref: str
    source: Source = "declared"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """If, then, because; what will be counted as being right; when this wording was fixed.

    `launched` is when the first session began: the wording is the one that stood then, since no other was tested. One
    that was first worded after it is printed with that warning. `verdict` is empty while the team has not concluded.
    """

    condition: str
    effect: str
    because: str
    criteria: tuple[str, ...]
    fixed_at: int
    launched: int | None = None
    why_changed: str = ""
    verdict: Text | None = None
    verdict_words: str = ""
    evidence: tuple[Evidence, ...] = ()
    """What the verdict rests on; without any it is printed as an intuition."""
    reworded: tuple[Wording, ...] = ()
    """Every wording since the launch, oldest first."""

    @property
    def fixed_beforehand(self) -> bool:
        """Whether the wording stood before anything was seen."""
        return self.launched is None or self.fixed_at <= self.launched


@dataclass(frozen=True, slots=True)
class Change:
    """A small theory of change: with `resources` we do `actions`, which give `outputs`, hoping for `outcomes` and
    in the long run for an `impact`.
    """

    resources: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    impact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authorisation:
    """One item of the checklist of a site. `by` is a function or an authority, never a person; `why` is the reason of a
    waiver.
    """

    label: Text
    state: Literal["open", "given", "waived"]
    by: str = ""
    on: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Where it happens, and what the place allows."""

    name: str
    kind: Text
    connectivity: Text
    phones: bool
    notes: str = ""
    authorisations: tuple[Authorisation, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """How something was asked or counted, and how far it may be trusted."""

    name: str
    status: Text
    reference: str = ""
    questions: tuple[str, ...] = ()
    """Those that it covers, each as `format/question`."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change to a protocol that was frozen."""

    what: str
    why: str
    at: int
    changes: tuple[Altered, ...] = ()
    """Field by field; none is known of what was published before they were kept."""


@dataclass(frozen=True, slots=True)
class Protocol:
    """What was promised: `version` is the one that was frozen at `frozen_at`, the rest is as the amendments left it.
    `retention` says how long each class of data is kept.
    """

    version: int
    frozen_at: int | None = None
    purpose: str = ""
    basis: str = ""
    data: str = ""
    controllers: str = ""
    contact: str = ""
    retention: tuple[tuple[Text, str], ...] = ()
    instruments: tuple[Instrument, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    tests: tuple[Wanted, ...] = ()
    """The tests that were asked for: none other is made."""
    sheet: str = ""
    """The fingerprint of the information sheet that people were given."""
    late: bool = False
    """Whether it was first written when a session had begun already."""
    otherwise: tuple[Otherwise, ...] = ()
    """The sessions in which people were told something else."""


@dataclass(frozen=True, slots=True)
class Clearance:
    """What could be photographed, by which authority, from one moment to another."""

    words: str
    authority: str
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Written:
    """A text that people wrote, in Markdown. `part` is D1 to D13; `needed` if nothing is validated without it."""

    key: str
    part: str
    title: Text
    body: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Learning:
    """Believed, observed, learned, will do. Without evidence it is printed as an intuition."""

    number: int
    thought: str
    observed: str
    learned: str
    will_do: str
    confidence: Literal["low", "medium", "high"]
    why: str = ""
    addressees: str = ""
    evidence: tuple[Evidence, ...] = ()
    objection: str = ""
    dissent: str = ""
    """Disagreements and positions of a minority, as the team tells them."""
    key: int = 0
    """What names it for ever, whatever is written before it."""
    validated_at: int | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who (an organisation) does what, by when, and by what one will see it first."""

    who: str
    what: str
    by: str = ""
    first_sign: str = ""
    kept: Text | None = None


@dataclass(frozen=True, slots=True)
class Revisit:
    """What was found on a day, months after."""

    on: int
    words: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What the scientific council said, on a day. It is printed as it was given."""

    kind: Text
    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """An experiment as one document tells it. `sessions` are outcomes in one rendering, in the order they were held."""

    identity: Identity
    question: str = ""
    hypotheses: tuple[Hypothesis, ...] = ()
    change: Change = Change()
    site: Site | None = None
    partners: tuple[Partner, ...] = ()
    protocol: Protocol | None = None
    texts: tuple[Written, ...] = ()
    sessions: tuple[Outcome, ...] = ()
    learnings: tuple[Learning, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    revisits: tuple[Revisit, ...] = ()
    advices: tuple[Advice, ...] = ()
    revisit_on: int | None = None
    photos: Clearance | None = None
    across: tuple[Compared, ...] = ()
    """What the same people answered in different sessions."""
    coding: Coding | None = None
    """What the themes are counted from. It names what some readers may not read, so that no export holds it; none is
    known of a version published before it was kept."""
    themes: ThemeTable | None = None
    chosen: tuple[str, ...] = ()
    """The references of what the team chose to quote, where its authors agreed."""
    networks: tuple[Cooperation, ...] = ()
    """Who cooperates with whom, in the first session that asked it and in the last."""
    rendering: Literal["restitution", "diffusion"] = "restitution"
    readings: tuple[Reading, ...] = ()
    objections: tuple[Objection, ...] = ()
    versions: tuple[Amended, ...] = ()
    unread: bool = False
    """Whether readers outside are given it before those who took part have had their time to read and contest it."""
    invited: tuple[Invited, ...] = ()
    """How many were asked to come, for the sessions of which somebody said it."""
    team: tuple[Function, ...] = ()
    planned: tuple[PlannedRun, ...] = ()
    """What was planned: by which format and settings each session was held, or is in preparation before the first."""
    information: Sheet | None = None
    """The information sheet, whole, as people are given it."""

    colleges: tuple[InTheRoom, ...] = ()
    """Who was in the room by kind of stakeholder, for the sessions of which the team counted it."""
    taken_back: int | None = None
    """When something of its sessions was last taken back, for a site: what stood there before is to be replaced."""

    def colleges_in(self, session: str) -> tuple[College, ...]:
        """The colleges of a session that these readers are told."""
        return next((each.colleges for each in self.colleges if each.session == session), ())

    def asked_to(self, session: str) -> int | None:
        """How many were asked to come to a session."""
        return next((each.people for each in self.invited if each.session == session), None)

    def contested(self, about: str) -> tuple[Objection, ...]:
        """What is said against one thing."""
        return tuple(each for each in self.objections if each.about == about)

    def text(self, key: str) -> str:
        """What people wrote under this key, or nothing."""
        return next((text.body for text in self.texts if text.key == key), "")

    def of_part(self, part: str) -> tuple[Written, ...]:
        """The texts of one part that have words."""
        return tuple(text for text in self.texts if text.part == part and text.body.strip())
