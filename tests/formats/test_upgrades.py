"""Files of old versions of the language: each is read as the file beside it, with one remark that says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.formats import read_format
from facilitation.formats.upgrades import CURRENT
from tests.formats.samples import SMALL, changed, read, said

OLD = Path(__file__).parent / "old"


@pytest.mark.parametrize("version", range(CURRENT))
def test_an_old_file_is_read_as_it_would_be_written_now(version: int) -> None:
    name = f"language-{version}.yaml"
    old = read_format((OLD / name).read_bytes(), name)
    now = read_format((OLD / f"language-{version}-now.yaml").read_bytes(), name)
    assert [d.code for d in old.diagnostics] == ["language-older"]
    assert said(now) == ""
    assert old.format is not None
    assert old.format == now.format
    assert old.format.language == CURRENT


def test_a_file_of_a_version_yet_to_come_is_refused_with_one_clear_remark() -> None:
    reading = read(changed("language: 1", f"language: {CURRENT + 1}") + "a key of the future: 3\n")
    assert reading.format is None
    (remark,) = reading.diagnostics
    assert remark.code == "language-newer"
    assert "Update the program" in remark.remedy.en


def test_an_old_word_in_a_new_file_is_told_its_new_spelling() -> None:
    text = changed("    vote: {of: ideas, dots: dots}", "    show always: number\n    vote: {of: ideas, dots: dots}")
    (remark,) = read(text).diagnostics
    assert (remark.code, remark.remedy.en) == ("key-old", "Write `keep in view`.")


def test_an_old_file_may_be_a_block() -> None:
    old = (OLD / "language-0.yaml").read_bytes()
    host = SMALL[: SMALL.index("settings:")] + "run:\n  - use: language-0\n    as: old\n"
    found = read_format(host.encode(), "small.yaml", {"language-0": old}).format
    assert found is not None
    assert replace(found.run[0], block="").id == "old_write"  # type: ignore[union-attr, type-var]
