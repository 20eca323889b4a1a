"""Accounts, and the links that let someone in once."""

from collections.abc import Callable

from argon2 import extract_parameters

from facilitation.database import Database
from facilitation.records import accounts, sign_in_links
from facilitation.records.passwords import NOBODY, hashed

DAY = 24 * 60 * 60 * 1000


def test_a_password_fits_its_own_name_only(database: Database) -> None:
    made = accounts.create(database, "  Cedre ", "une phrase longue", "admin", 1)
    assert made is not None
    assert accounts.check_password(database, "CEDRE", "une phrase longue") == made
    assert accounts.check_password(database, "cedre", "une phrase Longue") is None
    assert accounts.check_password(database, "galet", "une phrase longue") is None


def test_an_unknown_name_costs_what_a_wrong_password_costs(database: Database) -> None:
    accounts.create(database, "cedre", "une phrase longue", "admin", 1)
    accounts.create(database, "granit", None, "admin", 1)
    asked: list[str] = []

    def run(work: Callable[[], None]) -> None:
        asked.append("one hash")
        work()

    for login in ("cedre", "granit", "galet"):
        assert accounts.check_password(database, login, "une autre phrase", run) is None
    assert asked == ["one hash"] * 3
    assert extract_parameters(NOBODY) == extract_parameters(hashed("une phrase longue")), (
        "and each as dear as the other"
    )


def test_the_password_is_nowhere_in_the_table(database: Database) -> None:
    accounts.create(database, "cedre", "une phrase longue", "admin", 1)
    with database.reading() as connection:
        row = connection.exec_driver_sql("select password_hash from accounts").one()
    assert row[0].startswith("$argon2id$")
    assert "phrase" not in row[0]


def test_a_name_is_taken_once_whatever_its_case(database: Database) -> None:
    assert accounts.create(database, "Cedre", None, "admin", 1)
    assert accounts.create(database, "cèdre", None, "admin", 1)
    assert accounts.create(database, " CEDRE ", None, "facilitator", 1) is None


def test_an_account_without_password_lets_nobody_in_by_password(database: Database) -> None:
    accounts.create(database, "cedre", None, "admin", 1)
    assert accounts.check_password(database, "cedre", "") is None
    assert accounts.some_password_set(database) is False


def test_choosing_a_password_later_may_not_take_the_name_of_another(database: Database) -> None:
    accounts.create(database, "cedre", None, "admin", 1)
    other = accounts.create(database, "galet", None, "facilitator", 1)
    assert other is not None
    assert accounts.set_password(database, other.id, "Cedre", "une phrase longue") is False
    assert accounts.set_password(database, other.id, "galet2", "une phrase longue") is True
    assert accounts.check_password(database, "galet2", "une phrase longue") is not None


def test_a_link_works_once(database: Database) -> None:
    token = sign_in_links.make(database, now=1, account=None)
    assert sign_in_links.look(database, token, 2) == sign_in_links.Link(None)
    assert sign_in_links.look(database, token, 2) is not None
    assert sign_in_links.use(database, token, 2) is not None
    assert sign_in_links.use(database, token, 2) is None
    assert sign_in_links.look(database, token, 2) is None


def test_a_link_works_for_a_day(database: Database) -> None:
    token = sign_in_links.make(database, now=0)
    assert sign_in_links.look(database, token, DAY - 1) is not None
    assert sign_in_links.look(database, token, DAY) is None
    assert sign_in_links.use(database, token, DAY) is None


def test_a_made_up_link_opens_nothing(database: Database) -> None:
    sign_in_links.make(database, now=0)
    assert sign_in_links.use(database, "made-up", 1) is None
    assert sign_in_links.use(database, "\ud800", 1) is None


def test_the_first_start_prints_links_until_a_password_is_chosen(database: Database) -> None:
    assert sign_in_links.first_start(database, 1)
    accounts.create(database, "cedre", None, "admin", 1)
    assert sign_in_links.first_start(database, 1)
    accounts.set_password(database, 1, "cedre", "une phrase longue")
    assert sign_in_links.first_start(database, 1) is None
