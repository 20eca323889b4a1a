"""One simulated participant: wakes, looks at their screen, thinks, acts; nothing a phone could not do."""

from dataclasses import dataclass, field
from random import Random

from facilitation.rehearsal.agenda import Deed
from facilitation.rehearsal.answers import Writer
from facilitation.rehearsal.behaviours import Call, Moment, Plain
from facilitation.rehearsal.calls import first_call, is_waiting
from facilitation.rehearsal.hall import Hall
from facilitation.rehearsal.page import Page, turn_page
from facilitation.rehearsal.slips import slip
from facilitation.rehearsal.temperament import Temperament

LOOK_AGAIN = (12.0, 20.0)
"""Seconds between two looks while waiting for others to write something to pick from."""


@dataclass(slots=True)
class Bot:
    """A participant on a phone. Somebody else may have the same phone in hand."""

    person: str
    temperament: Temperament
    writer: Writer
    hall: Hall
    clumsy: float = 0.0
    stumbling: Random = field(default_factory=Random)
    busy: bool = False
    asleep: bool = False
    page: Page | None = None

    @property
    def chance(self) -> Random:
        """This participant's luck."""
        return self.writer.chance

    def wake(self) -> None:
        """Something changed on the screen: look at it in a moment, unless already busy or gone."""
        if not self.busy and not self.asleep:
            self._later(self.chance.uniform(1, 4), self._look)

    def drop(self) -> None:
        """Stop answering without a word, as a phone put away does."""
        self.asleep = True

    def _later(self, seconds: float, deed: Deed) -> None:
        self.busy = True
        self.hall.agenda.after(seconds, deed)

    def _look(self) -> None:
        self.busy = False
        if self.asleep:
            return
        moment = self._moment()
        call = first_call(moment)
        if call:
            self._later(self._thinking(call, moment), self._do)
        elif is_waiting(moment):
            self._later(self.chance.uniform(*LOOK_AGAIN), self._look)

    def _do(self) -> None:
        self.busy = False
        if self.asleep:
            return
        moment = self._moment()
        call = first_call(moment)
        plain = call.act(moment) if call else None
        if plain:
            self._stumble(plain, moment)
            self._send(plain)
        self._look()

    def _stumble(self, plain: Plain, moment: Moment) -> None:
        # Luck of its own: the words and choices of a room are the same with and without mistakes.
        if self.clumsy and self.stumbling.random() < self.clumsy:
            wrong = slip(plain, moment, self.stumbling)
            if wrong:
                self._send(wrong, on_purpose=True)

    def _send(self, plain: Plain, on_purpose: bool = False) -> None:
        self.hall.send(self.person, plain, on_purpose)

    def _moment(self) -> Moment:
        sight = self.hall.sight(self.person, self.writer.locale)
        if self.page is None or self.page.step != sight.step:
            self.page = turn_page(self.chance, sight.step, sight.now)
        return Moment(sight, self.page, self.temperament, self.writer)

    def _thinking(self, call: Call, moment: Moment) -> float:
        """Most people see the clock and hurry; now and then someone does not, and misses the end."""
        left = moment.sight.seconds_left
        seconds = self.chance.uniform(*call.behaviour.thinking) * self.temperament.pace * _unhurried(call, left)
        if left is None or self.chance.random() < 0.03:
            return seconds
        return min(seconds, max(1.0, left * self.chance.uniform(0.3, 0.6)))


def _unhurried(call: Call, left: float | None) -> float:
    """In a long stage people talk between two cards."""
    return max(1.0, min(6.0, (left or 0) / 240)) if call.behaviour.talkative else 1.0
