"""A bar on a terminal, quiet lines elsewhere; never on stdout, which holds results only."""

import sys

import pytest

from facilitation.cli.progress import Stages


def play(stages: Stages) -> None:
    """Three steps, told more often than they end, as a rehearsal does."""
    with stages:
        for done in (0, 1, 1, 2, 3, 3):
            stages.over(done, 3)


def test_quiet_lines_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    play(Stages("Le pot commun"))
    told = capsys.readouterr()
    assert told.err.splitlines() == ["Le pot commun 1/3", "Le pot commun 2/3", "Le pot commun 3/3"]
    assert told.out == ""


def test_a_bar_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    play(Stages("Le pot commun"))
    told = capsys.readouterr()
    assert "100%" in told.err
    assert "#" in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
