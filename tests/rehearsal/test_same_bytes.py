"""The same seed gives the same bytes, whatever the process; another seed gives another session."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import facilitation
from facilitation.eventlog import as_lines
from facilitation.rehearsal import rehearse
from tests.rehearsal.stage import SHIPPED, played, reading_of, shipped

ROOT = Path(facilitation.__file__).parents[1]

IN_ANOTHER_PROCESS = """
import sys
from facilitation.eventlog import as_lines
from facilitation.rehearsal import rehearse
from tests.rehearsal.stage import reading_of
name, participants = sys.argv[1], int(sys.argv[2])
played = rehearse(reading_of(name), participants, 1)
sys.stdout.buffer.write("\\n".join(as_lines(played.log)).encode())
"""


def log_of(name: str, participants: int, seed: int) -> str:
    """The canonical log of a fresh rehearsal."""
    reading = reading_of(name)
    return "\n".join(as_lines(rehearse(reading, participants, seed).log))


@pytest.mark.parametrize("name", [*SHIPPED, "everything", "deciding"])
def test_twice_in_one_process(name: str) -> None:
    assert log_of(name, 12, 1) == "\n".join(as_lines(played(name, 12)[0].log))


@pytest.mark.parametrize("hash_seed", ["0", "4242"])
def test_in_a_process_that_orders_its_sets_otherwise(hash_seed: str) -> None:
    environ = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    told = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS, "everything", "12"],
        env=environ, cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    assert told.stdout.decode() == "\n".join(as_lines(played("everything", 12)[0].log))


def test_another_seed_gives_other_words_and_other_groups() -> None:
    one, other = played("one-two-four-all", 12)[0].session, played("one-two-four-all", 12, 2)[0].session
    assert {card.text for card in one.cards.values()} != {card.text for card in other.cards.values()}
    assert one.groups["pairs"] != other.groups["pairs"]


def test_english_is_written_in_an_english_session() -> None:
    session = rehearse(shipped("one-two-four-all"), 3, 1, locale="en").session
    words = " ".join(card.text for card in session.cards.values())
    assert session.locale == "en"
    assert " the " in words or " a " in words
    assert " une " not in words
