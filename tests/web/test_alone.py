"""The record of one session tells of its protocol: which instrument covers a question, which tests are asked for."""

from typing import Any

import pytest

from facilitation.documentation import ExperimentCard
from facilitation.documentation.press import DocumentPress
from facilitation.documentation.record import record_html
from facilitation.domain.commands import OpenDoor
from facilitation.projections.outcome import Outcome
from facilitation.records import protocols
from facilitation.records.protocols import AskedTest, Instrument, Terms
from tests.web.conftest import House
from tests.web.furnished import TERMS

Ordered = tuple[Outcome, ExperimentCard]


@pytest.fixture
def ordered(monkeypatch: pytest.MonkeyPatch) -> list[Ordered]:
    """What the press is asked to print, which it does not."""
    found: list[Ordered] = []

    def start(_: Any, told: Outcome, locale: str, made_at: int, card: ExperimentCard) -> str:
        found.append((told, card))
        return "job"

    monkeypatch.setattr(DocumentPress, "start", start)
    return found


def terms(**changed: Any) -> Terms:
    return Terms(**{**{name: getattr(TERMS, name) for name in TERMS.__slots__}, **changed})


@pytest.mark.parametrize(
    ("locale", "own", "made"),
    [("fr", "maison", "question faite pour"), ("en", "of our own making", "question made for")],
)
def test_the_record_says_how_far_each_question_is_trusted(
    fresh_house: House, ordered: list[Ordered], locale: str, own: str, made: str
) -> None:
    planned, staff = fresh_house.plan("training-block"), fresh_house.staff()
    staff.open(f"/sessions/{planned.id}/document")
    staff.send(f"/sessions/{planned.id}/document", language=locale)
    assert {made in words for _, words in ordered[-1][1].asked_with} == {True}, "no instrument covers any yet"
    covers = Instrument("Auto-positionnement", "own", questions=("training-block/clear",))
    protocols.save(fresh_house.doors.database, 1, terms(instruments=(covers,)), "", 1, 10, launched=False)
    staff.send(f"/sessions/{planned.id}/document", language=locale)
    trust = dict(ordered[-1][1].asked_with)
    assert trust["clear"].startswith("Auto-positionnement")
    assert trust["clear_after"] == trust["clear"], "the question that asks it again is covered too"
    assert own in trust["clear"]
    others = {words for name, words in trust.items() if not name.startswith("clear")}
    assert len(others) == 1
    assert made in others.pop()


def test_the_tests_that_the_protocol_asks_for_are_made_for_the_record(
    fresh_house: House, ordered: list[Ordered], monkeypatch: pytest.MonkeyPatch
) -> None:
    planned, staff = fresh_house.plan("training-block"), fresh_house.staff()
    planned.say(OpenDoor())
    asked = AskedTest("training-block/clear", "change", "sign", "C'est la question de l'hypothèse.")
    protocols.save(fresh_house.doors.database, 1, terms(tests=(asked,)), "", 1, 10, launched=False)
    wanted: list[Any] = []
    monkeypatch.setattr(
        "facilitation.projections.outcome.whole.compared_of",
        lambda session, rendering, tests: wanted.extend(tests) or (),
    )
    staff.open(f"/sessions/{planned.id}/document")
    staff.send(f"/sessions/{planned.id}/document", language="fr")
    (row,) = ordered[-1][1].tests
    assert row[0] == "Aujourd'hui, je saurais expliquer ce sujet à une collègue."
    assert row[1:] == ("Test des signes, avant et après", "C'est la question de l'hypothèse.")
    page = record_html(ordered[-1][0], "fr", 1, ordered[-1][1])
    assert page.count("Tests demandés") == 1
    assert "aucun test n’a été fait" in page
    staff.client.get(f"/sessions/{planned.id}/outcome.json")
    staff.client.get(f"/sessions/{planned.id}/contributions.csv")
    assert [(one.question, one.test, one.beforehand) for one in wanted] == [("clear", "sign", True)] * 3
