"""The built screens that these tests look at."""

import subprocess

import pytest

from tests.client.stand_in import DIST, ROOT


@pytest.fixture(scope="session", autouse=True)
def built() -> None:
    """The screens, built when they are missing or older than their source."""
    manifest = DIST / "manifest.json"
    sources = [file for folder in ("src", "styles") for file in (ROOT / "static" / folder).rglob("*.*")]
    if not manifest.exists() or any(file.stat().st_mtime > manifest.stat().st_mtime for file in sources):
        subprocess.run(["npm", "run", "--silent", "build"], cwd=ROOT, check=True)
