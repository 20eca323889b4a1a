"""The stock way to a page: through Engine.IO's own queue and writer."""

from collections.abc import Sequence

import gevent
from engineio.exceptions import EngineIOError
from socketio import Server

from facilitation.realtime.frame import Frame


class StockLine:
    """Frames go into Engine.IO's queue of one socket, as its own packets do."""

    def __init__(self, server: Server, socket: str) -> None:
        self._engine = server.eio
        self._socket = socket

    def send(self, frames: Sequence[Frame]) -> None:
        """Hand over frames; a socket that has gone is left to Engine.IO, which tells us in its time."""
        try:
            for frame in frames:
                self._engine.send_packet(self._socket, frame.packet)
        except EngineIOError:
            return

    def close(self) -> None:
        """Hang up, without waiting for a socket that may never take another byte."""
        gevent.spawn(self._engine.disconnect, self._socket)
