"""Who is with whom and who speaks, in Chromium: what the buttons of phones and console send."""

from playwright.sync_api import Browser, expect

from tests.client.sample import SCENES, both, phone, stage
from tests.client.stand_in import StandIn, opened, until

PHONE = (360, 640)
LAPTOP = (1280, 800)


def standing(name: str, locale: str = "fr") -> StandIn:
    kind, documents, boot = SCENES[name]
    return StandIn(kind, documents, locale, **boot)


def test_who_speaks_says_when_it_is_over(browser: Browser) -> None:
    server = standing("phone-turn-mine")
    with opened(browser, server, *PHONE) as page:
        expect(page.get_by_text("C'est à vous de parler")).to_be_visible()
        expect(page.get_by_role("button", name="J'ai fini", exact=True)).to_have_count(0)
        page.get_by_role("button", name="J'ai fini de parler").click()
        assert server.commands(page, 1) == [{"kind": "PassTurn", "step": "around", "turn": 2}]


def test_who_waits_is_told_when(browser: Browser) -> None:
    server = standing("phone-turn-wait")
    with opened(browser, server, *PHONE) as page:
        expect(page.get_by_text("Galet parle")).to_be_visible()
        expect(page.get_by_text("Encore une personne avant vous.")).to_be_visible()
        turns = {"speaker": "Lichen", "coming": ["Cèdre"], "spoken": 2, "of": 4}
        server.change("everyone", {"turns": turns})
        expect(page.get_by_text("Vous parlerez juste après.")).to_be_visible()


def test_the_console_moves_the_floor(browser: Browser) -> None:
    server = standing("console-turns")
    with opened(browser, server, *LAPTOP) as page:
        page.get_by_role("button", name="Au suivant").click()
        page.get_by_role("button", name="Revenir à Cèdre").click()
        page.get_by_label("Donner la parole à…").last.select_option(label="Genêt")
        assert server.commands(page, 3) == [
            {"kind": "PassTurn", "step": "fours", "circle": 0, "turn": 2},
            {"kind": "GiveTurn", "step": "fours", "person": "p0"},
            {"kind": "GiveTurn", "step": "fours", "person": "p11"},
        ]


def test_a_group_is_chosen_and_changed(browser: Browser) -> None:
    server = standing("phone-join")
    with opened(browser, server, *PHONE) as page:
        expect(page.get_by_role("button", name="Groupe 3")).to_be_disabled()
        page.get_by_role("button", name="Un premier emploi").click()
        assert server.commands(page, 1) == [{"kind": "JoinGroup", "step": "slot", "group": 1}]
    server = standing("phone-joined")
    with opened(browser, server, *PHONE) as page:
        expect(page.get_by_text("Votre groupe : Se loger à la sortie, salle du fond")).to_be_visible()
        page.get_by_role("button", name="Changer de groupe").click()
        page.get_by_role("button", name="Un premier emploi").click()
        assert server.commands(page, 1) == [{"kind": "JoinGroup", "step": "slot", "group": 1}]


def test_who_is_not_meant_waits_and_has_nothing_to_finish(browser: Browser) -> None:
    day = {"label": both("À revoir le", "To be reviewed on"), "kind": "short text", "day": True}
    curve = {"kind": "line", "title": both("Moyenne", "Average"), "points": [{"x": "1", "y": "143/2"}]}
    everyone = {
        "stage": stage("request", "La demande", "The request", 2),
        "answers": {"review": day | {"entries": {"a1": {"value": "2027-01-01"}}}},
        "charts": {"1": curve},
    }
    server = StandIn("participant", phone(everyone, {"silent": True, "aside": True}), "fr")
    with opened(browser, server, *PHONE) as page:
        expect(page.get_by_text("Rien à faire pour vous à cette étape. La suite arrive.")).to_be_visible()
        expect(page.get_by_role("button", name="Je n'ai pas compris")).to_be_visible()
        expect(page.get_by_role("button", name="J'ai fini")).to_have_count(0)
        expect(page.get_by_text("1er janvier 2027")).to_be_visible()
        expect(page.get_by_text("71,5", exact=True)).to_be_visible()
        expect(page.locator(".chart svg")).to_have_count(0)
        page.get_by_role("button", name="English").click()
        expect(page.get_by_text("1 January 2027")).to_be_visible()
        until(page, lambda: server.socket)
        post = {
            "columns": [],
            "longest": 99,
            "seenBy": "role:client",
            "seenRoles": {"client": both("Qui demande", "Who asks")},
        }
        server.change("person:p7", {"silent": None, "aside": None, "tasks": {"post": {"ideas": post}}})
        expect(page.get_by_text("Seen by: the role “Who asks” and the facilitator")).to_be_visible()
        expect(page.get_by_role("button", name="I am done")).to_be_visible()


def test_the_console_places_people(browser: Browser) -> None:
    server = standing("console-gathering")
    with opened(browser, server, *LAPTOP) as page:
        client = page.locator(".field", has=page.get_by_label("Client·e", exact=True))
        expect(client).to_be_visible()
        expect(client).not_to_contain_text("0")
        page.get_by_role("button", name="Placer les personnes sans groupe").click()
        page.get_by_label("Groupe de Rivière").select_option(label="nouveau groupe")
        assert server.commands(page, 2) == [
            {"kind": "PlaceRest", "step": "fours"},
            {"kind": "MovePerson", "person": "p3", "group": 3},
        ]


def test_a_hand_is_raised_and_lowered_and_a_variant_says_nothing_of_itself(browser: Browser) -> None:
    server = standing("phone-offer")
    with opened(browser, server, *PHONE) as page:
        expect(page.get_by_text("C'est le moment de conclure")).to_be_visible()
        expect(page.get_by_text("Vous pouvez gagner 10 points.")).to_be_visible()
        expect(page.get_by_text("Votre rôle")).to_have_count(0)
        page.get_by_role("button", name="Lever la main").click()
        page.get_by_role("button", name="Baisser la main").click()
        assert server.commands(page, 2) == [
            {"kind": "RaiseHand", "step": "ask", "role": "narrator", "on": True},
            {"kind": "RaiseHand", "step": "ask", "role": "scribe", "on": False},
        ]
