"""What a page may not see is never in the bytes that reach it."""

import asyncio
import json

from tests.realtime.conftest import Server, a_session

MARKER = "Xylophone-7f3a"
SECOND = "Zeppelin-91bc"


def test_what_one_writes_alone_reaches_nobody_else_and_the_group_only_in_its_turn(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "seen")
        pages = {name: await server.page("participant", name, session) for name in ("p1", "p2", "p3", "p4")}
        console = await server.page("facilitator", "a1", session)
        screen = await server.page("screen", session=session)
        assert "saved" in await pages["p1"].do("PostCard", step="alone", board="ideas", text=MARKER)
        await pages["p1"].until(lambda: MARKER in str(pages["p1"].documents))
        assert "saved" in await console.do("TakeNote", text="after")
        await console.until(lambda: "after" in str(console.documents))
        for name, page in {**pages, "console": console, "screen": screen}.items():
            assert (MARKER in "".join(page.heard)) == (name == "p1"), name

        assert "saved" in await console.do("Advance", after="alone")
        for page in pages.values():
            await page.until(lambda page=page: page.documents["everyone"]["stage"]["key"] == "pairs")
        mates = [
            name for name, page in pages.items() if page.channels == [*pages["p1"].channels[:-1], f"person:{name}"]
        ]
        assert len(mates) == 2
        for name in mates:
            page = pages[name]
            await page.until(lambda page=page: MARKER in str(page.documents))
        for name in pages.keys() - set(mates):
            late = await server.page("participant", name, session)
            assert MARKER not in "".join(late.heard) + "".join(pages[name].heard)
            assert not [channel for channel in late.documents if channel in pages["p1"].channels[1:]]
            await late.close()
        assert MARKER not in "".join(screen.heard)
        await asyncio.gather(*(page.close() for page in [*pages.values(), console, screen]))

    asyncio.run(play())


def test_one_session_hears_nothing_of_another(server: Server) -> None:
    async def play() -> None:
        here, there = a_session(server, "here", step="all"), a_session(server, "there", step="all")
        page, other = await server.page("participant", "p1", here), await server.page("participant", "p1", there)
        assert "saved" in await page.do("PostCard", step="all", board="ideas", text=SECOND)
        await page.until(lambda: SECOND in json.dumps(page.documents["everyone"]))
        await other.tell("again", {"channels": ["everyone", "person:p1", "staff", f"{here}:everyone"]})
        await other.until(lambda: sum(event == "documents" for event, _ in other.events) >= 2)
        assert SECOND not in "".join(other.heard)
        assert "staff" not in other.documents
        await asyncio.gather(page.close(), other.close())

    asyncio.run(play())


def test_a_hidden_wall_shows_nothing_until_it_comes_back(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "wall", step="all")
        page, console = await server.page("participant", "p1", session), await server.page("facilitator", "a1", session)
        screen = await server.page("screen", session=session)
        assert screen.documents["screen"]["join"]["code"] == "ABCD-EFGH"
        await console.do("HideWall", on=True)
        await screen.until(lambda: screen.documents == {"screen": {"hidden": True}})
        await page.do("PostCard", step="all", board="ideas", text=MARKER)
        await console.until(lambda: MARKER in str(console.documents))
        await screen.tell("again", {"channels": ["everyone", "screen"]})
        count = len(screen.heard)
        await screen.until(lambda: len(screen.heard) > count)
        assert MARKER not in "".join(screen.heard)
        late = await server.page("screen", session=session)
        assert late.documents == {"screen": {"hidden": True}}
        await console.do("HideWall", on=False)
        await screen.until(lambda: MARKER in str(screen.documents.get("everyone", "")))
        await asyncio.gather(*(each.close() for each in (page, console, screen, late)))

    asyncio.run(play())


def test_a_frozen_wall_is_told_nothing_new_even_after_it_was_unplugged(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "frozen", step="all")
        page, console = await server.page("participant", "p1", session), await server.page("facilitator", "a1", session)
        screen = await server.page("screen", session=session)
        await console.do("FreezeWall", on=True)
        await screen.until(lambda: "everyone" not in screen.documents)
        await screen.until(lambda: "frozen" in screen.documents["screen"])
        await page.do("PostCard", step="all", board="ideas", text=MARKER)
        await console.until(lambda: MARKER in str(console.documents))
        late = await server.page("screen", session=session)
        assert late.documents["screen"]["frozen"]["stage"]["id"] == "all"
        assert MARKER not in "".join(screen.heard) + "".join(late.heard)
        await console.do("FreezeWall", on=False)
        await screen.until(lambda: MARKER in str(screen.documents.get("everyone", "")))
        await asyncio.gather(*(each.close() for each in (page, console, screen, late)))

    asyncio.run(play())


def test_the_screen_of_a_group_reads_that_group_alone_until_it_is_closed_or_its_time_is_over(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "corner", step="pairs")
        console = await server.page("facilitator", "a1", session)
        groups = console.documents["staff"]["groups"]
        mine, other = [await server.page("participant", row[0], session) for row in groups[:2]]
        screen = await server.page("group-screen", "1:0:3600", session)
        assert screen.channels == ["everyone", "screen:0"]
        await mine.do("PostCard", step="pairs", board="ideas", text=MARKER)
        await other.do("PostCard", step="pairs", board="ideas", text=SECOND)
        await screen.until(lambda: MARKER in str(screen.documents["screen:0"]))
        await console.until(lambda: SECOND in str(console.documents))
        await screen.tell("again", {"channels": ["screen:1", "group:0", "group:1", "staff", "everyone"]})
        count = len(screen.heard)
        await screen.until(lambda: len(screen.heard) > count)
        heard = "".join(screen.heard)
        assert SECOND not in heard
        aliases = [person["alias"] for person in console.documents["staff"]["people"].values()]
        assert aliases
        assert not [alias for alias in aliases if alias in heard], "no alias on any wall"
        assert (await screen.do("PostCard", step="pairs", board="ideas", text="no"))["refused"] == "not-allowed"
        await console.do("HideWall", on=True)
        await screen.until(lambda: screen.documents == {"screen": {"hidden": True}})
        await console.do("HideWall", on=False)
        await screen.until(lambda: "screen:0" in screen.documents)
        server.post(f"/back/hang-up/{session}/2")
        await console.do("TakeNote", text="after")
        assert not screen.gone, "another device was closed"
        server.post(f"/back/hang-up/{session}/1")
        await screen.until_gone()
        short = await server.page("group-screen", "3:1:1", session)
        await short.until_gone()
        await asyncio.gather(*(each.close() for each in (console, mine, other)))

    asyncio.run(play())


def test_someone_moved_reads_the_new_group_and_no_longer_the_old(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "moved", step="pairs")
        console = await server.page("facilitator", "a1", session)
        groups = console.documents["staff"]["groups"]
        mover, stays, other = groups[0][0], groups[0][1], groups[1][0]
        page, old, new = [await server.page("participant", name, session) for name in (mover, stays, other)]
        assert "saved" in await console.do("MovePerson", person=mover, group=1)
        await page.until(lambda: "group:1" in page.documents)
        assert page.channels == ["everyone", "group:1", f"person:{mover}"]
        await old.do("PostCard", step="pairs", board="ideas", text=MARKER)
        await new.do("PostCard", step="pairs", board="ideas", text=SECOND)
        await page.until(lambda: SECOND in str(page.documents["group:1"]))
        assert MARKER not in "".join(page.heard)
        await asyncio.gather(*(each.close() for each in (console, page, old, new)))

    asyncio.run(play())


def test_who_is_there_goes_to_consoles_only_and_how_many_to_projectors(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "presence")
        console = await server.page("facilitator", "a1", session)
        page = await server.page("participant", "p2", session)
        screen = await server.page("screen", session=session)

        def present(**wanted: object) -> bool:
            return bool(console.events) and ("presence", wanted) in console.events

        await console.until(lambda: present(connected=["p2"], away=[], screens=1))
        await page.tell("here", {"visible": False})
        await console.until(lambda: present(connected=["p2"], away=["p2"], screens=1))
        await page.close()
        await console.until(lambda: present(connected=[], away=[], screens=1))
        assert all(event != "presence" for event, _ in page.events)
        await screen.until(lambda: ("presence", {"people": 0}) in screen.events)
        told = [body for event, body in screen.events if event == "presence"]
        assert {"people": 1} in told
        assert all(set(body) == {"people"} for body in told)
        await asyncio.gather(console.close(), screen.close())

    asyncio.run(play())


def test_an_observer_reads_the_stage_and_no_words_and_nothing_once_the_link_is_revoked(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "observed", step="all")
        console = await server.page("facilitator", "a1", session)
        phone = await server.page("participant", "p1", session)
        assert "saved" in await console.do("AdmitObserver")
        seen, other = [await server.page("observer", id, session) for id in ("o1", "o2")]
        assert (seen.channels, other.channels) == (["observers", "observer:o1"], []), "nobody gave o2 a link"
        assert "saved" in await phone.do("PostCard", step="all", board="ideas", text=MARKER)
        assert "saved" in await seen.do("NoteObservation", text=SECOND)
        await console.until(lambda: MARKER in str(console.documents) and SECOND in str(console.documents))
        await phone.until(lambda: MARKER in str(phone.documents))
        await seen.until(lambda: SECOND in str(seen.documents))
        await seen.tell("again", {"channels": ["everyone", "staff", "screen", "person:p1", "observers"]})
        assert "saved" in await console.do("KeepExcerpt", note="w1", text=SECOND)
        await seen.until(lambda: seen.documents["observer:o1"]["notes"]["w1"].get("kept"))
        assert seen.documents["observers"]["stage"]["key"] == "all"
        assert MARKER not in "".join(seen.heard)
        assert SECOND not in "".join((*phone.heard, *other.heard))

        assert "saved" in await console.do("DismissObserver", observer="o1")
        await seen.until(lambda: seen.channels == [])
        assert (await seen.do("NoteObservation", text="late"))["refused"] == "observer-dismissed"
        heard = len(seen.heard)
        assert "saved" in await console.do("Advance", after="all")
        await phone.until(lambda: phone.documents["everyone"]["stage"]["key"] != "all")
        assert not [told for told in seen.heard[heard:] if "documents" in told]
        await asyncio.gather(*(page.close() for page in (console, phone, seen, other)))

    asyncio.run(play())
