"""Whatever happens to a file, reading it gives remarks or a format that can be played, never an exception."""

import random
from pathlib import Path

import pytest

from facilitation.domain.format import Example
from facilitation.formats import Reading, read_format
from facilitation.formats.performance import Played, play
from facilitation.places import workshop_formats
from tests.formats.mutations import damaged
from tests.formats.reshaping import reshaped

FILES = sorted(workshop_formats().glob("*.yaml"))


def _is_answered(reading: Reading) -> None:
    if reading.format is None:
        assert any(d.level == "error" for d in reading.diagnostics)
        return
    for people in {reading.format.fewest, min(reading.format.most, reading.format.fewest + 4)}:
        assert isinstance(play(reading.format, Example(), people), Played)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
@pytest.mark.parametrize("seed", range(0, 40, 8))
def test_injured_bytes_never_raise(path: Path, seed: int) -> None:
    data = path.read_bytes()
    for number in range(8):
        _is_answered(read_format(damaged(data, random.Random(seed + number)), path.name))


@pytest.mark.parametrize("seed", range(0, 120, 10))
def test_moved_pieces_never_raise(seed: int) -> None:
    for number in range(10):
        file = FILES[number % len(FILES)]
        _is_answered(read_format(reshaped(file.read_text("utf-8"), random.Random(seed + number)), file.name))


def test_any_bytes_never_raise() -> None:
    draw = random.Random(7)
    for _ in range(200):
        data = bytes(draw.randrange(256) for _ in range(draw.randint(0, 60)))
        assert read_format(data, "noise.yaml").format is None
