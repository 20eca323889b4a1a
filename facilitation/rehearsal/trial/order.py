"""What is asked of a trial: which format, who plays, how fast."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.domain.commands import PlanSession
from facilitation.domain.format import Format, SettingValue
from facilitation.domain.format.text import Locale
from facilitation.rehearsal.temperament import SMOOTH, Cast, surprising

READABLE = "readable"
"""As fast as one can read: every stage takes about the same short time."""

SPEEDS: Mapping[str, float | None] = {"1": 1, "5": 5, "20": 20, READABLE: None}


@dataclass(frozen=True, slots=True)
class Order:
    """One trial. `slot_minutes` is the time there will be; `planned` names the session it was tried for, if any, and
    `by` the account that began it."""

    form: Format
    source: str
    digest: str
    participants: int
    seed: int = 1
    locale: Locale = "fr"
    speed: str = READABLE
    surprises: bool = False
    slot_minutes: int | None = None
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    minutes: Mapping[str, int] = field(default_factory=dict)
    planned: str | None = None
    by: str = ""

    def cast(self) -> Cast:
        """Who plays."""
        return surprising(self.participants, self.form.fewest) if self.surprises else SMOOTH

    def plan(self, session_id: str) -> PlanSession:
        """The command that begins its session."""
        return PlanSession(
            session=session_id,
            title=self.form.title.said_in(self.locale),
            locale=self.locale,
            format=self.form,
            source=self.source,
            digest=self.digest,
            seed=self.seed,
            settings=self.settings,
            minutes=self.minutes,
        )
