"""One Chromium for all tests of this room, and the built screens they look at."""

import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.client.stand_in import DIST, ROOT


@pytest.fixture(scope="session")
def built() -> None:
    """The screens, built when they are missing or older than their source."""
    manifest = DIST / "manifest.json"
    sources = [file for folder in ("src", "styles") for file in (ROOT / "static" / folder).rglob("*.*")]
    if not manifest.exists() or any(file.stat().st_mtime > manifest.stat().st_mtime for file in sources):
        subprocess.run(["npm", "run", "--silent", "build"], cwd=ROOT, check=True)


@pytest.fixture(scope="session")
def browser(chromium: str, built: None) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        running = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        running.close()
