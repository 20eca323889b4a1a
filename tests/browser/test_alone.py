"""A facilitator alone for half a day, with a keyboard: the seminar of the library, from its plan to its documents."""

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.guests import Room
from tests.browser.people import Facilitator, complaints
from tests.browser.test_keyboard import Keys


def test_a_half_day_seminar_without_a_mouse(server: Server, browser: Browser) -> None:
    """Every stage is reached, one is skipped; once she has signed in, nothing but keys."""
    her = Facilitator.arrives(browser, server.base, server.link)
    keys = Keys(her.page)
    plans(her.page, keys)
    room = opens(her, keys, server.base)
    welcome(her, room)
    training(her, keys, room)
    workshops(her, keys, room)
    decides(her, room)
    closes(her.page, keys)
    documents(her.page, keys)
    assert complaints(her.context) == []


def plans(page: Page, keys: Keys) -> None:
    """Find the format by a word, change its theme, the right answer of its quiz, and the length of a stage."""
    keys.press("Démonstration")
    expect(page.get_by_role("link", name="Prévoir une séance").first).to_be_visible()
    keys.press("^Prévoir une séance")
    expect(page.get_by_label("Des mots")).to_be_visible()
    keys.fill("^Des mots", "demi-journée")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("words="))
    keys.press("Le séminaire d.une demi-journée")
    expect(page.get_by_label("Titre de la séance")).to_be_visible()
    keys.fill("^Titre de la séance", "Matinée sans souris")
    keys.fill("^Le thème", "Se parler entre structures")
    keys.reach("^La bonne réponse")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("La bonne réponse")).to_have_value("c")
    keys.fill("^Accueil", "12")
    keys.press("^Prévoir la séance")
    expect(page.get_by_role("heading", name="Matinée sans souris", level=1)).to_be_visible()
    expect(page.get_by_text("Se parler entre structures").first).to_be_visible()


def opens(her: Facilitator, keys: Keys, base: str) -> Room:
    """Read which keys there are, and open the door to six people."""
    page = her.page
    keys.press("^Ouvrir la console")
    page.wait_for_url(re.compile("/console$"))
    expect(page.get_by_text("Connecté", exact=True)).to_be_visible()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("afficher cette liste")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("n")
    expect(page.get_by_text("porte ouverte")).to_be_visible()
    room = Room.fills(base, her.code, 6)
    expect(page.locator(".headcount")).to_contain_text(re.compile(r"6\spersonnes"))
    return room


def welcome(her: Facilitator, room: Room) -> None:
    """More time with a reason, a little more, a little less; a pause; the wall hidden; the quiz that ends by itself."""
    page, rail, line = her.page, her.page.locator(".rail"), her.page.locator(".plan-line.now")
    her.goes_to("Accueil")
    page.keyboard.press("t")
    expect(page.get_by_label("Minutes en plus")).to_be_focused()
    typed(page, "3", "On se présente un peu plus.")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(line).to_contain_text("« On se présente un peu plus. »")
    page.keyboard.press("e")
    expect(line.locator("strong")).to_have_text(re.compile(r"^\+\s5\smin$"))
    page.keyboard.press("-")
    expect(line.locator("strong")).to_have_text(re.compile(r"^\+\s4\smin$"))
    page.keyboard.press("p")
    expect(rail.get_by_text("En pause")).to_be_visible()
    page.keyboard.press("p")
    expect(rail.get_by_text("En pause")).to_have_count(0)
    page.keyboard.press("h")
    expect(page.get_by_text("Le mur est masqué.")).to_be_visible()
    page.keyboard.press("h")
    expect(page.get_by_text("Le mur est masqué.")).to_have_count(0)
    room.answers("welcome", "sure_before", [1, 2, 3, 3, 4, 5])
    her.goes_to("Le petit quiz")
    room.answers("quiz", "guess", ["a", "b", "b", "c", "c", "c"])
    expect(page.get_by_role("heading", name="La formation").first).to_be_visible()
    expect(page.locator(".panel.now")).to_contain_text(re.compile(r"Bonnes réponses au quiz\s:\s3\ssur\s6"))


def typed(page: Page, *words: str) -> None:
    """Fill in the fields from the one that has the focus on, then press the button that follows."""
    for text in words:
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def training(her: Facilitator, keys: Keys, room: Room) -> None:
    """A moment kept and a note of her own; who testifies; the questions; the break left out, and why."""
    page, speaker = her.page, room.guests[0]
    room.writes("training", "unclear", ["Que fait le greffe ?", "Qui écrit le rapport ?"])
    expect(page.get_by_text("Que fait le greffe ?").first).to_be_visible()
    page.keyboard.press("o")
    expect(page.locator("#note")).to_be_focused()
    typed(page, "Une salle très attentive, sans pause.")
    moment = page.get_by_role("listitem").filter(has_text="Une salle très attentive")
    expect(moment).to_contain_text("dans la documentation")
    page.keyboard.press("o")
    expect(page.locator("#note")).to_be_focused()
    page.keyboard.type("Rappeler le transporteur")
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("listitem").filter(has_text="Rappeler le transporteur")).to_contain_text("privée")
    keys.reach("^Témoignage")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label(re.compile("^Témoignage"))).to_have_value(speaker.id)
    expect(page.get_by_role("listitem").filter(has_text="Rôle donné")).to_be_visible()
    # No key acts while a list has the focus.
    page.keyboard.press("Tab")

    her.goes_to("Le témoignage")
    room.writes("testimony", "questions", [None, "Par quoi commencer ?", "Qui prévenir d'abord ?"])
    first, _ = speaker.cards("questions")
    room.guests[3].does("MarkCard", step="testimony", card=first, mark="me_too", on=True)
    speaker.does("MarkCard", step="testimony", card=first, mark="answered", on=True)
    her.goes_to("Pause")
    page.keyboard.press("s")
    expect(page.get_by_role("dialog").get_by_label("Pourquoi")).to_be_focused()
    typed(page, "La salle préfère continuer.")
    expect(page.get_by_role("heading", name="Choisir un atelier").first).to_be_visible()


def workshops(her: Facilitator, keys: Keys, room: Room) -> None:
    """One person does not choose; she moves them by keys, and thinks better of it."""
    page, last = her.page, room.guests[5]
    room.answers("choose-workshop", "workshop", ["a", "a", "a", "b", "b", None])
    her.goes_to("Les ateliers")
    keys.press(f"^{last.alias}$")
    keys.press(f"^Placer {last.alias} dans le groupe")
    deed = page.get_by_role("listitem").filter(has_text="change de groupe")
    expect(deed).to_be_visible()
    page.keyboard.press("u")
    expect(deed).to_contain_text("annulée")
    room.writes("workshops", "workshop_notes", [f"Une idée à rapporter {n}" for n in range(6)], column="idea")
    page.keyboard.press("c")
    expect(page.locator(".rail").get_by_text("Étape close")).to_be_visible()


def decides(her: Facilitator, room: Room) -> None:
    """The vote, revealed by its key; the commitments; the last questions."""
    page, reveal = her.page, her.page.get_by_role("button", name=re.compile("^Révéler"))
    her.goes_to("Retour des ateliers")
    cards = room.guests[0].cards("workshop_notes")
    assert len(cards) == 6
    for at, guest in enumerate(room.guests):
        guest.does("CastVote", step="back", dots={card: 1 for card in (cards[0], cards[1 + at % 5])})
    expect(reveal).to_be_visible()
    page.keyboard.press("r")
    expect(reveal).to_have_count(0)
    her.goes_to("Nos engagements")
    room.writes("commit", "commitments", [f"Appeler la structure {n} avant le printemps" for n in range(6)])
    her.goes_to("Pour finir")
    room.answers("close", "sure_after", [3, 3, 4, 4, 5, 5])
    room.answers("close", "learned", ["Demander plus tôt", None, None, None, None, None])


def closes(page: Page, keys: Keys) -> None:
    """Close the last stage, then the session; the one link that is left has the focus already."""
    page.keyboard.press("n")
    expect(page.locator(".rail").get_by_text("Étape close")).to_be_visible()
    page.keyboard.press("n")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Clore la séance")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Préparer la documentation")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/sessions/[^/?]+$"))
    keys.press("^Documents$")
    expect(page.get_by_role("heading", name="Documents", level=1)).to_be_visible()


def documents(page: Page, keys: Keys) -> None:
    """What she did by keys is in what she downloads by keys; her own note is nowhere."""
    times = {row["étape"]: row for row in downloaded(page, keys, "Déroulé")}
    assert len(times) == 10
    assert (times["Pause"]["état"], times["Pause"]["motifs"]) == ("sautée", "La salle préfère continuer.")
    assert {row["état"] for stage, row in times.items() if stage != "Pause"} == {"faite"}
    assert (times["Accueil"]["prévu (s)"], times["Accueil"]["prolongée de (s)"]) == ("720", "240")
    assert times["Accueil"]["motifs"] == "On se présente un peu plus."
    words = [row["texte ou valeur"] for row in downloaded(page, keys, "Contributions")]
    assert "Appeler la structure 5 avant le printemps" in words
    assert "Demander plus tôt" in words
    assert not any("transporteur" in text for text in words)


def downloaded(page: Page, keys: Keys, what: str) -> list[dict[str, str]]:
    """The table behind a link."""
    keys.reach(rf"^{what} \(CSV\)")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    return list(csv.DictReader(io.StringIO(Path(coming.value.path()).read_text("utf-8-sig"))))
