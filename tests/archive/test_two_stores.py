"""An archive goes from SQLite to PostgreSQL and back: the same documents, the same logs."""

from collections.abc import Iterator

import pytest

from facilitation.app import Config, create_app
from facilitation.archive import restore
from tests.archive.houses import NOW, archive_of, documents, entries
from tests.eventlog.conftest import server
from tests.eventlog.postgres import emptied
from tests.web.conftest import House

__all__ = ["server"]


@pytest.fixture
def on_postgresql(server: str) -> Iterator[House]:
    """A house whose database is a PostgreSQL server."""
    app = create_app(Config(database=emptied(server), hosts=("localhost:80",)))
    app.testing = True
    house = House(app)
    yield house
    house.doors.trials.close()
    house.doors.database.close()


def test_from_one_store_to_the_other_and_back(
    origin: House, archive: bytes, on_postgresql: House, elsewhere: House
) -> None:
    there = restore(on_postgresql.doors.database, archive, NOW)
    assert not on_postgresql.doors.database.embedded
    back = archive_of(on_postgresql, there)
    home = restore(elsewhere.doors.database, back, NOW)
    first, second = entries(archive), entries(back)
    logs = [name for name in first if name.startswith(("sessions/", "formats/"))]
    assert [second[name] for name in logs] == [first[name] for name in logs]
    assert first.keys() == second.keys()
    told = documents(origin, 1)
    for house, number in ((on_postgresql, there), (elsewhere, home)):
        for name, page in documents(house, number).items():
            assert page == told[name], name
