"""A terminal to type commands at, and a database with one rehearsed session."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from facilitation import cli
from facilitation.rehearsal import rehearse
from tests.formats.shipped import library

SESSION = "rehearsal-one-two-four-all-1"


class Said(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Typing = Callable[..., Said]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Typing:
    """Type a command: its exit code and what it said, in English unless `lang` says otherwise."""

    def run(*words: str | Path, lang: str = "en_GB.UTF-8") -> Said:
        code = cli.run([str(word) for word in words], {"LANG": lang})
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return run


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database that keeps one rehearsed session of 1-2-4-All."""
    url = f"sqlite:///{tmp_path_factory.mktemp('kept') / 'workshop.db'}"
    reading = library().readings["one-two-four-all"]
    rehearse(reading, 5, 1, database_url=url)
    return url
