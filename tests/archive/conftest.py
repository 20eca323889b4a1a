"""Two houses: one with a whole experiment, and an empty one that an archive comes to."""

from collections.abc import Iterator

import pytest

from tests.archive.houses import archive_of, lived_in
from tests.web.conftest import House, built_house


@pytest.fixture(scope="session")
def origin() -> Iterator[House]:
    """The house of origin. No test changes its experiment."""
    for house in built_house():
        lived_in(house)
        yield house


@pytest.fixture(scope="session")
def archive(origin: House) -> bytes:
    """The archive of its experiment."""
    return archive_of(origin)


@pytest.fixture
def elsewhere() -> Iterator[House]:
    """Another house, as it is on its first day."""
    yield from built_house()


@pytest.fixture(scope="session")
def empty() -> Iterator[House]:
    """Another house, for tests that leave it as it is."""
    yield from built_house()


@pytest.fixture
def fresh_origin() -> Iterator[House]:
    """A house of a test's own, with its first experiment and nothing else."""
    yield from built_house()
