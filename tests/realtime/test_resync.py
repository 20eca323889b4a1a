"""A page that missed something knows it and comes to hold what everybody holds."""

import asyncio
import signal
from pathlib import Path

from tests.realtime.conftest import Server, a_session, start
from tests.realtime.page import Page


def test_who_holds_the_present_version_is_sent_nothing_again(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "have", step="all")
        page = await server.page("participant", "p1", session)
        held, versions = page.documents, page.versions
        await page.close()
        again = Page(server.address)
        again.documents, again.versions, again.epoch = dict(held), dict(versions), page.epoch
        await again.open()
        answer = await again.hello(server.ticket("participant", "p1", session))
        assert answer["documents"] == []
        await again.close()
        writer = await server.page("participant", "p2", session)
        await writer.do("PostCard", step="all", board="ideas", text="entre-temps")
        late = Page(server.address)
        late.documents, late.versions, late.epoch = dict(held), dict(versions), page.epoch
        await late.open()
        answer = await late.hello(server.ticket("participant", "p1", session))
        assert [entry["channel"] for entry in answer["documents"]] == ["everyone"]
        assert "entre-temps" in str(late.documents["everyone"])
        await asyncio.gather(late.close(), writer.close())

    asyncio.run(play())


def test_another_epoch_gets_everything_even_at_the_same_version(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "epoch", step="all")
        page = await server.page("participant", "p1", session)
        late = await Page(server.address).open()
        late.versions, late.epoch = dict(page.versions), "another"
        answer = await late.hello(server.ticket("participant", "p1", session))
        assert len(answer["documents"]) == len(page.versions)
        assert late.documents == page.documents
        await asyncio.gather(page.close(), late.close())

    asyncio.run(play())


def test_a_lost_message_is_noticed_at_the_next_one(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "gap", step="all")
        page, writer = await server.page("participant", "p1", session), await server.page("participant", "p2", session)
        await writer.do("PostCard", step="all", board="ideas", text="un")
        await page.until(lambda: "un" in str(page.documents))
        page.versions["everyone"] -= 1  # as if the last message had never come
        page.documents["everyone"] = {}
        await writer.do("PostCard", step="all", board="ideas", text="deux")
        await page.until(lambda: "deux" in str(page.documents))
        await writer.until(lambda: "deux" in str(writer.documents))
        assert page.gaps == 1
        assert page.documents["everyone"] == writer.documents["everyone"]
        await asyncio.gather(page.close(), writer.close())

    asyncio.run(play())


def test_even_a_lost_last_message_is_noticed_by_the_beat(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "tail", step="all")
        page = await server.page("participant", "p1", session)
        whole = page.documents["everyone"]
        page.versions["everyone"] -= 1
        page.documents["everyone"] = {}
        await page.until(lambda: page.documents["everyone"] == whole, 12)
        assert page.gaps == 1
        await page.close()

    asyncio.run(play())


def test_a_restart_in_mid_stage_keeps_state_numbers_and_timers(tmp_path: Path) -> None:
    async def play() -> None:
        before = start(tmp_path / "live.db", tmp_path / "errors.txt")
        session = a_session(before, "restart", step="all")
        page = await before.page("participant", "p1", session)
        await page.do("PostCard", step="all", board="ideas", text="avant")
        await page.until(lambda: "avant" in str(page.documents["everyone"]))
        before.facilitate("ExtendStep", session, step="all", seconds=3600)
        before.stop(signal.SIGKILL)
        after = start(tmp_path / "live.db", tmp_path / "errors.txt")
        try:
            back = Page(after.address)
            back.documents, back.versions, back.epoch = page.documents, page.versions, page.epoch
            await back.open()
            answer = await back.hello(after.ticket("participant", "p1", session))
            assert (answer["epoch"], answer["next"]) == (page.epoch, 2)
            assert back.documents["everyone"]["stage"]["key"] == "all"
            assert "avant" in str(back.documents["everyone"])
            assert "saved" in await back.do("PostCard", step="all", board="ideas", text="après")
            await back.close()
        finally:
            after.stop()

    asyncio.run(play())
