"""A facilitator without a mouse: from the sign-in link to the document, by keys alone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.people import PROTOCOL, Facilitator, Phone, complaints, visit

FOCUSED = """() => { const at = document.activeElement; const style = getComputedStyle(at);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
  const label = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText ?? '';
  return { name: label.trim(), ring, tag: at.tagName } }"""


class Keys:
    """Two hands on a keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, name: str, most: int = 120) -> None:
        """Press Tab until what is focused bears this name; it must be seen to be focused."""
        self.page.wait_for_load_state()  # its scripts listen by then
        for _ in range(most):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(FOCUSED)
            if re.search(name, at["name"]):
                assert at["ring"], f"{at['name']} does not show that it is focused"
                return
        pytest.fail(f"no key leads to {name!r}")

    def press(self, name: str, key: str = "Enter") -> None:
        """Go there, and press."""
        self.reach(name)
        self.page.keyboard.press(key)

    def fill(self, name: str, words: str) -> None:
        """Go there, and type over what stands there."""
        self.reach(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)


def test_from_the_link_to_the_document_without_a_mouse(server: Server, browser: Browser) -> None:
    page = visit(browser, 1280, 800).new_page()
    keys = Keys(page)
    page.goto(server.link)
    keys.fill("^Identifiant", "animation")
    keys.fill("^Mot de passe", "une phrase assez longue")
    keys.press("^Enregistrer et se connecter")
    expect(page.get_by_role("heading", name="Expérimentations", level=1)).to_be_visible()

    keys.press("^Nouvelle expérimentation")
    expect(page.get_by_label("Titre")).to_be_visible()
    for label, words in (
        ("^Titre", "Sans souris"),
        ("^La question", "Que change un accueil préparé ?"),
        ("^Si…", "on prépare"),
        ("^alors…", "on oublie moins"),
        ("^parce que…", "on se parle"),
    ):
        keys.fill(label, words)
    keys.press("^Enregistrer")
    expect(page.get_by_role("heading", name="Sans souris")).to_be_visible()

    keys.press("^Protocole")
    expect(page.get_by_role("heading", name="Protocole", level=1)).to_be_visible()
    keys.press("^Écrire")
    expect(page.get_by_label(re.compile("^Finalité"))).to_be_visible()
    for label, words in PROTOCOL[:3]:
        keys.fill(f"^{label}", words)
    keys.reach("^Base légale")
    page.keyboard.press("ArrowDown")
    for label, words in PROTOCOL[3:]:
        keys.fill(f"^{label}", words)
    keys.press("^Enregistrer")
    expect(page.get_by_role("link", name="Feuille d’information")).to_be_visible()
    keys.press("^Vue d’ensemble")
    expect(page.get_by_role("heading", name="Sans souris", level=1)).to_be_visible()

    keys.press("^Prévoir une séance")
    expect(page.get_by_role("link", name=re.compile("1-2-4-Tous")).first).to_be_visible()
    keys.press("1-2-4-Tous")
    expect(page.get_by_label("Titre de la séance")).to_be_visible()
    keys.fill("^Titre de la séance", "Atelier au clavier")
    keys.press("^Prévoir la séance")
    page.wait_for_url(re.compile(r"/sessions/(?!new)[^/?]+$"))
    session = page.url.rpartition("/")[2]

    keys.press("[Cc]onsole")
    page.wait_for_url(re.compile("/console$"))
    expect(page.get_by_text("Connecté", exact=True)).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_text("porte ouverte")).to_be_visible()
    found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page.inner_text("body"))
    assert found
    ana = Phone.joins(browser, server.base, found.group(0))
    page.keyboard.press("n")
    expect(ana.page.get_by_role("heading", name="Seul")).to_be_visible()
    keys.fill("^Un moment à garder", "Tout au clavier")
    keys.press("^Garder")
    expect(page.get_by_text("Tout au clavier")).to_be_visible()
    keys.press("^Clore la séance")
    keys.press("^Clore la séance")
    expect(ana.page.get_by_role("link", name=re.compile("contributions|Revoir")).first).to_be_visible()

    page.goto(f"{server.base}/sessions/{session}/document")
    keys.press("^Générer")
    expect(page.get_by_role("link", name="Télécharger le PDF")).to_be_visible(timeout=180_000)


class Ear(Keys):
    """Keys, and what a screen reader says of where they lead: role and name, as the browser tells them."""

    def heard(self) -> str:
        """What is focused; nothing where it is the page itself."""
        at = self.page.locator(":focus")
        return at.aria_snapshot().splitlines()[0].removeprefix("- ").rstrip(":") if at.count() else ""

    def go(self, role: str, name: str, most: int = 80) -> None:
        """Press Tab until something of this role and name is said."""
        said = []
        self.page.wait_for_load_state()
        for _ in range(most):
            self.page.keyboard.press("Tab")
            said.append(self.heard())
            if re.match(rf'{role} "{name}', said[-1]):
                return
        pytest.fail(f"no key leads to {role} {name!r}: {said}")


def test_a_participant_s_journey_by_keys_and_by_names(server: Server, browser: Browser) -> None:
    """From the code to a withdrawal: what a blind person hears and presses."""
    her = Facilitator.arrives(browser, server.base, server.link)
    her.page.goto(f"{server.base}/experiments/1/sessions/new?format=one-two-four-all")
    her.page.get_by_label("Titre de la séance").fill("Premier atelier")
    her.page.get_by_role("button", name="Prévoir la séance").click()
    her.page.wait_for_url(re.compile(r"/sessions/(?!new)[^/?]+$"))
    her.session = her.page.url.rpartition("/")[2]
    her.opens_the_console()
    page = visit(browser, 360, 640).new_page()
    ear = Ear(page)
    page.goto(server.base)
    ear.go("textbox", "Code de la séance")
    page.keyboard.type(her.code)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/j/"))
    expect(page.get_by_role("heading", name="Premier atelier", level=1)).to_be_visible()
    expect(page.get_by_role("radiogroup", name=re.compile("^Mes contributions peuvent figurer"))).to_be_visible()
    ear.go("radio", "Oui")
    page.keyboard.press("Space")
    ear.go("checkbox", "Mes mots exacts peuvent être cités")
    ear.go("button", "Rejoindre")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/phone$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    her.goes_to("Seul")
    expect(page.get_by_role("heading", name="Seul", level=1)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Seul")).to_have_count(1)
    ear.go("textbox", "")
    page.keyboard.type("Préparer la sortie plus tôt")
    ear.go("button", "Publier")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text=re.compile("enregistr", re.IGNORECASE)).first).to_be_attached()
    card = page.get_by_role("listitem").filter(has_text="Préparer la sortie plus tôt")
    expect(card.first).to_contain_text("enregistré")
    ear.go("button", "Modifier")
    page.keyboard.press("Enter")
    ear_hears(page, "textbox")
    page.keyboard.press("End")
    page.keyboard.type(", à plusieurs")
    ear.go("button", "Enregistrer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text="plus tôt, à plusieurs").first).to_contain_text("enregistré")
    ear_hears(page, "button")
    ear.go("button", "J'ai fini")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="J'ai fini", pressed=True)).to_be_focused()

    her.page.get_by_role("button", name="Clore la séance").first.click()
    her.page.get_by_role("dialog").get_by_role("button", name="Clore la séance").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Merci|terminée"))
    ear.go("link", "Revoir ou retirer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article").filter(has_text="plus tôt, à plusieurs")).to_be_visible()
    ear.go("link", "Retirer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Retirer cette contribution ?")).to_be_visible()
    ear.go("button", "Oui, retirer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article").filter(has_text="plus tôt, à plusieurs")).to_have_count(0)
    assert complaints(page.context) == []


def ear_hears(page: Page, role: str) -> None:
    """What has the focus now is of this role."""
    expect(page.locator(":focus").and_(page.get_by_role(role))).to_be_visible()  # type: ignore[arg-type]
