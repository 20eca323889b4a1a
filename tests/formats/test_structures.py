"""The thirty-three Liberating Structures can be said in the language, and are played to their end at awkward sizes."""

from pathlib import Path

import pytest

from facilitation.domain.format import Example, Format
from facilitation.formats import read_format
from facilitation.formats.performance import Played, play
from facilitation.formats.shelf import Shelf
from facilitation.places import workshop_formats
from tests.formats.samples import said
from tests.formats.shipped import shipped

SHIPPED = (
    "one-two-four-all",
    "impromptu-networking",
    "nine-whys",
    "triz",
    "fifteen-percent-solutions",
    "troika-consulting",
    "what-so-what-now-what",
    "crowd-25-10",
    "wise-crowds",
    "min-specs",
    "fishbowl",
    "heard-seen-respected",
    "open-space",
    "ecocycle",
)
WRITTEN = {path.stem: path for path in sorted((Path(__file__).parent / "structures").glob("*.yaml"))}
"""What is not in the library, each in the fewest lines."""

ROOMS = (2, 3, 5, 7, 11, 12, 17, 23, 40)


def form(name: str) -> Format:
    if name in SHIPPED:
        return shipped(name)
    reading = read_format(WRITTEN[name].read_bytes(), f"{name}.yaml", Shelf(workshop_formats()))
    assert said(reading) == ""
    assert reading.format is not None
    return reading.format


def test_none_is_left_out() -> None:
    assert len({*SHIPPED, *WRITTEN}) == len(SHIPPED) + len(WRITTEN) == 33


@pytest.mark.parametrize("name", [*SHIPPED, *WRITTEN])
def test_it_can_be_said_and_played(name: str) -> None:
    found = form(name)
    rooms = [people for people in ROOMS if found.fewest <= people <= found.most]
    assert len(rooms) >= 3
    for people in rooms:
        outcome = play(found, Example(), people)
        assert isinstance(outcome, Played), (people, outcome)
        planned = [step.key for step in outcome.session.plan]
        assert outcome.session.current == planned[-1]
        assert all(key in outcome.session.steps for key in planned)
