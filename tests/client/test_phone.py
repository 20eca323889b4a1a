"""The phone in Chromium: what one does is kept, sent once, and answered; what one types is never lost."""

import re
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.client.boards import EVERY_PHONE
from tests.client.measures import WIDER
from tests.client.sample import ME, PHONE, PROMPT, SESSION, SHORT, both, stage
from tests.client.stand_in import StandIn, opened, until

WIDTH, HEIGHT = 360, 640


def standing(name: str = "phone-post", locale: str = "fr") -> StandIn:
    kind, documents, boot = PHONE[name]
    return StandIn(kind, documents, locale, **boot)


def asking(*names: str) -> StandIn:
    """A stage that asks these questions, in this order."""
    server = standing("phone-questions")
    server.documents = deepcopy(server.documents)
    tasks = server.documents["person:p7"]["tasks"]
    tasks["answer"] = {name: tasks["answer"][name] for name in names}
    return server


def remembering(server: StandIn) -> StandIn:
    """Answers come back in the documents, as those of a real server do."""
    mine = server.documents["person:p7"]["mine"] = {"answers": {}}

    def keep(body: dict[str, Any]) -> dict[str, Any]:
        mine["answers"][body["do"]["question"]] = body["do"]["value"]
        server.change("person:p7", {"mine": {"answers": dict(mine["answers"])}})
        return {"n": body["n"], "saved": server.version}

    server.answer = keep
    return server


def write(page: Page, text: str) -> None:
    page.get_by_label(PROMPT["fr"]).fill(text)


def post(page: Page, text: str) -> None:
    write(page, text)
    page.get_by_role("button", name="Publier").click()


def test_a_post_is_numbered_named_and_shown_as_saved(browser: Browser) -> None:
    server = standing()
    with opened(browser, server, WIDTH, HEIGHT) as page:
        post(page, "Se parler plus tôt.")
        card = page.get_by_role("listitem").filter(has_text="Se parler plus tôt.").first
        expect(card).to_contain_text("enregistré")
        assert [body["n"] for body in server.said] == [1]
        assert server.said[0]["do"] == {
            "kind": "PostCard",
            "step": "alone",
            "board": "ideas",
            "text": "Se parler plus tôt.",
        }
        assert len(server.said[0]["id"]) == 32
        expect(page.get_by_label(PROMPT["fr"])).to_have_value("")
        expect(page.get_by_label(PROMPT["fr"])).to_be_focused()


def test_where_a_card_has_one_place_nobody_is_asked_where_it_goes(browser: Browser) -> None:
    server = standing()
    server.documents["person:p7"]["tasks"]["post"]["ideas"]["columns"] = [
        {"id": "facts", "label": both("Les faits", "Facts")}
    ]
    with opened(browser, server, WIDTH, HEIGHT) as page:
        expect(page.get_by_text("Où le ranger")).to_have_count(0)
        post(page, "Le rendez-vous est tombé.")
        (sent,) = server.commands(page, 1)
        assert sent["column"] == "facts"


def test_a_refusal_says_why_and_keeps_the_words(browser: Browser) -> None:
    server = standing()
    server.answer = lambda body: {
        "n": body["n"], "refused": "too-long", "detail": {"longest": "5"}, "say": both("Trop long.", "Too long.")
    }  # fmt: skip
    with opened(browser, server, WIDTH, HEIGHT) as page:
        post(page, "Des mots refusés")
        notice = page.get_by_role("region", name="Pas envoyé")
        expect(notice).to_contain_text("Trop long.")
        expect(notice).to_contain_text("Des mots refusés")
        notice.get_by_role("button", name="Reprendre ce texte").click()
        expect(page.get_by_label(PROMPT["fr"])).to_have_value("Des mots refusés")
        expect(notice).to_have_count(0)


def test_typing_survives_updates_and_a_change_of_stage(browser: Browser) -> None:
    server = standing()
    with opened(browser, server, WIDTH, HEIGHT) as page:
        write(page, "Une phrase commencée")
        until(page, lambda: server.socket)
        server.change("everyone", {"session": {"people": 13}})
        page.wait_for_timeout(100)
        expect(page.get_by_label(PROMPT["fr"])).to_be_focused()
        expect(page.get_by_label(PROMPT["fr"])).to_have_value("Une phrase commencée")
        server.change("everyone", {"stage": stage("pairs", "À deux", "In pairs", 2)})
        left = page.get_by_role("region", name="Votre texte n'a pas été envoyé")
        expect(left).to_contain_text("Une phrase commencée")
        left.get_by_role("button", name="L'utiliser ici").click()
        expect(page.get_by_label(PROMPT["fr"])).to_have_value("Une phrase commencée")
        page.get_by_role("button", name="Publier").click()
        expect(left).to_have_count(0)
        assert server.said[-1]["do"]["step"] == "pairs"


def test_without_a_network_a_post_waits_survives_a_reload_and_leaves_once(browser: Browser) -> None:
    server = standing()
    with opened(browser, server, WIDTH, HEIGHT) as page:
        expect(page.get_by_label(PROMPT["fr"])).to_be_visible()
        server.http = False
        page.context.set_offline(True)
        post(page, "Écrite hors connexion")
        expect(page.get_by_text("Hors connexion. Ce que vous envoyez est gardé")).to_be_visible()
        expect(page.get_by_role("listitem").filter(has_text="Écrite hors connexion").first).to_contain_text(
            "en attente"
        )
        assert server.said == []
        page.on("dialog", lambda dialog: dialog.accept())
        server.answer = lambda body: {"n": body["n"], "later": 60_000}
        server.http = True
        page.context.set_offline(False)
        page.reload()
        expect(page.get_by_role("listitem").filter(has_text="Écrite hors connexion").first).to_contain_text(
            "en attente"
        )
        # Only once the first try was put off may the next one succeed: a receipt would take the post off this screen.
        until(page, lambda: server.said)
        server.answer = lambda body: {"n": body["n"], "saved": 12}
        page.reload()
        expect(page.get_by_role("listitem").filter(has_text="Écrite hors connexion").first).to_contain_text(
            "enregistré"
        )
        assert {(body["n"], body["do"]["text"]) for body in server.said} == {(1, "Écrite hors connexion")}
        assert len({body["id"] for body in server.said}) == 1


def test_where_sockets_are_blocked_plain_http_carries_everything(browser: Browser) -> None:
    server = standing()
    server.listen = lambda socket: socket.close()  # type: ignore[method-assign]
    with opened(browser, server, WIDTH, HEIGHT) as page:
        expect(page.get_by_text("Réseau difficile")).to_be_visible()
        post(page, "Par la petite porte")
        expect(page.get_by_role("listitem").filter(has_text="Par la petite porte").first).to_contain_text("enregistré")
        assert [body["n"] for body in server.said] == [1]


def test_a_request_that_the_network_swallows_is_given_up_and_sent_again(browser: Browser) -> None:
    server, swallowed = standing(), []
    server.listen = lambda socket: socket.close()  # type: ignore[method-assign]
    serve = server.serve
    with opened(browser, server, WIDTH, HEIGHT) as page:
        expect(page.get_by_text("Réseau difficile")).to_be_visible()
        page.route("**/do", lambda route: serve(route) if swallowed else swallowed.append(route))
        post(page, "Dans le tunnel")
        card = page.get_by_role("listitem").filter(has_text="Dans le tunnel").first
        expect(card).to_contain_text("enregistré")
        assert len(swallowed) == 1
        assert [body["n"] for body in server.said] == [1]


def test_a_gap_is_noticed_and_asked_again(browser: Browser) -> None:
    server = standing()
    with opened(browser, server, WIDTH, HEIGHT) as page:
        expect(page.locator("h1")).to_have_text("Seul·e")
        until(page, lambda: [name for name, _ in server.messages if name == "hello"])
        expect(page.get_by_text("Hors connexion")).to_have_count(0)
        server.push(
            "documents",
            [{"channel": "everyone", "base": 98, "version": 99, "patch": {"stage": {"title": both("Faux", "Wrong")}}}],
        )
        asked = lambda: [body for name, body in server.messages if name == "again"]  # noqa: E731  # read twice below
        until(page, lambda: len(asked()) == 1)
        server.push("beat", {"now": 1, "versions": {"everyone": 99, "person:p7": 10}})
        until(page, lambda: len(asked()) == 2)
        expect(page.locator("h1")).to_have_text("Seul·e")
        assert asked() == [{"channels": ["everyone"]}] * 2


def test_a_secret_whole_number_is_checked_before_it_leaves(browser: Browser) -> None:
    server = asking("amount")
    with opened(browser, server, WIDTH, HEIGHT) as page:
        form = page.locator("form.task").filter(has_text="Points pour le pot")
        for typed, told in (("101", "Au plus 100"), ("3,5", "nombre entier"), ("dix", "en chiffres"), ("", "Répondez")):
            form.get_by_label("Points pour le pot").fill(typed)
            form.get_by_role("button", name="Envoyer").click()
            expect(form.get_by_role("alert")).to_contain_text(told)
        assert server.said == []
        form.get_by_label("Points pour le pot").fill("41")
        form.get_by_role("button", name="Plus").click()
        form.get_by_role("button", name="Envoyer").click()
        expect(page.get_by_role("region", name="Points pour le pot")).to_contain_text("42")
        assert server.said[0]["do"] == {
            "kind": "GiveAnswer",
            "step": "ask",
            "question": "amount",
            "value": {"number": "42"},
        }


def put_in_order(form: Locator) -> None:
    """By keys alone: a first one taken out again, one undone, then an order that is mended by its arrows."""
    touch = lambda name: form.get_by_role("button", name=name).press("Enter")  # noqa: E731  # said five times below
    form.get_by_role("button", name="Envoyer").click()
    expect(form.get_by_role("alert")).to_contain_text("Répondez pour chacun")
    touch("Une réunion")
    expect(form.get_by_role("button", name="1 Une réunion", pressed=True)).to_be_visible()
    touch("Une réunion")
    expect(form.get_by_role("status")).to_have_text("0 sur 3")
    touch("Une réunion")
    touch("Annuler le dernier")
    touch("Un annuaire")
    expect(form.get_by_role("status")).to_have_text("1 sur 3")
    touch("Une permanence")
    expect(form.get_by_text("Voici votre ordre")).to_be_focused()
    touch("Monter Une réunion")


@pytest.mark.parametrize(
    ("name", "do", "value"),
    [
        ("several", lambda form: form.get_by_label("Un annuaire").check(), ["b"]),
        ("agree", lambda form: form.get_by_label("Non").check(), False),
        ("rate", lambda form: form.get_by_label("4").check(force=True), {"number": "4"}),
        ("order", lambda form: put_in_order(form), ["b", "a", "c"]),
        ("actions", lambda form: form.get_by_label("Avec qui").fill("le foyer"), [["", "le foyer", ""]]),
    ],
)
def test_each_kind_of_question_sends_its_own_form(browser: Browser, name: str, do, value) -> None:  # type: ignore[no-untyped-def]
    server = asking(name)
    with opened(browser, server, WIDTH, HEIGHT) as page:
        form = page.locator(f"form.task:has([id^='q-{name}'])")
        do(form)
        form.get_by_role("button", name="Envoyer").click()
        page.wait_for_function("() => true")
        expect(page.locator(".given")).to_have_count(1)
        assert server.said[0]["do"]["value"] == value


def test_dots_stop_at_the_budget(browser: Browser) -> None:
    server = standing("phone-vote")
    with opened(browser, server, WIDTH, HEIGHT) as page:
        page.get_by_role("button", name=f"Ajouter une gommette à : {SHORT[1]}").click()
        expect(page.get_by_text("Toutes vos gommettes sont placées")).to_be_visible()
        page.get_by_role("button", name=f"Ajouter une gommette à : {SHORT[4]}").click(force=True)
        assert [do["dots"] for do in server.commands(page, 1)] == [{"c1": 2, "c2": 1}]
        expect(page.get_by_role("button", name=f"Ajouter une gommette à : {SHORT[2]}")).to_have_count(0)


def test_storage_that_is_forbidden_is_said_and_nothing_else_breaks(browser: Browser) -> None:
    server = standing()
    with opened(browser, server, WIDTH, HEIGHT) as page:
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
        post(page, "Malgré tout")
        expect(page.get_by_text("ne permet pas de garder vos envois")).to_be_visible()
        expect(page.get_by_role("listitem").filter(has_text="Malgré tout").first).to_contain_text("enregistré")


def test_the_language_can_be_switched_and_an_observer_is_announced_in_it(browser: Browser) -> None:
    server = standing()
    with opened(browser, server, WIDTH, HEIGHT) as page:
        expect(page.get_by_role("button", name="Publier")).to_be_visible()
        server.change("everyone", {"session": {"observed": True}})
        expect(page.get_by_role("status").filter(has_text="Quelqu'un observe la séance")).to_be_visible()
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("button", name="Post")).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", "en")


def test_what_a_person_wrote_is_text_and_never_page(browser: Browser) -> None:
    attack = "<img src=x onerror=alert(1)></script><b>gras</b>"
    documents = {
        "everyone": {"session": SESSION, "stage": stage("all", attack, attack, 1), "boards": {"ideas": {"cards": {"c1": {"text": attack}}}}},
        "person:p7": {"me": ME, "tasks": {}},
    }  # fmt: skip
    with opened(browser, StandIn("participant", documents), WIDTH, HEIGHT) as page:
        expect(page.locator(".card-item .words")).to_have_text(attack)
        assert page.locator("main img, main b").count() == 0


def test_words_of_any_script_and_length_stay_on_the_phone(browser: Browser) -> None:
    texts = ["نحن نتعاون معا، أليس كذلك؟", "👩🏽‍🚀👨‍👩‍👧‍👦 d'accord 🎉", "sans-espace" * 180, "Une phrase. " * 166]
    server = standing()
    server.documents = deepcopy(server.documents)
    server.documents["person:p7"]["mine"] = {}
    server.documents["everyone"]["boards"]["ideas"]["cards"] = {
        f"c{n}": {"text": text, "by": "Galet"} for n, text in enumerate(texts, 10)
    }
    with opened(browser, server, WIDTH, HEIGHT) as page:
        shown = page.locator(".board .words")
        expect(shown).to_have_text(texts)
        assert page.evaluate(WIDER) <= 0
        write(page, texts[0])
        # The first letter stands on the right, on the card and in the field.
        right = "one => { const r = document.createRange(); r.setStart(one.firstChild, 0); r.setEnd(one.firstChild, 1); return r.getBoundingClientRect().right > one.getBoundingClientRect().right - 5 }"
        assert shown.first.evaluate(right)
        assert not shown.nth(1).evaluate(right)
        expect(page.get_by_label(PROMPT["fr"])).to_have_css("unicode-bidi", "plaintext")
        post(page, texts[1])
        assert server.commands(page, 1)[0]["text"] == texts[1]


def test_whoever_asks_for_plain_words_reads_them_until_they_ask_for_the_others(browser: Browser) -> None:
    kind, documents, boot = PHONE["phone-post"]
    everyone = documents["everyone"]
    plain = {"fr": "Écrivez une idée.", "en": "Write one idea."}
    shown = {**documents, "everyone": {**everyone, "stage": {**everyone["stage"], "plain": plain}}}
    with opened(browser, StandIn(kind, shown, "fr", **boot), WIDTH, HEIGHT) as page:
        instruction = page.locator(".instruction").first
        expect(instruction).to_have_text(everyone["stage"]["instruction"]["fr"])
        choice = page.get_by_role("button", name="En langage clair")
        choice.click()
        expect(instruction).to_have_text(plain["fr"])
        expect(choice).to_have_attribute("aria-pressed", "true")
        page.evaluate("sessionStorage.clear()")  # as in another tab, on the way back
        page.reload()
        expect(instruction).to_have_text(plain["fr"])
        choice.click()
        expect(instruction).to_have_text(everyone["stage"]["instruction"]["fr"])
        choice.click()
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Quitter la séance").click()
        page.wait_for_url(lambda url: not url.endswith("/page"))
        assert page.evaluate("localStorage.length") == 0


def test_controls_that_the_network_swallowed_come_by_themselves_later(browser: Browser) -> None:
    server, refused = standing("phone-vote"), Counter[str]()
    serve = server.serve

    def unsteady(route: Route) -> None:
        kind = "sheet" if ".css" in route.request.url else "script"
        if "/late-" in route.request.url and refused[kind] < 2:
            refused[kind] += 1
            route.abort()
        else:
            serve(route)

    server.serve = unsteady  # type: ignore[method-assign]
    with opened(browser, server, WIDTH, HEIGHT) as page:
        expect(page.get_by_text("n'a pas pu se charger")).to_be_visible()
        expect(page.get_by_role("button", name=f"Ajouter une gommette à : {SHORT[1]}")).to_be_visible()
        page.wait_for_function(
            "[...document.styleSheets].some(sheet => sheet.href.includes('/late-') && sheet.cssRules.length)"
        )
    assert refused == {"script": 2, "sheet": 2}


def test_a_card_among_many_is_found_by_its_words_or_its_author(browser: Browser) -> None:
    server = standing("phone-many")
    with opened(browser, server, WIDTH, HEIGHT) as page:
        cards = page.locator(".board .card-item")
        search = page.get_by_role("searchbox", name=re.compile("Chercher parmi les 2. contributions"))
        search.fill("NUMERO unique (7)")
        expect(cards).to_have_count(1)
        expect(cards).to_contain_text("Un numéro unique à appeler avant la sortie. (7)")
        expect(page.get_by_text("1 sur 24")).to_be_visible()
        search.fill("galet réunion")
        expect(page.get_by_text("Aucune contribution ne contient ces mots.")).to_be_visible()
        until(page, lambda: server.socket)
        more = {"c99": {"text": "Une réunion courte", "by": "Galet"}}
        server.documents = deepcopy(server.documents)
        server.documents["everyone"]["boards"]["ideas"]["cards"] |= more
        server.change("everyone", {"boards": {"ideas": {"cards": more}}})
        expect(cards).to_have_count(1)
        expect(search).to_have_value("galet réunion")
        search.fill("")
        expect(cards).to_have_count(25)


def test_in_a_long_ballot_a_card_is_found_and_what_is_placed_stays(browser: Browser) -> None:
    server = standing("phone-many")
    server.documents = deepcopy(server.documents)
    server.documents["person:p7"]["tasks"] = {"vote": {"of": "ideas", "dots": 3, "perItem": 2}}
    with opened(browser, server, WIDTH, HEIGHT) as page:
        ballot = page.get_by_role("region", name="Placez vos gommettes")
        search = ballot.get_by_role("searchbox", name=re.compile("Chercher parmi les 24"))
        search.fill("numero unique (7)")
        expect(ballot.get_by_role("listitem")).to_have_count(1)
        ballot.get_by_role("button", name=re.compile("Ajouter une gommette")).click()
        search.fill("réunion introuvable")
        expect(ballot.get_by_text("Aucune contribution ne contient ces mots.")).to_be_visible()
        expect(ballot.get_by_text("2 gommettes sur 3 à placer")).to_be_visible()
        search.fill("")
        expect(ballot.get_by_role("listitem")).to_have_count(24)
        assert [do["dots"] for do in server.commands(page, 1)] == [{"c7": 1}]


def test_several_questions_come_one_at_a_time_by_keys_alone(browser: Browser) -> None:
    server = remembering(asking("open", "amount", "agree"))
    with opened(browser, server, WIDTH, HEIGHT) as page:
        head = page.locator(".asked-head h2")
        press = lambda name: page.get_by_role("button", name=name, exact=True).press("Enter")  # noqa: E731  # said ten times below
        expect(head).to_have_text("Question 1 sur 3")
        expect(page.locator("form.task")).to_have_count(1)
        press("Envoyer et continuer")
        expect(page.get_by_role("alert").filter(has_text="Répondez avant d'envoyer")).to_be_visible()
        page.get_by_label("Ma demande au groupe est…").fill("Qui appeler en premier ?")
        press("Envoyer et continuer")
        expect(head).to_have_text("Question 2 sur 3")
        expect(head).to_be_focused()
        assert [do["question"] for do in server.commands(page, 1)] == ["open"], "kept by the server at once"
        page.get_by_label("Points pour le pot").fill("12")
        page.reload()
        expect(head).to_have_text("Question 2 sur 3")
        expect(page.get_by_label("Points pour le pot")).to_have_value("12")
        press("Plus tard")
        expect(head).to_have_text("Question 3 sur 3")
        press("Question précédente")
        expect(page.get_by_label("Points pour le pot")).to_have_value("12")
        press("Plus tard")
        page.get_by_label("Oui").press("Space")
        press("Envoyer et continuer")
        expect(head).to_have_text("Vos réponses")
        expect(page.get_by_text("Encore une sans réponse")).to_be_visible()
        region = lambda name: page.get_by_role("region", name=name)  # noqa: E731  # read three times below
        expect(region("Points pour le pot")).to_contain_text("pas encore de réponse")
        region("Points pour le pot").get_by_role("button", name="Répondre").press("Enter")
        expect(head).to_have_text("Question 2 sur 3")
        press("Envoyer et continuer")
        expect(page.get_by_text("Tout est envoyé. Relisez")).to_be_visible()
        region("Ma demande").get_by_role("button", name="Modifier").press("Enter")
        page.get_by_label("Ma demande au groupe est…").fill("Qui appeler, et quand ?")
        press("Envoyer et continuer")
        expect(head).to_have_text("Vos réponses")
        expect(region("Ma demande")).to_contain_text("Qui appeler, et quand ?")
        assert [do["question"] for do in server.commands(page, 4)] == ["open", "agree", "amount", "open"]
        server.change("person:p7", {"mine": {"waiting": ["open"]}})
        expect(region("Ma demande")).to_contain_text("attend d'être affichée")
        expect(region("Points pour le pot")).not_to_contain_text("attend")
        region("Ma demande").get_by_role("button", name="Modifier").press("Enter")
        page.get_by_label("Ma demande au groupe est…").fill("Changée trop tard")
        server.change("everyone", {"stage": stage("next", "Suite", "Next", 4)})
        expect(region("Votre texte n'a pas été envoyé")).to_contain_text("Changée trop tard")
        answers = {"open": {"label": {"fr": "Ma demande"}, "kind": "long text", "count": 0, "entries": {}}}
        server.change("person:p7", {"tasks": None})
        server.change("everyone", {"answers": answers})
        expect(page.get_by_text("Qui appeler, et quand ? attend d'être affichée")).to_be_visible()


def test_questions_are_answered_even_while_the_second_file_does_not_come(browser: Browser) -> None:
    server = asking("amount", "agree")
    serve = server.serve
    server.serve = lambda route: route.abort() if "/late-" in route.request.url else serve(route)  # type: ignore[method-assign]
    with opened(browser, server, WIDTH, HEIGHT) as page:
        page.get_by_label("Points pour le pot").fill("7")
        page.get_by_role("button", name="Envoyer et continuer").click()
        page.get_by_label("Non").check()
        page.get_by_role("button", name="Envoyer et continuer").click()
        assert [do["question"] for do in server.commands(page, 2)] == ["amount", "agree"]


def test_words_being_written_beside_a_card_are_not_called_lost(browser: Browser) -> None:
    kind, documents, boot = EVERY_PHONE["phone-comments"]
    with opened(browser, StandIn(kind, documents, "fr", **boot), WIDTH, HEIGHT) as page:
        page.get_by_role("button", name="Commenter").first.click()
        page.get_by_label("Votre commentaire").fill("Et le samedi ?")
        expect(page.get_by_role("button", name="Publier le commentaire")).to_be_visible()
        expect(page.get_by_text("Votre texte n'a pas été envoyé")).to_have_count(0)


def test_few_cards_are_read_without_searching(browser: Browser) -> None:
    with opened(browser, standing("phone-results"), WIDTH, HEIGHT) as page:
        expect(page.locator("h1")).to_have_text("Tous")
        expect(page.get_by_role("searchbox")).to_have_count(0)


def test_the_offer_of_the_browser_to_keep_the_page_is_passed_on_once(browser: Browser) -> None:
    with opened(browser, standing(), WIDTH, HEIGHT) as page:
        expect(page.get_by_label(PROMPT["fr"])).to_be_visible()
        keep = page.get_by_role("button", name="Mettre sur l'écran d'accueil")
        expect(keep).to_have_count(0)
        page.evaluate(OFFER)
        assert page.evaluate("window.withheld"), "the browser does not put its own banner over the page"
        keep.click()
        expect(keep).to_have_count(0)
        assert page.evaluate("window.prompted") == 1


OFFER = """() => { window.prompted = 0; const event = new Event("beforeinstallprompt", { cancelable: true });
  dispatchEvent(Object.assign(event, { prompt() { window.prompted += 1 } })); window.withheld = event.defaultPrevented }"""
