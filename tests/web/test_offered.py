"""Nothing is offered that is refused: whoever reads an experiment follows every link and finds a page behind it."""

import re
from urllib.parse import urljoin, urlsplit

import pytest

from facilitation.domain.commands import OpenDoor
from facilitation.records import accounts, members
from facilitation.records.members import Role
from facilitation.web.rights import may_open
from tests.web.conftest import House, Planned
from tests.web.furnished import furnish
from tests.web.test_roles import signed_in
from tests.web.visitor import Visitor

ROLES: tuple[Role, ...] = ("reader", "council", "observer", "researcher")
ELSEWHERE = re.compile(
    r"^/(static|lang|sign-out|j|ticket|reading|schemas)\b|^/$|\.(pdf|html|md|svg|csv|json|xlsx|zip)$"
)
"""What is not of the team's pages, and files: they cost time, and other tests open them."""


@pytest.fixture(scope="module")
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    planned.go_on()
    furnish(house.doors.database)
    return planned


@pytest.mark.parametrize("role", ROLES)
def test_every_link_and_every_form_leads_somewhere(house: House, session: Planned, role: Role) -> None:
    account = accounts.create(house.doors.database, role, None, "guest", house.doors.clock())
    assert account
    members.admit(house.doors.database, 1, account.id, role, house.doors.clock())
    visitor = signed_in(house, account)
    forms: set[str] = set()
    pages = followed(visitor, forms)
    assert {"/experiments/1/documents", "/experiments/1/publication", "/experiments/1/dossier"} <= pages.keys()
    assert {address: code for address, code in pages.items() if code != 200} == {}
    routes = house.app.url_map.bind("")
    with house.app.app_context():
        refused = [each for each in forms - {"/sign-out"} if not may_open(account, *routes.match(each, "POST"))]
    assert refused == []


def followed(visitor: Visitor, forms: set[str]) -> dict[str, int]:
    """The answer of each page that a chain of links leads to; the forms on the way, by where they are sent."""
    left = ["/staff"]
    answers: dict[str, int] = {}
    while left:
        here = left.pop()
        if here in answers:
            continue
        page = visitor.open(here)
        answers[here] = page.status_code
        if page.status_code == 200 and page.mimetype == "text/html":
            left += [link for link in links_of(here, page.text) if not ELSEWHERE.search(urlsplit(link).path)]
            forms |= set(forms_of(here, page.text))
    return answers


def links_of(here: str, page: str) -> list[str]:
    """Where its links lead, within the house; a list that is filtered in many ways counts once."""
    found = (urljoin(here, link.replace("&amp;", "&")) for link in re.findall(r'<a\b[^>]*?href="([^"]+)"', page))
    return [urlsplit(link).path for link in found if link.startswith("/")]


def forms_of(here: str, page: str) -> list[str]:
    """Where its forms are sent that change something."""
    begun = re.findall(r'<form\b[^>]*method="post"[^>]*>', page)
    asked = (re.search(r'action="([^"]+)"', form) for form in begun)
    return [urlsplit(action[1] if action else here).path for action in asked]
