"""A room that takes part by plain HTTP, as phones do where a network blocks sockets: six people cost no browser."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.realtime.caller import Caller


@dataclass
class Guest:
    """A participant who came in with the code."""

    phone: Caller
    boot: dict[str, Any]
    number: int
    """That of the next command."""

    @classmethod
    def joins(cls, base: str, code: str) -> "Guest":
        """Open the link of the code, agree, come in."""
        phone = Caller(base).open(f"/j/{code}").send(report="yes", quotation="y")
        boot = phone.boot()
        return cls(phone, boot, int(boot.get("next", 1)))

    @property
    def id(self) -> str:
        """What the log calls them."""
        return str(self.boot["you"]["id"])

    @property
    def alias(self) -> str:
        """What the room calls them."""
        mine = next(entry["full"] for entry in self.boot["documents"] if entry["channel"] == f"person:{self.id}")
        return str(mine["me"]["alias"])

    def does(self, kind: str, **fields: object) -> None:
        """Send a command; it must be kept."""
        body = {"n": self.number, "id": secrets.token_urlsafe(8), "do": {"kind": kind, **fields}}
        headers = {"X-CSRFToken": self.boot["csrf"], "Content-Type": "application/json"}
        self.phone.open(self.boot["urls"]["do"], json.dumps(body).encode(), **headers)
        assert "saved" in json.loads(self.phone.text), (body, self.phone.text)
        self.number += 1

    def cards(self, board: str) -> list[str]:
        """The cards of a board that the whole room reads, by id."""
        read = json.loads(self.phone.open(self.boot["urls"]["documents"]).text)
        everyone = next(entry["full"] for entry in read["documents"] if entry["channel"] == "everyone")
        return list(everyone["boards"][board]["cards"])


@dataclass
class Room:
    """All of them, in the order in which they came."""

    guests: list[Guest]

    @classmethod
    def fills(cls, base: str, code: str, people: int) -> "Room":
        """So many people come in."""
        return cls([Guest.joins(base, code) for _ in range(people)])

    def answers(self, step: str, question: str, values: Sequence[int | str | None]) -> None:
        """Each gives an answer, a number or an option; nothing where there is none."""
        for guest, value in zip(self.guests, values, strict=True):
            if value is not None:
                told = {"number": str(value)} if isinstance(value, int) else value
                guest.does("GiveAnswer", step=step, question=question, value=told)

    def writes(self, step: str, board: str, texts: Sequence[str | None], **more: str) -> None:
        """Each writes a card, in their order; who has no words writes none."""
        for guest, text in zip(self.guests, texts, strict=False):
            if text is not None:
                guest.does("PostCard", step=step, board=board, text=text, **more)
