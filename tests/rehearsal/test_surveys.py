"""Questions before and after: asked of everyone, counted together, withheld where too few answered."""

from functools import cache

import pytest

from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.projections.channels import all_channels, document
from facilitation.projections.outcome import outcome
from facilitation.rehearsal import Rehearsal, rehearse
from tests.formats.samples import changed, read, said

SURVEYED = changed(
    "roles:\n",
    """before:
  ask:
    calm_before: {type: scale, label: {fr: "Calme, avant ?", en: "Calm, before?"}, min: 1, max: 5}
after:
  ask:
    calm_after: {type: scale, label: {fr: "Calme, après ?", en: "Calm, after?"}, min: 1, max: 5}
    kept: {type: long text, label: {fr: Ce que je garde, en: What I keep}, required: no}
evaluation:
  ask:
    again: {type: yes-no, label: {fr: Je reviendrais, en: I would come again}}
roles:
""",
)


@cache
def _played(people: int) -> Rehearsal:
    reading = read(SURVEYED)
    assert said(reading) == ""
    return rehearse(reading, people, 1)


def test_they_are_steps_of_their_own_at_both_ends() -> None:
    session = _played(12).session
    keys = [step.key for step in session.plan]
    assert (keys[0], *keys[-2:]) == ("before", "after", "evaluation")
    assert all(session.steps[key].closed_at for key in ("before", "after", "evaluation"))
    assert len(session.answers["before"]["calm_before"]) >= 8


@pytest.mark.parametrize(("people", "withheld"), [(3, True), (12, False)])
def test_the_record_counts_them_or_says_that_too_few_answered(people: int, withheld: bool) -> None:
    found = outcome(_played(people).session)
    stage = next(stage for stage in found.stages if stage.stage == "before")
    (asked,) = stage.questions
    (turn,) = asked.rounds
    assert asked.anonymous
    assert turn.withheld is withheld
    assert turn.expected >= turn.answered
    titles = [section.title.en for section in found.sections]
    assert titles[-3:] == ["Before we start", "Before you leave", "What this session was worth"]


@pytest.mark.parametrize(("people", "withheld"), [(3, True), (12, False)])
def test_what_is_worked_out_of_them_is_withheld_with_them(people: int, withheld: bool) -> None:
    worked = changed(
        "    tell: {host: {fr: Comptez., en: Count.}}\n",
        "    compute: {for the session: {calm: average(calm_before)}}\n    tell: {host: {fr: Comptez., en: Count.}}\n",
        SURVEYED,
    )
    shown = "document:\n  - section: Calme\n    table: {value: average(calm_before), title: Calme}\n"
    reading = read(changed("document:\n", shown, worked))
    assert reading.format is not None, said(reading)
    found = outcome(rehearse(reading, people, 1).session)
    (worked_out,) = next(stage for stage in found.stages if stage.stage == "vote").values
    (table,) = found.sections[0].pieces
    for given in (worked_out, table):
        (row,) = given.rows  # type: ignore[union-attr]
        assert row.withheld is withheld
        assert (row.cells == (None,)) is withheld


@pytest.mark.parametrize(("people", "withheld"), [(3, True), (12, False)])
def test_no_screen_shows_what_is_worked_out_of_the_answers_of_too_few(people: int, withheld: bool) -> None:
    calm = "{fr: 'Calme : {average(calm_before)}', en: 'Calm: {average(calm_before)}'}"
    worked = changed("tell: {host: {fr: Comptez., en: Count.}}", f"tell: {{host: {calm}}}", SURVEYED)
    worked = changed('show: {fr: "Votre écart est {gap}.", en: "Your gap is {gap}."}', f"show: {calm}", worked)
    worked = changed("{type: bars, value: average(number)", "{type: bars, value: average(calm_before)", worked)
    worked = changed(
        "    carry: {ideas: {marked: kept}}",
        "    compute: {for the session: {calm: average(calm_before)}}\n    carry: {ideas: {marked: kept}}",
        worked,
    )
    reading = read(worked)
    assert reading.format is not None, said(reading)
    events = [recorded.event for recorded in rehearse(reading, people, 1).log]
    end = next(n for n, event in enumerate(events) if isinstance(event, e.ValuesComputed) and event.step == "vote")
    session = replay(events[: end + 1])
    room = document(session, "everyone")
    assert bool(room["charts"]["1"]["points"]) is not withheld
    host = next(iter(session.roles["host"]))
    hers = document(session, f"person:{host}")
    assert (hers["tell"]["host"]["en"] == "Calm: —") is withheld
    assert (hers["show"]["en"] == "Calm: —") is withheld
    assert ("calm" in document(session, "staff").get("values", {}).get("session", {})) is not withheld


def test_nobody_reads_the_answers_of_a_survey_while_it_is_asked_or_afterwards() -> None:
    events = [recorded.event for recorded in _played(12).log]
    end = next(n for n, event in enumerate(events) if isinstance(event, e.StageClosed) and event.step == "before")
    for session in (replay(events[:end]), replay(events[: end + 2])):
        assert document(session, "staff")["answers"]["calm_before"].keys() <= {"label", "kind", "count", "options"}
        for channel in all_channels(session):
            if channel != "staff" and not channel.startswith("person:"):
                assert "calm_before" not in document(session, channel).get("answers", {})
