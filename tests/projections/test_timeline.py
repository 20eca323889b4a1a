"""Planned beside actual."""

from dataclasses import replace

from facilitation.projections.timeline import timeline
from tests.documentation.sample import one_two_four_all, public_goods


def test_says_what_each_step_took_beside_what_it_should() -> None:
    steps = {step.key: step for step in timeline(one_two_four_all())}
    alone = steps["alone"]
    assert (alone.planned, alone.extended, alone.closed_by, alone.after) == (60, 120, "timer", 0)
    assert alone.actual == 155
    assert steps["pairs"].after == alone.actual


def test_a_skipped_step_keeps_its_reason() -> None:
    echo = timeline(one_two_four_all())[-1]
    assert (echo.state, echo.reason, echo.actual) == ("skipped", "La salle devait être rendue à 16 h.", None)


def test_every_turn_of_a_loop_is_a_line() -> None:
    steps = timeline(public_goods())
    assert [step.rounds for step in steps if step.stage == "contribute"] == [(1,), (2,), (3,)]


def test_a_step_still_on_when_the_session_closed_ended_with_it() -> None:
    session = one_two_four_all()
    step = replace(session.steps["all"], closed_at=None, closed_by=None)
    told = {s.key: s for s in timeline(replace(session, steps={**session.steps, "all": step}))}
    assert told["all"].state == "done"
    assert told["all"].actual == 270


def test_a_step_never_reached_has_no_length() -> None:
    session = one_two_four_all()
    steps = {key: step for key, step in session.steps.items() if key != "all"}
    told = {s.key: s for s in timeline(replace(session, steps=steps))}
    assert (told["all"].state, told["all"].actual, told["all"].after) == ("not reached", None, None)
