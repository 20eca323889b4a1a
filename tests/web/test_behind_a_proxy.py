"""Behind a proxy that speaks https for the house: the name that phones open says so, no header is believed."""

from collections.abc import Iterator

import pytest

from facilitation.app import Config, create_app
from facilitation.web.doors import NAME, Doors
from tests.web.conftest import House

PUBLIC = "https://workshops.example.org"


@pytest.fixture
def proxied() -> Iterator[House]:
    app = create_app(Config(database="sqlite://", hosts=("localhost:80",), public_url=PUBLIC))
    app.testing = True
    yield House(app)
    doors: Doors = app.extensions[NAME]
    doors.database.close()


def test_cookies_are_for_https_only_under_the_public_name(proxied: House) -> None:
    told = proxied.app.test_client().get("/lang/fr", headers={"Host": "workshops.example.org"})
    assert all("Secure" in cookie for cookie in told.headers.getlist("Set-Cookie"))
    assert "wss://workshops.example.org" in told.headers["Content-Security-Policy"]
    assert "Strict-Transport-Security" in told.headers
    form = proxied.app.test_client().get("/", headers={"Host": "workshops.example.org"})
    assert [cookie for cookie in form.headers.getlist("Set-Cookie") if "facilitation=" in cookie and "Secure" in cookie]


def test_and_as_before_under_the_name_of_the_room(proxied: House) -> None:
    told = proxied.app.test_client().get("/lang/fr", headers={"Host": "localhost", "X-Forwarded-Proto": "https"})
    assert not any("Secure" in cookie for cookie in told.headers.getlist("Set-Cookie"))
    assert "ws://localhost" in told.headers["Content-Security-Policy"]
    assert "Strict-Transport-Security" not in told.headers
