"""Takes the README's pictures: a real server, a real session of 1-2-4-All, twelve simulated participants.

Run as `make screens`. Needs what `./test` installs. Writes into docs/screens/.
"""

import json
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
INTO = ROOT / "docs/screens"
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}
CONSOLE = {"viewport": {"width": 1280, "height": 800}}
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}
IDEAS = (
    "Une personne repère accueille chaque arrivant la première semaine",
    "Un plan du lieu, avec des dessins, remis le premier jour",
    "Dire dès le début à qui poser ses questions",
    "Un repas commun le premier vendredi",
    "Moins de papiers à remplir le premier jour",
    "Un carnet avec les mots et les sigles de la maison",
    "Prévoir un moment calme, sans information nouvelle",
    "Demander à chacun ce qu'il sait faire, et s'en servir vite",
    "Un binôme volontaire pendant un mois",
    "Montrer les lieux à pied, pas sur un écran",
    "Répéter les règles importantes une semaine plus tard",
    "Revenir vers la personne après quinze jours : qu'est-ce qui a manqué ?",
)
SHOWN = (0, 2, 4)
"""The pages of the record that are shown, counted from 0."""
FAVOURITES = (0, 0, 1, 0, 2, 1, 0, 1, 0, 0, 1)
"""Which of the three ideas each of the eleven prefers."""


class Seat:
    """One browser at a door of the session; sends commands over HTTP as its page would."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        page = context.request.get(address).text()
        found = re.search(r'<script[^>]*id="boot"[^>]*>(.*?)</script>', page, re.S)
        assert found, f"{address} has no boot"
        self.boot: dict[str, Any] = json.loads(found.group(1))
        self.base = "/".join(address.split("/")[:3])
        self.page: Page | None = None
        self.tab, self.next = secrets.token_urlsafe(8), self.boot.get("next", 1)

    def do(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One command; an unexpected answer stops the making of pictures."""
        answer = self.send(kind, **fields)
        assert "saved" in answer, f"{kind}: {answer}"
        return answer

    def send(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One command, and what was said to it."""
        body = {"n": self.next, "id": secrets.token_urlsafe(12), "do": {"kind": kind, **fields}}
        if self.boot["kind"] == "console":
            body["tab"] = self.tab
        headers = {"X-CSRFToken": self.boot["csrf"], "Origin": self.base}
        answer = self.context.request.post(self.base + self.boot["urls"]["do"], data=body, headers=headers).json()
        if "expect" in answer:
            self.next = answer["expect"]
            return self.send(kind, **fields)
        self.next += 1
        return dict(answer)

    def documents(self) -> dict[str, Any]:
        """What this screen may see now, by channel."""
        answer = self.context.request.get(self.base + self.boot["urls"]["documents"]).json()
        return {entry["channel"]: entry["full"] for entry in answer["documents"]}


@contextmanager
def a_server(folder: Path) -> Iterator[tuple[str, str]]:
    """Where a fresh server answers, and its one-time sign-in link."""
    program = [Path(sys.executable).parent / "facilitation", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*program, "--database", f"sqlite:///{folder / 'screens.db'}"], stdout=subprocess.PIPE, text=True, cwd=folder
    )
    try:
        assert process.stdout
        said = process.stdout.readline() + process.stdout.readline()
        link = re.search(r"(http://[^/\s]+)/sign-in/\S+", said)
        assert link, said
        yield link.group(1), link.group(0)
    finally:
        process.terminate()
        process.wait(20)


def main() -> None:
    """Play, and take pictures on the way."""
    INTO.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, a_server(Path(folder)) as (base, link), sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        play(browser, base, link, Path(folder))
        browser.close()


def play(browser: Browser, base: str, link: str, folder: Path) -> None:
    """The session, from the one-time link to the result of the vote; then the record."""
    staff = browser.new_context(locale="fr-FR", **CONSOLE)
    staff.set_default_timeout(15_000)
    session = sign_in(staff.new_page(), link, base)
    facilitator = Seat(staff, f"{base}/s/{session}/console")
    facilitator.do("OpenDoor")
    projector = staff.new_page()
    projector.set_viewport_size(PROJECTOR["viewport"])
    projector.goto(f"{base}/s/{session}/screen")
    console = staff.new_page()
    console.goto(f"{base}/s/{session}/console")
    people = [join(browser, base, session, facilitator, "en-GB" if number == 1 else "fr-FR") for number in range(12)]
    settle(projector)
    take(projector, "projector-door")
    facilitator.do("Advance", after=None)
    facilitator.do("ExtendStep", step="alone", seconds=240)  # pictures take longer than a thought
    write_alone(people)
    share(people, facilitator)
    vote(people, facilitator, projector, console)
    record(browser, folder)


def sign_in(page: Page, link: str, base: str) -> str:
    """Use the link, and find the demonstration session; its id."""
    page.goto(link)
    page.locator("button[name=later]").click()
    page.goto(f"{base}/staff")
    page.locator("main a[href*='/experiments/']:not([href$='/new'])").first.click()
    page.locator("main a[href*='/sessions/']:not([href*='/new'])").first.click()
    found = re.search(r"/sessions/([^/?]+)", page.url)
    assert found, page.url
    return found.group(1)


def join(browser: Browser, base: str, session: str, facilitator: Seat, locale: str) -> Seat:
    """One person comes in from a phone, and agrees to everything."""
    code = facilitator.boot["join"]["code"]
    context = browser.new_context(locale=locale, **PHONE)
    context.set_default_timeout(15_000)
    form = context.request.get(f"{base}/j/{code}").text()
    hidden = dict(re.findall(r'name="(csrf_token|visit)"[^>]*value="([^"]+)"', form))
    agreed = {"report": "yes", "quotation": "y", "publication": "y"}
    context.request.post(f"{base}/j/{code}", form={**hidden, **agreed}, headers={"Origin": base})
    seat = Seat(context, f"{base}/s/{session}/phone")
    seat.page = context.new_page()
    seat.page.goto(seat.address)
    return seat


def write_alone(people: list[Seat]) -> None:
    """Everyone writes; two phones are photographed."""
    for person, idea in zip(people, IDEAS, strict=True):
        person.do("PostCard", step="alone", board="ideas", text=idea)
    for person, name, words in ((people[0], "phone-fr", "Un mot de bienvenue"), (people[1], "phone-en", "A welcome")):
        page = open_page(person)
        page.locator("textarea").first.fill(words)
        settle(page)
        take(page, name)
        page.locator("textarea").first.fill("")


def open_page(person: Seat) -> Page:
    """The page that this person has open."""
    assert person.page
    return person.page


def share(people: list[Seat], facilitator: Seat) -> None:
    """Pairs, then fours; each four keeps an idea."""
    facilitator.do("Advance", after="alone")
    facilitator.do("Advance", after="pairs")
    chosen: set[str] = set()
    for person in people:
        seen = person.documents()
        group = next(name for name in seen if name.startswith("group:"))
        if group not in chosen:
            chosen.add(group)
            cards = seen[group]["boards"]["ideas"]["cards"]
            person.do("ChooseCards", step="fours", cards=[sorted(cards)[0]])


def vote(people: list[Seat], facilitator: Seat, projector: Page, console: Page) -> None:
    """The room votes; results are revealed."""
    facilitator.do("Advance", after="fours")
    cards = sorted(people[0].documents()["everyone"]["boards"]["ideas"]["cards"])
    for person, first in zip(people[1:], FAVOURITES, strict=True):
        person.do("CastVote", step="all", dots={cards[first]: 2, cards[(first + 1) % 3]: 1})
    page = open_page(people[0])
    settle(page)
    page.evaluate("window.scrollBy(0, 320)")
    take(page, "phone-vote")
    settle(console)
    take(console, "console")
    facilitator.do("RevealStep", step="all")
    settle(projector)
    take(projector, "projector-results")


def record(browser: Browser, folder: Path) -> None:
    """Pages of a rehearsal's PDF, side by side: its stages take their time, as those photographed do not."""
    program = [Path(sys.executable).parent / "facilitation", "rehearse", "one-two-four-all"]
    subprocess.run([*program, "--participants", "12", "--seed", "7", "--out", folder / "rehearsal"], check=True)
    pdf = folder / "rehearsal/documentation.pdf"
    subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, folder / "page"], check=True)
    beside = browser.new_page()
    beside.set_viewport_size({"width": 1600, "height": 760})
    pictures = "".join(
        f'<img src="file://{name}">' for name in (sorted(folder.glob("page*.png"))[number] for number in SHOWN)
    )
    style = "body{display:flex;gap:16px;margin:16px;background:#ddd}img{box-shadow:0 1px 6px #0006}"
    (folder / "beside.html").write_text(f"<style>{style}</style>{pictures}")
    beside.goto(f"file://{folder / 'beside.html'}")
    take(beside, "record", full=True)


def settle(page: Page) -> None:
    """Wait until the page holds what the server said last, and nothing moves."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(1500)


def take(page: Page, name: str, full: bool = False) -> None:
    """One picture, as small as it goes."""
    path = INTO / f"{name}.png"
    page.screenshot(path=path, animations="disabled", full_page=full)
    Image.open(path).convert("RGB").quantize(200, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
