"""What a room can count on at every head-count: 1-2-4-All, Troika, networking, World Café, Open Space."""

from collections import Counter
from itertools import combinations

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Format
from facilitation.formats.examples import Example
from facilitation.formats.performance import Played, play
from facilitation.projections.channels import channels_of, documents
from tests.domain.room import Room, open_room
from tests.formats.samples import read, said
from tests.formats.shipped import library

OPEN_SPACE = """\
format: market
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Le marché, en: The market}
summary: {fr: Des séances proposées sur place., en: Sessions proposed on the spot.}
credits: {source: our own, licence: CC0}
participants: {min: 5, max: 60}
roles:
  convener: {label: {fr: Qui convoque, en: Convener}, per: group, chosen by: result, optional: yes}
run:
  - stage: marketplace
    title: {fr: La place, en: Marketplace}
    minutes: 15
    board:
      name: sessions
      prompt: {fr: Un sujet et un lieu. Pas de noms., en: A topic and a place. No names.}
      columns: {first: {fr: Premier créneau, en: First slot}, second: {fr: Second créneau, en: Second slot}}
      seen by: everyone
  - stage: slot-one
    title: {fr: Premier créneau, en: First slot}
    minutes: 30
    groups: {cards of: sessions, column: first, move: freely, hosted by: convener}
    board:
      name: reports
      prompt: {fr: Compte rendu. Pas de noms., en: Report. No names.}
      belongs to: table
      seen by: group
  - stage: slot-two
    title: {fr: Second créneau, en: Second slot}
    minutes: 30
    groups: {cards of: sessions, column: second, move: freely, hosted by: convener}
    board:
      name: reports
      prompt: {fr: Compte rendu. Pas de noms., en: Report. No names.}
      belongs to: table
      seen by: group
  - stage: closing
    title: {fr: Clôture, en: Closing}
    groups: everyone
    board: {name: reports, written by: nobody, seen by: everyone}
document:
  - section: {fr: Les comptes rendus, en: The reports}
    list: reports
"""


def shipped(name: str) -> Format:
    found = library().format(name)
    assert found is not None
    return found


def seen_by(room: Room, person: str) -> str:
    """All that a phone holds, as one string."""
    return str(documents(room.session, channels_of(room.session, person)))


@pytest.mark.parametrize("people", range(1, 14))
def test_an_idea_is_read_by_nobody_before_its_stage_and_the_chosen_ones_reach_the_room(people: int) -> None:
    room = open_room(shipped("one-two-four-all"), people)
    room.next()
    for person in room.session.people:
        room.post(person, "ideas", f"Idée de {person}.")
    for person in room.session.people:
        others = [f"Idée de {other}." for other in room.session.people if other != person]
        assert not any(idea in seen_by(room, person) for idea in others)
    room.until("pairs")
    for group in room.session.groups["pairs"]:
        for person in group:
            for other in room.session.people:
                assert (f"Idée de {other}." in seen_by(room, person)) == (other in group)
    room.until("fours")
    chosen = set()
    for group in room.session.groups["fours"]:
        card = next(card.id for card in room.session.cards.values() if card.author in group)
        chosen.add(card)
        assert not isinstance(room.do(c.ChooseCards("fours", (card,)), c.By("participant", group[0])), c.Refused)
    room.until("all")
    for person in room.session.people:
        shown = documents(room.session, channels_of(room.session, person))["everyone"]["boards"]["ideas"]["cards"]
        assert set(shown) == chosen


@pytest.mark.parametrize("people", [*range(3, 13), 23])
def test_everyone_is_client_once_and_listens_while_the_others_advise(people: int) -> None:
    found = shipped("troika-consulting")
    room = open_room(found, people)
    clients: Counter[str] = Counter()
    turns: dict[tuple[int, ...], tuple[str, ...]] = {}
    for _ in range(200):
        if room.session.current is not None and room.session.now_playing is not None:
            planned = room.session.now_playing
            if planned.open_loops:
                turns[planned.rounds] = room.session.roles["client"]
            if "client" in planned.stage.silent:
                for person in room.session.roles["client"]:
                    tasks = documents(room.session, [f"person:{person}"])[f"person:{person}"].get("tasks", {})
                    assert not tasks.keys() & {"post", "answer", "choose"}, "the client has nothing to write"
        if isinstance(room.do(c.Advance(room.session.current)), c.Refused):
            break
    for held in turns.values():
        clients.update(held)
    assert clients == Counter(dict.fromkeys(room.session.people, 1))
    largest = max(
        len(group) for groups in room.session.groups.values() for group in groups if len(groups) > 1 or people < 6
    )
    assert len(turns) == largest, "as many turns as the largest group has members"


@pytest.mark.parametrize("people", range(5, 21))
def test_networking_repeats_nobody_where_that_can_be(people: int) -> None:
    outcome = play(shipped("impromptu-networking"), Example(), people)
    assert isinstance(outcome, Played)
    rounds = [groups for groups in outcome.session.groups.values() if len(groups) > 1]
    met = Counter(frozenset(pair) for groups in rounds for group in groups for pair in combinations(group, 2))
    if people != 5:
        assert max(met.values()) == 1
    else:
        assert max(met.values()) > 1, "five people cannot avoid it"
    odd = Counter(person for groups in rounds for group in groups if len(group) == 3 for person in group[-1:])
    assert people == 5 or max(odd.values(), default=1) == 1


@pytest.mark.parametrize("people", [12, 13, 16, 20])
def test_hosts_stay_nobody_comes_back_and_the_page_stays_on_its_table(people: int) -> None:
    outcome = play(shipped("world-cafe"), Example(), people)
    assert isinstance(outcome, Played)
    session = outcome.session
    rounds = [groups for key, groups in session.groups.items() if len(groups) > 2 and "." in key][:3]
    hosts = [set(table) & set(rounds[0][number]) & set(rounds[-1][number]) for number, table in enumerate(rounds[1])]
    assert all(len(staying) == 1 for staying in hosts)
    for number in range(len(rounds[0])):
        movers = [person for groups in rounds for person in groups[number] if person not in hosts[number]]
        assert max(Counter(movers).values()) == 1
    tables = [board for step in session.plan for board in step.stage.boards if board.belongs_to == "table"]
    assert tables, "a page that stays at its table"


@pytest.mark.parametrize("people", [*range(5, 14), 23, 40])
def test_open_space(people: int) -> None:
    reading = read(OPEN_SPACE, "market.yaml")
    assert said(reading) == ""
    assert reading.format is not None
    room = open_room(reading.format, people)
    room.next()
    for person, topic, slot in (
        ("p0", "Le logement", "first"),
        ("p1", "Le travail", "first"),
        ("p2", "Vide", "second"),
    ):
        assert not isinstance(room.post(person, "sessions", topic, slot), c.Refused)
    room.until("slot-one")
    assert room.session.groups["slot-one"] == (("p0",), ("p1",))
    assert room.session.roles["convener"] == ("p0", "p1")
    for number, person in enumerate([*room.session.people][2:]):
        assert room.refusal(c.JoinGroup("slot-one", number % 2), c.By("participant", person)) == ""
    assert room.refusal(c.JoinGroup("slot-one", 1), c.By("participant", "p2")) == "", "people move freely"
    assert not isinstance(room.post("p0", "reports", "Compte rendu du logement"), c.Refused)
    assert "Compte rendu du logement" not in seen_by(room, "p2")
    assert "Le travail" in seen_by(room, "p4")
    room.until("slot-two")
    assert room.session.groups["slot-two"] == (("p2",),)
    room.do(c.MarkAbsent("p2", True))
    room.next()
    assert room.session.current == "closing", "a session that nobody came to stops nothing"
    assert all("Compte rendu du logement" in seen_by(room, person.id) for person in room.session.present)
