"""Where the site allows no phones, none comes in; the kiosk, slips and the team's screens stay, and say so."""

from dataclasses import replace

from facilitation.domain.commands import OpenDoor
from facilitation.records import sites
from tests.web.conftest import ANA, House, Planned
from tests.web.test_kiosk import comes, kiosk_of
from tests.web.visitor import Visitor


def forbidden(house: House) -> Planned:
    """An open session at a site that allows no phones any more."""
    planned = house.plan("seminar-half-day")
    planned.say(OpenDoor())
    (site,) = sites.everywhere(house.doors.database)
    sites.change(house.doors.database, site.id, replace(site.facts, phones_allowed=False))
    return planned


def turned_away(phone: Visitor) -> bool:
    return phone.page.status_code == 403 and "Pas de téléphone ici" in phone.words and "sur papier" in phone.words


def test_a_phone_is_told_what_to_do_and_never_comes_in(fresh_house: House) -> None:
    was_open, seated = fresh_house.visitor(), fresh_house.plan("seminar-half-day")
    seated.say(OpenDoor())
    inside = seated.join(report="yes")
    was_open.open(f"/j/{seated.code}")
    planned = forbidden(fresh_house)
    phone = fresh_house.visitor()
    phone.open(f"/j/{planned.code}")
    assert turned_away(phone)
    was_open.send(report="yes")
    assert turned_away(was_open), "the page that asks was open before"
    assert len(seated.state.people) == 1
    inside.open(f"/j/{seated.code}")
    assert inside.at == f"/s/{seated.id}/phone", "nobody is thrown out"


def test_a_code_from_the_kiosk_opens_no_seat_on_a_phone(fresh_house: House) -> None:
    planned = forbidden(fresh_house)
    device = kiosk_of(planned)
    code = comes(device, planned)
    (person,) = planned.state.people.values()
    assert person.channel == "kiosk"
    phone = fresh_house.visitor()
    phone.open("/ticket")
    phone.send(code=code)
    assert phone.at == f"/ticket/{planned.id}", phone.words
    phone.send(f"/ticket/{planned.id}/return")
    assert phone.at == f"/ticket/{planned.id}"
    assert "Ce lieu n’admet pas de téléphone" in phone.words


def test_the_team_sees_it_and_no_wall_invites_phones(fresh_house: House) -> None:
    planned, staff = forbidden(fresh_house), fresh_house.staff()
    staff.open(f"/sessions/{planned.id}")
    assert "Pas de téléphone sur ce terrain" in staff.words
    assert f"/s/{planned.id}/qr.svg" not in staff.page.text
    assert {f"/sessions/{planned.id}/screens", f"/sessions/{planned.id}/paper"} <= set(staff.links())
    console = fresh_house.doors.documents(planned.id, ANA, {})
    assert "'phones': 'no'" in str(console)
    wall = fresh_house.doors.documents(planned.id, "screen", {})
    assert planned.code not in str(wall)
