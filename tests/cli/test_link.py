"""`facilitation link`: a way back in for whoever lost a password, given by whoever holds the machine."""

import re
import shutil
from pathlib import Path

import pytest

from facilitation.database import open_database
from facilitation.records import accounts, sign_in_links
from tests.cli.conftest import Typing

NOW = 1_000


@pytest.fixture
def house(kept: str, tmp_path: Path) -> str:
    """The address of a database where `animation` has an account and a password."""
    path = tmp_path / "house.db"
    shutil.copy(kept.removeprefix("sqlite:///"), path)
    database = open_database(f"sqlite:///{path}")
    accounts.create(database, "animation", "a long enough password", "facilitator", NOW)
    database.close()
    return f"sqlite:///{path}"


def test_the_link_lets_that_account_in_once(typed: Typing, house: str) -> None:
    told = typed("link", " Animation ", "--database", house, "--base", "https://workshops.example.org/")
    assert told.code == 0
    found = re.fullmatch(r"https://workshops\.example\.org/sign-in/(\S+)\n", told.out)
    assert found
    database = open_database(house)
    (account,) = accounts.everyone(database)
    assert sign_in_links.use(database, found[1], NOW) == sign_in_links.Link(account.id)
    assert sign_in_links.use(database, found[1], NOW) is None
    database.close()


def test_an_unknown_login_gets_nothing(typed: Typing, house: str) -> None:
    told = typed("link", "nobody", "--database", house, lang="fr_FR.UTF-8")
    assert (told.code, told.out) == (2, "")
    assert "nobody" in told.err
    assert "compte" in told.err
    assert "animation" not in told.err


def test_beside_a_running_server_it_says_what_to_do_instead(typed: Typing, house: str) -> None:
    serving = open_database(house)
    told = typed("link", "animation", "--database", house)
    serving.close()
    assert (told.code, told.out) == (2, "")
    assert "stop the server first, or ask another administrator" in told.err


def test_where_there_is_no_database_none_is_made(typed: Typing, tmp_path: Path) -> None:
    told = typed("link", "animation", "--database", f"sqlite:///{tmp_path / 'nowhere.db'}")
    assert (told.code, told.out) == (2, "")
    assert list(tmp_path.iterdir()) == []
    assert typed("link", "animation", "--database", "sqlite://").code == 2
    assert typed("link").code == 2


@pytest.mark.parametrize("base", ["workshops.example.org", "ftp://x", "javascript:alert(1)"])
def test_a_base_that_no_browser_opens_is_refused(typed: Typing, house: str, base: str) -> None:
    assert typed("link", "animation", "--database", house, "--base", base).code == 2
