"""Saying at the door that one came before: by a code, if one likes; two answers of one person then stand together."""

import re
from fractions import Fraction

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.domain.commands import By, CloseSession, GiveAnswer, OpenDoor
from facilitation.domain.slips.numbers import SlipNumber, written
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.records import experiments, pairings, retention
from facilitation.web.documents.gathering import gather
from tests.web.conftest import House, Planned
from tests.web.test_kiosk import comes, kiosk_of
from tests.web.test_paper import type_slip
from tests.web.visitor import Visitor

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def held(house: House) -> Planned:
    planned = house.plan("training-block")
    planned.say(OpenDoor())
    return planned


def slip_of(visitor: Visitor, session: Planned) -> str:
    visitor.open(f"/ticket/{session.id}")
    found = CODE.search(visitor.words)
    assert found is not None, visitor.words
    return found.group()


def told(house: House, rendering: Rendering = RESTITUTION) -> Dossier:
    experiment = experiments.find(house.doors.database, 1)
    assert experiment is not None
    with house.app.test_request_context():
        return gather(experiment, "fr", rendering)


def answer(session: Planned, question: str, values: dict[str, int]) -> None:
    """Let people answer a question of the step that is on."""
    for person, value in values.items():
        session.say(GiveAnswer(session.state.current or "", question, Fraction(value)), by=By("participant", person))


def test_two_sessions_are_compared_for_those_who_typed_their_code_and_for_nobody_else(fresh_house: House) -> None:
    first = held(fresh_house)
    visitor = fresh_house.visitor()
    visitor.open(f"/j/{first.code}")
    assert "pendant un an" in visitor.words
    assert "earlier" not in visitor.forms()[0].fields, "nothing came before the first session"
    people = [first.join() for _ in range(7)]
    codes = [slip_of(one, first) for one in people]
    mine = list(first.state.people)
    first.go_on()
    answer(first, "clear", dict(zip(mine, (1, 2, 2, 3, 3, 4, 5), strict=True)))
    first.say(CloseSession())
    fresh_house.noted(first.id, "closed_at")

    then = held(fresh_house)
    visitor.open(f"/j/{then.code}")
    for wrong in ("ABCD-EFGH-JKMN", "not a code"):
        visitor.open(f"/j/{then.code}")
        visitor.send(report="no", earlier=wrong)
        assert visitor.page.status_code == 422
        assert "Aucune séance précédente" in visitor.words
    assert then.state.people == {}
    for code in codes[:6]:
        then.join(earlier=code.lower())
    then.join()
    then.join(earlier="")
    second = list(then.state.people)
    assert pairings.among(fresh_house.doors.database, [then.id]) == {
        (then.id, later): (first.id, earlier) for later, earlier in zip(second[:6], mine[:6], strict=True)
    }
    while then.state.current != "after":
        then.go_on()
    answer(then, "clear_after", dict(zip(second, (3, 3, 4, 5, 4, 5, 1), strict=False)))
    then.say(CloseSession())

    (one,) = told(fresh_house).across
    numbers = one.numbers
    assert (numbers.both, numbers.only_first, numbers.only_second, numbers.neither) == (6, 1, 1, 1)
    assert numbers.directions is not None
    assert numbers.directions.cells == (6, 0, 0)
    assert [moment.en for moment in numbers.moments] == ["Session 1 (at the start)", "Session 2 (at the end)"]
    assert numbers.of_all
    assert [side.n for side in numbers.sides or ()] == [7, 7]
    (outside,) = told(fresh_house, DIFFUSION).across
    assert outside.numbers.directions is None
    page = fresh_house.staff().client.get("/experiments/1/documents/dossier.html?document=research&language=fr").text
    part = page[page.index('id="across"') :]
    assert "6 personnes ont répondu deux fois" in part.replace("\u00a0", " ")


def test_at_a_kiosk_and_on_paper_one_says_the_same_with_the_same_code(fresh_house: House) -> None:
    first = held(fresh_house)
    device = kiosk_of(first)
    device.open(f"/k/{first.id}/new")
    assert "earlier" not in device.forms()[0].fields, "nothing came before the first session"
    codes = [comes(device, first)]
    codes += [slip_of(first.join(), first) for _ in range(2)]
    mine = list(first.state.people)
    first.say(CloseSession())
    fresh_house.noted(first.id, "closed_at")

    then = held(fresh_house)
    device = kiosk_of(then)
    device.open(f"/k/{then.id}/new")
    device.send(f"/k/{then.id}/new", report="yes", earlier="ABCD-EFGH-JKMN")
    assert device.page.status_code == 422
    assert "Aucune séance précédente" in device.words
    assert then.state.people == {}
    device.send(f"/k/{then.id}/new", report="yes", earlier=codes[0])
    assert "pendant un an" in device.words
    at_kiosk = then.newest()

    staff = fresh_house.staff()
    staff.open(f"/sessions/{then.id}/paper")
    staff.send(seats="6", parts="sign-in", language="fr")
    number = written(SlipNumber(0, 1), then.id)
    type_slip(then, staff, number, **{"consent/report": "o", "earlier": codes[0] + "X"})
    assert staff.page.status_code == 422
    assert "Aucune séance précédente" in staff.words
    on_paper = then.state.seats[0].person
    assert on_paper not in then.state.people, "nothing is kept of a slip whose code is wrong"
    type_slip(then, staff, number, **{"consent/report": "o", "earlier": codes[1]})
    assert on_paper in then.state.people
    empty = written(SlipNumber(0, 2), then.id)
    type_slip(then, staff, empty, **{"consent/report": "n", "earlier": ""})
    assert pairings.among(fresh_house.doors.database, [then.id]) == {
        (then.id, at_kiosk): (first.id, mine[0]),
        (then.id, on_paper): (first.id, mine[1]),
    }


def test_a_code_says_no_more_than_who_came_before_and_not_for_ever(fresh_house: House) -> None:
    first = held(fresh_house)
    code = slip_of(first.join(), first).replace("-", "")
    database, now = fresh_house.doors.database, fresh_house.doors.clock()
    seat = (first.id, first.newest())
    assert pairings.seat_of_code(database, code, now) == seat
    retention.erase_expired(database, now + 31 * 24 * 3600 * 1000)
    assert pairings.seat_of_code(database, code, now) == seat, "the ticket itself is gone"
    retention.erase_expired(database, now + pairings.LIFETIME)
    assert pairings.seat_of_code(database, code, now) is None
    pairings.pair(database, ("later", "p1"), seat, 1)
    assert pairings.forget(database, first.id) == 1
    assert pairings.among(database, ["later"]) == {}


def test_a_session_without_questionnaire_asks_for_no_code_and_keeps_none(fresh_house: House) -> None:
    first = fresh_house.plan()
    first.say(OpenDoor())
    code = slip_of(first.join(), first).replace("-", "")
    assert pairings.seat_of_code(fresh_house.doors.database, code, fresh_house.doors.clock()) is None
    first.go_on()
    fresh_house.noted(first.id, "started_at")
    second = fresh_house.plan()
    second.say(OpenDoor())
    visitor = fresh_house.visitor()
    visitor.open(f"/j/{second.code}")
    assert "Étiez-vous déjà là" not in visitor.words
