"""The only way out of one WebSocket: whole frames, in the order given, and never more than a megabyte waiting."""

import contextlib
import socket
from collections.abc import Mapping, Sequence
from typing import Any

import gevent
from gevent.queue import JoinableQueue
from socketio import Server

from facilitation.realtime.frame import Frame, wrap

MOST_WAITING = 1_048_576
"""Bytes that may wait for a slow phone; beyond, it is cut off, comes back, and is given what is true then."""

AT_ONCE = 65_536
GOODBYE = 2
"""Seconds a closing socket has to say goodbye."""


class Outlet(JoinableQueue):  # type: ignore[type-arg]  # holds Engine.IO packets, which have no types
    """Stands where Engine.IO expects the queue of one socket.

    Until the socket is known it is that queue. Then everything passes here, ours and Engine.IO's own packets and the
    WebSocket's control frames alike, so that no two frames interleave and none overtakes another. A frame is written
    at once where the socket takes it: no greenlet is woken. Only what the socket does not take waits.
    """

    def __init__(self) -> None:
        super().__init__()
        self._socket: Any = None
        self._waiting = bytearray()
        self._gone = False

    def open(self, web_socket: Any) -> None:
        """Take over the way out of this WebSocket. Raises AttributeError if it is not as we know it."""
        wire = web_socket.handler.socket
        if not (callable(wire.send) and callable(wire.shutdown) and callable(web_socket.raw_write)):
            raise AttributeError("not the WebSocket we know")
        web_socket.raw_write = self.write
        self._socket = wire

    def send(self, frames: Sequence[Frame]) -> None:
        """Frames that were encoded once, for as many screens as there are."""
        self.write(frames[0].wire if len(frames) == 1 else b"".join(frame.wire for frame in frames))

    def close(self) -> None:
        """Hang up: whatever waits is dropped, and the reader wakes to an ended socket."""
        self._gone = True
        self._waiting.clear()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def write(self, data: bytes) -> None:
        """Bytes that are whole frames."""
        if self._gone:
            return
        if self._waiting:
            self._wait(data)
            return
        try:
            sent = self._socket.send(data, 0, timeout=0.0)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.close()
            return
        if sent < len(data):
            self._wait(data[sent:])
            gevent.spawn(self._drain)

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """What Engine.IO sends: a packet, or None to end."""
        if self._socket is None or item is None:
            super().put(item, block, timeout)
            if item is None and self._socket is not None:
                # Engine.IO leaves a silent peer's socket open: its reader would wait for ever.
                gevent.spawn_later(GOODBYE, self.close)
            return
        encoded = item.encode()
        self.write(wrap(encoded.encode() if isinstance(encoded, str) else encoded))

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """What Engine.IO's own writer is given: nothing, once the socket is ours, until it ends."""
        # Its time-out would close a socket for which nothing was queued; pings watch over that.
        return super().get(block, None)

    def _wait(self, data: bytes) -> None:
        self._waiting += data
        if len(self._waiting) > MOST_WAITING:
            self.close()

    def _drain(self) -> None:
        try:
            while self._waiting:
                sent = self._socket.send(bytes(self._waiting[:AT_ONCE]))
                del self._waiting[:sent]
        except OSError:
            self.close()


def use_outlets(server: Server) -> None:
    """From now on, every socket of this server has an Outlet as its queue."""
    server.eio.create_queue = Outlet


def outlet_of(server: Server, socket_id: str, environ: Mapping[str, Any]) -> Outlet | None:
    """The outlet of a socket, open; None where this is not the WebSocket we know: the stock path serves it then."""
    try:
        queue = server.eio.sockets[socket_id].queue
        if not isinstance(queue, Outlet):
            return None
        queue.open(environ["wsgi.websocket"])
    except (AttributeError, KeyError):
        return None
    return queue
