"""Who may open what, over every route there is; and nobody learns what is not theirs."""

import re

import pytest
from flask import Flask
from werkzeug.routing import Rule

from facilitation.domain.commands import AdmitObserver, OpenDoor
from facilitation.records import own_formats
from facilitation.records.own_formats import Own
from facilitation.web.formats.editor import FIRST
from tests.web.conftest import House, Planned
from tests.web.furnished import furnish
from tests.web.test_joining import boot
from tests.web.visitor import Visitor

EVERYONE = {
    "assets.serve",
    "front.first_page",
    "front.health",
    "front.typed_code",
    "installing.manifest",
    "joining.come_in",
    "group_screens.begin",
    "kiosk.become",
    "kiosk.begin",
    "joining.join",
    "language.choose",
    "later.answer",
    "later.questions",
    "later.thanks",
    "own.close",
    "own.entrance",
    "own.goodbye",
    "own.typed_slip",
    "protocols.to_read",
    "reading.entrance",
    "reading.typed",
    "schemas.schema",
    "signing_in.check",
    "signing_in.open_link",
    "signing_in.sign_in",
    "signing_in.sign_out",
    "signing_in.use_link",
}
PARTICIPANT = {
    "group_screens.show",
    "kiosk.come_back",
    "kiosk.come_in",
    "kiosk.give",
    "kiosk.is_open",
    "kiosk.new",
    "kiosk.next_person",
    "kiosk.nobody",
    "kiosk.now",
    "live.any_documents",
    "live.any_do",
    "live.any_ticket",
    "live.do",
    "live.leave",
    "live.phone",
    "live.read_documents",
    "observing.notebook",
    "observing.leave",
    "live.ticket",
    "own.change",
    "own.come_back",
    "own.confirm",
    "own.consent",
    "own.contributions",
    "own.new_slip",
    "own.save",
    "own.withdraw",
    "reading.confirm",
    "reading.contest",
    "reading.document",
    "reading.no_longer_right",
    "reading.show",
    "reading.take_back",
}
STAFF = {
    "signing_in.sign_out_everywhere",
    "analysis.code",
    "analysis.undo",
    "analysis.quote",
    "analysis.show",
    "coded.download",
    "comparing.settle",
    "comparing.show",
    "guidebooks.cancel",
    "guidebooks.download",
    "guidebooks.download_html",
    "guidebooks.make",
    "guidebooks.progress",
    "guidebooks.show",
    "data.markdown",
    "data.table",
    "data.whole",
    "data.workbook",
    "archiving.cancel",
    "archiving.download",
    "archiving.make",
    "archiving.progress",
    "checklist.edit",
    "checklist.reopen",
    "checklist.settle",
    "checklist.show",
    "clearances.end",
    "clearances.give",
    "clearances.show",
    "codes.renew",
    "dossier.advise",
    "dossier.answer",
    "dossier.comment",
    "dossier.show",
    "documents.cancel",
    "documents.download",
    "documents.download_html",
    "documents.make",
    "documents.progress",
    "documents.show",
    "editor.add",
    "editor.drop",
    "editor.edit",
    "editor.new",
    "editor.save",
    "experiments.add",
    "experiments.change",
    "experiments.edit",
    "experiments.new",
    "experiments.show",
    "experiments.show_all",
    "following.commit",
    "following.revisit",
    "following.show",
    "following.tell",
    "hands.count",
    "hands.show",
    "hypotheses.add",
    "hypotheses.change",
    "hypotheses.conclude",
    "hypotheses.delete",
    "hypotheses.edit",
    "hypotheses.new",
    "hypotheses.verdict",
    "leaflets.cancel",
    "leaflets.download",
    "leaflets.download_html",
    "leaflets.make",
    "leaflets.progress",
    "leaflets.show",
    "learning_site.download",
    "learning_site.show",
    "later.close",
    "later.erase_without_code",
    "later.open_link",
    "later.qr",
    "learnings.add",
    "learnings.change",
    "learnings.delete",
    "learnings.edit",
    "learnings.new",
    "learnings.reopen",
    "learnings.show_all",
    "learnings.validate",
    "importing.look",
    "importing.show",
    "importing.table",
    "importing.take",
    "journal.decide",
    "journal.download_csv",
    "journal.download_json",
    "journal.promote",
    "journal.show",
    "kiosk.link",
    "lending.close",
    "lending.extend",
    "lending.lend",
    "lending.qr",
    "lending.show",
    "library.download",
    "library.plan",
    "logos.drop",
    "logos.keep",
    "logos.picture",
    "library.show",
    "library.show_all",
    "live.console",
    "live.qr",
    "live.screen",
    "observing.admit",
    "observing.mine",
    "observing.qr",
    "observing.revoke",
    "observing.show_all",
    "outputs.cancel",
    "outputs.document",
    "outputs.download_csv",
    "outputs.download_json",
    "outputs.download_pdf",
    "outputs.download_timeline",
    "outputs.make",
    "outputs.progress",
    "own_formats.add_copy",
    "own_formats.choose_file",
    "own_formats.copy",
    "own_formats.delete",
    "own_formats.download",
    "own_formats.upload",
    "own_formats.version",
    "partners.leave_edition",
    "partners.leave_experiment",
    "partners.of_edition",
    "partners.of_experiment",
    "people.add",
    "people.change_role",
    "people.new_link",
    "people.show_all",
    "people.sign_out",
    "planning.add",
    "planning.new",
    "preview.of_draft",
    "preview.of_format",
    "preview.phone_of_draft",
    "preview.phone_of_format",
    "printing.cancel",
    "printing.download",
    "printing.make",
    "printing.progress",
    "printing.show",
    "programmes.edit",
    "programmes.edit_edition",
    "programmes.new",
    "programmes.new_edition",
    "programmes.show_all",
    "programmes.show_edition",
    "protocols.edit",
    "protocols.sheet",
    "protocols.show",
    "publishing.publish",
    "publishing.replaced",
    "publishing.show",
    "publishing.validate",
    "replanning.blocks",
    "replanning.likenesses",
    "replanning.texts",
    "rereading.judged",
    "restoring.cancel",
    "restoring.look",
    "restoring.progress",
    "restoring.show",
    "restoring.take",
    "retention.purge",
    "retention.show",
    "sessions.count_colleges",
    "sessions.invite",
    "sessions.show",
    "simple.edit",
    "simple.save",
    "sites.add",
    "sites.change",
    "sites.edit",
    "sites.new",
    "sites.show_all",
    "studio.check",
    "studio.words",
    "team.admit",
    "team.dismiss",
    "team.show",
    "texts.edit",
    "texts.save",
    "texts.show_all",
    "themes.add",
    "themes.change",
    "themes.edit",
    "themes.exemplify",
    "themes.merge",
    "themes.restore",
    "themes.retire",
    "themes.show_all",
    "themes.take",
    "writing.paper",
    "writing.picking",
    "writing.show",
    "trial_screens.console",
    "trial_screens.do",
    "trial_screens.documents",
    "trial_screens.leave",
    "trial_screens.phone",
    "trial_screens.qr",
    "trial_screens.screen",
    "trial_screens.slip",
    "trial_screens.ticket",
    "trials.do",
    "trials.download",
    "trials.forget",
    "trials.of_format",
    "trials.of_session",
    "trials.progress",
    "trials.show_all",
    "trials.state",
    "trials.watch",
    "typing.given",
    "typing.save",
    "typing.show",
    "typing.undo",
    "windows.begin",
    "windows.end",
    "windows.notice",
    "windows.qr",
    "windows.review",
    "windows.show",
    "windows.spoken",
}
NOT_MADE_YET = (
    "archiving.download",
    "documents.download",
    "guidebooks.download",
    "leaflets.download",
    "learnings.edit",
    "later.qr",
    "lending.qr",
    "outputs.download_pdf",
    "printing.download",
)
"""Lead to the page where a document is made, as long as there is none."""

OURS = "our-format"
KEYS = {"checklist": "minors", "texts": "problem"}
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


@pytest.fixture(scope="module")
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor(), AdmitObserver())
    furnish(house.doors.database)
    own_formats.add(house.doors.database, Own(OURS, 1, 1, None), "1.0.0", FIRST.replace("my-format", OURS))
    return planned


def rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if not rule.rule.startswith("/socket.io")]


def name_in(endpoint: str) -> str:
    """What the rule wants a name of."""
    if endpoint == "data.table":
        return "votes"
    if endpoint.startswith("own."):
        return "everything"
    return OURS if endpoint.startswith(("editor.", "own_formats.", "simple.")) else "one-two-four-all"


def path_of(rule: Rule, session: str, kind: str = "console") -> str:
    """An address that the rule answers, about `session`."""
    known = {
        "session_id": session,
        "kind": kind,
        "code": "fr" if rule.endpoint == "language.choose" else "0000-0000",
        "name": name_in(rule.endpoint),
        "number": "1",
        "token": "made-up",
        "secret": "made-up",
        "key": KEYS.get(rule.endpoint.partition(".")[0], "0" * 32),
        "experiment_id": "1",
        "part": "D2",
        "site_id": "1",
        "account_id": "1",
        "hypothesis_id": "1",
        "commitment_id": "1",
        "comment_id": "1",
        "learning_id": "1",
        "objection_id": "1",
        "about": "whole",
        "theme_id": "1",
        "programme_id": "1",
        "edition_id": "1",
        "partner_id": "1",
        "organisation_id": "2",
        "trial_id": "made-up",
        "which": "register",
        "who": "p1",
        "observer": "o1",
        "note": "w1",
    }
    return re.sub(r"<(?:[^:<>]+:)?([^<>]+)>", lambda part: known[part.group(1)], rule.rule)


def test_every_route_is_named_in_the_table(house: House) -> None:
    assert {rule.endpoint for rule in rules(house.app)} == EVERYONE | PARTICIPANT | STAFF


def test_a_stranger_is_sent_to_sign_in_or_finds_nothing(house: House, session: Planned) -> None:
    visitor = house.visitor()
    visitor.open("/")
    token = next(form.fields["csrf_token"] for form in visitor.forms())
    for rule in rules(house.app):
        if rule.endpoint in EVERYONE:
            continue
        for method in sorted(rule.methods or ()):
            if method in ("HEAD", "OPTIONS"):
                continue
            answer = visitor.client.open(
                path_of(rule, session.id), method=method, data={"csrf_token": token} if method == "POST" else None
            )
            told = (rule.endpoint, method, answer.status_code, answer.headers.get("Location"))
            if answer.status_code == 302:
                assert re.match(r"^/(sign-in|ticket$|reading(/\w+)?$)", answer.headers["Location"]), told
            elif rule.endpoint == "live.leave":
                assert answer.status_code == 303, told
            else:
                assert answer.status_code == 404, told


def test_a_participant_finds_no_staff_page(house: House, session: Planned) -> None:
    visitor = session.join()
    token = boot(visitor)["csrf"]
    for rule in rules(house.app):
        if rule.endpoint not in STAFF:
            continue
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            answer = visitor.client.open(
                path_of(rule, session.id), method=method, headers={"X-CSRFToken": token} if method == "POST" else None
            )
            told = (rule.endpoint, method, answer.status_code)
            assert answer.status_code in (302, 404), told
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith("/sign-in"), told


def test_staff_opens_every_staff_page(house: House, session: Planned) -> None:
    staff = house.staff()
    for rule in rules(house.app):
        if "trial_id" in rule.arguments:
            continue  # a rehearsal has to be begun first: its pages have their own tests
        if rule.endpoint in STAFF and "GET" in (rule.methods or ()) and rule.endpoint not in NOT_MADE_YET:
            assert staff.client.get(path_of(rule, session.id)).status_code == 200, rule.endpoint


@pytest.mark.parametrize("who", ["stranger", "participant", "staff"])
def test_a_session_of_others_looks_like_none(house: House, session: Planned, who: str) -> None:
    other = house.plan()
    other.say(OpenDoor())
    visitor = {"stranger": house.visitor, "participant": session.join, "staff": house.staff}[who]()
    pages = (
        ("phone", "phone/documents", "leave")
        if who == "staff"
        else ("phone", "console", "screen", "observer", "qr.svg")
    )
    for page in (*pages, "phone/documents"):
        assert _said(visitor, f"/s/{other.id}/{page}") == _said(visitor, f"/s/nothing/{page}")
    assert _said(visitor, f"/ticket/{other.id}") == _said(visitor, "/ticket/nothing")


def _said(visitor: Visitor, path: str) -> tuple[int, str, str]:
    answer = visitor.client.get(path)
    neutral = re.sub(r"/(s|ticket)/\w+|%2F(s|ticket)%2F\w+", "", answer.text)
    neutral = re.sub(r'value="[\w.-]{40,}"', "", neutral)
    return answer.status_code, re.sub(r"(%2F|/)s(%2F|/)\w+", "", answer.headers.get("Location", "")), neutral


def test_no_unsafe_route_acts_without_its_token(house: House, session: Planned) -> None:
    inside, staff = session.join(), house.staff()
    tried = 0
    for rule in rules(house.app):
        for method in sorted((rule.methods or set()) & UNSAFE):
            for visitor in (house.visitor(), inside, staff):
                for sent in ({"data": {"title": "x"}}, {"json": {"n": 1}}):
                    answer = visitor.client.open(path_of(rule, session.id, "phone"), method=method, **sent)  # type: ignore[arg-type]
                    assert answer.status_code == 400, (rule.endpoint, method, answer.status_code)
                    tried += 1
    assert tried >= 100


@pytest.mark.parametrize(("locale", "words"), [("fr", "Rechargez la page"), ("en", "reload the page")])
def test_a_missing_token_is_explained(house: House, session: Planned, locale: str, words: str) -> None:
    visitor = house.visitor(locale)
    visitor.open(f"/j/{session.code}")
    before = len(session.state.people)
    visitor.send(drop=("csrf_token",))
    assert visitor.page.status_code == 400
    assert words.lower() in visitor.words.lower()
    assert len(session.state.people) == before


def test_a_token_of_another_browser_is_no_token(house: House, session: Planned) -> None:
    other = house.visitor()
    other.open(f"/j/{session.code}")
    token = next(form.fields["csrf_token"] for form in other.forms())
    visitor = house.visitor()
    visitor.open(f"/j/{session.code}")
    visitor.send(csrf_token=token)
    assert visitor.page.status_code == 400


def test_screens_are_answered_in_json_even_when_refused(house: House, session: Planned) -> None:
    visitor = session.join()
    token = boot(visitor)["csrf"]
    assert visitor.client.post(f"/s/{session.id}/phone/ticket").get_json() == {"refused": "not-understood"}
    answer = visitor.client.post("/s/nothing/phone/ticket", headers={"X-CSRFToken": token})
    assert (answer.status_code, answer.get_json()) == (404, {"refused": "session-unknown"})
    good = visitor.client.post(f"/s/{session.id}/phone/ticket", headers={"X-CSRFToken": token})
    assert good.get_json()["ticket"]
    again = visitor.client.post(f"/s/{session.id}/ticket", headers={"X-CSRFToken": token})
    assert again.get_json()["ticket"] != good.get_json()["ticket"]


def test_a_command_over_plain_http(house: House, session: Planned) -> None:
    planned = house.plan()
    planned.say(OpenDoor())
    visitor = planned.join()
    planned.go_on()
    told = boot(visitor)
    body = {
        "n": 1,
        "id": "one",
        "do": {"kind": "PostCard", "step": planned.state.current, "board": "ideas", "text": "Là"},
    }
    headers = {"X-CSRFToken": told["csrf"]}
    saved = visitor.client.post(told["urls"]["do"], json=body, headers=headers).get_json()
    assert saved["n"] == 1
    assert saved["saved"] == planned.state.seq
    assert [card.text for card in planned.state.cards.values()] == ["Là"]
    again = visitor.client.post(told["urls"]["do"], json=body, headers=headers).get_json()
    assert again["saved"] == saved["saved"]
    hello = visitor.client.get(told["urls"]["documents"]).get_json()
    assert hello["next"] == 2
    staff = {**body, "n": 2, "id": "two", "do": {"kind": "CloseSession"}}
    refused = visitor.client.post(told["urls"]["do"], json=staff, headers=headers).get_json()
    assert refused["refused"] == "not-allowed"
    for junk in (None, [], "x", {"n": "1"}):
        answer = visitor.client.post(told["urls"]["do"], json=junk, headers=headers)
        assert answer.get_json()["refused"] == "not-understood"


def test_a_seat_speaks_for_itself_although_the_browser_is_signed_in(house: House) -> None:
    planned = house.plan()
    planned.say(OpenDoor())
    both = house.staff()
    both.open(f"/j/{planned.code}")
    both.send(report="no")
    assert boot(both)["you"]["kind"] == "participant"
    both.open(f"/s/{planned.id}/console")
    told = boot(both)
    assert told["kind"] == "console"
    assert "staff" in [entry["channel"] for entry in told["documents"]]
    hello = both.client.get(told["urls"]["documents"]).get_json()
    assert "staff" in [entry["channel"] for entry in hello["documents"]]


def test_the_projector_s_own_link(house: House, session: Planned) -> None:
    visitor = house.visitor()
    assert visitor.client.get(f"/s/{session.id}/screen?key=wrong", follow_redirects=True).request.path == "/sign-in"
    visitor.open(f"/s/{session.id}/screen?key={session.secret}")
    assert visitor.at == f"/s/{session.id}/screen"
    assert session.secret not in visitor.page.request.url
    told = boot(visitor)
    assert told["kind"] == "screen"
    assert {entry["channel"] for entry in told["documents"]} == {"everyone", "screen"}
    assert visitor.client.get(f"/s/{session.id}/qr.svg").mimetype == "image/svg+xml"
    other = house.plan()
    assert visitor.client.get(f"/s/{other.id}/qr.svg").status_code == 404
    token = {"X-CSRFToken": told["csrf"]}
    assert visitor.client.post(told["urls"]["ticket"], headers=token).status_code == 200
    assert visitor.client.post(f"/s/{session.id}/console/ticket", headers=token).status_code == 404
