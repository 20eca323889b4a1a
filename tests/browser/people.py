"""Those who come to a workshop, each with the screen they would have: what they do, in their words."""

import re
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, expect

PROTOCOL = (
    ("Finalité", "Savoir ce que change un accueil préparé."),
    ("Ce qui est recueilli", "Ce que vous écrivez pendant la séance"),
    ("Qui peut le lire", "L’équipe qui anime"),
    ("Responsables de traitement", "Association des exemples"),
    ("Contact pour la protection des données", "La fonction chargée des données"),
    ("Contributions", "12"),
)
"""What the information sheet cannot do without, in the order of the page, but for the legal basis."""

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")


def visit(browser: Browser, width: int, height: int, locale: str = "fr-FR", **more: object) -> BrowserContext:
    """A browser of one's own; any request to another host, and any error in its console, is kept as a complaint."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale=locale, **more)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    context.on("request", lambda asked: complaints.append(asked.url) if not _ours(asked.url) else None)
    context.complaints = complaints  # type: ignore[attr-defined]
    return context


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


def complaints(context: BrowserContext) -> list[str]:
    """What went wrong in a browser. Dropped connections are left aside: a killed server is not the page's fault."""
    heard: list[str] = context.complaints  # type: ignore[attr-defined]
    passing = ("ERR_CONNECTION", "ERR_INTERNET_DISCONNECTED", "WebSocket connection", "502", "ERR_EMPTY_RESPONSE")
    return [said for said in heard if not any(word in said for word in passing)]


@dataclass
class Facilitator:
    """The person in front of the room, at a laptop."""

    context: BrowserContext
    page: Page
    base: str
    session: str = ""

    @classmethod
    def arrives(cls, browser: Browser, base: str, link: str) -> "Facilitator":
        """Sign in with the link that the server printed."""
        context = visit(browser, 1280, 800)
        page = context.new_page()
        page.goto(link)
        page.get_by_label("Identifiant").fill("animation")
        page.get_by_label("Mot de passe").fill("une phrase assez longue")
        page.get_by_role("button", name="Enregistrer et se connecter").click()
        expect(page.get_by_role("heading", name="Expérimentations", level=1)).to_be_visible()
        return cls(context, page, base)

    def creates_an_experiment(self, title: str) -> None:
        """A question, a hypothesis, the site that is there."""
        self.page.get_by_role("link", name="Nouvelle expérimentation").click()
        self.page.get_by_label("Titre").fill(title)
        self.page.get_by_label(re.compile("^La question")).fill("Que change un accueil préparé à plusieurs ?")
        for part, words in (
            ("Si…", "on prépare à plusieurs"),
            ("alors…", "on oublie moins"),
            ("parce que…", "on se parle"),
        ):
            self.page.get_by_role("textbox", name=re.compile(f"^{part}")).fill(words)
        self.page.get_by_role("button", name="Enregistrer").click()
        self.writes_the_protocol()

    def writes_the_protocol(self) -> None:
        """What people are told before they come: nobody joins at a site without it."""
        self.page.get_by_role("link", name="Protocole").first.click()
        self.page.get_by_role("link", name="Écrire", exact=True).click()
        for label, words in PROTOCOL:
            self.page.get_by_label(re.compile(f"^{label}")).fill(words)
        self.page.get_by_label(re.compile("^Base légale")).select_option("consent")
        self.page.get_by_role("button", name="Enregistrer").click()
        self.page.get_by_role("link", name="Vue d’ensemble").click()

    def plans(self, format_title: str, question: str) -> None:
        """Plan a session from a format, with a question of her own and two minutes alone."""
        self.page.get_by_role("link", name="Prévoir une séance").first.click()
        self.page.get_by_role("link", name=re.compile(format_title)).first.click()
        self.page.get_by_label("Titre de la séance").fill("Premier atelier")
        self.page.get_by_label("La question posée à la salle").fill(question)
        self.page.get_by_label("Seul", exact=True).fill("2")
        self.page.get_by_role("button", name="Prévoir la séance").click()
        self.page.wait_for_url(re.compile(r"/sessions/(?!new)[^/?]+$"))
        self.session = self.page.url.rpartition("/")[2]

    def opens_the_console(self) -> None:
        """Go to the console, and open the door with one key."""
        self.page.goto(f"{self.base}/s/{self.session}/console")
        expect(self.page.get_by_text("Connecté", exact=True)).to_be_visible()
        self.page.keyboard.press("n")
        expect(self.page.get_by_text("porte ouverte")).to_be_visible()

    def goes_to(self, stage: str) -> None:
        """Next step, by its key."""
        self.page.keyboard.press("n")
        expect(self.page.get_by_role("heading", name=stage).first).to_be_visible()

    @property
    def code(self) -> str:
        """The code to join."""
        found = CODE.search(self.page.inner_text("body"))
        assert found
        return found.group(0)


@dataclass
class Phone:
    """A participant's phone."""

    context: BrowserContext
    page: Page

    @classmethod
    def joins(
        cls, browser: Browser, base: str, code: str, *, agrees: bool = True, locale: str = "fr-FR", wrong: float = 0
    ) -> "Phone":
        """Type the code as people do, read, agree, come in. The phone's clock may be wrong, by so many seconds."""
        context = visit(browser, 360, 640, locale, device_scale_factor=2, is_mobile=True, has_touch=True)
        if wrong:
            context.clock.install(time=time.time() + wrong)
        page = context.new_page()
        page.goto(base)
        page.locator("input[name=code]").fill(code.lower().replace("-", " "))
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/j/"))
        page.locator(f"input[name=report][value={'yes' if agrees else 'no'}]").check()
        page.get_by_role("button", name=re.compile("^(Rejoindre|Join)")).click()
        page.wait_for_url(re.compile("/phone$"))
        return cls(context, page)

    def posts(self, text: str) -> None:
        """Write, and send."""
        self.page.locator("textarea").first.fill(text)
        self.page.get_by_role("button", name=re.compile("^(Publier|Post)$")).first.click()

    def card(self, text: str):  # type: ignore[no-untyped-def]  # a Locator
        """The card with these words."""
        return self.page.locator("li, article, .card").filter(has_text=text).last
