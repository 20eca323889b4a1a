"""Twelve people through the real doors: all on phones, then half on paper and one at a kiosk; one board, one record."""

import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest

from facilitation.domain.slips.numbers import SlipNumber, written
from tests.realtime.caller import Caller
from tests.realtime.page import Page
from tests.realtime.test_served import Whole

PEOPLE = tuple(range(12))
ON_PAPER = frozenset({1, 3, 5, 7, 9, 11})
AT_THE_KIOSK = 6
COLUMNS = ("helped", "hindered", "puzzled")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    server = Whole(tmp_path_factory.mktemp("parity")).wait()
    yield server
    server.process.terminate()
    server.process.wait(60)


@dataclass
class Played:
    """One session: its facilitator, its people by number, and what the wall said at the end of each stage."""

    staff: Caller
    session: str
    console: Page
    screen: Page
    phones: dict[int, Page] = field(default_factory=dict)
    kiosk: Caller | None = None
    kiosk_code: str = ""
    boards: list[Any] = field(default_factory=list)

    @property
    def step(self) -> str:
        return str(self.console.documents["staff"].get("current") or "")

    async def goes_on(self, to: str) -> None:
        """Keep what the whole room reads, then go to the next stage."""
        if self.step:
            assert "saved" in await self.console.do("CloseStep", step=self.step)
            await self.screen.until(lambda: self.screen.documents["everyone"]["stage"].get("closed"))
            self.boards.append({name: self.screen.documents["everyone"].get(name) for name in ("boards", "answers")})
        assert "saved" in await self.console.do("Advance", after=self.step or None)
        await self.console.until(lambda: self.step == to)
        for page in (self.screen, *self.phones.values()):
            await page.until(partial(self._is_at, page, to))

    @staticmethod
    def _is_at(page: Page, step: str) -> bool:
        return bool(page.documents["everyone"].get("stage", {}).get("key") == step)

    async def on_phone(self, n: int, kind: str, **what: Any) -> None:
        answer = await self.phones[n].do(kind, step=self.step, **what)
        assert "saved" in answer, (n, kind, answer)

    def on_paper(self, n: int, sheet: int, typed: Mapping[str, str]) -> None:
        seat = sorted(ON_PAPER).index(n) + 1
        at = f"/sessions/{self.session}/paper/type"
        number = written(SlipNumber(sheet, seat), self.session)
        self.staff.open(f"{at}?number={number}")
        self.staff.send(at, **typed)
        assert f"{number} est enregistré" in self.staff.words, self.staff.words

    def at_kiosk(self, lines: list[dict[str, str]]) -> None:
        """Come up with the code, give what each line asks, leave."""
        assert self.kiosk is not None
        base = f"/k/{self.session}"
        self.kiosk.open(base)
        self.kiosk.send(f"{base}/back", code=self.kiosk_code)
        for line in lines:
            assert self.kiosk.at == f"{base}/now"
            self.kiosk.send(**line)
        self.kiosk.send(f"{base}/next")
        assert self.kiosk.at == base


async def opened(whole: Whole, staff: Caller, title: str, mixed: bool) -> Played:
    """A session whose twelve people have come in, each by their own door, in the same order."""
    staff.open("/experiments/1/sessions/new?format=retrospective").send(title=title)
    session = staff.at.removeprefix("/sessions/")
    if mixed:
        staff.open(f"/sessions/{session}/paper").send(seats="6", parts="sign-in", language="fr")
    console = Page(whole.address)
    await (await console.open()).hello(staff.open(f"/s/{session}/console").ticket(), "console-1")
    screen = Page(whole.address)
    await (await screen.open()).hello(staff.open(f"/s/{session}/screen").ticket())
    played = Played(staff, session, console, screen)
    assert "saved" in await console.do("OpenDoor")
    code = console.documents["staff"]["join"]["code"]
    for n in PEOPLE:
        agreed = {"report": "yes", **({"quotation": "y"} if n % 2 else {})}
        if mixed and n in ON_PAPER:
            number = written(SlipNumber(0, sorted(ON_PAPER).index(n) + 1), session)
            staff.open(f"/sessions/{session}/paper/type?number={number}")
            staff.send(
                f"/sessions/{session}/paper/type", **{"consent/report": "o", "consent/quotation": "o" if n % 2 else ""}
            )
        elif mixed and n == AT_THE_KIOSK:
            _comes_to_the_kiosk(whole, played, agreed)
        else:
            browser = Caller(whole.address)
            browser.open(f"/j/{code}").send(**agreed)
            page = Page(whole.address)
            assert (await (await page.open()).hello(browser.ticket()))["ok"]
            played.phones[n] = page
    return played


def _comes_to_the_kiosk(whole: Whole, played: Played, agreed: Mapping[str, str]) -> None:
    staff, base = played.staff, f"/k/{played.session}"
    staff.open(f"{base}/link").send(f"/sessions/{played.session}/screens/lend")
    link = re.search(rf"{base}/begin/1/\w+", staff.text)
    assert link is not None
    played.kiosk = Caller(whole.address)
    played.kiosk.open(link[0]).send()
    played.kiosk.open(f"{base}/new").send(**agreed)
    found = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b", played.kiosk.words)
    assert found is not None
    played.kiosk_code = found[0]
    played.kiosk.send(f"{base}/next")


async def goes_through(played: Played, mixed: bool) -> None:
    """The five stages: a scale, cards in columns, a vote, cards again, a vote."""

    async def each(sheet: int, phone: Any, paper: Any, kiosk: Any) -> None:
        for n in PEOPLE:
            if mixed and n in ON_PAPER:
                played.on_paper(n, sheet, paper(n))
            elif mixed and n == AT_THE_KIOSK:
                played.at_kiosk(kiosk(n))
            else:
                await phone(n)

    await played.goes_on("arrive")
    mood = lambda n: n % 5 + 1  # noqa: E731 - one line for each stage, side by side
    await each(
        1,
        lambda n: played.on_phone(n, "GiveAnswer", question="mood", value={"number": str(mood(n))}),
        lambda n: {"answer/mood": str(mood(n))},
        lambda n: [{"words": str(mood(n))}],
    )
    await played.goes_on("gather")
    await each(
        2,
        lambda n: played.on_phone(n, "PostCard", board="facts", text=f"Un fait {n}", column=COLUMNS[n % 3]),
        lambda n: {f"card/facts/{COLUMNS[n % 3]}/1": f"Un fait {n}"},
        lambda n: [{"words": f"Un fait {n}"}],
    )
    await played.goes_on("insights")
    picks = lambda n: {(n * 5 + k * 3) % 12 + 1 for k in range(3)}  # noqa: E731
    await each(
        3,
        lambda n: played.on_phone(n, "CastVote", dots={f"c{card}": 1 for card in picks(n)}),
        lambda n: {"vote": " ".join(map(str, sorted(picks(n))))},
        lambda n: [{f"v/{card}": "1" for card in picks(n)}],
    )
    assert "saved" in await played.console.do("RevealStep", step="insights")
    await played.goes_on("ideas")
    await each(
        4,
        lambda n: played.on_phone(n, "PostCard", board="changes", text=f"Un changement {n}"),
        lambda n: {"card/changes/1": f"Un changement {n}"},
        lambda n: [{"words": f"Un changement {n}"}],
    )
    await played.goes_on("decide")
    wants = lambda n: {(n * 7 + k * 4) % 12 + 13 for k in range(2)}  # noqa: E731
    await each(
        5,
        lambda n: played.on_phone(n, "CastVote", dots={f"c{card}": 1 for card in wants(n)}),
        lambda n: {"vote": " ".join(map(str, sorted(wants(n))))},
        lambda n: [{f"v/{card}": "1" for card in wants(n)}],
    )
    assert "saved" in await played.console.do("CloseSession")


async def record_of(whole: Whole, staff: Caller, mixed: bool) -> tuple[list[Any], dict[str, Any]]:
    """Play it; what the wall said, and the whole outcome as it is downloaded."""
    played = await opened(whole, staff, "Une rétrospective", mixed)
    await goes_through(played, mixed)
    await asyncio.gather(*(page.close() for page in (played.console, played.screen, *played.phones.values())))
    found: dict[str, Any] = json.loads(staff.open(f"/sessions/{played.session}/outcome.json").text)
    return played.boards, found


OF_THE_DOOR = {"channels", "slips", "seq", "session", "ref"}
MOMENTS = {"planned_at", "started_at", "closed_at", "actual", "after"}


def but_for_the_doors(value: Any) -> Any:
    """The same without what two sessions never share: their names, their moments, which doors were used."""
    match value:
        case dict():
            return {key: but_for_the_doors(one) for key, one in value.items() if key not in OF_THE_DOOR | MOMENTS}
        case list():
            return [but_for_the_doors(one) for one in value]
    return value


def test_half_on_paper_and_one_at_a_kiosk_give_the_board_and_the_record_of_phones(whole: Whole) -> None:
    staff = Caller(whole.address)
    link = next(line for line in whole.said.read_text().split() if "/sign-in/" in line)
    staff.open("/sign-in/" + link.rpartition("/sign-in/")[2]).send(later="1")
    assert staff.at == "/staff"
    phones_boards, phones = asyncio.run(record_of(whole, staff, mixed=False))
    mixed_boards, mixed = asyncio.run(record_of(whole, staff, mixed=True))
    assert len(mixed_boards) == 4
    assert mixed_boards == phones_boards
    assert but_for_the_doors(mixed) == but_for_the_doors(phones)
    assert json.dumps(mixed).count("Un fait") == json.dumps(phones).count("Un fait") > 11
    assert (mixed["attendance"]["slips"], phones["attendance"]["slips"]) == (30, 0)
    assert whole.errors.read_text() == ""
