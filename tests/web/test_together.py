"""What was written by several people is on the own page of each of them."""

import pytest

from facilitation.domain.commands import By, EditCard, OpenDoor
from tests.web.conftest import House, Planned
from tests.web.test_own import Author


@pytest.fixture
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    return planned


def test_a_card_one_only_improved_can_be_taken_back_too(session: Planned) -> None:
    people = [Author(session) for _ in range(4)]
    session.go_on()
    author = people[0]
    card = author.posts("Ses mots")
    session.go_on()
    pair = next(group for group in session.state.groups["pairs"] if author.person in group)
    mate = next(each for each in people[1:] if each.person in pair)
    session.say(EditCard("pairs", card, "Ses mots, et les miens"), by=By("participant", mate.person))
    mate.browser.open(mate.page)
    assert "Ses mots, et les miens" in mate.browser.words
    mate.browser.open(f"{mate.page}/withdraw/card/{card}")
    mate.browser.send()
    assert session.state.cards[card].withdrawn is True
