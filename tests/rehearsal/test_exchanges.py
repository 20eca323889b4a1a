"""The exchanges and activities of the library, played with the head-counts that rooms really have."""

import json
from collections import Counter
from itertools import combinations

import pytest

from facilitation import places
from facilitation.domain import events as e
from facilitation.domain.format import Format
from facilitation.domain.plain import to_plain
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.consent import all_agreed
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


def _talks() -> list[str]:
    """Every exchange and activity of the library: what is no game, which `test_games` plays."""
    files = sorted(places.workshop_formats().glob("*.yaml"))
    return [path.stem for path in files if "\nkind: cooperation-game\n" not in path.read_text("utf-8")]


def _rooms(form: Format) -> list[int]:
    """Rooms as they really are; for those that are not in `NAMES`, the smallest and a middling one."""
    if form.id in NAMES:
        return [people for people in HEAD_COUNTS if form.fewest <= people <= form.most]
    return sorted({form.fewest, min(form.most, 11)})


@pytest.mark.parametrize("name", _talks())
def test_it_plays_to_its_end_with_nobody_turned_away(name: str) -> None:
    form = shipped(name).format
    assert form is not None
    assert form.kind != "cooperation-game"
    for people in _rooms(form):
        rehearsal, _ = played(name, people)
        assert rehearsal.session.status == "closed", people
        assert rehearsal.findings.refusals == (), people
        assert rehearsal.findings.unplayed == (), people


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


def test_what_was_promised_to_stay_in_the_room_is_in_no_document() -> None:
    session = played("croisement-des-savoirs", 12)[0].session
    told, said = outcome(session), json.dumps(to_plain(outcome(session)), ensure_ascii=False)
    released = {card for picks in session.choices.values() for picked in picks.values() for card in picked}
    wall = {card.id: card for card in session.cards.values() if card.board == "wall" and not card.withdrawn}
    kept, out = [wall[id].text for id in wall.keys() - released], [wall[id] for id in wall.keys() & released]
    assert kept
    assert not [text for text in kept if text in said]
    assert any(card.text in said for card in out)
    agreed = [card for id, card in wall.items() if id not in released and all_agreed(session, card.writers)]
    assert told.unprinted.left_out == len(agreed)
    assert "knowledge" not in {question.name for stage in told.stages for question in stage.questions}
