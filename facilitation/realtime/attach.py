"""The sockets of an app: their settings, their handlers, and the callables that the slow door borrows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import gevent
from flask import Flask
from flask_socketio import SocketIO

from facilitation.desk import Desk, Published
from facilitation.domain.session import Session
from facilitation.realtime.hall import Adorn
from facilitation.realtime.halls import Halls
from facilitation.realtime.identity import Identity, Who, identify
from facilitation.realtime.inbound import Answer, FindBlock, Inbound, MayBegin, always, no_blocks
from facilitation.realtime.kept import Document
from facilitation.realtime.outlet import use_outlets
from facilitation.realtime.quiet import quiet_logger
from facilitation.realtime.sockets import Sockets
from facilitation.realtime.tickets import Tickets

LARGEST_FRAME = 16_384
"""Bytes of one message from a screen; a longer one closes its socket."""

Join = Callable[[str], Mapping[str, str] | None]
"""Session id to `{"code", "url"}`: what a projector shows while the door is open."""


Joins = dict[str, Mapping[str, str] | None]


@dataclass(frozen=True, slots=True)
class Realtime:
    """The fast door, open. `publish` is for the desk; the others are for the slow door."""

    socketio: SocketIO
    _halls: Halls
    _tickets: Tickets
    _sockets: Sockets
    _inbound: Inbound
    _joins: Joins

    def publish(self, published: Published) -> None:
        """Tell whoever is in the session what was committed."""
        self._halls.publish(published)

    def tell_time(self, session_id: str) -> None:
        """Tell them what time it is there, and how fast it passes."""
        self._halls.tell_time(session_id)

    def forget(self, session_id: str) -> None:
        """Hold nothing of a session any more."""
        self._halls.forget(session_id)

    def rejoin(self, session_id: str, join: Mapping[str, str]) -> None:
        """Another way in. Known before the event that makes the screens draw it: drawing never waits for a row."""
        self._joins[session_id] = join

    def give_ticket(self, session_id: str, who: Who) -> str:
        """With which one screen may open one socket."""
        return self._tickets.give(identify(session_id, who))

    def do(self, session_id: str, who: Who, body: Any) -> Answer:
        """A command of a screen that has no socket now."""
        return self._inbound.do(identify(session_id, who), body)

    def documents(self, session_id: str, who: Who, have: Any = "", epoch: str = "", tab: str = "") -> Answer:
        """What such a screen shows."""
        return self._inbound.look(identify(session_id, who), have, epoch, tab)

    def hang_up(self, account: str) -> None:
        """Close what an account has open: it is signed out, or no longer may."""
        # A notebook of the team does not say whose it is: every observer is asked again who they are.
        self._cut(lambda who: who.kind == "observer" or (who.kind in ("console", "screen") and who.id == account))

    def hang_up_device(self, session_id: str, number: int) -> None:
        """Close the screen of a group: its device was taken back."""
        self._cut(lambda who: who.session == session_id and who.kind == "group-screen" and who.id == str(number))

    def hang_up_person(self, session_id: str, person: str) -> None:
        """Close what somebody has open: they took their place again elsewhere."""
        self._cut(lambda who: who.session == session_id and who.kind == "participant" and who.id == person)

    def _cut(self, whose: Callable[[Identity], bool]) -> None:
        self._tickets.void(whose)
        self._sockets.hang_up(whose)


def attach(
    app: Flask,
    *,
    desk: Desk,
    clock: Callable[[], int],
    hosts: Iterable[str],
    join_of: Join,
    own_time: Callable[[str], dict[str, Any] | None] = lambda session_id: None,
    direct: bool = True,
    find_block: FindBlock = no_blocks,
    may_begin: MayBegin = always,
) -> Realtime:
    """Give `app` its sockets. `hosts` are the names (with port) this server goes by; no other origin may open one.

    `own_time` says the moment (`now`) and how fast it passes (`rate`) in a session that has a time of its own.
    `find_block` finds the stages that a console inserts; `may_begin` says why a session may not begin yet.
    `direct` writes frames straight to the sockets; without it they take Engine.IO's stock path (to compare the two).
    """

    def time_of(session_id: str) -> dict[str, Any]:
        return own_time(session_id) or {"now": clock()}

    joins: Joins = {}
    halls = Halls(desk, time_of, _adorn_with(join_of, joins))
    tickets = Tickets(clock)
    inbound = Inbound(desk, halls, clock, time_of, find_block, may_begin)
    socketio = _socketio(app, hosts)
    if direct:
        use_outlets(_server(socketio))
    sockets = Sockets(_server(socketio), inbound, halls, tickets, clock)
    sockets.listen()
    gevent.spawn(halls.beat_for_ever, sockets.sweep)
    return Realtime(socketio, halls, tickets, sockets, inbound, joins)


def _socketio(app: Flask, hosts: Iterable[str]) -> SocketIO:
    return SocketIO(
        app,
        async_mode="gevent",
        async_handlers=False,
        manage_session=False,
        transports=["websocket"],  # type: ignore[call-arg]  # the stubs are older than the option
        cors_allowed_origins=[f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")],
        max_http_buffer_size=LARGEST_FRAME,
        logger=quiet_logger("socketio.server"),
        engineio_logger=quiet_logger("engineio.server"),
    )


def _server(socketio: SocketIO) -> Any:
    # Flask-SocketIO hands each event through a Flask request; our screens are known by their ticket and need none.
    return socketio.server  # type: ignore[attr-defined]  # the stubs are older than the attribute


def _adorn_with(join_of: Join, joins: Joins) -> Callable[[str], Adorn]:
    def adorn_for(session_id: str) -> Adorn:
        # Asked once: a hall that waited for the database while it draws could number an old document as a new one.
        joins[session_id] = join_of(session_id)

        def adorn(session: Session, channel: str, document: Document) -> Document:
            join = joins[session_id]
            if channel == "staff":
                return {**document, "join": dict(join)} if join else document
            if channel != "screen" or session.wall_hidden or not session.door_open:
                return document
            # No wall invites phones where there may be none.
            return {**document, "join": dict(join)} if join and join.get("phones") != "no" else document

        return adorn

    return adorn_for
