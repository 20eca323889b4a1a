"""Whatever happens to a file, reading it gives remarks or a format that can be played, never an exception.

The same damage on every run, to files that do not change: `tests/formats/exploring.py` looks for damage not met yet.
"""

import random

import pytest

from facilitation.domain.format import Example
from facilitation.formats import Reading, read_format
from facilitation.formats.performance import Played, play
from tests.formats.freezing import frozen
from tests.formats.mutations import damaged
from tests.formats.reshaping import reshaped

FILES = tuple(frozen())


def is_answered(reading: Reading) -> None:
    """There are remarks, or a small room and a middling one can play it."""
    if reading.format is None:
        assert any(d.level == "error" for d in reading.diagnostics)
        return
    for people in {reading.format.fewest, min(reading.format.most, reading.format.fewest + 4)}:
        assert isinstance(play(reading.format, Example(), people), Played)


@pytest.mark.parametrize("name", FILES)
def test_injured_bytes_never_raise(name: str) -> None:
    for seed in range(10):
        is_answered(read_format(damaged(frozen()[name], random.Random(seed)), name))


@pytest.mark.parametrize("seed", range(0, 120, 10))
def test_moved_pieces_never_raise(seed: int) -> None:
    for number in range(10):
        name = FILES[(seed + number) % len(FILES)]
        is_answered(read_format(reshaped(frozen()[name].decode(), random.Random(seed + number)), name))


def test_any_bytes_never_raise() -> None:
    draw = random.Random(7)
    for _ in range(200):
        data = bytes(draw.randrange(256) for _ in range(draw.randint(0, 60)))
        assert read_format(data, "noise.yaml").format is None
