"""The port, the WSGI server with its WebSockets, and what may be said in their logs."""

import logging
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

log = logging.getLogger(__name__)


class QuietHandler(WebSocketHandler):  # type: ignore[misc]  # the package has no types
    """Logs no address, no token and no content: a method, the first word of the path, a status."""

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


def answer(app: Flask, listener: socket.socket) -> None:
    """Answer on `listener` until SIGTERM or SIGINT."""
    keep_quiet()
    server = WSGIServer(listener, app, handler_class=QuietHandler, log=None, error_log=quiet_logger("gevent.pywsgi"))
    server.logger = quiet_logger("geventwebsocket")  # type: ignore[attr-defined]  # read by the WebSocket handler
    for name in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(name, gevent.spawn, server.stop, 2)
    server.serve_forever(stop_timeout=2)


def keep_quiet() -> None:
    """From here on, no error line of any library quotes what people sent."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(WithoutContent())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    gevent.get_hub().print_exception = _print_quietly  # type: ignore[method-assign,assignment]  # the only hook


def _print_quietly(context: Any, kind: type[BaseException], value: Any, trace: TracebackType | None) -> None:
    log.error("a task failed: %s", fault(kind, trace))
