"""What is acknowledged, what is refused, and who may send what."""

import asyncio
import typing

import pytest

from facilitation.domain import commands as c
from facilitation.domain.commands import Refused
from facilitation.realtime.identity import Identity, authorise
from facilitation.realtime.pace import Pace
from facilitation.realtime.reading import Asked, read_do
from tests.realtime.conftest import Server, a_session


def test_a_post_is_saved_once_and_a_repeat_gets_the_same_answer(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "repeat")
        page = await server.page("participant", "p1", session)
        first = await page.do("PostCard", 1, "abc", step="alone", board="ideas", text="une idée")
        again = await page.do("PostCard", 1, "abc", step="alone", board="ideas", text="une idée")
        assert first == again
        assert first["saved"] > 0
        await page.until(lambda: len(page.documents["person:p1"].get("mine", {}).get("cards", {})) == 1)
        await page.close()

    asyncio.run(play())


def test_a_skipped_number_and_a_number_used_by_another_tab_are_not_taken(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "skipped")
        page = await server.page("participant", "p1", session)
        post = {"step": "alone", "board": "ideas", "text": "x"}
        assert await page.do("PostCard", 7, "a", **post) == {"n": 7, "expect": 1}
        assert "saved" in await page.do("PostCard", 1, "b", **post)
        assert await page.do("PostCard", 1, "c", **post) == {"n": 1, "expect": 2}
        await page.close()

    asyncio.run(play())


@pytest.mark.parametrize(
    ("name", "step", "kind", "fields", "reason"),
    [
        ("r1", "pairs", "PostCard", {"step": "alone", "board": "ideas", "text": "x"}, "stale-stage"),
        ("r2", "alone", "PostCard", {"step": "nowhere", "board": "ideas", "text": "x"}, "unknown-step"),
        ("r3", "alone", "PostCard", {"step": "alone", "board": "ideas", "text": "  "}, "empty"),
        ("r4", "alone", "PostCard", {"step": "alone", "board": "ideas", "text": "x" * 2001}, "too-long"),
        ("r5", "alone", "PostCard", {"step": "alone", "board": "other", "text": "x"}, "unknown-board"),
        (
            "r6",
            "number",
            "GiveAnswer",
            {"step": "number", "question": "contribution", "value": {"number": "101"}},
            "too-large",
        ),
        (
            "r7",
            "number",
            "GiveAnswer",
            {"step": "number", "question": "contribution", "value": {"number": "1/2"}},
            "not-whole",
        ),
        ("r8", "number", "GiveAnswer", {"step": "number", "question": "contribution", "value": True}, "not-a-number"),
        ("r9", "vote", "CastVote", {"step": "vote", "dots": {"c1": 1}}, "unknown-card"),
        ("r10", "vote", "CastVote", {"step": "vote", "dots": {"c1": 4}}, "over-budget"),
        ("r11", "alone", "PostCard", {"step": "alone", "board": "ideas", "text": "\ud800"}, "not-understood"),
        ("r12", "alone", "PostCard", {"step": "alone", "board": "ideas", "text": {"a": 1}}, "not-understood"),
        ("r13", "alone", "PostCard", {"step": "alone", "board": "ideas"}, "not-understood"),
        (
            "r14",
            "alone",
            "PostCard",
            {"step": "alone", "board": "ideas", "text": "x", "author": "p2"},
            "not-understood",
        ),
        ("r15", "alone", "Advance", {"after": "alone"}, "not-allowed"),
        ("r16", "alone", "Dance", {}, "not-understood"),
    ],
)
def test_a_refusal_says_why_and_uses_its_number(
    server: Server, name: str, step: str, kind: str, fields: dict[str, object], reason: str
) -> None:
    async def play() -> None:
        session = a_session(server, name, people=2, step=step)
        page = await server.page("participant", "p1", session)
        refused = await page.do(kind, 1, "one", **fields)
        assert (refused["n"], refused["refused"]) == (1, reason)
        assert await page.do(kind, 1, "one", **fields) == refused
        done = await page.do("Signal", 2, "two", step=step, signal="done")
        assert "saved" in done
        await page.close()

    asyncio.run(play())


def test_two_consoles_press_next_at_once_and_the_room_moves_once(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "twice")
        one = await server.page("facilitator", "a1", session, tab="tab-one-1")
        two = await server.page("facilitator", "a1", session, tab="tab-two-2")
        answers = await asyncio.gather(one.do("Advance", after="alone"), two.do("Advance", after="alone"))
        assert sorted("saved" if "saved" in answer else answer["refused"] for answer in answers) == [
            "saved",
            "stale-stage",
        ]
        await one.until(lambda: one.documents["staff"]["current"] == "pairs")
        await two.until(lambda: two.documents["staff"]["current"] == "pairs")
        await asyncio.gather(one.close(), two.close())

    asyncio.run(play())


def test_the_first_refusal_of_a_race_is_remembered_for_its_tab(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "tabs")
        one = await server.page("facilitator", "a1", session, tab="tab-one-1")
        assert "saved" in await one.do("TakeNote", 1, "x", text="un")
        two = await server.page("facilitator", "a1", session, tab="tab-two-2")
        assert two.next == 1
        back = await server.page("facilitator", "a1", session, tab="tab-one-1")
        assert back.next == 2
        await asyncio.gather(one.close(), two.close(), back.close())

    asyncio.run(play())


def test_the_http_door_answers_as_the_socket_does(server: Server) -> None:
    session = a_session(server, "http")
    post = {"kind": "PostCard", "step": "alone", "board": "ideas", "text": "par HTTP"}
    path = f"/back/do/{session}?kind=participant&id=p1"
    saved = server.post(path, {"n": 1, "id": "a", "do": post})
    assert saved == server.post(path, {"n": 1, "id": "a", "do": post})
    assert server.post(path, {"n": 3, "id": "b", "do": post}) == {"n": 3, "expect": 2}
    unreadable = server.post(path, {"n": "2", "id": "b", "do": post})
    assert (unreadable["refused"], unreadable["detail"]) == ("not-understood", {"field": "n"})
    assert unreadable["say"].keys() == {"fr", "en"}
    documents = f"/back/documents/{session}?kind=participant&id=p1"
    answer = server.post(documents, method="GET")
    assert answer["next"] == 2
    held = {entry["channel"]: entry["version"] for entry in answer["documents"]}
    have = ",".join(f"{channel}:{version}" for channel, version in held.items())
    assert server.post(f"{documents}&have={have}&epoch={answer['epoch']}", method="GET")["documents"] == []
    assert len(server.post(f"{documents}&have={have}&epoch=other", method="GET")["documents"]) == len(held)


def test_too_many_commands_are_put_off_without_using_their_number(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "fast")
        page = await server.page("participant", "p1", session)
        neighbour = await server.page("participant", "p2", session)
        answers = [await page.do("Signal", step="alone", signal="done") for _ in range(25)]
        assert [("saved" in answer) for answer in answers] == [True] * 20 + [False] * 5
        assert all(answer["n"] == 21 and answer["later"] > 0 for answer in answers[20:])
        assert "saved" in await neighbour.do("Signal", step="alone", signal="done")
        await asyncio.gather(page.close(), neighbour.close())

    asyncio.run(play())


@pytest.mark.parametrize("kind", typing.get_args(c.Command), ids=lambda kind: kind.__name__)
def test_who_may_send_what(kind: type) -> None:
    command = object.__new__(kind)
    roles = ("participant", "console", "observer", "screen")
    may = {role: authorise(Identity("s", role, "x"), command) is None for role in roles}
    assert may == {
        "participant": kind in typing.get_args(c.ParticipantCommand) and kind is not c.ChangeConsents,
        "console": kind in typing.get_args(c.FacilitatorCommand)
        and kind not in (c.PlanSession, c.InsertStage, c.ReplaceJoinCode, c.PrintPaper),
        "observer": kind in typing.get_args(c.ObserverCommand),
        "screen": False,
    }


def test_a_refusal_to_send_is_not_allowed() -> None:
    assert authorise(Identity("s", "screen"), c.OpenDoor()) == Refused("not-allowed")


@pytest.mark.parametrize("role", ["participant", "facilitator", "screen"])
def test_a_role_cannot_act_as_another(server: Server, role: str) -> None:
    async def play() -> None:
        session = a_session(server, f"matrix-{role}")
        page = await server.page(role, "p1" if role == "participant" else "a1", session)
        own = {"participant": {"Leave", "WithdrawCard"}, "facilitator": {"TakeNote", "OpenDoor"}, "screen": set()}[role]
        fields: dict[str, dict[str, object]] = {
            "WithdrawCard": {"card": "c9"},
            "TakeNote": {"text": "x"},
            "OpenDoor": {},
            "Join": {"person": "p9", "channel": "phone", "consents": {"kind": "Consents"}},
            "EndTimer": {"step": "alone"},
            "Leave": {},
        }
        for kind, rest in fields.items():
            answer = await page.do(kind, **rest)
            assert (answer.get("refused") != "not-allowed") == (kind in own), (kind, answer)
        await page.close()

    asyncio.run(play())


def test_the_pace_is_kept_for_each_name_apart() -> None:
    clock = [0]
    pace = Pace(lambda: clock[0], most=2, within=1000)
    assert [pace.wait("a"), pace.wait("a"), pace.wait("a"), pace.wait("b")] == [0, 0, 1000, 0]
    clock[0] = 999
    assert pace.wait("a") == 1
    clock[0] = 1000
    assert pace.wait("a") == 0


@pytest.mark.parametrize(
    ("do", "field"),
    [
        ({"kind": "PostCard", "step": "alone", "board": "ideas", "text": "x", "Mirabelle": 1}, "do"),
        ({"kind": "PostCard", "step": "alone", "board": "ideas", "text": 5}, "text"),
        ({"kind": "CastVote", "step": "vote", "dots": {"Mirabelle": "x"}}, "dots"),
        ({"kind": "AssignRole", "role": "client", "people": [5]}, "people"),
        ({"kind": "Mirabelle"}, "kind"),
        (None, "do"),
    ],
)
def test_a_receipt_keeps_no_word_that_the_sender_made_up(do: object, field: str) -> None:
    asked = read_do({"n": 1, "id": "a", "do": do})
    assert isinstance(asked, Asked)
    assert isinstance(asked.command, Refused)
    assert asked.command.detail["field"] == field
    assert "Mirabelle" not in str(asked.command)


def test_documents_are_given_at_the_pace_of_commands_and_pages_are_still_drawn(server: Server) -> None:
    session = a_session(server, "greedy")
    documents = f"/back/documents/{session}?kind=participant&id=p1"
    answers = [server.post(documents, method="GET") for _ in range(22)]
    assert [answer["ok"] for answer in answers] == [True] * 20 + [False] * 2
    assert 0 < answers[-1]["later"] <= 10_000
    assert server.post(documents.replace("p1", "p2"), method="GET")["ok"]
    assert server.post(f"{documents}&drawing=1", method="GET")["ok"]
