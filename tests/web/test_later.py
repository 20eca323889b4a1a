"""Asked again weeks after, by a link: without an account, once for each code, compared only for those who type it."""

from datetime import UTC, datetime

import pytest

from facilitation.domain.commands import CloseSession
from facilitation.records import later
from facilitation.web import later as pages
from facilitation.web import limits
from tests.web.conftest import House, Planned
from tests.web.test_pairing import answer, held, slip_of, told
from tests.web.visitor import Visitor

FIRST = (1, 2, 2, 3, 3, 4)
DAYS = 24 * 60 * 60 * 1000


def over(house: House) -> tuple[Planned, list[str], list[str]]:
    """A session that is over, the withdrawal codes of its six people, and who they are."""
    planned = held(house)
    people = [planned.join() for _ in FIRST]
    codes = [slip_of(one, planned) for one in people]
    mine = list(planned.state.people)
    planned.go_on()
    answer(planned, "clear", dict(zip(mine, FIRST, strict=True)))
    planned.say(CloseSession())
    house.noted(planned.id, "closed_at")
    return planned, codes, mine


def opened(house: House, planned: Planned) -> str:
    """The address of the questions."""
    staff = house.staff()
    staff.open(f"/sessions/{planned.id}")
    assert "Redemandé plus tard" in staff.words
    staff.send(f"/sessions/{planned.id}/later", until="2020-01-01")
    assert "n'est pas passé" in staff.words.replace("’", "'")
    assert later.of_session(house.doors.database, planned.id) is None
    staff.send(f"/sessions/{planned.id}/later")
    link = later.of_session(house.doors.database, planned.id)
    assert link is not None
    assert f"/later/{link.secret}" in staff.words
    return f"/later/{link.secret}"


def answers(house: House, address: str, **filled: str) -> Visitor:
    visitor = house.visitor()
    visitor.open(address)
    visitor.send(**filled)
    return visitor


def test_what_is_answered_later_stands_beside_what_was_said_then(fresh_house: House) -> None:
    planned, codes, mine = over(fresh_house)
    address = opened(fresh_house, planned)
    visitor = fresh_house.visitor()
    visitor.open(address)
    assert "Quelques semaines après" in visitor.words
    assert "je saurais expliquer" in visitor.words
    for wrong, said in (
        ({}, "Répondez au moins à une question"),
        ({"q-clear_later": "6"}, "à corriger"),
        ({"q-clear_later": "4", "code": "ABCD-EFGH-JKMN"}, "n’a pas donné ce code"),
    ):
        refused = answers(fresh_house, address, **wrong)
        assert refused.page.status_code == 422
        assert said in refused.words
    assert later.answers_of(fresh_house.doors.database, planned.id) == {}
    for code, value in zip(codes, (2, 3, 4, 4, 5, 5), strict=True):
        assert answers(fresh_house, address, **{"q-clear_later": str(value), "code": code}).at == "/later"
    stranger = fresh_house.visitor()
    stranger.open(address)
    page = stranger.page
    stranger.send(**{"q-clear_later": "1", "q-whom_later": "0"})
    stranger.page = page
    stranger.send(**{"q-clear_later": "1", "q-whom_later": "0"})
    kept = later.answers_of(fresh_house.doors.database, planned.id)
    assert len(kept) == 7, "the same page sent twice is one answer"
    assert set(mine) < kept.keys()
    again = answers(fresh_house, address, **{"q-clear_later": "1", "code": codes[0]})
    assert again.page.status_code == 409
    assert later.answers_of(fresh_house.doors.database, planned.id) == kept

    clear, whom = told(fresh_house).across
    assert (clear.numbers.both, clear.numbers.only_first, clear.numbers.only_second) == (6, 0, 1)
    assert clear.numbers.directions is not None
    assert clear.numbers.directions.cells == (6, 0, 0)
    assert [moment.en for moment in clear.numbers.moments] == ["Session 1 (at the start)", "Later (session 1)"]
    assert (whom.numbers.both, whom.numbers.directions) == (0, None)

    mine_page = fresh_house.visitor()
    mine_page.open("/ticket")
    mine_page.send("/ticket", code=codes[0])
    mine_page.open(f"/ticket/{planned.id}/withdraw/everything")
    mine_page.send()
    assert mine[0] not in later.answers_of(fresh_house.doors.database, planned.id)
    later.forget(fresh_house.doors.database, planned.id)
    assert later.answers_of(fresh_house.doors.database, planned.id) == {}
    assert fresh_house.visitor().open(address).status_code == 404


def test_a_link_ends_and_a_code_of_another_session_opens_nothing(fresh_house: House) -> None:
    planned, _, _ = over(fresh_house)
    address = opened(fresh_house, planned)
    other = held(fresh_house)
    code = slip_of(other.join(), other)
    refused = answers(fresh_house, address, **{"q-clear_later": "4", "code": code})
    assert refused.page.status_code == 422
    assert later.answers_of(fresh_house.doors.database, planned.id) == {}
    fresh_house.later(60 * DAYS)
    assert fresh_house.visitor().open(address).status_code == 410


def test_a_link_stays_open_to_the_end_of_its_evening_here_and_no_longer(fresh_house: House) -> None:
    planned, _, _ = over(fresh_house)
    staff = fresh_house.staff()
    staff.open(f"/sessions/{planned.id}")
    staff.send(f"/sessions/{planned.id}/later", until="2099-07-14")
    link = later.of_session(fresh_house.doors.database, planned.id)
    assert link is not None
    assert datetime.fromtimestamp(link.until / 1000, UTC) == datetime(2099, 7, 14, 22, tzinfo=UTC)
    assert 'value="2099-07-14"' in staff.open(f"/sessions/{planned.id}").text


def test_a_link_is_a_picture_too_is_closed_from_afar_and_opens_again(fresh_house: House) -> None:
    planned, codes, _ = over(fresh_house)
    staff = fresh_house.staff()
    assert staff.open(f"/sessions/{planned.id}/later/qr.svg").status_code == 404
    address = opened(fresh_house, planned)
    assert b"<svg" in staff.open(f"/sessions/{planned.id}/later/qr.svg").data
    assert answers(fresh_house, address, **{"q-clear_later": "4", "code": codes[0]}).at == "/later"
    staff.open(f"/sessions/{planned.id}")
    staff.send(f"/sessions/{planned.id}/later/close")
    assert "Ce qui a été répondu reste" in staff.words
    assert "lien fermé" in staff.words
    assert "Réponses jusqu’ici : 1" in staff.words.replace("\u00a0", " ")
    late = fresh_house.visitor()
    assert late.open(address).status_code == 410
    assert "Merci" in late.words
    staff.open(f"/sessions/{planned.id}")
    staff.send(f"/sessions/{planned.id}/later", until="2099-01-01")
    assert answers(fresh_house, address, **{"q-clear_later": "4", "code": codes[1]}).at == "/later"


def test_more_answers_without_a_code_than_people_could_give_are_not_kept(
    fresh_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_FOR_EACH", 0)
    monkeypatch.setattr(pages, "MOST_BESIDE", 2)
    planned, codes, _ = over(fresh_house)
    address = opened(fresh_house, planned)
    for _ in range(2):
        without = answers(fresh_house, address, **{"q-clear_later": "4"})
        assert without.at == "/later"
        assert "Sans lui, personne ne peut plus retrouver les vôtres" in without.words, "no code takes these back"
    crowded = answers(fresh_house, address, **{"q-clear_later": "5"})
    assert crowded.page.status_code == 429
    assert "plus se fier" in crowded.words
    assert "Rien n’a été gardé" in crowded.words
    assert 'value="5" checked' in crowded.page.text, "what was answered is still there"
    assert len(later.answers_of(fresh_house.doors.database, planned.id)) == 2
    # A code that was given out is somebody who came: it is never too much.
    assert answers(fresh_house, address, **{"q-clear_later": "5", "code": codes[0]}).at == "/later"
    staff = fresh_house.staff()
    staff.open(f"/sessions/{planned.id}")
    staff.send(f"/sessions/{planned.id}/later/without-code/erase")
    assert "2 réponses sans code sont effacées" in staff.words
    assert len(later.answers_of(fresh_house.doors.database, planned.id)) == 1, "the one with a code"
    assert answers(fresh_house, address, **{"q-clear_later": "4"}).at == "/later"
    monkeypatch.setattr(pages, "MOST_BESIDE", 1000)
    with fresh_house.app.app_context():
        for _ in range(118):
            limits.count("later", planned.id)
    assert answers(fresh_house, address, **{"q-clear_later": "5"}).page.status_code == 429


@pytest.mark.parametrize("path", ["/later/nothing", "/later/" + "x" * 300])
def test_an_address_that_nobody_gave_opens_nothing(fresh_house: House, path: str) -> None:
    assert fresh_house.visitor().open(path).status_code == 404
