"""The exchanges and activities of the library, played with the head-counts that rooms really have."""

from collections import Counter
from itertools import combinations

import pytest

from facilitation.domain import events as e
from tests.rehearsal.stage import played, shipped

NAMES = (
    "action-learning-set",
    "crowd-25-10",
    "fifteen-percent-solutions",
    "gease",
    "hopes-and-fears",
    "impromptu-networking",
    "meteo",
    "retrospective",
    "roti",
    "triz",
    "troika-consulting",
    "what-so-what-now-what",
    "wise-crowds",
    "world-cafe",
)
HEAD_COUNTS = (3, 5, 7, 12, 23)


def _rooms() -> list[tuple[str, int]]:
    found = []
    for name in NAMES:
        form = shipped(name).format
        assert form is not None
        found += [(name, people) for people in HEAD_COUNTS if form.fewest <= people <= form.most]
    return found


@pytest.mark.parametrize(("name", "people"), _rooms())
def test_it_plays_to_its_end_with_nobody_turned_away(name: str, people: int) -> None:
    rehearsal, _ = played(name, people)
    assert rehearsal.session.status == "closed"
    assert rehearsal.findings.refusals == ()
    assert rehearsal.findings.unplayed == ()


@pytest.mark.parametrize("people", [7, 12, 23])
def test_scores_go_to_the_cards_of_others_and_only_once(people: int) -> None:
    session = played("crowd-25-10", people)[0].session
    scored = Counter(
        (voter, card) for key, votes in session.votes.items() for voter, dots in votes.items() for card in dots
    )
    assert scored
    assert set(scored.values()) == {1}
    assert all(voter not in session.cards[card].writers for voter, card in scored)


def test_those_who_stay_are_client_once() -> None:
    rehearsal, _ = played("troika-consulting", 12)
    clients = Counter(
        person
        for event in rehearsal.events
        if isinstance(event, e.RoleAssigned) and event.role == "client"
        for person in event.people
    )
    assert set(clients) == set(rehearsal.session.people)
    assert set(clients.values()) == {1}


def test_partners_are_new_each_time() -> None:
    session = played("impromptu-networking", 23)[0].session
    rounds = [session.groups[f"meet.{turn}"] for turn in (1, 2, 3)]
    met = Counter(frozenset(pair) for groups in rounds for group in groups for pair in combinations(group, 2))
    assert max(met.values()) <= 2, "a latecomer joins the pair that is there"
    assert sum(count > 1 for count in met.values()) <= 1
