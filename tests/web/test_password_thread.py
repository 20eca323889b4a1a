"""Passwords are worked out where the server says, so that no phone waits for argon2; guesses are counted meanwhile."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from limits import parse

from facilitation.web import limits
from facilitation.web.doors import NAME
from tests.web.conftest import PASSWORD, House


class Elsewhere:
    """Carries out work as the server's thread does, and knows whether it is at it."""

    def __init__(self) -> None:
        self.at_it = False

    def __call__(self, work: Callable[[], None]) -> None:
        self.at_it = True
        work()
        self.at_it = False


@pytest.fixture
def where(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What argon2 did, and whether it was elsewhere."""
    elsewhere, done = Elsewhere(), list[tuple[str, bool]]()
    fresh_house.app.extensions[NAME] = replace(fresh_house.doors, run=elsewhere)
    hash_, verify = PasswordHasher.hash, PasswordHasher.verify

    def hashing(self: PasswordHasher, password: str) -> str:
        done.append(("hash", elsewhere.at_it))
        return hash_(self, password)

    def verifying(self: PasswordHasher, kept: str, password: str) -> bool:
        done.append(("verify", elsewhere.at_it))
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "hash", hashing)
    monkeypatch.setattr(PasswordHasher, "verify", verifying)
    return done


def test_every_password_is_worked_out_elsewhere(fresh_house: House, where: list[tuple[str, bool]]) -> None:
    for login in ("ana", "anna"):
        visitor = fresh_house.visitor()
        visitor.open(f"/sign-in/{fresh_house.token()}")
        visitor.send(login=login, password=PASSWORD)
        assert visitor.at == "/staff"
    for login, password, at in (("anna", PASSWORD, "/staff"), ("anna", "wrong", "/sign-in"), ("who", "?", "/sign-in")):
        visitor = fresh_house.visitor()
        visitor.open("/sign-in")
        visitor.send(login=login, password=password)
        assert visitor.at == at
    assert where == [("hash", True)] * 2 + [("verify", True)] * 3


def test_guesses_that_wait_for_one_another_are_counted_before_they_are_looked_at(
    fresh_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(limits.CEILINGS, "password", parse("2 per 5 minutes"))
    answers: list[int] = []
    guessers = [fresh_house.visitor() for _ in range(3)]
    for guesser in guessers:
        guesser.open("/sign-in")

    def guess() -> None:
        guesser = guessers.pop()
        guesser.send(login="ana", password="a guess")
        answers.append(guesser.page.status_code)

    def let_the_next_one_in(work: Callable[[], None]) -> None:
        if guessers:
            guess()
        work()

    fresh_house.app.extensions[NAME] = replace(fresh_house.doors, run=let_the_next_one_in)
    guess()
    assert answers == [429, 422, 422]


def test_signing_in_well_forgets_the_slips_before_it(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.CEILINGS, "password", parse("2 per 5 minutes"))
    owner = fresh_house.visitor()
    owner.open(f"/sign-in/{fresh_house.token()}")
    owner.send(login="ana", password=PASSWORD)
    for password, at in (("slip", "/sign-in"), (PASSWORD, "/staff")) * 3:
        visitor = fresh_house.visitor()
        visitor.open("/sign-in")
        visitor.send(login="ana", password=password)
        assert visitor.at == at
