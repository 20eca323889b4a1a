"""Somebody who opens the house for the first time: each page says what comes next, and no form loses what was typed."""

import re

from facilitation.domain.commands import CloseSession, OpenDoor
from tests.web.conftest import House

SETTLED = {"state": "ticked", "words": "comme convenu", "authority": "direction", "settled_on": "2026-01-05"}


def test_the_page_of_an_experiment_says_what_keeps_the_first_session_from_opening(house: House) -> None:
    staff = house.staff()
    staff.open("/experiments/new")
    staff.send(title="Accueil du lundi", site="new", new_name="Maison des exemples", new_place="probation-service")
    assert "Avant la première séance" in staff.words
    assert "il manque 7 points au protocole" in staff.words
    assert "8 points ne sont pas réglés pour le terrain Maison des exemples" in staff.words
    assert f"{staff.at}/protocol/edit" in staff.links()
    first = next(link for link in staff.links() if link.endswith("/checklist"))

    staff.open(f"{first}/slips?session=abc")
    staff.send(on="1", **SETTLED)
    assert re.fullmatch(r"/sites/\d+/checklist/\w+", staff.at), "the first again, after the last"
    assert not staff.at.endswith("/slips")
    staff.send(**SETTLED)
    assert staff.at == first, "the list, where nothing else was asked for"


def test_a_site_that_is_described_but_not_chosen_is_not_lost(house: House) -> None:
    staff = house.staff()
    staff.open("/experiments/new")
    assert not re.search(r'<option value="\d+" selected', staff.page.text), "no site is chosen for anybody"
    chosen = re.search(r'<option value="(\d+)"', staff.page.text)
    assert chosen
    staff.send(title="Oubli", site=chosen[1], new_name="Maison oubliée")
    assert staff.page.status_code == 422
    assert "Un autre terrain est choisi plus haut" in staff.words
    assert "Maison oubliée" in staff.page.text
    staff.send(site="new")
    assert "Maison oubliée" in staff.words


def test_after_a_session_the_page_says_what_follows_and_stops_saying_what_is_done(fresh_house: House) -> None:
    planned, staff = fresh_house.plan(), fresh_house.staff()
    planned.say(OpenDoor())
    planned.go_on()
    planned.say(CloseSession())
    fresh_house.noted(planned.id, "started_at")
    fresh_house.noted(planned.id, "closed_at")
    staff.open(f"/sessions/{planned.id}")
    assert "ne peuvent pas atteindre" not in staff.words, "nobody joins what is over"
    staff.open("/experiments/1")
    for said in (
        "Après la séance",
        "Aucun apprentissage n’est écrit",
        "n’ont pas pu le lire",
        "toujours dite en préparation",
    ):
        assert said in staff.words
    staff.open("/experiments/1/learnings/new")
    staff.send(learned="On ose quand on a écrit")
    staff.open("/experiments/1/reading")
    staff.send("/experiments/1/reading", days="14", unread_why="Personne n'était là")
    staff.open("/experiments/1")
    assert "Aucun apprentissage n’est écrit" not in staff.words
    assert "n’ont pas pu le lire" not in staff.words
    assert "toujours dite en préparation" in staff.words
