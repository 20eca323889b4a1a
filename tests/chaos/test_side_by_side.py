"""A whole room posts while staff open every page that gathers whole sessions: nobody waits for ever."""

import asyncio
import itertools
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from facilitation.app import Config, create_app
from facilitation.database import open_database
from facilitation.domain.commands import OpenDoor
from facilitation.domain.evolve import replay
from facilitation.eventlog import EventLog
from tests.house import ROOT
from tests.realtime.page import Page
from tests.web.conftest import House
from tests.web.test_documents import held
from tests.web.test_joining import boot
from tests.web.test_own import Author
from tests.web.visitor import Visitor

PHONES = 40
STEP = "alone"
POSTS = 8
PACE = 0.8
"""Seconds between two posts of one phone."""

ENOUGH = 200
"""Seconds after which a page or an acknowledgement counts as never coming."""

HURRIED = """
import functools, sys
sys.setswitchinterval(0.00002)
from facilitation import serve
serve.answer = functools.partial(serve.answer, patience=600)
sys.exit(serve.main())
"""
"""The real server; its threads take turns far more often than usual, so that what can go wrong between two of them
does; and it waits for a machine that is busy with other tests."""

READ = (
    "/experiments/1/documents",
    "/experiments/1/analysis",
    "/experiments/1/writing",
    "/experiments/1/documents/dossier.html?document=research",
    "/experiments/1/documents/archive/progress.json",
    "/experiments/1/documents/data.xlsx",
    "/experiments/1/learnings/new",
    "/sessions/{session}/journal",
    "/sessions/{session}/contributions.csv",
    "/sessions/{session}/outcome.json",
    "/formats",
)
SHARE = 4
"""Pages that each of three readers opens at least."""


@dataclass
class Browser:
    """A browser with what it kept from a page opened before; notes what every page answered."""

    cookies: dict[str, str]
    csrf: str = ""
    base: str = ""
    answered: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, visitor: Visitor, *names: str) -> "Browser":
        """The same browser, for the server that comes next."""
        kept = {name: visitor.client.get_cookie(name) for name in ("facilitation", *names)}
        csrf = boot(visitor)["csrf"] if 'id="boot"' in visitor.page.text else ""
        return cls({name: cookie.value for name, cookie in kept.items() if cookie}, csrf)

    async def ask(self, path: str, body: dict[str, str] | None = None) -> bytes:
        """What a page answers; nothing where it fails, which is noted."""
        return await asyncio.to_thread(self._ask, path, body)

    def _ask(self, path: str, body: dict[str, str] | None) -> bytes:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        data = None if body is None else urllib.parse.urlencode({"csrf_token": self.csrf, **body}).encode()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(urllib.request.Request(self.base + path, data, headers), timeout=ENOUGH) as answer:
                found = bytes(answer.read())
                self.answered[f"{answer.status} {path}"] += 1
                return found
        except urllib.error.HTTPError as error:
            with error:
                self.answered[f"{error.code} {path}"] += 1
        except OSError as error:
            self.answered[f"{type(error).__name__} {path}"] += 1
        return b""


@dataclass
class Room:
    """What was ready before the server started."""

    session: str
    phones: list[Browser]
    staff: list[Browser]


def prepared(database: Path) -> Room:
    """A session that is over, one in which everybody may write, and somebody who is signed in on three screens."""
    house = House(create_app(Config(f"sqlite:///{database}", hosts=("localhost:80",))))
    held(house)
    planned = house.plan()
    planned.say(OpenDoor())
    people = [Author(planned).browser for _ in range(PHONES)]
    planned.go_on()
    staff = house.staff()
    staff.open(f"/s/{planned.id}/console")
    room = Room(
        planned.id,
        [Browser.of(each, f"seat_{planned.id}") for each in people],
        [Browser.of(staff) for _ in range(3)],
    )
    house.doors.trials.close()
    house.desk.close()
    house.doors.database.close()
    return room


@contextmanager
def served(database: Path, errors: Path) -> Iterator[str]:
    """The address of a real server on this file; asked to stop at the end, and it does."""
    command = [sys.executable, "-c", HURRIED, "--port", "0", "--database", f"sqlite:///{database}"]
    with errors.open("w") as stream:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=stream, text=True, env=dict(os.environ)
        )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1].rstrip("/")
        process.send_signal(signal.SIGTERM)
        assert process.wait(ENOUGH) == 0
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@dataclass
class Play:
    """What is noted while the room is full."""

    room: Room
    acked: set[str] = field(default_factory=set)
    taken_back: set[str] = field(default_factory=set)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def phone(self, number: int) -> None:
        """Post one card after another, each once the one before is acknowledged."""
        browser, session = self.room.phones[number], self.room.session
        given = await browser.ask(f"/s/{session}/phone/ticket", {})
        page = await Page(browser.base).open()
        assert (await page.hello(json.loads(given)["ticket"]))["ok"]
        for post in range(POSTS):
            text = f"phone {number} says {post}"
            assert "saved" in await page.do("PostCard", step=STEP, board="ideas", text=text)
            self.acked.add(text)
            if number % 8 == 0 and post == POSTS // 2:
                await self.take_back(page, text)
            if number % 8 == 1 and post == POSTS // 2:
                await browser.ask(f"/ticket/{session}/consents", {"report": "yes", "quotation": "yes"})
            await asyncio.sleep(PACE)
        await page.close()

    async def take_back(self, page: Page, text: str) -> None:
        """A card one has just posted, found on one's own page."""

        def mine() -> list[str]:
            own = next((each for name, each in page.documents.items() if name.startswith("person:")), {})
            return [card for card, told in own.get("mine", {}).get("cards", {}).items() if told["text"] == text]

        await page.until(mine)
        assert "saved" in await page.do("WithdrawCard", card=mine()[0])
        self.acked.discard(text)
        self.taken_back.add(text)

    async def reader(self, browser: Browser, first: int) -> None:
        """Open one page after another, beginning somewhere else than the others."""
        paths = [path.format(session=self.room.session) for path in READ]
        for read, path in enumerate(itertools.cycle(paths[first:] + paths[:first])):
            if read >= SHARE and self.over.is_set():
                break
            await browser.ask(path)

    async def printer(self, browser: Browser) -> None:
        """Ask for a document, and follow it to its end."""
        await browser.ask("/experiments/1/documents", {"document": "sheet", "language": "fr"})
        while not self.over.is_set():
            told = json.loads(await browser.ask("/experiments/1/documents/progress.json"))
            if told["state"] not in ("waiting", "running"):
                return
            await asyncio.sleep(0.5)

    async def whole(self, base: str) -> None:
        """Everybody at once, until the phones are done."""
        for browser in (*self.room.phones, *self.room.staff):
            browser.base = base
        screens = [self.reader(browser, SHARE * number) for number, browser in enumerate(self.room.staff)]
        beside = asyncio.gather(*screens, self.printer(self.room.staff[0]))
        await asyncio.gather(*(self.phone(number) for number in range(PHONES)))
        self.over.set()
        await beside


@pytest.mark.slow
def test_a_full_room_and_pages_that_gather_whole_sessions_never_wait_for_each_other_for_ever(tmp_path: Path) -> None:
    database, errors = tmp_path / "house.db", tmp_path / "errors.txt"
    play = Play(prepared(database))
    with served(database, errors) as base:
        asyncio.run(play.whole(base))
    answered = sum((browser.answered for browser in (*play.room.phones, *play.room.staff)), Counter[str]())
    assert not [told for told in answered if not told.startswith(("200 ", "302 "))], answered
    assert all(answered[f"200 {path.format(session=play.room.session)}"] for path in READ), answered
    assert not errors.read_text()

    kept = open_database(f"sqlite:///{database}", read_only=True)
    log = EventLog(kept)
    session = replay(recorded.event for recorded in log.read(play.room.session))
    assert log.verify(play.room.session).ok
    kept.close()
    stored = Counter(card.text for card in session.cards.values() if not card.withdrawn)
    assert stored == Counter(play.acked)
    assert len(play.taken_back) == PHONES // 8
