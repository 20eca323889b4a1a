"""What somebody may try with a lent screen: be another session's, read others' words, act once it is closed."""

import re

import pytest

from facilitation.domain.commands import By, OpenDoor, PostCard
from facilitation.projections.taken_back import contributed
from tests.web.conftest import House, Planned
from tests.web.test_own import Author
from tests.web.visitor import Visitor

SECRET = "Un trampoline planté dans la cour"


def opened(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    return planned


def kiosk(house: House, planned: Planned) -> tuple[Visitor, str]:
    """A shared tablet, and the link that made it one."""
    staff, tablet = house.staff(), house.visitor()
    staff.open(f"/k/{planned.id}/link")
    staff.send(f"/sessions/{planned.id}/screens/lend", kind="kiosk")
    found = re.search(rf"/k/{planned.id}/begin/\d+/\w+", staff.page.text)
    assert found
    tablet.open(found.group())
    tablet.send(found.group())
    assert tablet.at == f"/k/{planned.id}"
    return tablet, found.group()


def test_a_shared_device_is_one_for_its_own_session_and_for_its_own_people(fresh_house: House) -> None:
    here, elsewhere = opened(fresh_house), opened(fresh_house)
    author = Author(elsewhere)
    elsewhere.go_on()
    elsewhere.say(PostCard(elsewhere.state.current or "", "ideas", SECRET), by=By("participant", author.person))
    tablet, link = kiosk(fresh_house, here)
    tablet.send(f"/k/{here.id}/back", code=author.slip)
    assert tablet.page.status_code == 422, "the slip of another session"
    cookie = tablet.client.get_cookie(f"kiosk_{here.id}")
    assert cookie is not None
    for name in (f"kiosk_{elsewhere.id}", f"group_screen_{elsewhere.id}", f"group_screen_{here.id}"):
        tablet.client.set_cookie(name, cookie.value)
    for path in (f"/k/{elsewhere.id}", f"/s/{elsewhere.id}/group-screen", f"/s/{here.id}/group-screen"):
        assert tablet.client.get(path).status_code == 404, path
    assert fresh_house.visitor().open(link.replace(here.id, elsewhere.id)).request.path == "/", "a link of another"
    assert any(SECRET in words for words in contributed(elsewhere.state))


@pytest.mark.parametrize("how", ["closed", "taken over", "late"])
def test_a_shared_device_that_is_one_no_more_takes_and_shows_nothing(fresh_house: House, how: str) -> None:
    here = opened(fresh_house)
    tablet, link = kiosk(fresh_house, here)
    tablet.open(f"/k/{here.id}/new")
    form = next(form for form in tablet.forms() if "visit" in form.fields)
    before = len(here.state.people)
    match how:
        case "closed":
            staff = fresh_house.staff()
            staff.open(f"/k/{here.id}/link")
            staff.send(f"/sessions/{here.id}/screens/1/close")
        case "taken over":
            other = fresh_house.visitor()
            other.open(link)
            other.send(link)
        case _:
            fresh_house.later(5 * 60 * 60 * 1000)
    told = tablet.client.post(f"/k/{here.id}/new", data={**form.fields, "report": "no"})
    assert told.status_code == 410
    assert len(here.state.people) == before
    for page in ("", "/now", "/new", "/open.json"):
        assert tablet.client.get(f"/k/{here.id}{page}").status_code == 410, page
