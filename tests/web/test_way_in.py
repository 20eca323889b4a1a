"""The way in is said alike everywhere, by whichever of its names the house was reached."""

import pytest

from facilitation.app import Config, create_app
from facilitation.domain.commands import OpenDoor
from tests.web.conftest import House
from tests.web.test_joining import boot

NAMES = ("workshops.example:8000", "localhost:80")


@pytest.mark.parametrize(
    ("public", "base"), [(None, "http://workshops.example:8000"), ("https://o.example/", "https://o.example")]
)
def test_the_wall_the_picture_and_the_pages_name_one_address(public: str | None, base: str) -> None:
    house = House(create_app(Config(database="sqlite://", hosts=NAMES, public_url=public)))
    house.app.testing = True
    planned = house.plan()
    planned.say(OpenDoor())
    staff = house.staff()
    staff.open(f"/sessions/{planned.id}")
    way_in = f"{base}/j/{planned.code}"
    assert f'href="{way_in}"' in staff.page.text
    assert f"{base}/s/{planned.id}/screen?key=" in staff.words
    assert "Phones cannot reach" not in staff.words
    assert "Les téléphones ne peuvent pas" not in staff.words
    staff.open(f"/s/{planned.id}/screen")
    told = boot(staff)
    wall = next(entry["full"] for entry in told["documents"] if entry["channel"] == "screen")
    assert told["join"] == wall["join"] == {"code": planned.code, "url": way_in}
    assert told["urls"]["join"] == way_in
    house.doors.database.close()
