"""The console and the projector in Chromium: every action is one command, by key or by button."""

import pytest
from playwright.sync_api import Browser, expect

from tests.client.axe import in_every_look
from tests.client.sample import CONSOLE, SCREEN
from tests.client.stand_in import NOW, StandIn, opened, until

LAPTOP = (1280, 800)
WALL = (1920, 1080)
RAIL = "document.querySelector('.rail').getBoundingClientRect().height"
BESIDE = """() => { const [time, buttons] = ['.timer', '.rail-do'].map(one => document.querySelector(`.rail ${one}`).getBoundingClientRect());
  return buttons.top < time.bottom && buttons.left > time.right }"""


def standing(name: str) -> StandIn:
    kind, documents, boot = {**CONSOLE, **SCREEN}[name]
    return StandIn(kind, documents, "fr", **boot)


@pytest.mark.parametrize(
    ("scene", "key", "command"),
    [
        ("console-empty", "n", {"kind": "OpenDoor"}),
        ("console-waiting", "n", {"kind": "Advance", "after": None}),
        ("console-running", "n", {"kind": "Advance", "after": "fours"}),
        ("console-running", "c", {"kind": "CloseStep", "step": "fours"}),
        ("console-running", "e", {"kind": "ExtendStep", "step": "fours", "seconds": 120}),
        ("console-running", "-", {"kind": "ExtendStep", "step": "fours", "seconds": -60}),
        ("console-running", "p", {"kind": "PauseTimer", "step": "fours"}),
        ("console-running", "r", {"kind": "RevealStep", "step": "fours"}),
        ("console-running", "h", {"kind": "HideWall", "on": True}),
        ("console-last", "h", {"kind": "HideWall", "on": False}),
        ("console-running", "f", {"kind": "FreezeWall", "on": True}),
        ("console-running", ".", {"kind": "TurnWall", "by": 1}),
        ("console-running", ",", {"kind": "TurnWall", "by": -1}),
    ],
)
def test_keys_send_commands(browser: Browser, scene: str, key: str, command: dict[str, object]) -> None:
    server = standing(scene)
    with opened(browser, server, *LAPTOP) as page:
        expect(page.get_by_text("Connecté")).to_be_visible()
        page.keyboard.press(key)
        assert server.commands(page, 1) == [command]


def test_every_screen_and_the_pages_of_the_wall_are_one_button_away(browser: Browser) -> None:
    server = standing("console-running")
    urls = {**server.boot()["urls"], "screen": "/s/x/screen", "screens": "/sessions/x/screens"}
    server.extra = {**server.extra, "urls": urls}
    with opened(browser, server, *LAPTOP) as page:
        expect(page.get_by_text("Connecté")).to_be_visible()
        page.keyboard.press("w")
        dialog = page.get_by_role("dialog", name="Écrans")
        expect(dialog.get_by_role("link", name="Le mur")).to_have_attribute("href", "/s/x/screen")
        expect(dialog.get_by_role("link", name="Comment entrer")).to_have_attribute("href", "/s/x/screen#join")
        expect(dialog.get_by_role("link", name="Seul")).to_have_attribute("href", "/s/x/screen#board=ideas")
        expect(dialog.get_by_role("link", name="Écrans de groupes")).to_have_attribute("href", "/sessions/x/screens")
        assert in_every_look(page) == {}
        dialog.get_by_role("button", name="Page suivante").click()
        assert server.commands(page, 1) == [{"kind": "TurnWall", "by": 1}]


def test_typing_in_a_field_presses_no_key(browser: Browser) -> None:
    server = standing("console-running")
    with opened(browser, server, *LAPTOP) as page:
        page.keyboard.press("o")
        page.keyboard.type("un moment rare, personne ne parle")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert server.commands(page, 1) == [
            {"kind": "TakeNote", "text": "un moment rare, personne ne parle", "kept": True}
        ]


def test_skipping_needs_a_reason(browser: Browser) -> None:
    server = standing("console-running")
    with opened(browser, server, *LAPTOP) as page:
        page.get_by_role("button", name="Sauter « Ce que je retiens »").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Sauter l'étape").click()
        assert server.said == []
        dialog.get_by_label("Pourquoi").fill("Il est tard.")
        dialog.get_by_role("button", name="Sauter l'étape").click()
        expect(dialog).to_have_count(0)
        assert server.commands(page, 1) == [{"kind": "SkipStep", "step": "learning", "reason": "Il est tard."}]


def test_another_length_may_say_why_at_once_or_later(browser: Browser) -> None:
    server = standing("console-running")
    server.documents["staff"]["plan"]["welcome"]["extensions"] = [
        {"id": "welcome+1", "seconds": 120, "reason": "Un bus en retard."},
        {"id": "welcome+2", "seconds": 60},
    ]
    with opened(browser, server, *LAPTOP) as page:
        expect(page.get_by_text("+ 2 min · « Un bus en retard. »")).to_be_visible()
        page.get_by_role("button", name="Dire pourquoi le temps a changé : « Accueil »").click()
        page.get_by_label("Vos mots").fill("On se présente.")
        assert page.get_by_role("button", name="Effacer").count() == 0
        page.get_by_role("button", name="Garder ces mots").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.keyboard.press("t")
        dialog = page.get_by_role("dialog", name="Le temps de « À quatre »")
        dialog.get_by_label("Minutes en plus").fill("beaucoup")
        page.keyboard.press("Enter")
        expect(dialog.get_by_text("Écrivez un nombre de minutes")).to_be_visible()
        assert in_every_look(page) == {}
        dialog.get_by_label("Minutes en plus").fill("-1,5")
        dialog.get_by_label("Pourquoi").fill("Tout est dit.")
        dialog.get_by_role("button", name="Changer le temps").click()
        expect(dialog).to_have_count(0)
        assert server.commands(page, 2) == [
            {"kind": "EditReason", "of": "welcome+2", "text": "On se présente."},
            {"kind": "ExtendStep", "step": "fours", "seconds": -90, "reason": "Tout est dit."},
        ]


CLOSES_AND_PRESSES = """key => { document.querySelector('dialog').close();
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })) }"""


def test_a_key_counts_at_once_after_a_dialog_has_closed(browser: Browser) -> None:
    """The browser moves the focus out of a closed dialog only with the next picture it draws."""
    server = standing("console-empty")
    with opened(browser, server, *LAPTOP) as page:
        expect(page.get_by_text("Connecté")).to_be_visible()
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.evaluate(CLOSES_AND_PRESSES, "n")
        assert server.commands(page, 1) == [{"kind": "OpenDoor"}]


def test_closing_the_session_asks_first(browser: Browser) -> None:
    server = standing("console-last")
    with opened(browser, server, *LAPTOP) as page:
        page.keyboard.press("n")
        page.keyboard.press("Escape")
        page.wait_for_timeout(200)
        assert server.said == []
        page.keyboard.press("n")
        page.get_by_role("dialog").get_by_role("button", name="Clore la séance").click()
        assert server.commands(page, 1) == [{"kind": "CloseSession"}]


def test_a_last_stage_that_is_closed_leads_on_although_its_vote_was_never_revealed(browser: Browser) -> None:
    server = standing("console-last")
    staff = server.documents["staff"] | {"canReveal": True}
    server.documents = server.documents | {"staff": staff}
    with opened(browser, server, *LAPTOP) as page:
        expect(page.get_by_role("button", name="Révéler")).to_be_visible()
        expect(page.get_by_role("button", name="Clore cette étape")).to_have_count(0)
        page.keyboard.press("n")
        page.get_by_role("dialog").get_by_role("button", name="Clore la séance").click()
        assert server.commands(page, 1) == [{"kind": "CloseSession"}]
        server.change("staff", {"session": {"status": "closed"}})
        expect(page.get_by_role("link", name="Préparer la documentation")).to_be_focused()


def test_people_roles_and_cards(browser: Browser) -> None:
    server = standing("console-running")
    with opened(browser, server, *LAPTOP) as page:
        page.get_by_label("Groupe de Brume").select_option("2")
        page.get_by_role("button", name="Marquer absent·e : Brume").click()
        page.get_by_label("Client·e", exact=True).select_option(label="Galet")
        page.get_by_role("listitem").filter(has_text="Dire aussi").get_by_role("button", name="Masquer").click()
        page.get_by_role("listitem").filter(has_text="Un numéro unique").get_by_role("button", name="Rétablir").click()
        assert server.commands(page, 5) == [
            {"kind": "MovePerson", "person": "p5", "group": 1},
            {"kind": "MarkAbsent", "person": "p5", "absent": True},
            {"kind": "AssignRole", "role": "client", "people": ["p1"]},
            {"kind": "HideCard", "card": "c4"},
            {"kind": "RestoreCard", "card": "c2"},
        ]
        server.push("presence", {"connected": ["p0", "p1"], "screens": 2})
        expect(page.get_by_role("row").filter(has_text="Silex")).to_contain_text("hors ligne")
        expect(page.get_by_text("2 projecteurs")).to_be_visible()


def test_what_matters_stays_in_sight_and_every_number_leads_to_names(browser: Browser) -> None:
    server = standing("console-running")
    with opened(browser, server, 1366, 768) as page:
        expect(page.get_by_text("Connecté")).to_be_visible()
        page.mouse.wheel(0, 4000)
        steering = page.get_by_role("region", name="Conduite de la séance")
        for button in ("Révéler", "Étape suivante", "Masquer le mur", "+ 2 min"):
            expect(steering.get_by_role("button", name=button)).to_be_in_viewport(ratio=1)
        expect(steering.get_by_text("Fin prévue")).to_be_in_viewport()
        people = page.get_by_role("region", name="Personnes").get_by_role("row")
        everybody = people.count()
        steering.get_by_role("button", name="pas compris : 1").click()
        expect(people).to_have_count(2)
        expect(people.nth(1)).to_contain_text("Colline")
        expect(page.locator("#people-title")).to_be_focused()
        page.get_by_role("button", name="toutes").click()
        expect(people).to_have_count(everybody)
        page.keyboard.press("i")
        expect(people).to_have_count(2)
        server.change("staff", {"people": {"p8": {"signal": "done"}}})
        expect(people).to_have_count(everybody)
        crowd = {f"p{n}": {"alias": f"Acacia {n}", "here": True, "order": n, "signal": "lost"} for n in range(12, 60)}
        crowd |= {f"p{n}": {"alias": f"Orme {n}", "here": True, "order": n, "channel": "phone"} for n in range(60, 90)}
        server.change("staff", {"people": crowd, "progress": {"expected": 60, "done": 20}})
        server.push("presence", {"connected": [], "screens": 1})
        expect(steering.get_by_role("button", name="hors ligne")).to_be_visible()
        expect(steering.get_by_text("20 sur 60")).to_be_visible()
        for width, tallest in ((1280, 110), (1440, 110), (360, 170)):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(RAIL) <= tallest, width
            assert page.evaluate(BESIDE) or width == 360, "the buttons are beside the time"


def test_a_phone_steers_from_its_lower_edge_and_keeps_the_rest_behind_tabs(browser: Browser) -> None:
    server = standing("console-running")
    with opened(browser, server, 360, 640, has_touch=True) as page:
        steering = page.get_by_role("region", name="Conduite de la séance")
        expect(page.get_by_role("heading", name="Personnes")).to_be_hidden()
        for tab in ("Écrits", "Salle", "Notes", "Déroulé"):
            page.get_by_role("button", name=tab, exact=True).click()
            for button in ("Révéler", "Étape suivante", "Masquer le mur", "+ 2 min"):
                expect(steering.get_by_role("button", name=button)).to_be_in_viewport(ratio=1)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        expect(page.get_by_role("heading", name="Déroulé")).to_be_visible()
        page.keyboard.press("o")
        expect(page.locator("#note")).to_be_focused()


def test_the_sound_at_the_end_of_time_is_off_until_asked_for_and_then_remembered(browser: Browser) -> None:
    server = standing("console-running")
    everyone = server.documents["everyone"]
    # The clock of the stand-in stands still: each new greeting would begin the stage anew, so it ends before one comes.
    soon = everyone | {"stage": everyone["stage"] | {"endsAt": NOW + 10_000}}
    server.documents = server.documents | {"everyone": soon}
    heard = "window.heard = 0; const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (at) { window.heard += 1; return start.call(this, at) }"
    with opened(browser, server, *LAPTOP) as page:
        page.context.add_init_script(heard)
        page.reload()
        expect(page.get_by_text("Connecté")).to_be_visible()
        page.clock.run_for(11_000)
        assert page.evaluate("window.heard") == 0
        page.reload()
        expect(page.get_by_text("Connecté")).to_be_visible()
        page.get_by_role("button", name="Son : non").click()
        assert page.evaluate("window.heard") == 2, "what it will sound like"
        page.clock.run_for(11_000)
        until(page, lambda: page.evaluate("window.heard") == 4)
        page.reload()
        expect(page.get_by_role("button", name="Son : oui")).to_be_visible()


def test_cards_are_put_together_by_box_by_key_and_by_drag(browser: Browser) -> None:
    server = standing("console-running")
    with opened(browser, server, 1280, 2600) as page:
        box = lambda words: page.get_by_role("checkbox", name=words)  # noqa: E731
        box("Choisir : Se voir").check()
        box("Choisir : Dire aussi").check()
        page.locator("h1").click()
        page.keyboard.press("j")
        expect(box("Choisir : Dire aussi")).not_to_be_checked()
        box("Choisir : Dire aussi").check()
        page.locator("h1").click()
        page.keyboard.press("g")
        page.keyboard.type("Apprendre")
        page.keyboard.press("Enter")
        expect(box("Choisir : Dire aussi")).not_to_be_checked()
        cluster = page.get_by_role("region", name="Se former")
        page.locator("li.desk-card").filter(has_text="Se voir").drag_to(cluster)
        cluster.locator("li.desk-card").filter(has_text="Former ensemble").drag_to(
            page.get_by_role("heading", name="Sans titre")
        )
        cluster.get_by_role("button", name="Renommer").click()
        cluster.get_by_label("Titre").fill("Grandir")
        page.keyboard.press("Enter")
        cluster.get_by_role("button", name="Défaire").click()
        page.get_by_role("button", name="Séparer ce qui est réuni : Un annuaire").click()
        page.keyboard.press("u")
        page.get_by_role("region", name="Dernières actions").get_by_role("button", name="Annuler : Masquée").click()
        page.get_by_role("button", name="À retenir : Penser").click()
        assert server.commands(page, 10) == [
            {"kind": "MergeCards", "cards": ["c1", "c4"]},
            {"kind": "MakeCluster", "board": "ideas", "title": "Apprendre", "cards": ["c4"]},
            {"kind": "ClusterCards", "cards": ["c1"], "cluster": "k1"},
            {"kind": "ClusterCards", "cards": ["c3"], "cluster": None},
            {"kind": "RenameCluster", "cluster": "k1", "title": "Grandir"},
            {"kind": "DissolveCluster", "cluster": "k1"},
            {"kind": "PartCards", "card": "c0"},
            {"kind": "UndoAction", "action": "a3"},
            {"kind": "UndoAction", "action": "a2"},
            {"kind": "KeepNote", "note": "n2", "kept": True},
        ]
        expect(page.get_by_role("region", name="Dernières actions")).to_contain_text("autre console")


def test_people_change_groups_by_press_or_drag_and_exchange_roles(browser: Browser) -> None:
    server = standing("console-running")
    waiting = {"text": "À relire.", "by": "p1", "step": "alone", "held": True}
    staff = server.documents["staff"] | {"boards": {"ideas": {"count": 1, "cards": {"c1": waiting}}}}
    server.documents = server.documents | {"staff": staff}
    with opened(browser, server, 1280, 2600) as page:
        groups = page.get_by_role("region", name="Groupes")
        chip = groups.get_by_role("button", name="Brume", exact=True)
        chip.focus()
        page.keyboard.press("Enter")
        expect(chip).to_have_attribute("aria-pressed", "true")
        groups.get_by_role("button", name="Placer Brume dans le groupe 1").press("Enter")
        groups.get_by_role("button", name="Colline", exact=True).drag_to(groups.get_by_text("Groupe 2"))
        page.get_by_text("Échanger les rôles de deux personnes").click()
        page.get_by_label("Première personne").select_option("p2")
        page.get_by_label("Seconde personne").select_option("p3")
        page.get_by_role("button", name="Échanger", exact=True).click()
        page.get_by_role("button", name="Relire avant d'afficher").click()
        page.get_by_role("button", name="Laisser passer ce qui attend (1)").click()
        page.get_by_role("button", name="Laisser passer : À relire.").click()
        assert server.commands(page, 6) == [
            {"kind": "MovePerson", "person": "p5", "group": 0},
            {"kind": "MovePerson", "person": "p8", "group": 1},
            {"kind": "SwapRoles", "person": "p2", "other": "p3"},
            {"kind": "ReviewCards", "on": True},
            {"kind": "LetIn", "cards": ["c1"]},
            {"kind": "LetIn", "cards": ["c1"]},
        ]


def test_what_another_console_does_is_said_softly(browser: Browser) -> None:
    server = standing("console-running")
    server.answer = lambda body: {"n": body["n"], "refused": "stale-stage", "say": {"fr": "Trop tard.", "en": "Late."}}
    with opened(browser, server, *LAPTOP) as page:
        expect(page.get_by_text("Connecté")).to_be_visible()
        server.change("staff", {"session": {"wallHidden": True}})
        expect(page.get_by_text("Une autre console a masqué le mur.")).to_be_visible()
        page.keyboard.press("n")
        expect(page.get_by_text("la salle n'a avancé qu'une fois")).to_be_visible()
        expect(page.get_by_text("Trop tard.")).to_have_count(0)


def test_proposed_clusters_do_nothing_until_they_are_accepted(browser: Browser) -> None:
    server = standing("console-running")
    server.answers["likenesses"] = {
        "clusters": [{"title": "former", "cards": ["c3", "c4"]}, {"title": "voir", "cards": ["c0", "c1"]}]
    }
    with opened(browser, server, *LAPTOP) as page:
        page.get_by_role("button", name="Proposer des regroupements").click()
        first = page.get_by_role("region", name="Proposition : former")
        expect(first).to_contain_text("Dire aussi")
        page.get_by_role("region", name="Proposition : voir").get_by_role("button", name="Ignorer").click()
        expect(page.get_by_role("region", name="Proposition : voir")).to_have_count(0)
        assert server.said == []
        first.get_by_label("Titre").fill("Apprendre ensemble")
        first.get_by_role("button", name="Accepter").click()
        assert server.commands(page, 1) == [
            {"kind": "MakeCluster", "board": "ideas", "title": "Apprendre ensemble", "cards": ["c3", "c4"]}
        ]


def test_many_groups_are_counted_by_size_and_stay_on_the_wall(browser: Browser) -> None:
    server = standing("screen-board24")
    everyone = server.documents["everyone"] | {"boards": {}, "answers": {}, "charts": {}}
    groups = [{"number": n, "size": size} for n, size in enumerate([2] * 19 + [3])]
    server.documents = {"everyone": everyone, "screen": {"groups": groups}}
    with opened(browser, server, *WALL) as page:
        expect(page.get_by_text("19 groupes de 2")).to_be_visible()
        expect(page.get_by_text("1 groupe de 3")).to_be_visible()
        assert (
            page.evaluate("document.querySelector('main').scrollHeight - document.querySelector('main').clientHeight")
            <= 1
        )


def test_a_hidden_wall_shows_nothing(browser: Browser) -> None:
    server = standing("screen-board24")
    with opened(browser, server, *WALL) as page:
        expect(page.locator(".wall-card").first).to_be_visible()
        server.push("channels", {"channels": ["screen"]})
        server.push("documents", [{"channel": "screen", "version": 99, "full": {"hidden": True}}])
        expect(page.locator(".hidden-wall")).to_be_visible()
        assert page.inner_text("body").strip() in ("", "Le mur est masqué")


@pytest.mark.parametrize(
    "scene",
    [
        "screen-board5",
        "screen-board24",
        "screen-board60",
        "screen-columns",
        "screen-votes",
        "screen-join",
        "screen-titles",
        "screen-many-titles",
    ],
)
def test_the_wall_never_scrolls(browser: Browser, scene: str) -> None:
    with opened(browser, standing(scene), *WALL) as page:
        expect(page.locator(".wall")).to_be_visible()
        assert page.evaluate(
            "[document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth]"
        ) == [0, 0]
        hidden = "[...document.querySelectorAll('.wall-card, .wall-row')].filter(card => { const box = card.getBoundingClientRect(), room = card.closest('.wall-sheets').getBoundingClientRect(); return box.bottom > room.bottom + 1 || box.right > room.right + 1 }).length"
        assert page.evaluate(hidden) == 0


def test_fewer_cards_are_written_larger(browser: Browser) -> None:
    sizes = []
    for scene in ("screen-board5", "screen-board24", "screen-board60"):
        with opened(browser, standing(scene), *WALL) as page:
            sizes.append(
                page.locator(".wall-card").first.evaluate("card => parseFloat(getComputedStyle(card).fontSize)")
            )
    assert sizes[0] > sizes[1] >= sizes[2] >= 28
    assert sizes[0] >= 40
