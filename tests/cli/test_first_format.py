"""The tutorial: its file grows block by block, and at each step it is what the page says it is."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Typing
from tests.formats.test_language_pages import BLOCK, parts

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "first-format.md").read_text("utf-8")
NAME = "nos-inquietudes.yaml"
TEXT = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def _steps() -> list[str]:
    """The file after each block: a block stands in for the same lines of what is there, or is added."""
    grown: dict[str, str] = {}
    steps = []
    for block in BLOCK.findall(PAGE):
        grown |= parts(block)
        steps.append("".join(grown.values()))
    return steps


STEPS = _steps()


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_the_file_is_sound_after_each_step(typed: Typing, tmp_path: Path, step: int) -> None:
    (tmp_path / NAME).write_text(STEPS[step])
    told = typed("check", tmp_path / NAME, lang="fr")
    assert (told.code, told.out) == (0, "")


def test_the_mistake_that_the_page_suggests_is_told_in_its_words(typed: Typing, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(STEPS[0].replace("minutes:", "minuts:"))
    told = typed("check", tmp_path / NAME, lang="fr")
    shown = next(text for text in TEXT.findall(PAGE) if "minuts" in text)
    assert told.out.replace(f"{tmp_path}/", "").replace("\xa0", " ") == shown


def test_the_two_blocks_may_be_added(typed: Typing, tmp_path: Path) -> None:
    text = STEPS[-1].replace("run:\n", "run:\n  - use: meteo\n").replace("settings:\n", "  - use: roti\nsettings:\n")
    (tmp_path / NAME).write_text(text)
    told = typed("check", tmp_path / NAME, lang="fr")
    assert (told.code, told.out) == (0, "")


def test_every_command_of_the_page_is_one(typed: Typing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text(STEPS[-1])
    commands = [line.split()[1:] for text in TEXT.findall(PAGE) for line in text.splitlines() if line.startswith("fac")]
    assert [command[0] for command in commands] == ["check", "rehearse"]
    for command in commands:
        assert typed(*command).code == 0
