"""Every game of the library is played to its end by bots, whatever the head-count leaves over."""

import pytest

from facilitation.domain import events as e
from tests.rehearsal.stage import played

GAMES = (
    "common-pool-resource",
    "dictator",
    "guess-two-thirds",
    "price-game",
    "prisoners-dilemma",
    "public-goods-punishment",
    "sharing-in-turn",
    "trust",
    "ultimatum",
    "volunteers-dilemma",
    "win-as-much-as-you-can",
)


@pytest.mark.parametrize("people", [5, 7])
@pytest.mark.parametrize("name", GAMES)
def test_a_game_is_played_to_its_end(name: str, people: int) -> None:
    rehearsal, _ = played(name, people)
    session = rehearsal.session
    assert session.status == "closed"
    last = [values for values in session.values.values() if any("points" in one for one in values.person.values())][-1]
    paid = [one for one in last.person.values() if "points" in one]
    # One of the bots leaves before the end; everyone else has been paid, those of odd groups too.
    assert len(paid) >= people - 2


def test_the_judge_gives_to_others_only() -> None:
    rehearsal, _ = played("public-goods-punishment", 7)
    given = [event for event in rehearsal.events if isinstance(event, e.AnswerGiven) and event.question == "spent"]
    assert given
    for event in given:
        assert event.by in rehearsal.session.people
        assert isinstance(event.value, tuple)
        assert len(event.value) >= 2
