"""What was changed in the plan is in the record: planned beside happened, each change with its reason and time."""

import csv
import io
import json
from dataclasses import replace

import pytest

from facilitation.documentation import outcome_json, timeline_csv
from facilitation.domain import events as e
from facilitation.domain.commands import By
from facilitation.domain.session import Session
from facilitation.projections.journal import Told, journal
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.timeline import timeline
from tests.documentation.changed import REASONS, changed
from tests.documentation.conftest import drawn
from tests.documentation.reading import words_of
from tests.documentation.sample import one_two_four_all


@pytest.fixture(scope="module")
def told() -> Outcome:
    return outcome(changed())


def test_the_timeline_keeps_what_was_planned_beside_what_it_became() -> None:
    steps = {step.key: step for step in timeline(changed())}
    assert list(steps) == ["alone", "pairs", "fours", "break", "echo", "all"]
    fours = steps["fours"]
    assert (fours.planned, fours.changed, fours.actual, fours.reworded) == (240, 600, 840, True)
    assert (steps["break"].added, steps["break"].planned, steps["break"].changed) == (True, None, 600)
    assert (steps["echo"].moved, steps["alone"].reopened) == (True, 1)


def test_the_pages_say_each_change_with_its_reason_and_time(told: Outcome) -> None:
    words = words_of(drawn(told, "fr"))
    assert "Modifications du déroulé" in words
    for reason in REASONS.values():
        assert reason in words
    assert "durée : 10 min au lieu de 4 min" in words.replace("\u00a0", " ")
    assert "ajoutée avant « Tous ensemble »" in words.replace("\u00a0", " ")
    assert "annulée ensuite" in words
    assert "Modifications" not in words_of(drawn(replace(told, changes=()), "fr"))


def test_data_say_the_same(told: Outcome) -> None:
    data = json.loads(outcome_json(told))
    assert [change["reason"] for change in data["changes"]] == list(REASONS.values())
    rows = list(csv.DictReader(io.StringIO(timeline_csv(told, "en").decode("utf-8-sig"))))
    fours = next(row for row in rows if row["stage"] == "À quatre" or row["stage"] == "In fours")
    assert (fours["planned (s)"], fours["planned once changed (s)"], fours["actual (s)"]) == ("240", "600", "840")
    assert fours["reasons"] == REASONS["#1"]


WHY_LONGER = "Deux arrivées tardives."


def with_reasons_of_time() -> Session:
    session = one_two_four_all()
    alone = session.steps["alone"]
    times = tuple(replace(one, reason=WHY_LONGER) for one in alone.extensions)
    return replace(session, steps={**session.steps, "alone": replace(alone, extensions=times)})


def test_why_a_stage_got_more_time_stands_in_the_record_the_table_and_the_journal() -> None:
    session = with_reasons_of_time()
    told = outcome(session)
    said = words_of(drawn(told, "fr")).replace("\u00a0", " ")
    assert f"prolongée de 2 min (« {WHY_LONGER} »)" in said
    row = next(csv.DictReader(io.StringIO(timeline_csv(told, "fr").decode("utf-8-sig"))))
    assert WHY_LONGER in row.values()
    longer = (Told(e.TimerExtended("alone", 120, 1, 2), By("facilitator", "a1")),)
    entry = next(iter(journal(session, longer)))
    assert (entry.kind, entry.said.fr, entry.words) == ("time", "2 min de plus", WHY_LONGER)


def test_an_erased_reason_and_an_erased_note_are_gone() -> None:
    session = changed()
    changes = tuple(replace(change, reason="") for change in session.changes)
    words = words_of(drawn(outcome(replace(session, changes=changes)), "en"))
    assert "reason erased" in words
    assert REASONS["#1"] not in words
