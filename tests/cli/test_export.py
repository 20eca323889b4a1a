"""`facilitation export`: one file, whole or not at all."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import SESSION, Typing


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF-"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")])
def test_each_kind_is_written_and_comes_out_the_same_twice(
    typed: Typing, kept: str, tmp_path: Path, kind: str, start: bytes
) -> None:
    first, second = tmp_path / "new" / f"first.{kind}", tmp_path / f"second.{kind}"
    for out in (first, second):
        told = typed("export", SESSION, "--as", kind, "--out", out, "--database", kept)
        assert told.code == 0
        assert str(out) in told.out
        assert ("Without the hypothesis" in told.out) is (kind == "pdf")
    assert first.read_bytes().startswith(start)
    assert first.read_bytes() == second.read_bytes()
    assert os.listdir(first.parent) == [first.name]


def test_what_was_written_in_the_session_is_in_the_export(typed: Typing, kept: str, tmp_path: Path) -> None:
    assert typed("export", SESSION, "--as", "json", "--out", tmp_path / "all.json", "--database", kept).code == 0
    told = json.loads((tmp_path / "all.json").read_text())
    assert len([card for stage in told["stages"] for board in stage["boards"] for card in board["cards"]]) >= 5


@pytest.mark.parametrize(
    "words",
    [
        ["nobody", "--as", "pdf", "--out", "x.pdf"],
        [SESSION, "--as", "docx", "--out", "x.docx"],
        [SESSION, "--as", "pdf"],
        [SESSION, "--as", "csv", "--out", "."],
    ],
)
def test_what_cannot_be_exported_says_why_and_writes_nothing(
    typed: Typing, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = typed("export", *words, "--database", kept)
    assert told.code == 2
    assert told.err
    assert os.listdir(tmp_path) == []


def test_an_export_that_cannot_be_written_leaves_the_old_one(typed: Typing, kept: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    told = typed("export", SESSION, "--as", "json", "--out", tmp_path / "file" / "x.json", "--database", kept)
    assert told.code == 2
    assert (tmp_path / "file").read_text() == "old"
