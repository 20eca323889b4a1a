"""What tests of several rooms share. Nothing here skips: a machine that lacks something fails, and says what."""

import shutil
from pathlib import Path

import pytest

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a real Chromium."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if not found:
        pytest.fail("no Chromium on this machine: apt-get install chromium (./test does)")
    return found


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """The address of an SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'workshop.db'}"
