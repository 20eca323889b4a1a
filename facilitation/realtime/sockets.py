"""The sockets that are open, who spoke on each, and the messages that come in on them."""

import logging
from collections.abc import Callable
from typing import Any

from socketio import Server

from facilitation.realtime.halls import Halls
from facilitation.realtime.identity import Identity
from facilitation.realtime.inbound import Answer, Inbound
from facilitation.realtime.line import StockLine
from facilitation.realtime.outlet import outlet_of
from facilitation.realtime.pace import Pace
from facilitation.realtime.reading import Unreadable, read_again, read_hello, read_here
from facilitation.realtime.screen import Line
from facilitation.realtime.tickets import Tickets

MOST_SOCKETS = 1500
PATIENCE = 10_000
"""Milliseconds in which a new socket must say hello."""

log = logging.getLogger(__name__)


class Sockets:
    """Turns what arrives on a socket into a call, and never lets one socket's trouble become another's."""

    def __init__(
        self, server: Server, inbound: Inbound, halls: Halls, tickets: Tickets, clock: Callable[[], int]
    ) -> None:
        self._server = server
        self._inbound = inbound
        self._halls = halls
        self._tickets = tickets
        self._clock = clock
        self._chatter = Pace(clock, most=60)
        self._lines: dict[str, Line] = {}
        self._sockets: dict[str, str] = {}
        self._strangers: dict[str, int] = {}
        self._silent: dict[str, int] = {}
        self._known: dict[str, tuple[Identity, str]] = {}

    def listen(self) -> None:
        """Take these messages, and no other."""
        self._server.on("connect", self._connect)
        self._server.on("disconnect", self._disconnect)
        for name in ("hello", "do", "again", "here"):
            self._server.on(name, self._guarded(getattr(self, f"_{name}")))

    def hang_up(self, on: Callable[[Identity], bool]) -> None:
        """Close the screens of certain people, of those too whose hello is being answered. A page that may still be
        open fetches a ticket and comes back."""
        for sid in [sid for sid, (identity, _) in self._known.items() if on(identity)]:
            self._leave(sid)
            self._lines[sid].close()

    def sweep(self) -> None:
        """Hang up on sockets that never said who they are, and on those whose time is over."""
        latest = self._clock() - PATIENCE
        for sid in [sid for sid, since in self._silent.items() if since < latest]:
            del self._silent[sid]
            self._lines[sid].close()
        for sid, (identity, _) in list(self._known.items()):
            if identity.until is not None and identity.until <= self._clock() and sid in self._lines:
                self._lines[sid].close()
        self._hang_up_on_strangers(latest)

    def _hang_up_on_strangers(self, latest: int) -> None:
        # A socket may be open below Socket.IO and never say a word of it: we only meet it here.
        known = set(self._sockets.values())
        strangers = {socket for socket in self._server.eio.sockets if socket not in known}
        self._strangers = {socket: self._strangers.get(socket, self._clock()) for socket in strangers}
        for socket in [socket for socket, since in self._strangers.items() if since < latest]:
            StockLine(self._server, socket).close()

    def _connect(self, sid: str, environ: Any, auth: Any = None) -> bool:
        if len(self._lines) >= MOST_SOCKETS:
            return False
        socket = self._server.manager.eio_sid_from_sid(sid, "/")
        self._sockets[sid] = socket
        self._lines[sid] = outlet_of(self._server, socket, environ) or StockLine(self._server, socket)
        self._silent[sid] = self._clock()
        return True

    def _disconnect(self, sid: str, reason: Any = None) -> None:
        self._leave(sid)
        self._silent.pop(sid, None)
        self._lines.pop(sid, None)
        self._sockets.pop(sid, None)

    def _guarded(self, handle: Callable[[str, Any], Any]) -> Callable[..., Any]:
        # Whatever arrives, with however many arguments, ends in this socket: its neighbours never notice.
        def handler(sid: str, *arguments: Any) -> Any:
            if sid not in self._lines or self._chatter.wait(sid):
                return {"later": 2000}
            try:
                return handle(sid, arguments[0] if len(arguments) == 1 else None)
            except Exception:
                log.exception("a message was not answered")
                return {"later": 2000}

        return handler

    def _hello(self, sid: str, body: Any) -> Answer:
        hello = read_hello(body)
        if isinstance(hello, Unreadable):
            return {"ok": False, "refused": "not-understood", "detail": {"field": hello.field}}
        identity = self._tickets.take(hello.ticket)
        if identity is None:
            return {"ok": False, "refused": "ticket-unknown"}
        self._leave(sid)
        self._known[sid] = (identity, hello.tab)
        try:
            epoch, held = self._inbound.believed(identity, hello.have, hello.epoch)
            welcome = self._halls.welcome(identity, self._lines[sid], sid, held)
            answer = self._inbound.greeting(identity, epoch, hello.tab, welcome)
        except KeyError:
            self._leave(sid)
            return {"ok": False, "refused": "session-unknown"}
        if self._known.get(sid) != (identity, hello.tab):
            # Hung up on meanwhile: the database was waited for.
            self._halls.leave(identity, sid)
            return {"ok": False, "refused": "ticket-unknown"}
        self._silent.pop(sid, None)
        return answer

    def _do(self, sid: str, body: Any) -> Answer:
        known = self._known.get(sid)
        if known is None:
            return {"refused": "hello-first", "detail": {}}
        try:
            return self._inbound.do(known[0], body, tab=known[1])
        except KeyError:
            return {"refused": "session-unknown", "detail": {}}

    def _again(self, sid: str, body: Any) -> None:
        if sid in self._known and (found := self._halls.find(self._known[sid][0], sid)):
            hall, screen = found
            hall.again(screen, read_again(body))

    def _here(self, sid: str, body: Any) -> None:
        visible = read_here(body)
        if visible is None or sid not in self._known:
            return
        if (found := self._halls.find(self._known[sid][0], sid)) and found[1].visible != visible:
            found[1].visible = visible
            found[0].presence_changed = True

    def _leave(self, sid: str) -> None:
        if known := self._known.pop(sid, None):
            self._halls.leave(known[0], sid)
