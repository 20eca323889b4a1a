"""Hundreds of phones in one asyncio process: raw WebSocket and Socket.IO frames, with little work for each."""

import asyncio
import base64
import json
import os
import re
import struct
from collections.abc import Callable
from typing import Any

POST = re.compile(rb"#(\d+)#")
TEXT, CLOSE, PING = 0x1, 0x8, 0x9


class Phone(asyncio.Protocol):
    """One connection. `on_posts` is called with the numbers of the posts seen in a message for the first time."""

    def __init__(self, host: str, on_posts: Callable[[list[int]], None]) -> None:
        self._host = host
        self._on_posts = on_posts
        self._buffer = bytearray()
        self._upgraded = False
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._count = 0
        self._seen: set[int] = set()
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.lost = False

    def connection_made(self, transport: Any) -> None:
        """Ask for a WebSocket."""
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {self._host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def connection_lost(self, error: Exception | None) -> None:
        """Remember that it went."""
        self.lost = True
        if not self.ready.done():
            self.ready.set_exception(ConnectionError("closed before it opened"))

    def data_received(self, data: bytes) -> None:
        """Cut the stream into frames."""
        self._buffer += data
        if not self._upgraded:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            del self._buffer[: end + 4]
            self._upgraded = True
        while (frame := self._frame()) is not None:
            self._hear(*frame)

    def ask(self, event: str, body: Any) -> "asyncio.Future[Any]":
        """Send an event; its acknowledgement comes in the future."""
        self._count += 1
        future = self._asked[self._count] = asyncio.get_running_loop().create_future()
        self._send(f"42{self._count}{json.dumps([event, body])}")
        return future

    def close(self) -> None:
        """Hang up."""
        self._transport.close()

    def _frame(self) -> tuple[int, bytes] | None:
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        size, start = buffer[1] & 0x7F, 2
        if size == 126:
            if len(buffer) < 4:
                return None
            size, start = struct.unpack_from("!H", buffer, 2)[0], 4
        elif size == 127:
            if len(buffer) < 10:
                return None
            size, start = struct.unpack_from("!Q", buffer, 2)[0], 10
        if len(buffer) < start + size:
            return None
        opcode, payload = buffer[0] & 0x0F, bytes(buffer[start : start + size])
        del buffer[: start + size]
        return opcode, payload

    def _hear(self, opcode: int, payload: bytes) -> None:
        if opcode != TEXT:
            return
        if payload.startswith(b"42"):
            numbers = [number for found in POST.findall(payload) if (number := int(found)) not in self._seen]
            if numbers:
                self._seen.update(numbers)
                self._on_posts(numbers)
        elif payload.startswith(b"43"):
            number, _, answer = payload[2:].partition(b"[")
            if future := self._asked.pop(int(number), None):
                future.set_result(json.loads(b"[" + answer)[0])
        elif payload == b"2":
            self._send("3")
        elif payload.startswith(b"0"):
            self._send("40")
        elif payload.startswith(b"40") and not self.ready.done():
            self.ready.set_result(None)

    def _send(self, text: str) -> None:
        payload = text.encode()
        mask = os.urandom(4)
        size = len(payload)
        head = struct.pack("!BB", 0x81, 0x80 | size) if size < 126 else struct.pack("!BBH", 0x81, 0xFE, size)
        whole = int.from_bytes(payload, "big") ^ int.from_bytes((mask * (size // 4 + 1))[:size], "big")
        self._transport.write(head + mask + whole.to_bytes(size, "big"))


async def a_phone(host: str, port: int, on_posts: Callable[[list[int]], None]) -> Phone:
    """An open phone, before its hello."""
    _, phone = await asyncio.get_running_loop().create_connection(lambda: Phone(f"{host}:{port}", on_posts), host, port)
    await phone.ready
    return phone
