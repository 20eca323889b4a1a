"""What sessions brought is worked out once; never longer than it is true, and never after words were taken back."""

import gc

from facilitation.domain.commands import By, CloseSession, OpenDoor, PostCard, WithdrawCard
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.rendering import DIFFUSION
from facilitation.web.outcomes import Outcomes
from tests.web.conftest import House, Planned


def held(house: House) -> Planned:
    """A session in which one person wrote one thing."""
    planned = house.plan()
    planned.say(OpenDoor())
    planned.join(report="yes")
    planned.go_on()
    planned.say(PostCard(planned.state.current or "", "ideas", "Un café"), by=By("participant", planned.newest()))
    return planned


def test_an_outcome_is_worked_out_once_for_each_audience_until_something_happens(fresh_house: House) -> None:
    planned, known = held(fresh_house), Outcomes(most=2)
    first = known.of(planned.state)
    assert known.of(planned.state) is first
    assert known.of(planned.state, DIFFUSION) is not first
    planned.say(CloseSession())
    assert known.of(planned.state) is not first
    assert known.of(planned.state).identity.closed_at is not None


def test_no_outcome_outlives_the_words_that_were_taken_back(fresh_house: House) -> None:
    planned, staff = held(fresh_house), fresh_house.staff()
    for page in ("/experiments/1/analysis", "/experiments/1/writing/paper/D8?rendering=diffusion"):
        assert staff.client.get(page).status_code == 200
    (card,) = planned.state.cards.values()
    planned.say(CloseSession())
    planned.say(WithdrawCard(card.id), by=By("participant", planned.newest()))
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Outcome) and one.identity.session == planned.id]


def test_what_is_worked_out_while_words_are_taken_back_is_not_kept(fresh_house: House) -> None:
    planned, known = held(fresh_house), Outcomes()
    before = planned.state

    def make() -> str:
        known.forget(planned.id)
        return "with the words"

    assert known.held("page", (before,), make) == "with the words"
    assert known.held("page", (before,), lambda: "anew") == "anew"
    assert known.held("page", (before,), lambda: "again") == "anew", "kept, once nothing comes between"


def test_nothing_is_kept_of_a_session_that_was_in_hand_before_words_were_taken_back(
    fresh_house: House,
) -> None:
    planned, known = held(fresh_house), fresh_house.doors.outcomes
    before = planned.state
    (card,) = before.cards.values()
    planned.say(WithdrawCard(card.id), by=By("participant", planned.newest()))
    assert known.held("page", (before,), lambda: "with the words") == "with the words"
    assert known.held("page", (before,), lambda: "anew") == "anew", "the first was not kept"
    assert known.held("page", (planned.state,), lambda: "without") == "without"
    assert known.held("page", (planned.state,), lambda: "anew") == "without"
