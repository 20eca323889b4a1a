"""A page as a phone, a console or a projector would be one: raw Socket.IO frames, patches applied, nothing trusted."""

import asyncio
import json
import secrets
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from facilitation.projections.patches import apply_patch

PATIENCE = 180


class Gone(Exception):
    """The socket is closed."""


class Page:
    """One socket. `documents` and `versions` are what the page holds; `heard` every byte that reached it."""

    def __init__(self, address: str, number: int = 1) -> None:
        self.address = address
        self.next = number
        self.heard: list[str] = []
        self.documents: dict[str, Any] = {}
        self.versions: dict[str, int] = {}
        self.channels: list[str] = []
        self.events: list[tuple[str, Any]] = []
        self.epoch = ""
        self.gaps = 0
        self.heals = True
        self._socket: ClientConnection | None = None
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._count = 0
        self._changed = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None

    async def open(self, **headers: str) -> "Page":
        """Open the socket and the namespace."""
        address = self.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        self._socket = await connect(
            address, max_size=None, additional_headers=headers or None, ping_interval=None, proxy=None
        )
        await self._socket.recv()
        await self._socket.send("40")
        assert str(await self._socket.recv()).startswith("40")
        self._reader = asyncio.create_task(self._read())
        return self

    async def close(self) -> None:
        """Close it."""
        if self._socket:
            await self._socket.close()
        if self._reader:
            await asyncio.wait([self._reader], timeout=PATIENCE)

    async def hello(self, ticket: Any, tab: str = "", **more: Any) -> Any:
        """Say who is there, with what is held, and take in the answer."""
        body = {"ticket": ticket, "have": self.versions, "epoch": self.epoch, **({"tab": tab} if tab else {}), **more}
        answer = await self.ask("hello", body)
        if answer.get("ok"):
            if answer["epoch"] != self.epoch:
                self.documents, self.versions = {}, {}
            self.epoch, self.next = answer["epoch"], answer.get("next", 1)
            self._read_only(answer["channels"])
            self._take(answer["documents"])
        return answer

    async def do(self, kind: str, number: int | None = None, name: str | None = None, **fields: Any) -> Any:
        """Send one command and wait for what becomes of it; the own number is counted on when it was used."""
        n = self.next if number is None else number
        command = {"kind": kind, **fields}
        answer = await self.ask("do", {"n": n, "id": name or secrets.token_urlsafe(8), "do": command})
        if number is None and ("saved" in answer or "refused" in answer):
            self.next += 1
        return answer

    async def ask(self, event: str, *arguments: Any) -> Any:
        """Send an event and wait for its acknowledgement."""
        self._count += 1
        future = self._asked[self._count] = asyncio.get_running_loop().create_future()
        await self.raw(f"42{self._count}{json.dumps([event, *arguments])}")
        return await asyncio.wait_for(future, PATIENCE)

    async def tell(self, event: str, body: Any) -> None:
        """Send an event that nobody acknowledges."""
        await self.raw("42" + json.dumps([event, body]))

    async def raw(self, data: str | bytes) -> None:
        """Send anything at all."""
        if self._socket is None:
            raise Gone
        try:
            await self._socket.send(data)
        except Exception as error:
            raise Gone from error

    async def until(self, true: Any, seconds: float = PATIENCE) -> None:
        """Wait until `true()` holds, looking again at every message."""

        async def look() -> None:
            while not true():
                self._changed.clear()
                await self._changed.wait()

        await asyncio.wait_for(look(), seconds)

    async def until_gone(self) -> None:
        """Wait until the other side has closed the socket."""
        if self._reader:
            await asyncio.wait_for(asyncio.shield(self._reader), PATIENCE)

    @property
    def gone(self) -> bool:
        """Whether the socket is closed."""
        return self._reader is None or self._reader.done()

    async def _read(self) -> None:
        assert self._socket
        try:
            async for message in self._socket:
                self.heard.append(str(message))
                await self._on(str(message))
                self._changed.set()
        except Exception:
            return
        finally:
            for future in self._asked.values():
                if not future.done():
                    future.set_exception(Gone())
                    future.exception()
            self._asked.clear()
            self._changed.set()

    async def _on(self, message: str) -> None:
        if message == "2":
            await self.raw("3")
        elif message.startswith("43"):
            number, _, answer = message[2:].partition("[")
            future = self._asked.pop(int(number), None)
            if future and not future.done():
                future.set_result((json.loads("[" + answer) or [None])[0])
        elif message.startswith("42"):
            event, body = json.loads(message[2:])
            self.events.append((event, body))
            await self._hear(event, body)

    async def _hear(self, event: str, body: Any) -> None:
        missing: list[str] = []
        if event == "documents":
            missing = self._take(body)
        elif event == "channels":
            self._read_only(body["channels"])
        elif event == "beat":
            missing = [name for name, version in body["versions"].items() if self.versions.get(name) != version]
        if missing:
            self.gaps += 1
            if self.heals:
                await self.tell("again", {"channels": missing})

    def _read_only(self, channels: list[str]) -> None:
        self.channels = channels
        self.documents = {name: held for name, held in self.documents.items() if name in channels}
        self.versions = {name: held for name, held in self.versions.items() if name in channels}

    def _take(self, entries: list[dict[str, Any]]) -> list[str]:
        missing = []
        for entry in entries:
            channel = entry["channel"]
            if "full" in entry:
                self.documents[channel] = entry["full"]
            elif self.versions.get(channel) == entry["base"]:
                self.documents[channel] = apply_patch(self.documents[channel], entry["patch"])
            else:
                missing.append(channel)
                continue
            self.versions[channel] = entry["version"]
        return missing
