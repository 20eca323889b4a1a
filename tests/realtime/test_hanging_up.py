"""Hanging up reaches a socket whose hello is still being answered: whoever signed out meanwhile reads nothing."""

from types import SimpleNamespace
from typing import Any

from facilitation.realtime.identity import Identity
from facilitation.realtime.sockets import Sockets
from facilitation.realtime.tickets import Tickets


class Server:
    """As much of the server as a hello needs."""

    manager = SimpleNamespace(eio_sid_from_sid=lambda sid, namespace: sid)
    eio = SimpleNamespace(sockets={})

    def __init__(self) -> None:
        self.handlers: dict[str, Any] = {}
        self.closed: list[str] = []

    def on(self, name: str, handler: Any) -> None:
        self.handlers[name] = handler


class Halls:
    """Who is in; what happens while the database is waited for."""

    def __init__(self) -> None:
        self.inside: set[str] = set()
        self.meanwhile: Any = lambda: None

    def welcome(self, identity: Identity, line: Any, name: str, have: Any) -> dict[str, Any]:
        self.meanwhile()
        self.inside.add(name)
        return {"documents": ["secret"]}

    def leave(self, identity: Identity, name: str) -> None:
        self.inside.discard(name)


def test_a_hello_that_is_being_answered_is_hung_up_on_too() -> None:
    server, halls, tickets = Server(), Halls(), Tickets(lambda: 0)
    inbound = SimpleNamespace(
        believed=lambda who, have, epoch: ("", {}), greeting=lambda who, epoch, tab, welcome: {"ok": True, **welcome}
    )
    sockets = Sockets(server, inbound, halls, tickets, lambda: 0)  # type: ignore[arg-type]
    sockets.listen()
    one, other = Identity("s1", "console", "7"), Identity("s1", "console", "8")
    for sid in ("a", "b"):
        sockets._lines[sid] = SimpleNamespace(close=lambda sid=sid: server.closed.append(sid))  # type: ignore[assignment]
    hello = {"ticket": tickets.give(other), "have": {}, "epoch": "", "tab": "tab-0002"}
    assert server.handlers["hello"]("b", hello)["ok"]
    halls.meanwhile = lambda: sockets.hang_up(lambda who: who.id == "7")
    answer = server.handlers["hello"]("a", {**hello, "ticket": tickets.give(one), "tab": "tab-0001"})
    assert answer == {"ok": False, "refused": "ticket-unknown"}
    assert (halls.inside, server.closed) == ({"b"}, ["a"])
    assert server.handlers["do"]("a", {}) == {"refused": "hello-first", "detail": {}}
    halls.meanwhile = lambda: None
    sockets.hang_up(lambda who: who.id == "8")
    assert (halls.inside, server.closed) == (set(), ["a", "b"])
