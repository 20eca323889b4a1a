"""The time of a trial: real time made faster, or held."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitation.domain.session import Milliseconds

Clock = Callable[[], Milliseconds]


@dataclass(frozen=True, slots=True)
class _Hand:
    """Where the clock stood at a real moment, and how fast it has gone since."""

    at: Milliseconds
    since: Milliseconds
    rate: float


class TrialClock:
    """Simulated milliseconds, `rate` for each real one; a rate of 0 holds it. It never goes back."""

    def __init__(self, real: Clock, rate: float = 1.0) -> None:
        self._real = real
        # Replaced whole: whoever reads it in another thread never sees half a change.
        self._hand = _Hand(real(), real(), rate)

    @property
    def rate(self) -> float:
        """How many simulated milliseconds pass in a real one."""
        return self._hand.rate

    def now(self) -> Milliseconds:
        """The simulated moment."""
        hand = self._hand
        return hand.at + round(max(0, self._real() - hand.since) * hand.rate)

    def run_at(self, rate: float) -> None:
        """Go on at another rate."""
        self._hand = _Hand(self.now(), self._real(), rate)

    def jump(self, moment: Milliseconds) -> None:
        """Be at `moment`, unless it has passed."""
        self._hand = _Hand(max(moment, self.now()), self._real(), self.rate)

    def seconds_until(self, moment: Milliseconds) -> float | None:
        """Real seconds to a simulated moment, 0 where it has come; None while the clock is held."""
        left = moment - self.now()
        if left <= 0:
            return 0.0
        return left / self.rate / 1000 if self.rate else None
