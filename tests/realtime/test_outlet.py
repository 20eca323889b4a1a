"""One owner for the way out of a socket: whole frames, in order, with a bound, on the installed versions."""

import asyncio
import contextlib
import json
import socket
from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace
from typing import Any

import gevent
import pytest
from engineio.packet import MESSAGE, Packet
from gevent import socket as green
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.phones import Phone
from facilitation.realtime.frame import Frame, wrap
from facilitation.realtime.outlet import MOST_WAITING, Outlet
from tests.realtime.conftest import Server, a_session


@pytest.fixture
def ends() -> Iterator[tuple[Any, socket.socket]]:
    """Both ends of a wire with small buffers: ours is a gevent socket."""
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    mine = green.socket(fileno=ours.detach())
    yield mine, theirs
    mine.close()
    theirs.close()


def _open(wire: Any) -> tuple[Outlet, Any]:
    outlet = Outlet()
    web_socket = SimpleNamespace(handler=SimpleNamespace(socket=wire), raw_write=wire.sendall)
    outlet.open(web_socket)
    return outlet, web_socket


def _read(theirs: socket.socket, size: int) -> bytes:
    theirs.setblocking(False)
    got = bytearray()
    while len(got) < size:
        try:
            got += theirs.recv(65536)
        except BlockingIOError:
            gevent.sleep(0)
    return bytes(got)


@pytest.mark.parametrize("size", [0, 1, 124, 125, 126, 65534, 65535, 65536, 200_000])
def test_a_frame_is_a_websocket_frame(size: int) -> None:
    heard: list[bytes] = []

    async def play() -> None:
        phone = Phone("x", lambda numbers: None)
        phone._upgraded = True
        phone._hear = lambda opcode, payload: heard.append(bytes((opcode,)) + payload)  # type: ignore[method-assign]
        phone.data_received(wrap(b"x" * size))
        phone.data_received(wrap("é".encode()))

    asyncio.run(play())
    assert heard == [b"\x01" + b"x" * size, b"\x01" + "é".encode()]


def test_ours_theirs_and_control_frames_keep_their_order_when_the_phone_is_slow(ends: Any) -> None:
    mine, theirs = ends
    outlet, web_socket = _open(mine)
    expected = b""
    for number in range(40):
        frame = Frame("documents", [{"n": number, "text": "x" * 1500}])
        packet = Packet(MESSAGE, f'3{number}["ack"]')
        outlet.send([frame])
        outlet.put(packet)
        web_socket.raw_write(b"\x8a\x00")
        expected += frame.wire + wrap(packet.encode().encode()) + b"\x8a\x00"
    assert _read(theirs, len(expected)) == expected


@settings(max_examples=30)
@given(st.lists(st.integers(1, 30_000), min_size=1, max_size=15))
def test_nothing_is_lost_or_swapped_whatever_the_sizes(sizes: list[int]) -> None:
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    mine = green.socket(fileno=ours.detach())
    outlet, _ = _open(mine)
    theirs.setblocking(False)
    expected = got = b""
    for number, size in enumerate(sizes):
        piece = bytes((number,)) * size
        outlet.write(piece)
        expected += piece
        with contextlib.suppress(BlockingIOError):
            got += theirs.recv(size // 2 + 1)  # room again, before what waits has left
    assert got + _read(theirs, len(expected) - len(got)) == expected
    mine.close()
    theirs.close()


def test_a_stalled_phone_is_cut_off_and_holds_no_more_than_the_bound(ends: Any) -> None:
    mine, theirs = ends
    outlet, _ = _open(mine)
    most = 0
    for _ in range(200):
        outlet.write(b"x" * 30_000)
        gevent.sleep(0)
        most = max(most, len(outlet._waiting))
        if outlet._gone:
            break
    assert outlet._gone
    assert most <= MOST_WAITING
    assert not outlet._waiting
    theirs.settimeout(60)
    while theirs.recv(65536):
        pass


def test_until_it_is_open_it_is_the_queue_that_engine_io_expects() -> None:
    outlet = Outlet()
    outlet.put("first")
    outlet.put(None)
    assert outlet.get(timeout=1) == "first"
    assert outlet.get(timeout=1) is None


def test_a_websocket_built_otherwise_is_left_to_the_stock_path() -> None:
    with pytest.raises(AttributeError):
        Outlet().open(SimpleNamespace(handler=None))


def test_the_installed_versions_are_served_directly(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "paths")
        page = await server.page("participant", "p1", session)
        assert set(server.post("/back/paths", method="GET")["paths"]) == {"Outlet"}
        await page.close()

    asyncio.run(play())


async def _a_phone_with_little_room(port: int) -> Phone:
    wire = socket.socket()
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    wire.connect(("127.0.0.1", port))
    make = partial(Phone, f"127.0.0.1:{port}", lambda numbers: None)
    _, phone = await asyncio.get_running_loop().create_connection(make, sock=wire)
    await phone.ready
    return phone


def test_a_phone_that_stops_reading_is_cut_off_and_comes_back_to_the_truth(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "stalled", step="all")
        writer = await server.page("participant", "p2", session)
        stalled = await _a_phone_with_little_room(server.port)
        await stalled.ask("hello", {"ticket": server.ticket("participant", "p1", session)})
        stalled._transport.pause_reading()
        asked = {"channels": ["everyone", "person:p1"]}
        for number in range(18):
            text = f"{number} " + "y" * 1990
            assert "saved" in await writer.do("PostCard", step="all", board="ideas", text=text)
        for _ in range(50):
            stalled._send("42" + json.dumps(["again", asked]))
        assert "saved" in await writer.do("Signal", step="all", signal="done")
        stalled._transport.resume_reading()
        for _ in range(600):
            if stalled.lost:
                break
            await asyncio.sleep(0.1)
        assert stalled.lost
        back = await server.page("participant", "p1", session)
        await back.until(lambda: back.documents["everyone"] == writer.documents["everyone"])
        await asyncio.gather(back.close(), writer.close())

    asyncio.run(play())
