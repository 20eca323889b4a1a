"""Connections that are opened and then say little or nothing: they are not kept, and cost the room nothing."""

import asyncio
import resource
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.realtime.listening import MANY_FILES
from facilitation.realtime.sockets import MOST_SOCKETS
from tests.realtime.conftest import Server, start

WAIT = 60


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that waits three seconds for a request: one, on a busy machine, may go by before a good one is sent."""
    folder: Path = tmp_path_factory.mktemp("slow")
    server = start(folder / "live.db", folder / "errors.txt", more=("hurried",))
    server.plan()
    yield server
    server.stop()


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET /back/paths HTT",
        b"GET /back/paths HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        b"POST /back/do/s1?kind=participant&id=p1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{",
        b"GET /back/paths HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
    ids=["nothing", "half a line", "half a header", "half a body", "nothing after an answer"],
)
def test_a_connection_that_does_not_come_to_the_point_is_closed(hurried: Server, begun: bytes) -> None:
    with socket.create_connection(("127.0.0.1", hurried.port), timeout=WAIT) as slow:
        slow.sendall(begun)
        while slow.recv(4096):
            pass


def test_a_request_sent_letter_by_letter_is_not_waited_for(hurried: Server) -> None:
    with socket.create_connection(("127.0.0.1", hurried.port), timeout=0.2) as slow:
        assert _hung_up_while_sending(slow)


def _hung_up_while_sending(slow: socket.socket) -> bool:
    for _ in range(int(WAIT / 0.2)):
        try:
            slow.sendall(b"G")
            if not slow.recv(10):
                return True
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


def test_there_is_room_for_more_sockets_than_the_shell_allows(tmp_path: Path) -> None:
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, most))
    try:
        server = start(tmp_path / "live.db", tmp_path / "errors.txt")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (few, most))
    try:
        server.plan()
        allowed, _ = resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE)
        assert allowed >= min(most, MANY_FILES) > MOST_SOCKETS
    finally:
        server.stop()


def test_a_live_socket_stays_open_past_that_time(hurried: Server) -> None:
    hurried.join("p1")

    async def play() -> None:
        page = await hurried.page("participant", "p1")
        await asyncio.sleep(5)
        assert "refused" in await page.do("Signal", step="nowhere", signal="done")
        await page.close()

    asyncio.run(play())


def test_others_are_answered_meanwhile(hurried: Server) -> None:
    idle = [socket.create_connection(("127.0.0.1", hurried.port)) for _ in range(20)]
    with urllib.request.urlopen(hurried.address + "/back/paths", timeout=WAIT) as answer:
        assert answer.status == 200
    for connection in idle:
        connection.close()
