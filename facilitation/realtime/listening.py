"""The port, the WSGI server with its WebSockets, and what may be said in their logs."""

import contextlib
import logging
import resource
import signal
import socket
import sys
from types import TracebackType
from typing import Any

import gevent
from flask import Flask
from gevent.pywsgi import WSGIServer
from geventwebsocket.handler import WebSocketHandler

from facilitation.realtime.quiet import WithoutContent, fault, quiet_logger

SEND_BUFFER = 262_144
"""Bytes the kernel may hold for one phone: a stalled one shows soon."""

PATIENCE = 30
"""Seconds in which a whole request must have come, so that whoever opens sockets and says nothing cannot fill the door.

Also how long a connection is kept between two requests.
"""

MANY_FILES = 8_192
"""Open files to ask for: the usual 1,024 are fewer than the sockets of a large room."""

log = logging.getLogger(__name__)


class QuietHandler(WebSocketHandler):  # type: ignore[misc]  # the package has no types
    """Hangs up on requests that do not end. Logs no address, no token, no content: a method, a first word, a status."""

    def handle_one_request(self) -> Any:
        """Wait for one request, but not for ever: neither for its line, nor its headers, nor its body."""
        self._begin_watch()
        try:
            return super().handle_one_request()
        finally:
            self._watch.kill(block=False)

    def start_response(self, *told: Any, **more: Any) -> Any:
        """The request is read once it is being answered: a slow download may take its time."""
        self._watch.kill(block=False)
        return super().start_response(*told, **more)

    def run_application(self) -> None:
        """Answer; a body that the answer did not need is still to be read to its end, and waited for no longer."""
        try:
            super().run_application()
        finally:
            self._watch.kill(block=False)
            self._begin_watch()

    def run_websocket(self) -> None:
        """A WebSocket is open for hours; others watch over it."""
        self._watch.kill(block=False)
        super().run_websocket()

    def _begin_watch(self) -> None:
        self._watch = gevent.spawn_later(self.server.patience, self._hang_up)

    def _hang_up(self) -> None:
        with contextlib.suppress(OSError, AttributeError):
            self.socket.shutdown(socket.SHUT_RDWR)

    def log_request(self) -> None:
        """One line per request, at INFO."""
        first = str(getattr(self, "path", "/")).partition("?")[0].split("/")[1:2]
        log.info("%s /%s %s", getattr(self, "command", "-"), *first or [""], str(self.status)[:3])

    def log_error(self, msg: str, *args: Any) -> None:
        """Bad requests say nothing that a stranger wrote."""
        log.info("a request could not be read")

    def _handle_client_error(self, ex: Exception) -> Any:
        return super()._handle_client_error(ex if isinstance(ex, ValueError) else ValueError("unreadable"))


def open_port(host: str, port: int) -> socket.socket:
    """A listening socket. Small frames leave at once; what waits for a stalled phone is bounded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    listener.bind((host, port))
    listener.listen(1024)
    return listener


def answer(app: Flask, listener: socket.socket, patience: float = PATIENCE) -> None:
    """Answer on `listener` until SIGTERM or SIGINT. A whole request must have come within `patience` seconds."""
    keep_quiet()
    _open_many_files()
    server = WSGIServer(listener, app, handler_class=QuietHandler, log=None, error_log=quiet_logger("gevent.pywsgi"))
    server.logger = quiet_logger("geventwebsocket")  # type: ignore[attr-defined]  # read by the WebSocket handler
    server.patience = patience  # type: ignore[attr-defined]  # read by our handler
    for name in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(name, gevent.spawn, server.stop, 2)
    server.serve_forever(stop_timeout=2)


def _open_many_files() -> None:
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MANY_FILES if most == resource.RLIM_INFINITY else min(most, MANY_FILES)
    if allowed != resource.RLIM_INFINITY and allowed < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def keep_quiet() -> None:
    """From here on, no error line of any library quotes what people sent."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(WithoutContent())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    gevent.get_hub().print_exception = _print_quietly  # type: ignore[method-assign,assignment]  # the only hook


def _print_quietly(context: Any, kind: type[BaseException], value: Any, trace: TracebackType | None) -> None:
    log.error("a task failed: %s", fault(kind, trace))
