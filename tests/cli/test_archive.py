"""`facilitation archive` and `restore`: from one database to another, and what cannot be done says why."""

from pathlib import Path

import pytest

from facilitation.database import migrate, open_database
from facilitation.records import experiments, live_sessions
from tests.archive.conftest import origin
from tests.cli.conftest import Said, Typing
from tests.web.conftest import House

__all__ = ["origin"]


@pytest.fixture(scope="module")
def lived(origin: House) -> str:
    """The address of a database that a house is using."""
    return str(origin.doors.database.engine.url)


@pytest.fixture
def other(tmp_path: Path) -> str:
    """The address of another database, which does not exist yet."""
    return f"sqlite:///{tmp_path / 'other.db'}"


def test_an_experiment_goes_from_one_database_to_another(typed: Typing, lived: str, other: str, tmp_path: Path) -> None:
    file = tmp_path / "made" / "one.zip"
    told = typed("archive", "1", file, "--database", lived)
    assert told.code == 0, told.err
    assert "2 session(s)" in told.out
    assert "4/4" in told.err, "how far it is"
    told = typed("restore", file, "--database", other)
    assert told.code == 0, told.err
    assert "4/4" in told.err, "how far it is"
    assert "2 closed session(s), 4 participation(s)." in told.out.replace("\u00a0", " ")
    assert "the field site “Maison de quartier”: comes with the archive." in told.out
    assert "the same to the byte" in told.out
    database = open_database(other)
    number = experiments.everything(database)[0].id
    assert len(live_sessions.of_experiment(database, number)) == 2
    database.close()
    again = typed("restore", file, "--database", other, lang="fr_FR.UTF-8")
    assert (again.code, again.out) == (2, "")
    assert "est déjà dans cette maison" in again.err


def test_a_preview_writes_nothing(typed: Typing, lived: str, other: str, tmp_path: Path) -> None:
    file = tmp_path / "one.zip"
    assert typed("archive", "1", file, "--database", lived).code == 0
    database = open_database(other)
    migrate(database)
    assert typed("restore", file, "--preview", "--database", other).code == 0, "beside a running server"
    assert experiments.everything(database) == ()
    told = typed("restore", file, "--database", other)
    assert told.code == 2
    assert "The server is running" in told.err
    database.close()
    assert "in this house already" in typed("restore", file, "--preview", "--database", lived).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["archive", "404", "x.zip"], "No experiment has this number"),
        (["archive", "1", "."], "is a folder"),
        (["archive", "nine", "x.zip"], "nine"),
        (["restore", "nothing.zip"], "Cannot read"),
        (["restore", "note.txt"], "This file is no archive"),
        (["restore", "note.txt", "--preview"], "This file is no archive"),
    ],
)
def test_what_cannot_be_done_says_why_and_writes_nothing(
    typed: Typing, lived: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.txt").write_text("A note.")
    url = lived if words[0] == "archive" or "--preview" in words else other
    told = typed(*words, "--database", url)
    assert told.code == 2
    assert said in told.err
    assert not list(tmp_path.glob("*.zip"))


def test_a_file_that_is_too_large_is_not_even_read(typed: Typing, other: str, tmp_path: Path) -> None:
    with (tmp_path / "large.zip").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    told = typed("restore", tmp_path / "large.zip", "--database", other)
    assert told.code == 2
    assert "larger than this house takes" in told.err


def test_a_locked_archive_asks_for_its_passphrase(
    typed: Typing, lived: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, passphrase = tmp_path / "one.locked", "lampe tambour riz neige"

    def asked(words: str, *line: str | Path) -> Said:
        monkeypatch.setattr("click.termui.hidden_prompt_func", lambda prompt: words)
        return typed(*line)

    short = asked("court", "archive", "1", file, "--database", lived, "--lock")
    assert short.code == 2
    assert "at least twelve signs" in short.err
    assert not file.exists()
    told = asked(passphrase, "archive", "1", file, "--database", lived, "--lock")
    assert told.code == 0, told.err
    assert not file.read_bytes().startswith(b"PK")
    wrong = asked("une autre phrase", "restore", file, "--preview", "--database", lived)
    assert wrong.code == 2
    assert "the passphrase is not the right one" in wrong.err.replace("\n", " ")
    right = asked(passphrase, "restore", file, "--database", other)
    assert right.code == 0, right.err
    assert passphrase not in "".join((*map(str, told), *map(str, wrong), *map(str, right)))
