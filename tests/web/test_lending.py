"""Every screen of a session by a button; the screen of a group, until it is closed."""

import pytest

from facilitation.domain.commands import By as Who
from facilitation.domain.commands import HandOut, OpenDoor, PostCard, PrintPaper
from tests.web.conftest import House, Planned
from tests.web.test_joining import boot
from tests.web.visitor import Visitor

SECRET = "Ce que seul le premier groupe lit"


@pytest.fixture
def session(house: House) -> Planned:
    """Four people in pairs; somebody of the first pair has written."""
    planned = house.plan("one-two-four-all")
    planned.say(OpenDoor(), PrintPaper(("p1", "p2", "p3", "p4")), HandOut((1, 2, 3, 4)))
    while planned.state.current != "pairs":
        planned.go_on()
    author = planned.state.groups["pairs"][0][0]
    board = planned.state.now_playing.stage.boards[0].name  # type: ignore[union-attr]
    planned.say(PostCard("pairs", board, SECRET), by=Who("participant", author))
    return planned


def lent(session: Planned, group: str) -> tuple[Visitor, str]:
    """The staff page after one more screen was opened for a group, and its link."""
    staff = session.house.staff()
    staff.open(f"/sessions/{session.id}/screens")
    staff.send(f"/sessions/{session.id}/screens/lend", group=group)
    at = f"/s/{session.id}/group-screen/begin/"
    return staff, at + staff.words.split(at)[-1].split()[0] if at in staff.words else ""


def begun(session: Planned, link: str) -> Visitor:
    screen = session.house.visitor()
    screen.open(link)
    screen.send()
    return screen


def test_every_screen_is_opened_by_a_button(session: Planned) -> None:
    staff = session.house.staff()
    staff.open(f"/sessions/{session.id}/screens")
    wall = f"/s/{session.id}/screen"
    boards = {board.name for planned in session.state.plan for board in planned.stage.boards}
    assert {wall, f"{wall}#join", *(f"{wall}#board={name}" for name in boards)} <= set(staff.links())


def test_the_screen_of_a_group_shows_its_board_and_no_other_until_it_is_closed(session: Planned) -> None:
    staff, link = lent(session, "1")
    assert staff.client.get(f"/sessions/{session.id}/screens/1/qr.svg").mimetype == "image/svg+xml"
    _, other = lent(session, "2")
    first, second = begun(session, link), begun(session, other)
    facts = boot(first)
    assert facts["channels"] == ["everyone", "screen:0"]
    assert facts["you"] == {"kind": "group-screen"}
    assert SECRET in first.page.text
    assert SECRET not in second.page.text
    stranger = session.house.visitor()
    for path in ("", "/ticket"):
        assert stranger.open(f"/s/{session.id}/group-screen{path}").status_code in (404, 405)
    assert stranger.open(f"/s/{session.id}/group-screen/begin/1/{'0' * 32}").request.path == "/"
    staff.open(f"/sessions/{session.id}/screens")
    staff.send(f"/sessions/{session.id}/screens/1/close")
    assert first.open(f"/s/{session.id}/group-screen").status_code == 410
    assert SECRET not in first.page.text
    headers = {"X-CSRFToken": facts["csrf"]}
    asked = first.client.post(f"/s/{session.id}/group-screen/ticket", headers=headers)
    assert asked.status_code in (400, 404)
    assert "ticket" not in asked.json
    again = first.client.get(f"/s/{session.id}/group-screen/documents")
    assert again.status_code == 404
    assert SECRET not in again.text
    assert second.open(f"/s/{session.id}/group-screen").status_code == 200


def test_a_group_without_a_number_is_asked_for(session: Planned) -> None:
    for typed in ("", "0", "trois", "999999"):
        staff, link = lent(session, typed)
        assert "Tapez le numéro d’un groupe" in staff.words
        assert link == ""
