"""A phone whose scripts are switched off: it reads, is told what to do, and follows the room."""

import re

import pytest

from facilitation.domain.commands import CloseSession, OpenDoor
from tests.web.conftest import House, Planned


@pytest.fixture
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    return planned


@pytest.mark.parametrize(
    ("locale", "waiting", "stage", "advice", "over"),
    [
        ("fr", "Cela n'a pas encore commencé", "En silence", "un bulletin papier", "La séance est terminée"),
        ("en", "It has not begun yet", "In silence", "a paper slip", "The session is over"),
    ],
)
def test_it_can_be_read_and_followed(
    session: Planned, locale: str, waiting: str, stage: str, advice: str, over: str
) -> None:
    visitor = session.join(locale)
    assert waiting in visitor.words
    session.go_on()
    visitor.open(f"/s/{session.id}/phone")
    unscripted = " ".join(re.findall(r"<noscript>(.*?)</noscript>", visitor.page.text, re.S))
    assert '<meta http-equiv="refresh" content="60">' in unscripted
    assert advice in unscripted
    assert "/ticket" in unscripted
    assert stage in visitor.words
    assert visitor.page.text.count("<h1>") == 1
    session.say(CloseSession())
    visitor.open(f"/s/{session.id}/phone")
    assert over in visitor.words
    assert advice not in visitor.words
