"""A server that was killed leaves no document behind for longer than until the next start."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from facilitation.documentation import DocumentPress
from facilitation.leftovers import private_folder


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def _left_by(process: int, folder: Path) -> Path:
    left = folder / f"documents-{process}-abcdefgh"
    left.mkdir(mode=0o700)
    (left / "record.pdf").write_bytes(b"words that were taken back since")
    return left


def test_what_a_killed_server_left_is_thrown_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = _left_by(ended.pid, tmp_path)
    DocumentPress()
    assert not left.exists()


def test_what_a_living_server_or_another_program_keeps_stays(tmp_path: Path) -> None:
    kept = [_left_by(os.getppid(), tmp_path), tmp_path / "documents-of-somebody", tmp_path / "documents-12x-abcdefgh"]
    for folder in kept[1:]:
        folder.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "documents-999999999-abcdefgh").symlink_to(elsewhere)
    private_folder("documents")
    assert all(folder.is_dir() for folder in kept)
    assert elsewhere.is_dir()


def test_the_folder_is_for_nobody_else(tmp_path: Path) -> None:
    folder = private_folder("documents")
    assert folder.parent == tmp_path
    assert folder.stat().st_mode & 0o777 == 0o700
