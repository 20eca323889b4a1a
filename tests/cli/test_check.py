"""`facilitation check`: file, line, column, what is wrong, what to do."""

import json
from pathlib import Path

import pytest

from facilitation import places
from tests.cli.conftest import Typing

GOOD = (places.workshop_formats() / "one-two-four-all.yaml").read_text()


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of a good format with one key misspelt."""
    path = tmp_path / "one-two-four-all.yaml"
    path.write_text(GOOD.replace("\nsummary:", "\nsumary:", 1))
    return path


def test_a_folder_of_good_formats_is_fine_whatever_else_lies_there(typed: Typing, tmp_path: Path) -> None:
    """`test_library` reads all that ship, and `test_wheel` checks them as they are installed."""
    shipped = places.workshop_formats()
    for name in ("one-two-four-all.yaml", "public-goods.yaml", "README.md", "schema.json"):
        (tmp_path / name).write_bytes((shipped / name).read_bytes())
    told = typed("check", tmp_path)
    assert told.code == 0
    assert "2 file(s) read: 0 error(s)" in told.err


def test_a_fault_has_its_place_and_its_remedy(typed: Typing, faulty: Path) -> None:
    line = next(n for n, words in enumerate(faulty.read_text().splitlines(), 1) if words.startswith("sumary"))
    english, french = typed("check", faulty), typed("check", faulty, lang="fr")
    assert english.code == french.code == 1
    assert f"{faulty}:{line}:1 error " in english.out
    assert f"{faulty}:{line}:1 erreur " in french.out
    assert "summary" in english.out
    assert "→" in english.out


def test_one_bad_file_does_not_hide_the_others(typed: Typing, faulty: Path) -> None:
    (faulty.parent / "public-goods.yaml").write_bytes((places.workshop_formats() / "public-goods.yaml").read_bytes())
    (faulty.parent / "latin.yaml").write_bytes("titre: été".encode("latin-1"))
    told = typed("check", faulty.parent)
    assert told.code == 1
    assert "3 file(s) read" in told.err
    assert "latin.yaml:" in told.out
    assert "public-goods.yaml" not in told.out


def test_json_holds_the_same_for_a_programme(typed: Typing, faulty: Path) -> None:
    told = typed("check", faulty, "--json")
    found = json.loads(told.out)
    assert told.code == 1
    assert (found["files"], found["errors"]) == (1, sum(one["level"] == "error" for one in found["diagnostics"]))
    first = found["diagnostics"][0]
    assert set(first) == {"file", "line", "column", "level", "code", "message", "remedy"}
    assert first["file"] == str(faulty)


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_nothing_to_read_could_not_run(typed: Typing, tmp_path: Path, name: str) -> None:
    told = typed("check", tmp_path / name)
    assert told.code == 2
    assert str(tmp_path) in told.err
    assert told.out == ""
