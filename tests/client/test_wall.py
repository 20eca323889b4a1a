"""The projector in Chromium: pages that turn, a wall that is frozen, pictures of systems."""

import re

from playwright.sync_api import Browser, expect

from tests.client.boards import SCENES
from tests.client.sample import SCREEN, WALL
from tests.client.stand_in import HOST, StandIn, opened, until

SIZE = (1920, 1080)


def standing(name: str) -> StandIn:
    kind, documents, boot = SCREEN[name]
    return StandIn(kind, documents, "fr", **boot)


def test_pages_turn_by_themselves_and_by_hand_and_nothing_is_lost(browser: Browser) -> None:
    long = "Une phrase assez longue pour être lue de loin. " * 40
    texts = {f"c{n}": {"text": text} for n, text in enumerate([*WALL, long, "نحن نتعاون معا", "👩🏽‍🚀 d'accord"], 1)}
    _, documents, _ = SCREEN["screen-board24"]
    server = StandIn(
        "screen", documents | {"everyone": documents["everyone"] | {"boards": {"ideas": {"cards": texts}}}}
    )
    with opened(browser, server, 1280, 720, reduced_motion="reduce") as page:
        pager = page.locator(".wall-pager")
        expect(pager).to_contain_text("Page 1 sur")
        until(page, lambda: server.greeted)
        page.evaluate("document.fonts.ready")
        # What has just come is on the page that shows, and marked without motion.
        server.change("everyone", {"boards": {"ideas": {"cards": {"c999": {"text": "La dernière venue."}}}}})
        fresh = page.locator(".fresh", has_text="La dernière venue.")
        expect(fresh.locator(".wall-card")).to_have_css("animation-name", "none")
        expect(pager).to_contain_text("sur 64")
        # By hand, through all of it: nothing is lost, nothing is cut.
        pages = int(re.findall(r"Page \d+ sur (\d+)", pager.inner_text())[0])
        while f"Page 1 sur {pages}" not in (shown := pager.inner_text()):
            page.keyboard.press("ArrowRight")
            expect(pager).not_to_have_text(shown)
        read = []
        for at in range(1, pages + 1):
            expect(pager).to_contain_text(f"Page {at} sur {pages}")
            read += page.locator(".wall-card .words").all_inner_texts()
            page.keyboard.press("ArrowRight")
        expect(pager).to_contain_text(f"Page 1 sur {pages}")
        whole = "".join(re.sub(r"^\(\d/\d\)", "", text).strip() + " " for text in read)
        assert all(card["text"] in whole for card in texts.values() if card["text"] != long)
        assert whole.count("Une phrase assez longue pour être lue de loin.") == 40
        assert page.locator(".wall-card .words").first.get_attribute("dir") == "auto"
        # From the console; then, after a minute's peace, by itself.
        server.documents = server.documents | {"screen": {"hidden": False, "turned": -1}}
        server.push("documents", [{"channel": "screen", "version": 99, "full": server.documents["screen"]}])
        expect(pager).to_contain_text(f"Page {pages} sur {pages}")
        page.clock.fast_forward(61_000)
        expect(pager).to_contain_text(f"Page 1 sur {pages}")
        expect(page.locator(".fresh")).to_have_count(0)


def test_a_frozen_wall_says_so_and_shows_what_it_kept(browser: Browser) -> None:
    server = standing("screen-board24")
    kept = server.documents["everyone"]
    with opened(browser, server, *SIZE) as page:
        expect(page.locator(".wall-card").first).to_be_visible()
        server.push("channels", {"channels": ["screen"]})
        server.push("documents", [{"channel": "screen", "version": 99, "full": {"hidden": False, "frozen": kept}}])
        expect(page.get_by_text("Écran figé")).to_be_visible()
        expect(page.locator(".wall-card").first).to_be_visible()
        # Who votes on paper writes a number: once papers are printed, each card stands with its own.
        expect(page.locator(".wall-number")).to_have_count(0)
        server.push("documents", [{"channel": "screen", "version": 100, "full": {"hidden": False, "numbered": True}}])
        expect(page.locator(".wall-card .wall-number").first).to_have_text("1")


def test_the_screen_of_a_group_shows_its_board_says_whose_it_is_and_nothing_once_it_is_closed(
    browser: Browser,
) -> None:
    server = standing("screen-of-group")
    with opened(browser, server, *SIZE) as page:
        expect(page.locator(".wall-kicker")).to_contain_text("Groupe 3, Le logement")
        expect(page.locator(".wall-card")).to_have_count(5)
        server.change("screen:2", {"boards": {"ideas": {"cards": {"c99": {"text": "Pour nous seuls."}}}}})
        expect(page.get_by_text("Pour nous seuls.")).to_be_visible()
        server.push("channels", {"channels": ["screen"]})
        server.push("documents", [{"channel": "screen", "version": 99, "full": {"hidden": True}}])
        expect(page.locator(".wall-card")).to_have_count(0)


def test_a_picture_is_drawn_read_and_told_as_tables(browser: Browser) -> None:
    _, documents, _ = SCENES["screen-picture"]
    with opened(browser, StandIn("screen", documents, "fr"), *SIZE) as page:
        drawing = page.get_by_role("img", name="Les liens et leurs boucles. 3 liens")
        expect(drawing).to_be_visible()
        box = drawing.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SIZE[1]
        assert (
            min(
                page.locator(".wall-picture text").evaluate_all(
                    "all => all.map(one => one.getBoundingClientRect().height)"
                )
            )
            >= 28
        )
        expect(page.get_by_text("2 · Échanges")).to_be_visible()
        expect(page.get_by_role("row", name="Confiance Échanges dans le même sens (+) 1")).to_have_count(1)
        expect(page.locator(".wall-pager")).to_contain_text("Page 1 sur 2")
        page.keyboard.press("ArrowRight")
        expect(page.locator(".wall-pager")).to_contain_text("Page 2 sur 2")


def test_a_result_alone_on_its_page_is_never_cut_by_the_reasons_under_it(browser: Browser) -> None:
    _, documents, _ = SCENES["screen-consented"]
    reason = "Qui, dans votre équipe, s'inquiète de voir les réunions se multiplier sans décision ?"
    reasons = {f"c{n}": {"text": reason, "about": "c1", "stance": "concern"} for n in range(20, 24)}
    cards = documents["everyone"]["boards"]["plan"]["cards"] | reasons
    everyone = documents["everyone"] | {"boards": {"plan": {"cards": cards}}}
    for size in (SIZE, (1280, 800)):
        with opened(browser, StandIn("screen", documents | {"everyone": everyone}, "fr"), *size) as page:
            expect(page.locator(".wall-said .wall-card")).to_have_count(6)
            counts = page.locator(".wall-sheets .level-counts")
            expect(counts).to_contain_text("Objection")
            page.evaluate("document.fonts.ready")
            page.wait_for_function(FITS)


FITS = """() => { const box = document.querySelector('.wall-sheets').getBoundingClientRect();
  const counts = document.querySelector('.wall-sheets .level-counts').getBoundingClientRect();
  return counts.height > 0 && counts.bottom <= box.bottom + 1 }"""


def test_the_ends_of_a_map_are_written_without_breaking_a_word(browser: Browser) -> None:
    server = StandIn("screen", SCENES["screen-map"][1], "fr")
    with opened(browser, server, *SIZE) as page:
        ends = page.locator(".map-row .map-end")
        expect(ends.last).to_have_text("Difficile")
        page.evaluate("document.fonts.ready")
        lines = "one => one.getClientRects().length && Math.round(one.scrollHeight / parseFloat(getComputedStyle(one).lineHeight))"
        assert ends.last.evaluate(lines) == 1


def test_a_second_projector_shows_one_board_or_the_way_in_and_how_many_phones_are_on(browser: Browser) -> None:
    server = standing("screen-board5")
    boards = server.documents["everyone"]["boards"] | {"other": {"cards": {"c99": {"text": "Un autre tableau."}}}}
    server.documents["everyone"] = server.documents["everyone"] | {"boards": boards}
    with opened(browser, server, *SIZE) as page:
        expect(page.get_by_text("Un autre tableau.")).to_be_visible()
        page.goto(f"{HOST}/s/x/page#board=ideas")
        page.reload()
        expect(page.locator(".wall-card").first).to_be_visible()
        expect(page.get_by_text("Un autre tableau.")).to_have_count(0)
        page.goto(f"{HOST}/s/x/page#join")
        page.reload()
        expect(page.locator(".join-big")).to_have_text("ABCD-EFGH")
        until(page, lambda: server.messages[-1][0] == "here")
        server.push("presence", {"people": 10})
        expect(page.locator(".wall-people")).to_contain_text("12 personnes sont là")
        expect(page.locator(".wall-people")).to_contain_text("10 téléphones connectés")
