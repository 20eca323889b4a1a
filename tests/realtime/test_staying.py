"""Reload, lock screen, second tab, server restart at every stage of a game and an exchange: same state, same timer."""

import asyncio
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.realtime.conftest import Server, start
from tests.realtime.page import Page

SESSION = "stay"


@pytest.mark.parametrize("format", ["dictator", "action-learning-set"])
def test_a_phone_comes_back_to_where_it_was(tmp_path: Path, format: str) -> None:
    database, errors = tmp_path / "live.db", tmp_path / "errors.txt"
    server = start(database, errors)
    try:
        server.plan(SESSION, format)
        server.facilitate("OpenDoor", SESSION)
        for number in range(1, 5):
            server.join(f"p{number}", SESSION)
        seen: list[str] = []
        while asyncio.run(gone_on(server)):
            phone = asyncio.run(at_one_stage(server))
            seen.append(phone.documents["everyone"]["stage"]["key"])
            port = server.port
            server.stop()
            server = start(database, errors, port)
            asyncio.run(after_a_restart(server, phone))
        assert len(seen) >= 4
        assert len(set(seen)) == len(seen)
    finally:
        if server.process.poll() is None:
            server.stop()


async def gone_on(server: Server) -> bool:
    console = await server.page("facilitator", "a1", SESSION, tab="console01")
    staff = console.documents["staff"]
    await console.close()
    coming = "key" in staff.get("next", {})
    if coming:
        assert "Saved" in server.facilitate("Advance", SESSION, after=staff.get("current"))
    return coming


async def at_one_stage(server: Server) -> Page:
    """Two tabs show the same; a phone that was locked while things happened shows what a reloaded one does."""
    phone, second = [await server.page("participant", "p1", SESSION) for _ in range(2)]
    assert phone.documents == second.documents
    await asyncio.gather(phone.close(), second.close())
    stage = phone.documents["everyone"]["stage"]
    server.submit("participant", "p1", "Signal", SESSION, step=stage["key"], signal="lost")
    if "endsAt" in stage:
        assert "Saved" in server.facilitate("ExtendStep", SESSION, step=stage["key"], seconds=60)
    unlocked, reloaded = await back(server, phone), await server.page("participant", "p1", SESSION)
    assert unlocked.documents == reloaded.documents
    assert unlocked.documents["person:p1"]["me"]["signal"] == "lost"
    assert timer(unlocked) == (stage["endsAt"] + 60_000 if "endsAt" in stage else None)
    await asyncio.gather(unlocked.close(), reloaded.close())
    return unlocked


async def after_a_restart(server: Server, phone: Page) -> None:
    before = deepcopy(phone.documents)
    resumed, fresh = await back(server, phone), await server.page("participant", "p1", SESSION)
    assert resumed.epoch == phone.epoch
    assert resumed.documents == fresh.documents == before
    assert timer(fresh) == before["everyone"]["stage"].get("endsAt")
    await asyncio.gather(resumed.close(), fresh.close())


async def back(server: Server, phone: Page) -> Page:
    """The same page on a new socket, with what it held."""
    page = await Page(server.address).open()
    page.documents, page.versions, page.epoch = deepcopy(phone.documents), dict(phone.versions), phone.epoch
    answer = await page.hello(server.ticket("participant", "p1", SESSION))
    assert answer["ok"], answer
    return page


def timer(page: Page) -> Any:
    return page.documents["everyone"]["stage"].get("endsAt")
