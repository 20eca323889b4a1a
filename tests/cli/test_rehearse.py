"""`facilitation rehearse`: from a format to four files, the same for the same seed, and nothing half-written."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from facilitation import places
from facilitation.cli import progress, writing
from facilitation.documentation.press import worker
from tests.cli.conftest import Typing

FILES = ("contributions.csv", "documentation.pdf", "events.ndjson", "outcome.json")


def contents(folder: Path) -> dict[str, bytes]:
    """What lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_four_files_come_out_and_the_report_says_what_was_found(typed: Typing, tmp_path: Path) -> None:
    told = typed("rehearse", "one-two-four-all", "--participants", 7, "--out", tmp_path / "out", lang="fr")
    found = contents(tmp_path / "out")
    assert told.code == 0
    assert sorted(found) == sorted(FILES)
    assert found["documentation.pdf"].startswith(b"%PDF-")
    assert json.loads(found["outcome.json"])
    rows = list(csv.reader(io.StringIO(found["contributions.csv"].decode("utf-8-sig"))))
    assert len(rows) > 7
    lines = [json.loads(line) for line in found["events.ndjson"].decode().splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1))
    assert "7 personnes, 4 étapes" in told.out
    assert "Groupes inégaux" in told.out
    assert "4/4" in told.err
    assert "PDF 1/8" in told.err, "how far the document is, from its beginning to its end"
    assert "PDF 8/8" in told.err


def test_the_same_seed_gives_the_same_bytes_in_another_process_too(typed: Typing, tmp_path: Path) -> None:
    here, there, other = (tmp_path / name for name in ("here", "there", "other"))
    words = ["rehearse", "public-goods", "--participants", "4", "--set", "rounds=1", "--locale", "en"]
    assert typed(*words, "--seed", 7, "--out", here).code == 0
    environ = {**os.environ, "PYTHONHASHSEED": "99", "TZ": "Pacific/Auckland", "LANG": "fr_FR.UTF-8"}
    typing = [sys.executable, "-m", "facilitation.cli", *words, "--seed", "7", "--out", str(there)]
    assert subprocess.run(typing, env=environ, capture_output=True).returncode == 0
    assert typed(*words, "--seed", 8, "--out", other).code == 0
    assert contents(here) == contents(there)
    assert contents(here)["events.ndjson"] != contents(other)["events.ndjson"]


def test_a_file_of_ones_own_is_played_and_nothing_else_in_the_folder_is_touched(typed: Typing, tmp_path: Path) -> None:
    mine = tmp_path / "public-goods.yaml"
    mine.write_bytes((places.workshop_formats() / "public-goods.yaml").read_bytes())
    (tmp_path / "diary.txt").write_text("mine")
    (tmp_path / "outcome.json").write_text("old")
    told = typed("rehearse", mine, "--participants", 3, "--set", "rounds=1", "--out", tmp_path)
    assert told.code == 0
    assert (tmp_path / "diary.txt").read_text() == "mine"
    assert json.loads((tmp_path / "outcome.json").read_text())
    assert sorted(contents(tmp_path)) == sorted([*FILES, "diary.txt", "public-goods.yaml"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["public-good"], "public-goods"),
        (["nowhere.yaml"], "nowhere.yaml"),
        (["public-goods", "--participants", "2"], "3 à 300"),
        (["public-goods", "--participants", "0"], "--participants"),
        (["public-goods", "--set", "round=2"], "rounds"),
        (["public-goods", "--set", "rounds=many"], "rounds"),
        (["public-goods", "--set", "rounds=1000"], "20"),
        (["public-goods", "--set", "rounds"], "NOM=VALEUR"),
        (["public-goods", "--seed", "x"], "--seed"),
    ],
)
def test_what_cannot_be_rehearsed_says_why_and_writes_nothing(
    typed: Typing, tmp_path: Path, words: list[str], said: str
) -> None:
    told = typed("rehearse", *words, "--out", tmp_path / "out", lang="fr")
    assert told.code == 2
    assert said in told.err
    assert not (tmp_path / "out").exists()


def test_a_faulty_format_is_not_played(typed: Typing, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: broken\nlanguage: 1\n")
    told = typed("rehearse", path, "--out", tmp_path / "out")
    assert told.code == 2
    assert f"{path}:" in told.err
    assert "cannot be played" in told.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_noticed_before_the_work(typed: Typing, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = typed("rehearse", "public-goods", "--out", tmp_path / "file" / "out")
    assert told.code == 2
    assert "Cannot write" in told.err
    (tmp_path / "out" / "outcome.json").mkdir(parents=True)
    told = typed("rehearse", "public-goods", "--out", tmp_path / "out")
    assert told.code == 2
    assert "is a folder" in told.err
    assert os.listdir(tmp_path / "out") == ["outcome.json"]


def test_the_slot_and_surprises_are_told_and_repeatable(typed: Typing, tmp_path: Path) -> None:
    words = ["rehearse", "one-two-four-all", "--participants", 9, "--slot", 5, "--surprises", "--seed", 3]
    told = typed(*words, "--out", tmp_path / "one", lang="fr")
    assert told.code == 0
    assert "Le créneau de 5 min ne suffit pas" in told.out
    assert "fautive" in told.out
    assert typed(*words, "--out", tmp_path / "two", lang="fr").code == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    calm = typed(*words[:-3], "--seed", 3, "--out", tmp_path / "calm", lang="fr")
    assert "fautive" not in calm.out


def test_stopped_by_ctrl_c_the_press_ends_and_no_file_is_there(
    typed: Typing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = tmp_path / "pid"
    endless = (
        "import os, pathlib, time\n"
        f"pathlib.Path({str(marker)!r}).write_text(str(os.getpid()))\n"
        """print('{"done": 1, "total": 8}', flush=True)\n"""
        "time.sleep(600)"
    )
    monkeypatch.setattr(worker, "COMMAND", (sys.executable, "-c", endless))
    draw = progress.Stages.over

    def over(stages: progress.Stages, done: int, of: int) -> None:
        draw(stages, done, of)
        if marker.is_file() and done == 1 and of == 8:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(progress.Stages, "over", over)
    words = ["rehearse", "public-goods", "--participants", 3, "--set", "rounds=1", "--out", tmp_path / "out"]
    told = typed(*words, lang="fr")
    assert told.code == 2
    assert told.err.endswith("PDF 1/8\nArrêté\u00a0: rien n'a été écrit.\n")
    assert contents(tmp_path / "out") == {}
    with pytest.raises(ProcessLookupError):
        os.kill(int(marker.read_text()), 0)


def test_stopped_while_a_file_is_written_nothing_half_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*about: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "outcome.json").write_text("old")
    monkeypatch.setattr(os, "chmod", interrupted)
    with pytest.raises(KeyboardInterrupt):
        writing.write_all(tmp_path, {"outcome.json": b"new"})
    assert contents(tmp_path) == {"outcome.json": b"old"}
