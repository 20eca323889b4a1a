"""The session that is photographed: the workshop of `gallery-tour.yaml`, from the closed door to the last thank you."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from scripts.gallery.album import Album
from scripts.gallery.guests import TONGUES, Guest, Locale, come, pen_of, somebody
from scripts.screens import Seat, settle

PEOPLE = 24
LAPTOP = {"width": 1280, "height": 800}


@dataclass
class Tour:
    """The three kinds of live screens, side by side, and everybody who came."""

    album: Album
    browser: Browser
    base: str
    session: str
    staff: Page
    locale: Locale

    def play(self, beside: Callable[["Tour"], None]) -> None:
        """From the door to the end; `beside` photographs what stands beside a running session."""
        self.console = self._open(self.staff, "console")
        self.wall = self._open(self.staff, "screen")
        self.lead = Seat(self.staff.context, f"{self.base}/s/{self.session}/console")
        self._shot(self.console, "Console", "console-closed-door", "Before the door opens")
        self.lead.do("OpenDoor")
        self._shot(self.wall, "Projector", "projector-door", "The door: how to come in")
        self.phone = self._comes_in()
        self.guests = [self.me, *come(self.browser, self.base, self.session, self.code, self.locale, PEOPLE - 1)]
        self._shot(self.phone, "Phone", "phone-waiting", "Waiting for the first stage")
        self._shot(self.console, "Console", "console-waiting", "Everybody is there, nothing has begun")
        self._stages(beside)
        self.lead.do("CloseSession")
        self._shot(self.phone, "Phone", "phone-end", "The end")
        self._shot(self.wall, "Projector", "projector-end", "The end")
        self._shot(self.console, "Console", "console-end", "The end: towards the documents")
        self._own()

    @property
    def code(self) -> str:
        """The code of the door."""
        return str(self.lead.boot["join"]["code"])

    def _open(self, beside: Page, kind: str) -> Page:
        page = beside.context.new_page()
        page.set_viewport_size(LAPTOP)
        page.goto(f"{self.base}/s/{self.session}/{kind}")
        return page

    def _shot(self, page: Page, chapter: str, name: str, says: str) -> None:
        settle(page)
        self.album.take(page, chapter, name, says)

    def _comes_in(self) -> Page:
        """The person whose phone is photographed, through the pages."""
        context = self.browser.new_context(locale=TONGUES[self.locale], viewport={"width": 360, "height": 640})
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.goto(self.base)
        self._shot(page, "Door", "door-code", "The first page: type the code")
        page.locator("input[name=code]").fill("ZZZZ-ZZZZ")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/j/"))
        self._shot(page, "Door", "door-wrong-code", "A code that nobody gave")
        page.goto(f"{self.base}/j/{self.code}")
        self._shot(page, "Door", "door-consent", "What one agrees to")
        page.locator("input[name=report][value=yes]").check()
        page.locator("main button.primary").click()
        page.wait_for_url(re.compile("/phone$"))
        seat = Seat(context, page.url)
        self.slip = str(seat.boot["withdrawal"])
        self.me = Guest(seat, somebody(0, pen_of(self.locale), self.locale))
        return page

    def _on(self, stage: str) -> None:
        """Go on to a stage."""
        staff = self.lead.documents()["staff"]
        self.lead.do("Advance", after=staff.get("current"))
        assert str(self.lead.documents()["staff"]["current"]).startswith(stage)

    def _act(self, but: int = 0) -> None:
        for guest in self.guests[but:]:
            guest.acts()

    def _stages(self, beside: Callable[["Tour"], None]) -> None:
        phone, wall, console = self.phone, self.wall, self.console
        self._on("alone")
        self._shot(phone, "Phone", "phone-write", "Write, alone")
        self._act(but=1)
        phone.locator("textarea").first.fill(IDEA[self.locale])
        phone.locator("form.task button[type=submit]").click()
        self._shot(phone, "Phone", "phone-written", "Written, saved")
        self._shot(console, "Console", "console-alone", "People write alone")
        self._shot(wall, "Projector", "projector-alone", "People write alone")
        self._questions()
        beside(self)
        self._on("groups")
        self._shot(phone, "Phone", "phone-choose", "The group chooses an idea")
        self._shot(wall, "Projector", "projector-groups", "Groups")
        self._shot(console, "Console", "console-groups", "Groups")
        self._act()
        self._on("gather")
        self._act(but=1)
        self._shot(phone, "Phone", "phone-board", "A board with columns")
        self._shot(wall, "Projector", "projector-board", "The wall fills")
        self._shot(console, "Console", "console-board", "A board on the console")
        self.lead.do("HideWall", on=True)
        self._shot(wall, "Projector", "projector-hidden", "The wall is hidden")
        self.lead.do("HideWall", on=False)
        self._parts()
        self._votes()

    def _questions(self) -> None:
        self._on("ask")
        phone = self.phone
        names = ("wish", "word", "days", "ease", "first", "keep", "agree", "order", "steps")
        for name in names:
            settle(phone)
            self.album.take(phone, "Phone", f"phone-ask-{name}", QUESTIONS[name])
            phone.locator(".asked-foot button").last.click()
        self._shot(phone, "Phone", "phone-ask-nothing", "The answers, still empty")
        self._act()
        self._shot(phone, "Phone", "phone-ask-all", "All answers, to read again")
        self._shot(self.console, "Console", "console-questions", "Answers come in")

    def _parts(self) -> None:
        phone, wall, console = self.phone, self.wall, self.console
        self._on("part")
        self._shot(phone, "Phone", "phone-volunteer", "Who would like the role?")
        self.me.seat.send(kind="RaiseHand", step="part", role="keeper", on=True)
        self._on("listen")
        self._shot(phone, "Phone", "phone-role", "A role of one's own")
        self._shot(wall, "Projector", "projector-listen", "A stage to listen")
        self._shot(console, "Console", "console-roles", "Roles")
        self._on("turns")
        self._shot(phone, "Phone", "phone-turns", "Speaking in turn")
        self._shot(wall, "Projector", "projector-turns", "Speaking in turn")
        self._on("map")
        self._shot(phone, "Phone", "phone-place", "Place an idea by two questions")
        self._act()
        self._shot(phone, "Phone", "phone-map", "The map")
        self._shot(wall, "Projector", "projector-map", "The map")

    def _votes(self) -> None:
        phone, wall, console = self.phone, self.wall, self.console
        self._on("dots")
        self._shot(phone, "Phone", "phone-dots", "Dots among many cards")
        self._act()
        self._shot(console, "Console", "console-vote", "A vote under way")
        self._reveal("dots")
        self._shot(phone, "Phone", "phone-result", "The result of the vote")
        self._shot(wall, "Projector", "projector-result", "The result of the vote")
        self._on("rank")
        self._shot(phone, "Phone", "phone-rank", "Put in order")
        self._act()
        self._reveal("rank")
        self._shot(wall, "Projector", "projector-rank", "The order of the room")
        self._on("consent")
        self._shot(phone, "Phone", "phone-consent", "Consent")
        self._act()
        self._reveal("consent")
        self._shot(wall, "Projector", "projector-consent", "Consent, with its reasons")
        self._on("tables")
        self._shot(phone, "Phone", "phone-join", "Choose a table")
        self._act()
        self._shot(phone, "Phone", "phone-joined", "At a table")
        self._shot(wall, "Projector", "projector-tables", "Tables")
        self._offline()

    def _reveal(self, stage: str) -> None:
        step = str(self.lead.documents()["staff"]["current"])
        assert step.startswith(stage)
        self.lead.do("RevealStep", step=step)

    def _offline(self) -> None:
        self.phone.context.set_offline(True)
        self.phone.locator(".offline, .banner.warn").first.wait_for(timeout=60_000)
        self.album.take(self.phone, "Phone", "phone-offline", "Without a network")
        self.phone.context.set_offline(False)
        settle(self.phone)

    def reader(self) -> Page:
        """Somebody with nothing but the code of a slip."""
        return self.browser.new_context(locale=TONGUES[self.locale]).new_page()

    def _own(self) -> None:
        """One's own contributions, with the withdrawal code."""
        page = self.reader()
        page.goto(f"{self.base}/ticket")
        self._shot(page, "Own contributions", "own-door", "Come with the withdrawal code")
        page.locator("main input:not([type=hidden])").first.fill(self.slip)
        page.locator("main button.primary").click()
        self._shot(page, "Own contributions", "own-list", "What one has written")
        page.locator("main a.danger").first.click()
        self._shot(page, "Own contributions", "own-withdraw", "Withdraw?")
        page.locator("main button.danger").first.click()
        self._shot(page, "Own contributions", "own-withdrawn", "Withdrawn")


IDEA = {"fr": "Une personne repère la première semaine.", "en": "One person to turn to in the first week."}
QUESTIONS = {
    "wish": "A long text",
    "word": "A short text",
    "days": "A number",
    "ease": "A scale",
    "first": "One choice",
    "keep": "Several choices",
    "agree": "Yes or no",
    "order": "An order",
    "steps": "A list",
}
