"""Logos through the real doors: redrawn, shown, printed on the cover; what is no picture is refused."""

import io
import re

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from facilitation.documentation.logos import LARGEST
from facilitation.records import accounts, logos, members, organisations
from facilitation.records.organisations import Whole
from tests.web.conftest import House
from tests.web.test_roles import signed_in
from tests.web.visitor import Visitor

SECRET = "taken with a phone, at home"


def picture(width: int = 900, height: int = 300, kind: str = "PNG") -> bytes:
    """A picture that says more than it shows."""
    told, made = PngInfo(), io.BytesIO()
    told.add_text("Comment", SECRET)
    Image.new("RGB", (width, height), "#0f5c63").save(made, kind, **({"pnginfo": told} if kind == "PNG" else {}))
    return made.getvalue()


def sent(staff: Visitor, data: bytes) -> int:
    """Send a logo for the first organisation; the status of the page that answers."""
    staff.open("/experiments/1/partners")
    action = next(form.action for form in staff.forms() if re.search(r"/logos/\d+$", form.action))
    return staff.send(action, logo=(io.BytesIO(data), "logo.png")).status_code


@pytest.fixture
def staff(fresh_house: House) -> Visitor:
    organisations.join(fresh_house.doors.database, "Association d'essai", "association", "bearer", Whole(experiment=1))
    return fresh_house.staff()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_drawn_anew_and_printed_on_the_cover(fresh_house: House, staff: Visitor, kind: str) -> None:
    assert sent(staff, picture(kind=kind)) == 200
    kept = logos.of(fresh_house.doors.database, [1])[1]
    assert (kept.width, kept.height) == (LARGEST, LARGEST // 3)
    assert SECRET.encode() not in kept.png
    assert 'alt="Logo\xa0: Association d' in staff.page.text
    assert staff.client.get("/experiments/1/logos/1").data == kept.png
    page = staff.client.get("/experiments/1/documents/dossier.html").text
    assert 'alt="Logo\xa0: Association d' in page
    staff.open("/experiments/1/partners")
    staff.send("/experiments/1/logos/1/delete")
    assert not logos.of(fresh_house.doors.database, [1])
    assert "data:image/png" not in staff.client.get("/experiments/1/documents/dossier.html").text


@pytest.mark.parametrize(
    "data", [b"", b"<svg onload=alert(1)>", picture()[:30], picture(5000, 4000)], ids=["none", "svg", "cut", "vast"]
)
def test_what_is_no_picture_is_refused_and_the_old_one_stays(fresh_house: House, staff: Visitor, data: bytes) -> None:
    sent(staff, picture())
    before = logos.of(fresh_house.doors.database, [1])
    assert sent(staff, data) == 422
    assert "PNG ou JPEG" in staff.words
    assert logos.of(fresh_house.doors.database, [1]) == before


def test_a_logo_is_changed_by_whoever_works_there_or_by_an_administrator(fresh_house: House, staff: Visitor) -> None:
    sent(staff, picture())
    database, before = fresh_house.doors.database, logos.of(fresh_house.doors.database, [1])
    made = accounts.create(database, "somebody", None, "facilitator", fresh_house.doors.clock())
    assert made is not None
    members.admit(database, 1, made.id, "facilitator", 1)
    somebody = signed_in(fresh_house, made)
    somebody.open("/experiments/1/partners")
    token = somebody.forms()[0].fields["csrf_token"]
    assert not [form for form in somebody.forms() if "/logos/" in form.action]
    assert "par les personnes qui y travaillent" in somebody.words
    for path, more in (("", {"logo": (io.BytesIO(picture(300, 300)), "logo.png")}), ("/delete", {})):
        answer = somebody.client.post(f"/experiments/1/logos/1{path}", data={"csrf_token": token, **more})
        assert answer.status_code == 403
        assert "pas changer ce logo" in answer.text
    assert logos.of(database, [1]) == before
    accounts.place(database, made.id, 1)
    somebody.open("/experiments/1/partners")
    assert sent(somebody, picture(300, 300)) == 200
    assert logos.of(database, [1]) != before


def test_a_kind_said_for_one_experiment_changes_in_no_other_unless_one_works_there(
    fresh_house: House, staff: Visitor
) -> None:
    database = fresh_house.doors.database
    made = accounts.create(database, "somebody", None, "facilitator", fresh_house.doors.clock())
    assert made is not None
    members.admit(database, 1, made.id, "facilitator", 1)
    somebody = signed_in(fresh_house, made)
    told = {"name": "Association d'essai", "role": "host"}
    somebody.open("/experiments/1/partners")
    somebody.send("/experiments/1/partners", category="company", **told)
    assert "Sa catégorie reste" in somebody.words
    kinds = {(each.category, each.role) for each in organisations.of(database, Whole(experiment=1))}
    assert kinds == {("association", "bearer"), ("association", "host")}
    accounts.place(database, made.id, 1)
    somebody.open("/experiments/1/partners")
    somebody.send("/experiments/1/partners", category="company", **told)
    assert "Sa catégorie reste" not in somebody.words
    assert {each.category for each in organisations.of(database, Whole(experiment=1))} == {"company"}


def test_an_organisation_of_another_experiment_is_not_found(staff: Visitor) -> None:
    assert staff.client.get("/experiments/1/logos/2").status_code == 404
