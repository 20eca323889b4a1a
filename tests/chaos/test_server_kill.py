"""A real server killed with SIGKILL in mid-stage, ten times, under twenty posting phones."""

import asyncio
import collections
import random
import secrets
import signal
from pathlib import Path

import pytest

from facilitation.database import open_database
from facilitation.domain.evolve import replay
from facilitation.eventlog import EventLog
from facilitation.projections.channels import document
from tests.realtime.conftest import Server, a_session, start
from tests.realtime.page import Gone, Page

PHONES = 20
KILLS = 10
BETWEEN = 1.6
"""Seconds of posting before each kill."""

PACE = 0.52
"""Seconds between two posts of one phone: just under what the door allows."""

NAME = "chaos"
SEED = 20261122


class Theatre:
    """The server that is killed, and started again on the same file and port."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "live.db"
        self.errors = folder / "errors.txt"
        self.server = start(self.database, self.errors)
        self.over = asyncio.Event()
        self.kills = 0
        self.cut_off = 0

    async def kill_again_and_again(self, phones: "list[Phone]") -> None:
        dice = random.Random(SEED)
        for _ in range(KILLS):
            await asyncio.sleep(BETWEEN)
            # Aim at a post on its way: before, during or after its commit.
            while not any(phone.waiting for phone in phones):
                await asyncio.sleep(0)
            await asyncio.sleep(dice.uniform(0, 0.004))
            self.server.stop(signal.SIGKILL)
            self.kills += 1
            self.cut_off += sum(phone.waiting for phone in phones)
            self.server = await asyncio.to_thread(start, self.database, self.errors, self.server.port)
        await asyncio.sleep(BETWEEN)
        self.over.set()


class Watcher:
    """Anybody with a page: comes back whenever the server has gone, with what it still holds."""

    def __init__(self, theatre: Theatre, kind: str, name: str) -> None:
        self.theatre, self.kind, self.name = theatre, kind, name
        self.page = Page(theatre.server.address)

    async def come_back(self) -> None:
        """A new socket for the old page."""
        while True:
            back = Page(self.theatre.server.address)
            back.documents, back.versions, back.epoch = self.page.documents, self.page.versions, self.page.epoch
            try:
                server: Server = self.theatre.server
                ticket = await asyncio.to_thread(server.ticket, self.kind, self.name, NAME)
                await back.open()
                assert (await back.hello(ticket))["ok"]
            except (OSError, Gone, EOFError):
                await asyncio.sleep(0.1)
                continue
            except Exception as error:
                if not type(error).__module__.startswith("websockets"):
                    raise
                await asyncio.sleep(0.1)
                continue
            self.page = back
            return

    async def watch(self) -> None:
        """Stay until the play is over."""
        while not self.theatre.over.is_set():
            if self.page.gone:
                await self.come_back()
            await asyncio.sleep(0.1)

    async def settle(self) -> None:
        """Be there at the end, whatever happened last."""
        if self.page.gone:
            await self.come_back()


class Phone(Watcher):
    """Posts one card after another; each stays in its outbox until it is answered."""

    def __init__(self, theatre: Theatre, name: str) -> None:
        super().__init__(theatre, "participant", name)
        self.acked: list[str] = []
        self.waiting = False

    async def play(self) -> None:
        await self.come_back()
        number = 0
        while not self.theatre.over.is_set():
            number += 1
            await self.post(number, f"{self.name} says {number}")
            await asyncio.sleep(PACE)

    async def post(self, number: int, text: str) -> None:
        name = secrets.token_urlsafe(8)
        self.waiting = True
        while True:
            try:
                answer = await self.page.do("PostCard", number, name, step="all", board="ideas", text=text)
            except (Gone, TimeoutError):
                await self.come_back()
                continue
            if "later" not in answer:
                break
            await asyncio.sleep(answer["later"] / 1000)
        self.waiting = False
        assert "saved" in answer, answer
        self.acked.append(text)


async def _play(theatre: Theatre) -> tuple[list[Phone], list[Watcher]]:
    await asyncio.to_thread(a_session, theatre.server, NAME, PHONES, "all")
    phones = [Phone(theatre, f"p{number}") for number in range(1, PHONES + 1)]
    walls = [Watcher(theatre, "facilitator", "a1"), Watcher(theatre, "screen", ""), Watcher(theatre, "screen", "")]
    for wall in walls:
        await wall.come_back()
    await asyncio.gather(
        theatre.kill_again_and_again(phones), *(phone.play() for phone in phones), *(wall.watch() for wall in walls)
    )
    everybody = [*phones, *walls]
    for watcher in everybody:
        await watcher.settle()
    late = await theatre.server.page("screen", session=NAME)
    for watcher in everybody:
        page = watcher.page
        await page.until(lambda page=page: page.documents["everyone"] == late.documents["everyone"])  # type: ignore[misc]
    await asyncio.gather(late.close(), *(watcher.page.close() for watcher in everybody))
    return phones, walls


@pytest.mark.slow
def test_no_acknowledged_post_is_lost_none_is_doubled_and_every_screen_ends_the_same(tmp_path: Path) -> None:
    async def play() -> tuple[Theatre, list[Phone], list[Watcher]]:
        theatre = Theatre(tmp_path)
        try:
            return theatre, *await _play(theatre)
        finally:
            theatre.server.stop()

    theatre, phones, walls = asyncio.run(play())
    assert theatre.kills == KILLS
    assert theatre.cut_off, "no kill met a post on its way: the test proved nothing"

    database = open_database(f"sqlite:///{theatre.database}", read_only=True)
    log = EventLog(database)
    session = replay(recorded.event for recorded in log.read(NAME))
    assert log.verify(NAME).ok
    database.close()
    stored = [card.text for card in session.cards.values()]
    assert collections.Counter(stored).most_common(1)[0][1] == 1, "a post was stored twice"
    assert {text for phone in phones for text in phone.acked} == set(stored)
    for phone in phones:
        assert [text for text in stored if text.startswith(f"{phone.name} ")] == phone.acked, "out of order"
    truth = document(session, "everyone")
    for watcher in [*phones, *walls]:
        assert watcher.page.documents["everyone"] == truth
    staff = {key: part for key, part in walls[0].page.documents["staff"].items() if key != "join"}
    assert staff == document(session, "staff")
