"""The desk works the same in greenlets."""

import subprocess
import sys
from pathlib import Path


def test_greenlets_share_commits_and_nobody_waits_for_the_disk(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.desk.greenlets", f"sqlite:///{tmp_path / 'workshop.db'}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert said.stderr == ""
    assert said.stdout.split() == ["82", "True", "True", "True"]


def test_greenlets_and_native_threads_that_ask_for_a_session_at_once_are_all_answered(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.desk.loading", f"sqlite:///{tmp_path / 'workshop.db'}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert said.stderr == ""
    assert said.stdout.split() == ["96", "1"], "loaded once, and nobody is forgotten"
