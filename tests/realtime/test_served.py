"""The whole server as it is started: it says where it is, answers, keeps strangers out, and stops when asked."""

import asyncio
import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.realtime.caller import Caller
from tests.realtime.page import Page

PATIENCE = 180


class Whole:
    """A server process as the command starts it, and all it said."""

    def __init__(self, folder: Path, *options: str, port: int = 0) -> None:
        self.port = port
        self.said, self.errors = folder / "said.txt", folder / "errors.txt"
        command = [sys.executable, "-m", "facilitation.serve", "--port", str(self.port)]
        command += ["--database", f"sqlite:///{folder}/whole.db"]
        with self.said.open("w") as out, self.errors.open("w") as err:
            self.process = subprocess.Popen([*command, *options], stdout=out, stderr=err)

    def wait(self) -> "Whole":
        """Until it has said where it is."""
        for _ in range(PATIENCE * 10):
            if "/sign-in/" in self.said.read_text() or self.process.poll() is not None:
                break
            time.sleep(0.1)
        return self

    @property
    def address(self) -> str:
        """Where it answers."""
        found = re.search(r"http://127\.0\.0\.1:\d+", self.said.read_text())
        return f"http://127.0.0.1:{self.port}" if self.port or not found else found.group(0)

    def status(self, path: str, **headers: str) -> int:
        """What a GET is answered."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(urllib.request.Request(self.address + path, headers=headers), timeout=180) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def end(self) -> int:
        """Ask it to stop; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    """One for all of these tests."""
    running = Whole(tmp_path_factory.mktemp("whole")).wait()
    yield running
    running.end()


def test_it_prints_its_address_and_a_sign_in_link_and_answers_there(whole: Whole) -> None:
    assert f"{whole.address}/sign-in/" in whole.said.read_text(), whole.errors.read_text()
    assert whole.status("/health") == 200
    assert whole.status("/") == 200


def test_it_does_not_answer_to_another_name(whole: Whole) -> None:
    assert whole.status("/", Host="evil.example") == 400


def test_its_sockets_open_for_its_own_pages_and_for_nobody_without_a_ticket(whole: Whole) -> None:
    async def play() -> None:
        page = await Page(whole.address).open(Origin=whole.address)
        assert await page.hello("never given") == {"ok": False, "refused": "ticket-unknown"}
        await page.close()
        with pytest.raises((InvalidStatus, ConnectionClosed)):
            await Page(whole.address).open(Origin="http://evil.example")

    asyncio.run(play())


class Browser:
    """Someone of the staff, signed in with the printed link."""

    def __init__(self, whole: Whole) -> None:
        self.address = whole.address
        self._cookies = urllib.request.HTTPCookieProcessor()
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), self._cookies)
        found = re.search(r"http\S+/sign-in/\S+", whole.said.read_text())
        assert found
        self.link = found.group(0)
        self.get(self.link)
        self.post(self.link, later="1")

    def get(self, address: str) -> str:
        """A page; its token against forged requests is kept for the next post."""
        with self._opener.open(address, timeout=180) as answer:
            page = str(answer.read().decode())
        if found := re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page):
            self.token = found.group(1)
        return page

    def post(self, address: str, **fields: str) -> bytes:
        """Send a form, as from the page that was read last."""
        body = urllib.parse.urlencode({"csrf_token": self.token, **fields}).encode()
        request = urllib.request.Request(address, body, {"Referer": self.address, "X-CSRFToken": self.token})
        with self._opener.open(request, timeout=180) as answer:
            return bytes(answer.read())

    def a_session(self) -> str:
        """The session that is there from the beginning."""
        experiment = re.findall(r'href="(/experiments/\d+)"', self.get(f"{self.address}/staff"))[0]
        page = self.get(self.address + experiment)
        return str(re.findall(r'href="/sessions/(?!new)([^/"?]+)"', page)[0])

    def ticket(self, session: str, kind: str) -> str:
        """A ticket for a socket."""
        return str(json.loads(self.post(f"{self.address}/s/{session}/{kind}/ticket"))["ticket"])


def test_what_is_open_live_closes_with_the_right_to_it(whole: Whole) -> None:
    hers = Browser(whole)
    session = hers.a_session()

    async def play() -> None:
        console, wall, late = [await Page(whole.address).open() for _ in range(3)]
        assert (await console.hello(hers.ticket(session, "console")))["you"]["kind"] == "console"
        assert (await console.ask("do", {"n": 1, "id": "x" * 16, "do": {"kind": "OpenDoor"}}))["saved"]
        assert (await wall.hello(hers.ticket(session, "screen")))["you"]["kind"] == "screen"
        await leave_with_two_tabs(whole, console.documents["staff"]["join"]["code"])
        await take_a_screen_over(whole, hers, session)
        kept = [hers.ticket(session, kind) for kind in ("console", "screen")]
        await asyncio.to_thread(hers.post, f"{whole.address}/sign-out")
        await console.until(lambda: console.gone)
        await wall.until(lambda: wall.gone)
        for ticket in kept:
            assert (await late.hello(ticket))["refused"] == "ticket-unknown"
        await late.close()

    asyncio.run(play())


async def leave_with_two_tabs(whole: Whole, code: str) -> None:
    """Someone comes in, opens two tabs, and leaves in one of them: neither goes on."""
    phone = Caller(whole.address)
    await asyncio.to_thread(lambda: phone.open(f"/j/{code}").send(report="no"))
    mine, copied = [await Page(whole.address).open() for _ in range(2)]
    for each in (mine, copied):
        assert (await each.hello(await asyncio.to_thread(phone.ticket)))["you"]["kind"] == "participant"
    await asyncio.to_thread(phone.press, phone.boot()["urls"]["leave"])
    await mine.until(lambda: mine.gone)
    await copied.until(lambda: copied.gone)


async def take_a_screen_over(whole: Whole, hers: Browser, session: str) -> None:
    """Whoever opens the link of a lent screen elsewhere takes it over: it closes where it was."""
    lending = f"{whole.address}/sessions/{session}/screens"
    hers.post(f"{lending}/lend", kind="group-screen", group="1")
    link = re.search(r"/s/\w+/group-screen/begin/\d+/\w+", hers.get(lending))
    assert link
    first, second = Caller(whole.address), Caller(whole.address)
    await asyncio.to_thread(lambda: first.open(link.group()).send())
    corner = await Page(whole.address).open()
    assert (await corner.hello(await asyncio.to_thread(first.ticket)))["you"]["kind"] == "group-screen"
    await asyncio.to_thread(lambda: second.open(link.group()).send())
    await corner.until(lambda: corner.gone)


def test_a_second_process_does_not_start_on_the_same_file(whole: Whole) -> None:
    (second := Whole(whole.said.parent)).wait()
    assert second.end() == 2


def test_behind_a_proxy_its_public_name_is_enough(tmp_path: Path) -> None:
    with socket.socket() as free:  # what it says is its public name, so its port must be known beforehand
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    behind = Whole(tmp_path, "--public-url", "https://workshops.example.org/", port=port).wait()
    try:
        assert "https://workshops.example.org/sign-in/" in behind.said.read_text()
        assert behind.status("/health", Host="workshops.example.org") == 200

        async def play() -> None:
            await (await Page(behind.address).open(Origin="https://workshops.example.org")).close()

        asyncio.run(play())
    finally:
        assert behind.end() == 0


def test_an_address_of_the_new_kind_stands_in_brackets() -> None:
    # In a process of its own: the module replaces blocking calls as soon as it is imported.
    ask = "from facilitation.serve import local_names as n; print(n('::1', 80), n('fe80::1', 80)[0], n('::', 80)[-1])"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, timeout=180).stdout
    assert told.split("('", 1)[1].startswith("[::1]:80', '127.0.0.1:80'")
    assert told.split()[-2:] == ["[fe80::1]:80", "localhost:80"]
