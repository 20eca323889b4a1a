"""Tickets, origins, and sockets of strangers."""

import asyncio

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from facilitation.domain.commands import By
from facilitation.realtime.identity import Identity, identify
from facilitation.realtime.tickets import LIFETIME, Tickets
from tests.realtime.conftest import Server, a_session
from tests.realtime.page import Page


def test_a_ticket_is_good_once_and_for_a_minute() -> None:
    now = [1000]
    tickets = Tickets(lambda: now[0])
    identity = Identity("s1", "participant", "p1")
    first, late = tickets.give(identity), tickets.give(identity)
    assert tickets.take(first) == identity
    assert tickets.take(first) is None
    now[0] += LIFETIME
    assert tickets.take(late) is None
    assert tickets.take("never given") is None


def test_the_clock_and_the_door_have_no_screen() -> None:
    with pytest.raises(ValueError, match="clock"):
        identify("s1", By("clock"))


def test_a_used_ticket_an_unknown_one_and_no_ticket_are_refused(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "tickets")
        ticket = server.ticket("participant", "p1", session)
        page = await Page(server.address).open()
        assert (await page.hello(ticket))["you"] == {"kind": "participant", "id": "p1"}
        thief = await Page(server.address).open()
        for wrong in (ticket, "", "x" * 22):
            assert await thief.hello(wrong) == {"ok": False, "refused": "ticket-unknown"}
        for wrong in (None, 5, ["a"], "x" * 100):
            assert (await thief.hello(wrong))["refused"] == "not-understood"
        assert await thief.do("Leave") == {"refused": "hello-first", "detail": {}}
        assert thief.documents == {}
        await asyncio.gather(page.close(), thief.close())

    asyncio.run(play())


def test_a_ticket_for_no_session_opens_nothing(server: Server) -> None:
    async def play() -> None:
        page = await Page(server.address).open()
        assert await page.hello(server.ticket("screen", session="nowhere")) == {
            "ok": False,
            "refused": "session-unknown",
        }
        await page.close()

    asyncio.run(play())


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1"])
def test_a_page_of_another_site_cannot_open_a_socket(server: Server, origin: str) -> None:
    async def play() -> None:
        with pytest.raises((InvalidStatus, ConnectionClosed)):
            await Page(server.address).open(Origin=origin)
        with pytest.raises((InvalidStatus, ConnectionClosed)):
            await Page(server.address).open(**{"Origin": origin, "X-Forwarded-Host": origin.partition("//")[2]})

    asyncio.run(play())


def test_our_own_page_can(server: Server) -> None:
    async def play() -> None:
        await (await Page(server.address).open(Origin=server.address)).close()

    asyncio.run(play())


def test_a_socket_without_hello_is_closed_and_one_that_says_nothing_at_all(server: Server) -> None:
    async def play() -> None:
        address = server.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        async with connect(address, proxy=None) as mute:
            page = await Page(server.address).open()
            await page.until(lambda: page.gone, 20)
            await asyncio.wait_for(mute.wait_closed(), 20)

    asyncio.run(play())
