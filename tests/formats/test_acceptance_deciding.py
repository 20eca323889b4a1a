"""What a room can count on at every head-count when it chooses and decides: 25/10, consent, co-development, GEASE."""

import json
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from facilitation.documentation import contributions_csv, outcome_json
from facilitation.domain import commands as c
from facilitation.domain.format import Format, Stage
from facilitation.domain.session import Consents
from facilitation.projections.channels import documents
from facilitation.projections.outcome import outcome
from tests.domain.room import Room, open_room
from tests.formats.shipped import held_by, shipped, tasks_of

AGREE, CONCERN, OBJECT = 3, 2, 1


def me(person: str) -> c.By:
    return c.By("participant", person)


def scored(form: Format, people: int) -> tuple[Room, dict[str, int]]:
    """Everybody has written one idea, each was scored five times; what a score of each card is."""
    room = open_room(form, people)
    room.next()
    for person in room.session.people:
        room.post(person, "ideas", f"Idée de {person}.")
    liked = dict(zip(room.session.cards, (1 + n * 7 % 5 for n in range(people)), strict=True))
    for turn in range(1, 6):
        room.until(f"score.{turn}")
        for person in room.session.people:
            (card,) = room.session.dealt[f"score.{turn}"]["ideas"][person]
            assert not isinstance(room.vote(person, {card: liked[card]}), c.Refused)
    phones = [held_by(room, person) for person in room.session.people]
    wall = json.dumps(documents(room.session, ["everyone", "screen"]))
    assert not any('"score":' in held or '"tally":' in held for held in (*phones, wall)), "scores stay hidden"
    room.next()
    return room, liked


def counting_down() -> Format:
    """25/10 with its last stage shown as a countdown."""
    found = shipped("crowd-25-10")
    *before, last = found.run
    assert isinstance(last, Stage)
    boards = tuple(replace(board, reveal="countdown") for board in last.boards)
    return replace(found, run=(*before, replace(last, boards=boards)))


@pytest.mark.parametrize("people", range(6, 41))
def test_the_ten_first_come_with_their_ties_from_the_last_to_the_first(people: int) -> None:
    room, liked = scored(counting_down(), people)
    steps: list[dict[str, int]] = [{}]
    while room.refusal(c.RevealStep(room.session.current or "")) == "":
        cards = documents(room.session, ["everyone"])["everyone"]["boards"]["ideas"]["cards"]
        steps.append({id: card["score"] for id, card in cards.items()})
    new = [{score for id, score in now.items() if id not in before} for before, now in pairwise(steps)]
    assert all(len(scores) == 1 for scores in new), "equals come together"
    assert [min(scores) for scores in new] == sorted(min(scores) for scores in new), "the first come last"
    sums = sorted((5 * score for score in liked.values()), reverse=True)
    tenth = sums[min(10, people) - 1]
    assert Counter(steps[-1].values()) == Counter(one for one in sums if one >= tenth)


@pytest.mark.parametrize("people", [*range(3, 13), 23, 30])
def test_consent_goes_round_until_nobody_objects_and_keeps_every_concern(people: int) -> None:
    room = open_room(shipped("consent-decision"), people)
    room.do(c.AssignRole("bearer", ("p0",)))
    room.until("version.1")
    for turn, words in ((1, "Une permanence le jeudi."), (2, "Une permanence le jeudi, pour trois mois.")):
        room.until(f"version.{turn}")
        assert not isinstance(room.post("p0", "proposal", words), c.Refused)
        assert isinstance(room.post("p1", "proposal", "Autre chose."), c.Refused), "only the bearer words it"
        room.until(f"consent.{turn}")
        (card,) = room.session.carried[f"consent.{turn}"]["proposal"]
        assert room.session.cards[card].text == words, "what is voted on is this round's version"
        step = room.session.current or ""
        assert room.refusal(c.CastVote(step, {card: AGREE}), me("p0")) != "", "the bearer does not consent to it"
        assert room.refusal(c.CastVote(step, {card: OBJECT}), me("p1")) == "reason-missing"
        level, why = (OBJECT, "Personne n'est libre le jeudi.") if turn == 1 else (CONCERN, "À revoir à l'automne.")
        room.do(c.CastVote(step, {card: level}, {card: why}), me("p1"))
        for person in list(room.session.people)[2:]:
            room.vote(person, {card: AGREE})
        room.next()
    assert room.session.current == "adopt"
    for words in ("", "bientôt", "2027-02-30", "31/02/2027"):
        assert room.refusal(c.GiveAnswer("adopt", "review", words), me("p0")) == "not-a-date", "a review has a date"
    room.answer("p0", "owner", "Le centre social")
    assert room.session.current == "adopt", "nothing is adopted before it is said when it is reviewed"
    room.answer("p0", "review", "12/03/2027")
    told = str(outcome(room.session))
    assert "2027-03-12" in told
    assert "À revoir à l'automne." in told
    assert "Personne n'est libre le jeudi." in told
    assert [key for key in room.session.steps if key.startswith("consent")] == ["consent.1", "consent.2"]


@pytest.mark.parametrize("people", [3, 5, 12])
def test_without_consent_the_rounds_end_and_nothing_is_adopted(people: int) -> None:
    room = open_room(shipped("consent-decision"), people)
    room.do(c.AssignRole("bearer", ("p0",)))
    for _ in range(60):
        if room.session.now_playing is not None and room.session.now_playing.stage.id == "consent":
            for card in room.session.carried[room.session.current or ""]["proposal"]:
                room.do(c.CastVote(room.session.current or "", {card: OBJECT}, {card: "Non."}), me("p1"))
        elif room.session.now_playing is not None and room.session.now_playing.stage.id == "version":
            room.post("p0", "proposal", "Une version.")
        if isinstance(room.do(c.Advance(room.session.current)), c.Refused):
            break
    assert "adopt" not in room.session.steps or room.session.steps["adopt"].skipped
    assert room.session.current == "later"


EXCHANGES = {
    "codeveloppement": ("subjects", "client", "consultants", "questions", "contributions", "consultation", 40),
    "gease": ("situations", "narrator", "circle", "questions", "hypotheses", "hypotheses", 15),
}


@pytest.mark.parametrize("people", [*range(3, 13), 15, 23, 40])
@pytest.mark.parametrize("name", EXCHANGES)
def test_whose_subject_wins_is_helped_and_listens_and_no_word_outlives_its_author(name: str, people: int) -> None:
    first, told, helping, asking, advising, listening, most = EXCHANGES[name]
    if people > most:
        return
    room = open_room(shipped(name))
    room.join(people - 1, Consents(report=True))
    room.join(1, Consents(report=False))
    silent = f"p{people - 1}"
    room.next()
    for person in room.session.people:
        room.post(person, first, f"Situation de {person}.")
    room.until("choice")
    card = next(card.id for card in room.session.cards.values() if card.author == "p1")
    for person in room.session.people:
        room.vote(person, {card: 1})
    room.next()
    assert room.session.roles[told] == ("p1",), "who has most dots is helped"
    room.until(asking if name == "gease" else "clarification")
    others = [person for person in room.session.people if person != "p1"]
    assert all(room.session.holds(person, helping) for person in others)
    for person in others:
        assert not isinstance(room.post(person, asking, f"Question de {person} ?"), c.Refused)
    room.until(listening)
    planned = room.session.now_playing
    assert planned is not None
    assert told in planned.stage.silent
    assert not tasks_of(room, "p1") & {"post", "answer", "choose"}, "who is helped only listens"
    column = planned.stage.boards[0].columns[0].id if planned.stage.boards[0].columns else None
    assert room.refusal(c.PostCard(listening, advising, "Je réponds.", column), me("p1")) == "silent-now"
    for person in others:
        assert not isinstance(room.post(person, advising, f"Conseil de {person}.", column), c.Refused)
    if name == "gease":
        untimed = [step for step in room.session.plan if step.stage.duration is None]
        assert len(untimed) >= 4
        assert all(room.session.steps[step.key].ends_at is None for step in untimed if step.key in room.session.steps)
    _nothing_but_what_was_agreed(room, silent, others)


def _nothing_but_what_was_agreed(room: Room, silent: str, others: list[str]) -> None:
    def everything() -> str:
        told = outcome(room.session)
        return contributions_csv(told).decode() + outcome_json(told).decode()

    said = everything()
    assert f"Conseil de {silent}." not in said, "who said no to the report is not in it"
    assert f"Conseil de {others[0]}." in said
    assert not [person.alias for person in room.session.people.values() if person.alias in said], "no name in it"
    for card in [card.id for card in room.session.cards.values() if card.author == others[0]]:
        assert room.refusal(c.WithdrawCard(card), me(others[0])) == ""
    assert f"{others[0]}." not in everything(), "who takes their words back is out of it"
