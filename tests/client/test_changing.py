"""« Modifier le déroulé » in Chromium: by keyboard, with words that say what to do, on a laptop and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.client.sample import CONSOLE
from tests.client.stand_in import StandIn, opened

LAPTOP = (1280, 800)
PHONE = (360, 640)


def running(locale: str = "fr") -> StandIn:
    kind, documents, boot = CONSOLE["console-running"]
    return StandIn(kind, documents, locale, **boot)


def test_length_and_words_change_by_keyboard_alone(browser: Browser) -> None:
    server = running()
    with opened(browser, server, *LAPTOP) as page:
        expect(page.get_by_text("Connecté")).to_be_visible()
        page.keyboard.press("m")
        dialog = page.get_by_role("dialog", name="Modifier le déroulé")
        expect(dialog).to_contain_text("Durée prévue : 33 min (au départ 22)".replace(" : ", "\u00a0: "))
        dialog.get_by_role("button", name="Changer la durée ou les textes de « Tous »").press("Enter")
        expect(dialog.get_by_label("Consigne").first).to_have_value("Lisez, puis votez.")
        dialog.get_by_label("Durée en minutes").fill("2,5")
        dialog.get_by_label("Consigne").first.fill("Votez.")
        dialog.get_by_label("Pourquoi").fill("Il est tard.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(dialog.get_by_text("C'est fait.")).to_be_visible()
        assert server.commands(page, 1) == [
            {
                "kind": "ChangeStage",
                "step": "all",
                "reason": "Il est tard.",
                "base": 3,
                "seconds": 150,
                "texts": {"instruction": {"kind": "Wording", "fr": "Votez."}},
                "every_turn": False,
            }
        ]
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)


def test_what_is_refused_keeps_what_was_typed_and_says_why(browser: Browser) -> None:
    server = running()
    say = {"fr": "Le déroulé vient d'être modifié par ailleurs.", "en": "The run sheet has just been changed."}
    server.answer = lambda body: {"n": body["n"], "refused": "plan-changed", "say": say}
    with opened(browser, server, *LAPTOP) as page:
        page.get_by_role("button", name="Modifier le déroulé").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Déplacer « Ce que je retiens »").click()
        dialog.get_by_role("button", name="Déplacer l'étape").click()
        expect(dialog.get_by_role("alert")).to_contain_text("Choisissez une place")
        dialog.get_by_label("À quelle place").select_option(
            label="Avant « Tous »".replace("« ", "«\u00a0").replace(" »", "\u00a0»")
        )
        dialog.get_by_role("button", name="Déplacer l'étape").click()
        expect(dialog.get_by_role("alert")).to_contain_text("pourquoi")
        dialog.get_by_label("Pourquoi").fill("Finir par le vote.")
        dialog.get_by_role("button", name="Déplacer l'étape").click()
        expect(dialog.get_by_role("alert")).to_contain_text("modifié par ailleurs")
        expect(dialog.get_by_label("Pourquoi")).to_have_value("Finir par le vote.")
        assert server.commands(page, 1) == [
            {"kind": "MoveStage", "step": "learning", "before": "all", "reason": "Finir par le vote.", "base": 3}
        ]


def to_the_plan(page: Page, size: tuple[int, int], tab: str) -> None:
    """On a phone the run sheet is behind a tab."""
    if size == PHONE:
        page.get_by_role("button", name=tab, exact=True).click()


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_a_block_of_the_library_is_inserted(browser: Browser, size: tuple[int, int]) -> None:
    server = running("en")
    with opened(browser, server, *size) as page:
        to_the_plan(page, size, "Plan")
        page.get_by_role("button", name="Change the run sheet").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Insert a stage").click()
        dialog.get_by_label("Or a stage of the library").select_option("retrospective/gather")
        dialog.get_by_label("At which place").select_option("#end")
        dialog.get_by_label("Why").fill("They asked for it.")
        dialog.get_by_role("button", name="Insert the stage").click()
        expect(dialog.get_by_text("Done.")).to_be_visible()
        assert server.commands(page, 1) == [
            {
                "kind": "InsertBlock",
                "block": "retrospective/gather",
                "before": None,
                "reason": "They asked for it.",
                "base": 3,
            }
        ]


def test_a_change_is_undone_and_its_reason_erased(browser: Browser) -> None:
    server = running()
    with opened(browser, server, *LAPTOP) as page:
        page.get_by_role("button", name="Modifier le déroulé").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Annuler cette modification : « Pause »").click()
        expect(dialog.get_by_text("C'est fait.")).to_be_visible()
        dialog.get_by_role("button", name="Corriger le motif : « Pause »").click()
        page.get_by_role("dialog").get_by_role("button", name="Effacer").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.get_by_role("button", name="Corriger ce moment : Un silence").click()
        page.get_by_label("Vos mots").fill("Un silence.")
        page.get_by_role("button", name="Garder ces mots").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert server.commands(page, 3) == [
            {"kind": "UndoChange", "change": "#2", "base": 3},
            {"kind": "EraseReason", "of": "#2"},
            {"kind": "EditNote", "note": "n1", "text": "Un silence."},
        ]


def test_opening_again_says_first_what_it_does(browser: Browser) -> None:
    server = running()
    with opened(browser, server, *LAPTOP) as page:
        page.get_by_role("button", name="Rouvrir « Seul·e »").click()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("elle recommencera ensuite")
        expect(dialog).to_contain_text("personne ne vote plus")
        dialog.get_by_label("Pour combien de minutes").fill("trois")
        dialog.get_by_label("Pourquoi").fill("Trop vite.")
        dialog.get_by_role("button", name="Rouvrir l'étape").click()
        expect(dialog.get_by_role("alert")).to_contain_text("en chiffres")
        dialog.get_by_label("Pour combien de minutes").fill("3")
        dialog.get_by_role("button", name="Rouvrir l'étape").click()
        expect(dialog).to_have_count(0)
        assert server.commands(page, 1) == [
            {"kind": "ReopenStep", "step": "alone", "seconds": 180, "reason": "Trop vite."}
        ]


@pytest.mark.parametrize(("size", "locale"), [(LAPTOP, "fr"), (PHONE, "en")], ids=["laptop", "phone"])
def test_the_dialogs_have_nothing_for_axe_and_fit(browser: Browser, size: tuple[int, int], locale: str) -> None:
    server = running(locale)
    english = locale == "en"
    with opened(browser, server, *size, reduced_motion="reduce") as page:
        to_the_plan(page, size, "Plan")
        page.get_by_role("button", name="Change the run sheet" if english else "Modifier le déroulé").click()
        for view in (
            None,
            "Change the length" if english else "Changer la durée",
            "Insert a" if english else "Insérer une",
        ):
            if view:
                page.get_by_role("dialog").get_by_role("button", name=view).first.click()
                expect(
                    page.get_by_role("dialog").get_by_role("button", name="Back" if english else "Retour")
                ).to_be_visible()
            page.wait_for_timeout(150)
            assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []
            assert (
                page.evaluate(
                    "document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth"
                )
                <= 0
            )
            if view:
                page.get_by_role("dialog").get_by_role("button", name="Back" if english else "Retour").click()
