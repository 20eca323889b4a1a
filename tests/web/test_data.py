"""The data of a dossier through the pages: what each file is, who may have it, and the line in the journal."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from facilitation.documentation.dossier.data import HEADS
from facilitation.records import accounts, export_journal, live_sessions, members
from tests.archive.conftest import origin
from tests.archive.houses import SAID, UNSAID, WITHDRAWN
from tests.web.conftest import House

__all__ = ["origin"]

FILES = {
    "data.xlsx": (b"PK", "donnees-1-participants.xlsx"),
    "data.json": (b"{", "donnees-1-participants.json"),
    "table-contributions.csv": (b"\xef\xbb\xbf", "contributions-1-participants.csv"),
    "table-answers.csv": (b"\xef\xbb\xbf", "answers-1-participants.csv"),
    "table-votes.csv": (b"\xef\xbb\xbf", "votes-1-participants.csv"),
    "dossier.md?document=research": (b"", "dossier-1-recherche-participants.md"),
}


def test_each_file_comes_as_what_it_is_and_is_noted(origin: House) -> None:
    staff = origin.staff()
    staff.open("/experiments/1/documents")
    assert "Les données" in staff.words
    session = live_sessions.of_experiment(origin.doors.database, 1)[0].id
    before = len(export_journal.of_session(origin.doors.database, session))
    for path, (start, name) in FILES.items():
        answer = staff.client.get(f"/experiments/1/documents/{path}")
        assert answer.status_code == 200, path
        assert answer.data.startswith(start)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert len(export_journal.of_session(origin.doors.database, session)) == before + len(FILES)
    assert staff.client.get("/experiments/1/documents/table-accounts.csv").status_code == 404


def test_the_published_schema_fits_the_export_and_asks_for_no_sign_in(origin: House) -> None:
    schema = origin.visitor().client.get("/schemas/dossier.json").get_json()
    told = json.loads(origin.staff().client.get("/experiments/1/documents/data.json?language=en").data)
    Draft202012Validator(schema).validate(told)
    assert told["language"] == "en"


@pytest.mark.parametrize("path", ["data.json", "table-contributions.csv", "dossier.md?document=research"])
def test_no_file_holds_what_may_not_be_reproduced(origin: House, path: str) -> None:
    page = origin.staff().client.get(f"/experiments/1/documents/{path}").text
    assert SAID in page
    assert UNSAID not in page
    assert WITHDRAWN not in page


def test_readers_outside_are_told_no_more_heads_in_the_data_than_in_the_documents(origin: House) -> None:
    staff = origin.staff()
    page = staff.client.get("/experiments/1/documents/dossier.html?document=record&rendering=diffusion").text
    assert "moins de 10" in page.replace("\u00a0", " ")
    told = json.loads(staff.client.get("/experiments/1/documents/data.json?rendering=diffusion").data)
    Draft202012Validator(origin.visitor().client.get("/schemas/dossier.json").get_json()).validate(told)
    for session in told["dossier"]["sessions"]:
        here = session["attendance"]
        assert (here["people"], here["channels"]) == (None, [])
        for told_coarsely in ("contributed", "stayed", "report"):
            assert here[told_coarsely] == {"exactly": None, "at_least": None, "fewer_than": 10}
        assert {tuple(stage["group_sizes"]) for stage in session["stages"]} == {()}
        assert set(_heads(session)) == {None}
    inside = json.loads(staff.client.get("/experiments/1/documents/data.json").data)["dossier"]["sessions"]
    assert all(session["attendance"]["people"] for session in inside)


def _heads(told: Any) -> Iterator[Any]:
    if isinstance(told, dict):
        yield from (value for name, value in told.items() if name in HEADS and not isinstance(value, list))
        told = list(told.values())
    for each in told if isinstance(told, list) else ():
        yield from _heads(each)


def test_a_reader_has_the_documents_and_not_the_data(origin: House) -> None:
    database = origin.doors.database
    account = accounts.create(database, "lectrice", "une phrase assez longue", "guest", 1)
    assert account
    members.admit(database, 1, account.id, "reader", 2)
    reader = origin.visitor()
    reader.open("/sign-in")
    reader.send(login="lectrice", password="une phrase assez longue")
    reader.open("/experiments/1/documents")
    assert "Les données" not in reader.words
    assert reader.client.get("/experiments/1/documents/dossier.md?document=plain").status_code == 200
    for path in ("data.xlsx", "data.json", "table-votes.csv", "archive.zip"):
        assert reader.client.get(f"/experiments/1/documents/{path}").status_code == 404
