"""A desk, a clock that is moved by hand, and what was published."""

from dataclasses import replace
from typing import Any

from facilitation.desk import Desk, Envelope, Published, Receipt
from facilitation.domain.commands import By, Command
from facilitation.domain.session import Session
from facilitation.eventlog import EventLog
from tests.eventlog.workshop import FACILITATOR, NOON, SESSION, opening, plan


class Room:
    """What a test does at a desk."""

    def __init__(self, log: EventLog, **rules: Any) -> None:
        self.log = log
        self.now = NOON
        self.published: list[Published] = []
        self.desk = Desk(log, lambda: self.now, self.published.append, **rules)

    def open(self) -> None:
        """People are in, and writing."""
        self.desk.plan(plan(), FACILITATOR)
        for by, command in opening()[1:]:
            self.desk.submit(SESSION, Envelope(by, command))

    def says(self, who: str, number: int | None, command: Command, id: str = "") -> Receipt:
        """A participant hands in a command."""
        return self.desk.submit(SESSION, self.envelope(who, number, command, id))

    def envelope(self, who: str, number: int | None, command: Command, id: str = "") -> Envelope:
        """A participant's command; its id follows from its number unless given."""
        sent = Envelope(By("participant", who), command)
        return sent if number is None else replace(sent, stream=who, number=number, id=id or f"{who}-{number}")

    @property
    def session(self) -> Session:
        """The session as committed."""
        return self.desk.session(SESSION)

    @property
    def texts(self) -> list[str]:
        """The words on the board, in the order of the log."""
        return [card.text for card in self.session.cards.values()]
