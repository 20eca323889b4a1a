"""A number that was withdrawn cannot be worked out again: not from a sum, not from a payoff, not from a later step."""

from dataclasses import replace
from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Chart, Compute, Question, Stage
from facilitation.domain.sources import lines_drawing_on
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.projections.outcome.shapes import ChartMaterial, SpreadTable, ValueTable
from facilitation.projections.wording import worded
from tests.domain.forms import common_pot, form, say
from tests.domain.room import Room, open_room

GIFT = Question("gift", "whole number", say("Don"), minimum="0", maximum="50", anonymous=True)
BOTH = pytest.mark.parametrize("rendering", [RESTITUTION, DIFFUSION])


def gifts() -> Room:
    """Twelve people give to a pot; a later stage doubles each gift, and another adds to the pot."""
    give = Stage("give", say("Donner"), ask=(GIFT,), compute=(Compute("session", "pot", "sum(everyone.gift)"),))
    after = Stage(
        "after",
        say("Après {pot}"),
        compute=(Compute("person", "mine", "gift * 2"), Compute("session", "more", "pot + 1")),
        charts=(Chart("bars", "more", say("Le pot et un")),),
    )
    room = open_room(form(give, after), people=12)
    room.next()
    for number in range(12):
        room.answer(f"p{number}", "gift", 20 + number)
    room.next()
    room.do(c.CloseSession())
    return room


def take_back(room: Room, person: str, step: str, question: str) -> None:
    done = room.do(c.WithdrawAnswer(step, question), c.By("participant", person))
    assert not isinstance(done, c.Refused), done


def tables(told: Outcome, name: str) -> list[ValueTable | SpreadTable]:
    return [table for stage in told.stages for table in stage.values if table.name == name]


def numbers(told: Outcome) -> set[Fraction | None]:
    """Every value of a table, a spread or a chart."""
    found: set[Fraction | None] = set()
    for stage in told.stages:
        for table in stage.values:
            if isinstance(table, ValueTable):
                found |= {cell for row in table.rows for cell in row.cells}
            else:
                found |= {dot for spread in table.spreads if spread for dot in spread.values}
        found |= {point.value for chart in stage.charts for point in chart.points}
    return found


@BOTH
def test_neither_the_sum_nor_a_later_step_gives_a_withdrawn_number_back(rendering: Rendering) -> None:
    room = gifts()
    whole = outcome(room.session, rendering)
    assert {Fraction(306), Fraction(307)} <= numbers(whole)
    take_back(room, "p7", "give", "gift")
    told = outcome(room.session, rendering)
    assert not numbers(told) & {Fraction(306), Fraction(307), Fraction(54)}
    (spread,) = tables(told, "mine")
    assert isinstance(spread, SpreadTable)
    assert [each and each.n for each in spread.spreads] == [11]
    (pot,) = tables(told, "pot")
    assert isinstance(pot, ValueTable)
    assert pot.rows[0].withheld
    charts: list[ChartMaterial] = [chart for stage in told.stages for chart in stage.charts]
    assert [point.value for chart in charts for point in chart.points] == [None]


def test_no_title_and_no_page_of_a_session_that_is_over_says_it_either() -> None:
    room = gifts()
    after, title = room.session.plan[-1], say("Il y a {pot} dans le pot")
    assert "306" in worded(room.session, after, title).fr
    assert "306" in outcome(room.session).stages[-1].title.fr
    take_back(room, "p7", "give", "gift")
    assert "306" not in worded(room.session, after, title).fr
    assert "306" not in outcome(room.session).stages[-1].title.fr


def test_what_was_worked_out_without_the_answer_stays() -> None:
    room = gifts()
    later = room.now + 10**6
    steps = {key: replace(step, closed_at=later) for key, step in room.session.steps.items()}
    room.session = replace(room.session, steps=steps)
    take_back(room, "p7", "give", "gift")
    assert Fraction(306) in numbers(outcome(room.session, RESTITUTION)), "it was taken back before the pot was counted"


def test_only_the_groups_that_were_given_it_lose_their_values() -> None:
    room = open_room(common_pot(), people=12, settings={"size": Fraction(4)})
    while room.session.closed_at is None:
        room.next()
        if (room.session.current or "").startswith("contribute"):
            for number in range(12):
                room.answer(f"p{number}", "contribution", number)
        if room.session.current == "results.2":
            room.do(c.CloseSession())
    rows = room.session.groups["contribute.1"]
    mine = next(place for place, row in enumerate(rows) if "p7" in row)
    take_back(room, "p7", "contribute.1", "contribution")
    told = outcome(room.session, RESTITUTION)
    (pot,) = tables(told, "pot")
    assert isinstance(pot, ValueTable)
    assert [row.cells[0] is None for row in pot.rows] == [place == mine for place in range(len(rows))]
    assert all(row.cells[1] is not None for row in pot.rows), "the second round is another number"
    (points,) = tables(told, "points")
    assert isinstance(points, SpreadTable)
    assert [each is None for each in points.spreads][:2] == [True, False], "each payoff holds the gifts of the group"
    assert "p7" not in room.session.values["contribute.1"].person


def test_names_that_draw_on_a_question_are_followed_through_every_formula() -> None:
    assert lines_drawing_on(gifts().session, "gift") == {"pot", "mine", "more"}
    assert lines_drawing_on(open_room(common_pot()).session, "contribution") == {"pot", "share", "points"}
