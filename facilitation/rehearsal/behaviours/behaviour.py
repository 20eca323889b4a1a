"""What a behaviour is: how people notice that something is theirs to do, how long they think, what they then send."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from facilitation.rehearsal.answers import Writer
from facilitation.rehearsal.page import Page
from facilitation.rehearsal.sight import Sight
from facilitation.rehearsal.temperament import Temperament

Plain = dict[str, Any]
"""A command in the form a phone sends: its kind, then its fields."""

UNTIMED = 180.0
"""Seconds that feel right for a stage without a limit."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Someone in front of their screen: what it shows, what they have in mind, how they are, how they write."""

    sight: Sight
    page: Page
    temperament: Temperament
    writer: Writer

    def do(self, kind: str, **fields: object) -> Plain:
        """A command of the stage that is on."""
        return {"kind": kind, "step": self.sight.step, **fields}

    def ripe(self, part: float) -> bool:
        """Whether `part` of the time has gone: people pick once there is something to pick from."""
        spent = (self.sight.now - self.page.opened_at) / 1000
        left = self.sight.seconds_left
        return spent >= part * (UNTIMED if left is None else spent + left)

    def written(self) -> dict[str, int]:
        """How many cards this person wrote in this stage, by board."""
        counts: dict[str, int] = {}
        for card in self.sight.mine.get("cards", {}).values():
            if card["step"] == self.sight.step and "about" not in card:
                counts[card["board"]] = counts.get(card["board"], 0) + 1
        return counts


def never(moment: Moment) -> bool:
    """For a behaviour that keeps nobody from being done."""
    return False


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One thing that people do.

    `sends` is the kind of command it comes to. `calls` names what it is to be done to (a question, a board, a card…),
    the most pressing first; it must change nothing. `act` gives the command, or none where a closer look says: nothing
    after all. `thinking` is in seconds, from and to, before the act; `talkative` people take longer in a long stage.
    `waits` says that this is still to be done but not yet ripe: they look again in a while, and are not done.
    `open_ended`: they never say that they are done.
    """

    name: str
    sends: str
    thinking: tuple[float, float]
    calls: Callable[[Moment], Iterator[str]]
    act: Callable[[Moment, str], Plain | None]
    talkative: bool = False
    waits: Callable[[Moment], bool] = never
    open_ended: Callable[[Moment], bool] = never


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to do, and to what."""

    behaviour: Behaviour
    target: str

    def act(self, moment: Moment) -> Plain | None:
        """The command it comes to, if any."""
        return self.behaviour.act(moment, self.target)
