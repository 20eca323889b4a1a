"""After any input whatever, somebody else's post is acknowledged, and no log holds a word of it."""

import asyncio
import contextlib
import signal
from pathlib import Path

from tests.realtime.conftest import Server, a_server, a_session
from tests.realtime.page import Gone, Page
from tests.realtime.poison import POISON

SECRET = "Mirabelle-5c1d"


async def _survives(server: Server, session: str, poison: str | bytes) -> list[str]:
    victim = await server.page("participant", "p1", session)
    with contextlib.suppress(Gone):
        await victim.raw(poison)
    heard = list(victim.heard)
    await victim.close()
    return heard


def test_the_canary_sings_after_every_poison(tmp_path: Path) -> None:
    async def play(server: Server) -> None:
        session = a_session(server, "poison")
        canary = await server.page("participant", "p2", session)
        for count, (name, poison) in enumerate(POISON.items(), 1):
            await _survives(server, session, poison)
            answer = await asyncio.wait_for(canary.do("Signal", step="alone", signal="done"), 5)
            while "later" in answer:
                await asyncio.sleep(answer["later"] / 1000)
                answer = await canary.do("Signal", step="alone", signal="done")
            assert "saved" in answer, name
            if count % 18 == 0:  # another bird, so that the pace allowed to one is not what is measured
                await canary.close()
                bird = f"p{count + 10}"
                server.join(bird, session)
                canary = await server.page("participant", bird, session)
        await canary.close()

    with a_server(tmp_path) as server:
        asyncio.run(play(server))


def test_an_oversize_frame_closes_its_own_socket_only(tmp_path: Path) -> None:
    async def play(server: Server) -> None:
        session = a_session(server, "oversize")
        guilty = await server.page("participant", "p1", session)
        bystander = await server.page("participant", "p2", session)
        await guilty.raw("42" + "x" * 20_000)
        await guilty.until(lambda: guilty.gone)
        assert not bystander.gone
        assert "saved" in await bystander.do("Signal", step="alone", signal="done")
        back = await server.page("participant", "p1", session)
        assert back.next == 1
        await asyncio.gather(bystander.close(), back.close())

    with a_server(tmp_path) as server:
        asyncio.run(play(server))


def test_no_log_holds_what_was_sent_nor_from_where(tmp_path: Path) -> None:
    async def play(server: Server) -> None:
        session = a_session(server, "silence")
        for poison in POISON.values():
            marked = poison.replace("poison", SECRET).replace("xxxx", SECRET) if isinstance(poison, str) else poison
            await _survives(server, session, marked)
        page = await Page(server.address).open()
        await page.raw(f'421["do",{{"n":1,"id":"a","do":"{SECRET}"}}]')
        await page.raw(f'421["hello",{{"ticket":"{SECRET}"}}]')
        await page.raw(f"421[{SECRET}")
        await page.close()
        with contextlib.suppress(Exception):
            server.post("/back/break", {"marker": SECRET})
        with contextlib.suppress(Exception):
            server.post(f"/back/ticket/{SECRET}?kind=clock")
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(f"GARBAGE {SECRET}\r\n\r\n".encode())
        await writer.drain()
        await reader.read()
        writer.close()

    with a_server(tmp_path) as server:
        asyncio.run(play(server))
        server.stop(signal.SIGTERM)
        said = server.errors.read_text()
        assert "RuntimeError" in said, "the error path was not exercised"
        for told in (SECRET, "127.0.0.1", "marker", "participant"):
            assert told not in said, said[max(0, said.index(told) - 500) : said.index(told) + 200]
