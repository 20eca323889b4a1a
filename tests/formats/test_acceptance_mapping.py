"""What a room of any size can count on when it builds something together: Ecocycle, TRIZ, What So What Now What."""

import json
from fractions import Fraction
from statistics import median

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Format
from facilitation.projections.channels import documents
from facilitation.projections.outcome import outcome
from tests.domain.room import Room, open_room
from tests.formats.samples import said
from tests.formats.shipped import held_by, shipped, written

ECOCYCLE = """\
run:
  - stage: alone
    title: {fr: Seul, en: Alone}
    groups: alone
    board: {name: activities, prompt: {fr: Une activité. Pas de noms., en: An activity. No names.}, seen by: author}
  - stage: pairs
    title: {fr: À deux, en: In pairs}
    groups: {size: 2}
    board:
      name: activities
      written by: nobody
      seen by: group
      map:
        across: {low: {fr: Peu structuré, en: Loose}, high: {fr: Très structuré, en: Tight}}
        up: {low: {fr: Peu connu, en: Little known}, high: {fr: Bien connu, en: Well known}}
      placed by: group
  - stage: room
    title: {fr: Tous, en: All}
    groups: everyone
    carry: {activities: all}
    board:
      name: activities
      written by: nobody
      seen by: everyone
      map:
        across: {low: {fr: Peu structuré, en: Loose}, high: {fr: Très structuré, en: Tight}}
        up: {low: {fr: Peu connu, en: Little known}, high: {fr: Bien connu, en: Well known}}
      placed by: person
  - stage: steps
    title: {fr: Premiers pas, en: First steps}
    groups: everyone
    board:
      - {name: activities, written by: nobody, seen by: everyone}
      - {name: steps, prompt: {fr: Un pas. Pas de noms., en: A step. No names.}, seen by: everyone}
document:
  - section: {fr: Premiers pas, en: First steps}
    list: steps
"""

TRIZ = """\
run:
  - use: one-two-four-all
    as: worst
    title: {fr: Le pire, en: The worst}
    settings: {keep: 2}
  - stage: already
    title: {fr: Ce que nous faisons déjà, en: What we already do}
    groups: everyone
    board:
      name: worst_ideas
      written by: nobody
      seen by: everyone
      marks: {already: {label: {fr: Nous le faisons, en: We do it}, by: everyone}}
  - stage: stop
    title: {fr: Arrêter, en: Stop}
    groups: everyone
    carry: {worst_ideas: {marked: already}}
    board:
      - {name: worst_ideas, written by: nobody, seen by: everyone}
      - {name: stops, prompt: {fr: Ce que j'arrête. Pas de noms., en: What I stop. No names.}, seen by: everyone}
document:
  - section: {fr: Ce que nous arrêtons, en: What we stop}
    list: stops
"""

ROOMS = [*range(2, 14), 23]


def form(run: str) -> Format:
    reading = written(run)
    assert said(reading) == ""
    assert reading.format is not None
    return reading.format


def me(person: str) -> c.By:
    return c.By("participant", person)


def cards_for_all(room: Room, board: str) -> dict[str, dict[str, object]]:
    found = documents(room.session, ["everyone"])["everyone"]["boards"][board].get("cards", {})
    return {str(card["text"]): card for card in found.values()}


@pytest.mark.parametrize("people", ROOMS)
def test_activities_stand_where_pairs_and_then_the_room_put_them(people: int) -> None:
    room = open_room(form(ECOCYCLE), people)
    room.next()
    for person in room.session.people:
        room.post(person, "activities", f"Activité de {person}.")
    for person in room.session.people:
        others = [other for other in room.session.people if other != person]
        assert not any(f"Activité de {other}." in held_by(room, person) for other in others)
    room.next()
    for group in room.session.groups["pairs"]:
        cards = [card.id for card in room.session.cards.values() if card.author in group]
        stranger = next((card.id for card in room.session.cards.values() if card.author not in group), None)
        for person, at in zip(group, (2, 4, 4), strict=False):
            for card in cards:
                assert room.refusal(c.PlaceCard("pairs", card, at, at), me(person)) == ""
        if stranger is not None:
            assert room.refusal(c.PlaceCard("pairs", stranger, 1, 1), me(group[0])) != ""
    assert all(len(places) == 1 for places in room.session.places["pairs"].values()), "a pair places as one"
    room.next()
    first = next(iter(room.session.cards))
    spots = [1 + number % 5 for number in range(people)]
    for person, at in zip(room.session.people, spots, strict=True):
        assert room.refusal(c.PlaceCard("room", first, at, 3), me(person)) == ""
        told = cards_for_all(room, "activities")["Activité de p0."]["place"]
        assert told == {"n": 1, "x": "4", "y": "4"}, "what the pair said stays; nobody follows another"
    room.next()
    place = cards_for_all(room, "activities")["Activité de p0."]["place"]
    assert isinstance(place, dict)
    assert (place["n"], place["y"]) == (people, "3")
    assert Fraction(place["x"]) == Fraction(median(spots))
    room.post("p0", "steps", "Arrêter le journal.")
    stages = {stage.stage: stage for stage in outcome(room.session).stages}
    drawn = stages["room"].boards[0].map
    assert drawn is not None
    assert people in [point.n for point in drawn.points]


@pytest.mark.parametrize("people", ROOMS)
def test_a_nested_one_two_four_all_hands_its_ideas_to_what_follows(people: int) -> None:
    room = open_room(form(TRIZ), people)
    room.next()
    assert room.session.current == "worst_alone"
    first = documents(room.session, ["everyone"])["everyone"]["stage"]
    assert first["title"]["fr"].startswith("Le pire · ")
    for person in room.session.people:
        assert "Le pire" not in str(documents(room.session, [f"person:{person}"])), "the block's name is in its titles"
    for person in room.session.people:
        room.post(person, "worst_ideas", f"Recette de {person}.")
        others = [other for other in room.session.people if other != person]
        assert not any(f"Recette de {other}." in held_by(room, person) for other in others)
    room.until("worst_fours")
    chosen = set()
    for group in room.session.groups["worst_fours"]:
        card = next(card.id for card in room.session.cards.values() if card.author in group)
        mine = [one.id for one in room.session.cards.values() if one.author in group]
        assert room.refusal(c.ChooseCards("worst_fours", tuple(mine[:2])), me(group[0])) == "", "keep: 2"
        if len(mine) > 2:
            assert room.refusal(c.ChooseCards("worst_fours", tuple(mine[:3])), me(group[0])) == "too-many-picks"
        assert room.refusal(c.ChooseCards("worst_fours", (card,)), me(group[0])) == ""
        chosen.add(card)
    room.until("worst_all")
    assert {
        card.id for card in room.session.cards.values() if card.text in cards_for_all(room, "worst_ideas")
    } == chosen
    room.until("already")
    marked = min(chosen)
    assert room.refusal(c.MarkCard("already", marked, "already", True), me("p0")) == ""
    room.next()
    assert list(cards_for_all(room, "worst_ideas")) == [room.session.cards[marked].text]
    assert not isinstance(room.post(f"p{people - 1}", "stops", "Rappeler le jour même."), c.Refused)
    told = outcome(room.session)
    assert next(section.title.en for section in told.sections) == "What we stop"
    assert "Rappeler le jour même." in json.dumps(documents(room.session, ["everyone"]), ensure_ascii=False)


@pytest.mark.parametrize("people", ROOMS)
def test_the_rungs_open_one_after_the_other_and_stay(people: int) -> None:
    room = open_room(shipped("what-so-what-now-what"), people)
    rungs = {"what": "what", "so-what": "so_what", "now-what": "now_what"}
    opened: list[str] = []
    for stage, rung in rungs.items():
        room.until(stage)
        opened.append(rung)
        columns = [
            column["id"] for column in documents(room.session, ["everyone"])["everyone"]["boards"]["ladder"]["columns"]
        ]
        assert columns == opened, "no rung tells what comes next, and none goes away"
        for other in rungs.values():
            refused = isinstance(room.post("p0", "ladder", f"Sur {other}.", other), c.Refused)
            assert refused == (other != rung)
        for person in list(room.session.people)[1:]:
            room.post(person, "ladder", f"{rung} de {person}.", rung)
    room.next()
    assert len(cards_for_all(room, "ladder")) == 3 * people
