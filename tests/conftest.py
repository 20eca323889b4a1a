"""What tests of several rooms share. Nothing here skips: a machine that lacks something fails, and says what."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.documentation.golden_experiment import Golden, play
from tests.formats.shipped import read_once
from tests.longest import LONGEST
from tests.once import once
from tests.tables import copied, real, replaced

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
BROWSING = ("tests/browser/", "tests/client/")


def pytest_configure() -> None:
    """What holds for a whole run, before any of it is read."""
    # Documents are what is tested here: on two busy cores, a press that gives way would wait for minutes.
    os.environ["PRESS_NICE"] = "0"
    # The same examples on every run: what is red was made red by the change. New ones are looked for with
    # `--hypothesis-profile exploring`. How long an example takes is never what is tested.
    settings.register_profile("same", derandomize=True, deadline=None)
    settings.register_profile("exploring", derandomize=False, deadline=None, max_examples=2000)
    settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, so that `-m "not browser"` leaves it out; the longest files go first."""
    for item in items:
        if item.nodeid.startswith(BROWSING):
            item.add_marker("browser")
    place = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))


@pytest.fixture(scope="session", autouse=True)
def tables() -> Iterator[None]:
    """Replaying every migration for each house of a test would take more than a minute of a run."""
    with replaced(copied):
        yield


@pytest.fixture(scope="session", autouse=True)
def readings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Trying out the whole library takes ten seconds, which each worker need not spend."""
    with read_once(tmp_path_factory):
        yield


@pytest.fixture
def really_migrating() -> Iterator[None]:
    """For tests of the migrations themselves."""
    with replaced(real):
        yield


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a real Chromium."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if not found:
        pytest.fail("no Chromium on this machine: apt-get install chromium (./test does)")
    return found


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Golden:
    """The golden experiment, as it was played."""
    return once(tmp_path_factory, "golden", lambda: play(tmp_path_factory.mktemp("golden")))


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium. Not for the whole run: while Playwright is on, no other test may start an event loop."""
    # Patience costs nothing where things go well; a busy machine must not turn a right screen red.
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield running
        running.close()


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """The address of an SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'workshop.db'}"
