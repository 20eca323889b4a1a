"""Route by role: what each member of an experiment may open, and that the rest does not exist for them."""

import re

import pytest

from facilitation.domain.commands import AdmitObserver, By, OpenDoor
from facilitation.records import accounts, council, experiments, live_sessions, members, own_formats, sign_in_links
from facilitation.records.accounts import Account
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.members import POWERS
from facilitation.records.own_formats import Own
from facilitation.web.formats.editor import FIRST
from facilitation.web.rights import ASKS, FOR_EVERYONE_SIGNED_IN
from tests.web.conftest import House, Planned
from tests.web.furnished import furnish
from tests.web.test_access import NOT_MADE_YET, OURS, STAFF, path_of, rules
from tests.web.visitor import Visitor

EVERYTHING = POWERS["facilitator"]
NOTHING: frozenset[str] = frozenset()
WHO = {
    # what they are in the house, what they are in the experiment, what they may do there
    "an administrator": ("admin", None, EVERYTHING),
    "its facilitator": ("facilitator", "facilitator", EVERYTHING),
    "its observer": ("guest", "observer", frozenset({"read", "comment", "observe"})),
    "its researcher": ("guest", "researcher", frozenset({"read", "comment", "write", "export"})),
    "its reader": ("guest", "reader", frozenset({"read"})),
    "its council": ("guest", "council", frozenset({"read", "comment", "advise"})),
    "a facilitator of others": ("facilitator", None, NOTHING),
    "a guest": ("guest", None, NOTHING),
}
ADMINISTRATORS = {"people.add", "people.change_role", "people.new_link", "people.sign_out", "people.show_all"}
ADMINISTRATORS |= {"retention.purge", "retention.show", "restoring.cancel", "restoring.look"}
ADMINISTRATORS |= {"restoring.progress", "restoring.show", "restoring.take"}


@pytest.fixture(scope="module")
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor(), AdmitObserver())
    furnish(house.doors.database)
    own_formats.add(house.doors.database, Own(OURS, 1, 1, None), "1.0.0", FIRST.replace("my-format", OURS))
    return planned


@pytest.fixture(scope="module", params=list(WHO))
def someone(request: pytest.FixtureRequest, house: House, session: Planned) -> tuple[str, Visitor]:
    """One of them, signed in."""
    role, member, _ = WHO[request.param]
    database, now = house.doors.database, house.doors.clock()
    account = accounts.create(database, request.param, None, role, now)
    assert account is not None
    if member:
        members.admit(database, 1, account.id, member, now)
    return request.param, signed_in(house, account)


def signed_in(house: House, account: Account) -> Visitor:
    visitor = house.visitor()
    visitor.open(f"/sign-in/{sign_in_links.make(house.doors.database, house.doors.clock(), account.id)}")
    visitor.send(later="1")
    assert visitor.at == "/staff", visitor.words
    return visitor


def may(who: str, endpoint: str, names: set[str]) -> bool:
    """What the table above says of a route."""
    role, _, powers = WHO[who]
    if endpoint in ADMINISTRATORS:
        return role == "admin"
    if endpoint in ("live.screen", "live.qr"):
        return "observe" in powers
    if names & {"session_id", "experiment_id"}:
        return ASKS.get(endpoint, "run") in powers
    return endpoint in FOR_EVERYONE_SIGNED_IN or role in ("admin", "facilitator")


def test_each_page_is_there_for_those_who_may_and_for_nobody_else(
    house: House, session: Planned, someone: tuple[str, Visitor]
) -> None:
    who, visitor = someone
    token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.page.text)
    assert token
    for rule in rules(house.app):
        if rule.endpoint not in STAFF or "trial_id" in rule.arguments or rule.endpoint in NOT_MADE_YET:
            continue
        fine, path = may(who, rule.endpoint, rule.arguments), path_of(rule, session.id)
        if "GET" in (rule.methods or ()) and not (fine and who == "an administrator"):  # test_access opens those
            answer = visitor.client.get(path)
            hidden = answer.status_code == 404 or answer.headers.get("Location", "").startswith("/sign-in")
            assert hidden is not fine, (who, rule.endpoint, answer.status_code)
        if "POST" in (rule.methods or ()) and not fine:
            answer = visitor.client.post(path, data={"csrf_token": token[1]})
            assert answer.status_code == 404, (who, rule.endpoint, answer.status_code)


def test_live_screens_ask_for_the_same(house: House, session: Planned, someone: tuple[str, Visitor]) -> None:
    who, visitor = someone
    token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.open("/staff").text)
    assert token
    for kind, power in (("console", "run"), ("screen", "observe")):
        fine = power in WHO[who][2]
        for method, path in (("GET", "documents"), ("POST", "ticket"), ("POST", "do")):
            answer = visitor.client.open(
                f"/s/{session.id}/{kind}/{path}", method=method, headers={"X-CSRFToken": token[1]}
            )
            assert (answer.status_code == 200) is fine, (who, kind, path, answer.status_code)


def test_lists_show_what_is_theirs(house: House, session: Planned, someone: tuple[str, Visitor]) -> None:
    who, visitor = someone
    other = experiments.add(house.doors.database, ExperimentFacts(f"Une autre, cachée à {who}"), 1)
    visitor.open("/staff")
    assert ("/experiments/1" in visitor.links()) is ("read" in WHO[who][2]), who
    assert (f"/experiments/{other}" in visitor.links()) is (who == "an administrator"), who
    if WHO[who][0] != "guest":
        visitor.open("/formats/meteo/plan")
        assert any("/experiments/1/" in link for link in visitor.links()) is ("run" in WHO[who][2]), who


def test_every_page_that_asks_for_less_is_a_page(house: House) -> None:
    assert {*ASKS, *FOR_EVERYONE_SIGNED_IN} <= STAFF


def test_the_version_that_all_data_is_embedded_in_asks_for_the_right_to_export(someone: tuple[str, Visitor]) -> None:
    who, visitor = someone
    powers = WHO[who][2]
    if "read" not in powers:
        return
    page = "/experiments/1/documents"
    visitor.open(page)
    assert ('name="archival"' in visitor.page.text) is ("export" in powers)
    if "export" not in powers:
        asked = {"csrf_token": visitor.forms()[0].fields["csrf_token"], "archival": "yes", "document": "plain"}
        assert visitor.client.post(page, data=asked).status_code == 404
        assert visitor.client.get(f"{page}/dossier.pdf").status_code == 302, "nothing is made"


def test_whoever_makes_an_experiment_runs_it_and_lets_others_in(fresh_house: House) -> None:
    database = fresh_house.doors.database
    ana, bruno = (accounts.create(database, name, None, "facilitator", 1) for name in ("ana", "bruno"))
    assert ana
    assert bruno
    hers, his = signed_in(fresh_house, ana), signed_in(fresh_house, bruno)
    hers.open("/experiments/new")
    hers.send(title="La sienne", site="")
    page = hers.at
    assert his.open(page).status_code == 404
    hers.open(f"{page}/team")
    hers.send(f"{page}/team/{ana.id}/delete")
    assert "ne resterait personne" in hers.words
    hers.send(f"{page}/team", account=str(ana.id), role="reader")
    assert "ne resterait personne" in hers.words
    hers.send(f"{page}/team", account=str(bruno.id), role="observer")
    assert "bruno" in hers.words
    his.open(page)
    assert "La sienne" in his.words
    assert f"{page}/edit" not in his.links()
    assert his.open(f"{page}/edit").status_code == 404
    hers.open(f"{page}/team")
    hers.send(f"{page}/team/{bruno.id}/delete")
    assert his.open(page).status_code == 404


def test_a_membership_that_ends_closes_the_console(fresh_house: House) -> None:
    planned = fresh_house.plan()
    database = fresh_house.doors.database
    bruno = accounts.create(database, "bruno", None, "facilitator", 1)
    assert bruno
    members.admit(database, 1, bruno.id, "facilitator", 1)
    his, admin = signed_in(fresh_house, bruno), fresh_house.staff()
    assert his.open(f"/s/{planned.id}/console").status_code == 200
    admin.open("/experiments/1/team")
    admin.send(f"/experiments/1/team/{bruno.id}/delete")
    assert his.open(f"/s/{planned.id}/console").status_code == 404
    assert his.client.get(f"/s/{planned.id}/console/documents").status_code == 404


def test_a_comment_that_is_sent_after_the_access_ended_is_not_kept_and_those_before_stay(fresh_house: House) -> None:
    database, page = fresh_house.doors.database, "/experiments/1/dossier"
    bruno = accounts.create(database, "bruno", None, "guest", 1)
    assert bruno
    members.admit(database, 1, bruno.id, "council", 1)
    his = signed_in(fresh_house, bruno)
    his.open(page)
    his.send(f"{page}/comments", part="D2", words="Le critère se vérifie-t-il ?")
    assert his.page.status_code == 200
    members.dismiss(database, 1, bruno.id)
    his.send(f"{page}/comments", part="D2", words="Trop tard")
    assert his.page.status_code == 404
    assert [each.words for each in council.comments_on(database, 1)] == ["Le critère se vérifie-t-il ?"]
    admin = fresh_house.staff()
    admin.open(page)
    assert "bruno" in admin.words, "who said it is still told"


def test_the_last_administrator_stays_one(fresh_house: House) -> None:
    admin, database = fresh_house.staff(), fresh_house.doors.database
    other = accounts.create(database, "autre", "une phrase assez longue", "admin", 1)
    assert other
    theirs = signed_in(fresh_house, other)
    admin.open("/accounts")
    admin.send(f"/accounts/{other.id}/role", role="former")
    assert "Plus rien" in admin.words
    assert theirs.client.get("/staff").status_code == 302, "signed out at once"
    assert accounts.check_password(database, "autre", "une phrase assez longue") is None
    for role in ("former", "guest", "nonsense"):
        admin.open("/accounts")
        admin.send("/accounts/1/role", role=role)
        assert "dernier administrateur" in admin.words
    assert admin.open("/accounts").status_code == 200
    admin.send("/accounts/1/role", role="admin")
    assert admin.client.post(f"/accounts/{other.id}/link", data={"csrf_token": "x"}).status_code == 400
    assert live_sessions.of_experiment(database, 1)


def test_a_rehearsal_is_seen_by_whoever_began_it(fresh_house: House) -> None:
    database = fresh_house.doors.database
    ana, bruno = (accounts.create(database, name, None, "facilitator", 1) for name in ("ana", "bruno"))
    assert ana
    assert bruno
    hers, his = signed_in(fresh_house, ana), signed_in(fresh_house, bruno)
    hers.open("/formats/meteo/trial")
    hers.send(participants="6", speed="1")
    trial = hers.at
    assert trial.startswith("/trials/")
    assert hers.open(trial).status_code == 200
    assert his.open(trial).status_code == 404
    assert trial not in his.open("/trials").text
    assert fresh_house.staff().open(trial).status_code == 200
    assert By("facilitator", str(ana.id)).id == fresh_house.doors.trials.all()[0].order.by
