"""A live edit from end to end: two consoles, a phone and a projector; what is refused; all of it in the log."""

import asyncio

from facilitation.cli.store import reading
from facilitation.domain import events as e
from tests.realtime.conftest import Server, a_session

WHY = "la salle est lente"


def test_lengthen_insert_and_be_refused_on_what_has_passed(server: Server) -> None:
    async def play() -> None:
        session = a_session(server, "edited", step="pairs")
        console = await server.page("facilitator", "a1", session, tab="console01")
        other = await server.page("facilitator", "a2", session, tab="console02")
        phone, wall = await server.page("participant", "p1", session), await server.page("screen", "", session)
        base = console.documents["staff"]["session"]["planVersion"]

        added = {"block": "break", "before": "number", "reason": WHY, "base": base}
        assert "saved" in await console.do("InsertBlock", **added)
        late = await other.do("MoveStage", step="vote", before=None, reason=WHY, base=base)
        assert late["refused"] == "plan-changed"
        assert late["say"]["en"].startswith("The run sheet has just been changed")
        for screen in (phone, wall):
            await screen.until(lambda screen=screen: screen.documents["everyone"]["next"]["title"]["fr"] == "Pause")
            assert screen.documents["everyone"]["stage"]["of"] == 7

        passed = await console.do("ChangeStage", step="alone", seconds=60, reason=WHY, base=base + 1)
        assert passed["refused"] == "step-reached"
        assert "saved" in await console.do("ChangeStage", step="number", seconds=300, reason=WHY, base=base + 1)
        assert (await console.do("ChangeStage", step="all", seconds=60, reason=" ", base=base + 2))["refused"] == (
            "reason-missing"
        )
        await other.until(lambda: other.documents["staff"]["plan"]["number"].get("seconds") == 300)
        assert other.documents["staff"]["plan"]["number"]["first"] == 0
        assert other.documents["staff"]["changes"]["#1"]["reason"] == WHY
        assert WHY not in "".join(phone.heard) + "".join(wall.heard)

        assert "saved" in await console.do("Advance", after="pairs")
        assert "saved" in await console.do("ExtendStep", step="break", seconds=120)
        assert "saved" in await console.do("ReopenStep", step="pairs", seconds=60, reason=WHY)
        await phone.until(lambda: phone.documents["everyone"]["stage"]["key"] == "pairs")
        assert "saved" in await phone.do("PostCard", step="pairs", board="ideas", text="encore une")
        assert (await console.do("ReopenStep", step="pairs", seconds=60, reason=WHY))["refused"] == "stage-open"
        await asyncio.gather(console.close(), other.close(), phone.close(), wall.close())

    asyncio.run(play())
    with reading(f"sqlite:///{server.errors.parent / 'live.db'}") as (_, log):
        told = [one.event for one in log.read("edited")]
        assert log.verify("edited").ok
    kinds = {type(event) for event in told}
    assert {e.StageInserted, e.StageChanged, e.TimerExtended, e.StageReopened} <= kinds
    assert [event.text for event in told if isinstance(event, e.ReasonGiven)] == [WHY] * 3
    assert {event.by for event in told if isinstance(event, e.StageInserted)} == {"a1"}
