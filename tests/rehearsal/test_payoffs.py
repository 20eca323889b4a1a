"""The common pot, played through the desk with given answers: payoffs exact to the last fraction, secrets kept."""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

import pytest

from facilitation.desk import Published
from facilitation.domain import events as e
from facilitation.domain.commands import Advance, By, Join, OpenDoor, PlanSession
from facilitation.domain.session import Consents
from facilitation.projections.channels import all_channels, document
from facilitation.rehearsal.agenda import Agenda
from facilitation.rehearsal.hall import Hall, opened
from tests.rehearsal.stage import shipped

LEADER = By("facilitator", "leader")


class Case(NamedTuple):
    """What each member of one group puts in, and what each must earn, in the order of the group."""

    settings: Mapping[str, str]
    contributions: str
    points: str


POT = {"endowment": "100", "multiplier": "9/5", "group_size": "3"}
DOUBLE = {**POT, "multiplier": "2"}
HALF = {"endowment": "10", "multiplier": "3/2", "group_size": "3"}
FOUR = {"endowment": "20", "multiplier": "8/5", "group_size": "4"}

CASES = [
    Case(POT, "1 1 1", "504/5 504/5 504/5"),
    Case(POT, "0 50 100", "190 140 90"),
    Case(POT, "1 0 0", "498/5 503/5 503/5"),
    Case(POT, "10 20 25", "123 113 108"),
    Case(POT, "33 33 33", "632/5 632/5 632/5"),
    Case(POT, "100 100 100", "180 180 180"),
    Case(POT, "0 0 0", "100 100 100"),
    Case(POT, "100 0 0", "60 160 160"),
    Case(DOUBLE, "0 0 0", "100 100 100"),
    Case(DOUBLE, "50 50 50", "150 150 150"),
    Case(DOUBLE, "100 100 100", "200 200 200"),
    Case(HALF, "10 5 0", "15/2 25/2 35/2"),
    Case(FOUR, "20 20 20 0", "24 24 24 44"),
]


def seat_players(hall: Hall, count: int, settings: Mapping[str, str]) -> None:
    """Plan the game for one round, let the players in, and start: the first step is on."""
    reading = shipped("public-goods")
    assert reading.format is not None
    values = {name: Fraction(value) for name, value in settings.items()}
    hall.plan(
        PlanSession("game", "Game", "fr", reading.format, "", "", 1, {**values, "rounds": Fraction(1)}),
    )
    hall.say(LEADER, OpenDoor())
    for number in range(1, count + 1):
        hall.say(By("door"), Join(f"p{number}", "simulated", Consents()))
    hall.say(LEADER, Advance(None))


def contribute(hall: Hall, person: str, points: str) -> str | None:
    """One secret number through the numbered door; the reason if it is refused."""
    plain = {"kind": "GiveAnswer", "step": "contribute.1", "question": "contribution", "value": {"number": points}}
    refused = hall.send(person, plain)
    return refused.reason if refused else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.contributions} by {case.settings['multiplier']}")
def test_payoffs_are_exact(case: Case) -> None:
    with opened(Agenda(1_000_000), "game") as hall:
        contributions, points = case.contributions.split(), case.points.split()
        seat_players(hall, len(contributions), case.settings)
        hall.say(LEADER, Advance("instructions"))
        (group,) = hall.session.groups["contribute.1"]
        for person, given in zip(group, contributions, strict=True):
            assert contribute(hall, person, given) is None
        earned = hall.session.values["contribute.1"].person
        assert [earned[person]["points"] for person in group] == [Fraction(each) for each in points]
        assert hall.session.current == "results.1", "everyone answered, so the room goes on by itself"


@pytest.mark.parametrize(("points", "reason"), [("-1", "too-small"), ("101", "too-large"), ("3/2", "not-whole")])
def test_a_number_out_of_range_is_refused_and_may_be_given_anew(points: str, reason: str) -> None:
    with opened(Agenda(1_000_000), "game") as hall:
        seat_players(hall, 3, DOUBLE)
        hall.say(LEADER, Advance("instructions"))
        assert contribute(hall, "p1", points) == reason
        assert "contribute.1" not in hall.session.answers
        assert contribute(hall, "p1", "100") is None


def test_secret_numbers_are_in_no_document_but_their_own() -> None:
    given = {"p1": "271", "p2": "314", "p3": "577"}
    batches: list[Published] = []
    with opened(Agenda(1_000_000), "game") as hall:
        hall.watchers.append(batches.append)
        seat_players(hall, 3, {"endowment": "1000", "multiplier": "9/5", "group_size": "3"})
        hall.say(LEADER, Advance("instructions"))
        for person, points in given.items():
            assert contribute(hall, person, points) is None
        hall.say(LEADER, Advance("results.1"))
    assert any(isinstance(event, e.AnswerGiven) for batch in batches for event in batch.events)
    for batch in batches:
        for channel in all_channels(batch.after):
            held = json.dumps(without_moments(document(batch.after, channel)))
            for person, points in given.items():
                assert points not in held or channel == f"person:{person}", (channel, points)


def without_moments(value: object) -> object:
    """A document without its clock times, whose digits could be anything."""
    if isinstance(value, dict):
        return {key: without_moments(item) for key, item in value.items() if not key.endswith("At")}
    return value
