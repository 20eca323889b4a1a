"""Templates are compiled once for all processes that are given the same folder, and anew when they were changed."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import Bucket

from facilitation.documentation.compiled import Compiled


class Counting(Compiled):
    """Counts what it is given to keep: that much was compiled."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self.folder = folder
        self.compiled = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        """One more."""
        self.compiled += 1
        super().dump_bytecode(bucket)


def _rendered(words: str, kept: Compiled) -> str:
    return Environment(loader=DictLoader({"a": words}), bytecode_cache=kept, autoescape=True).get_template("a").render()


def test_another_process_takes_what_was_compiled_unless_it_was_changed(tmp_path: Path) -> None:
    first, second = Counting(tmp_path), Counting(tmp_path)
    assert [_rendered("un {{ 1 }}", kept) for kept in (first, second, second)] == ["un 1"] * 3
    assert (first.compiled, second.compiled) == (1, 0)
    assert _rendered("deux {{ 1 }}", second) == "deux 1"
    assert second.compiled == 1
    assert not list(tmp_path.glob("*.half"))


@pytest.mark.parametrize("folder", [None, Path("/nowhere/at/all")])
def test_without_a_folder_or_without_room_all_goes_on(folder: Path | None) -> None:
    kept = Counting(folder)
    assert [_rendered("un", kept) for _ in range(2)] == ["un"] * 2
    assert kept.compiled == 1, "kept in the process"
