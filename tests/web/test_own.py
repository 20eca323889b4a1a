"""A participant's own contributions: with the seat or the slip, without any script."""

import re
from fractions import Fraction

import pytest

from facilitation.domain.commands import Advance, By, CloseSession, GiveAnswer, OpenDoor, PostCard
from facilitation.domain.session import AnswerValue
from facilitation.records import tickets
from facilitation.web import limits
from tests.web.conftest import House, Planned
from tests.web.test_joining import boot
from tests.web.visitor import Visitor


class Author:
    """Someone who joined, and what they hold."""

    def __init__(self, planned: Planned) -> None:
        self.planned = planned
        self.browser = planned.join(report="yes")
        self.slip = boot(self.browser)["withdrawal"]
        self.person = planned.newest()
        self.page = f"/ticket/{planned.id}"

    def posts(self, words: str) -> str:
        self.planned.say(PostCard(self.planned.state.current or "", "ideas", words), by=By("participant", self.person))
        return list(self.planned.state.cards)[-1]

    def answers(self, question: str, value: AnswerValue) -> None:
        step = self.planned.state.current or ""
        self.planned.say(GiveAnswer(step, question, value), by=By("participant", self.person))


@pytest.fixture
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    return planned


def test_the_slip_opens_what_its_holder_wrote_and_nothing_else(house: House, session: Planned) -> None:
    author, other = Author(session), Author(session)
    session.go_on()
    author.posts("Le mien")
    other.posts("Celui d'un autre")
    elsewhere = house.visitor()
    elsewhere.open("/ticket")
    elsewhere.send("/ticket", code=author.slip.lower())
    assert elsewhere.at == author.page
    assert "Le mien" in elsewhere.words
    assert "Celui d'un autre" not in elsewhere.words
    elsewhere.send("/ticket/close")
    elsewhere.open(author.page)
    assert elsewhere.at == "/ticket"


def test_whoever_lost_their_seat_comes_back_into_the_session_with_the_slip(house: House, session: Planned) -> None:
    author = Author(session)
    session.go_on()
    author.posts("Le mien")
    elsewhere = house.visitor()
    elsewhere.open("/ticket")
    elsewhere.send("/ticket", code=author.slip)
    elsewhere.send(f"/ticket/{session.id}/return")
    assert elsewhere.at == f"/s/{session.id}/phone"
    assert boot(elsewhere)["you"]["id"] == author.person
    elsewhere.open("/")
    assert "Revenir" in elsewhere.words or "Retour" in elsewhere.words
    session.say(CloseSession())
    late = house.visitor()
    late.open("/ticket")
    late.send("/ticket", code=author.slip)
    assert f"/ticket/{session.id}/return" not in late.page.text
    late.open(f"/s/{session.id}/phone")
    assert late.page.status_code == 404


def test_the_seat_opens_them_too(session: Planned) -> None:
    author = Author(session)
    session.go_on()
    author.posts("Le mien")
    author.browser.open("/ticket")
    assert author.page in author.browser.links()
    author.browser.open(author.page)
    assert "Le mien" in author.browser.words
    assert "Quelles pistes voyez-vous" in author.browser.words
    assert "{" not in author.browser.words


def test_words_are_changed_while_the_stage_is_open(session: Planned) -> None:
    author = Author(session)
    session.go_on()
    card = author.posts("Avant")
    author.browser.open(f"{author.page}/change/card/{card}")
    author.browser.send(words="   ")
    assert author.browser.page.status_code == 409
    assert "Écrivez quelques mots" in author.browser.words
    author.browser.send(words="x" * 3000)
    assert author.browser.page.status_code == 409
    assert "x" * 3000 in author.browser.page.text
    author.browser.send(words="Après <b>réflexion</b>")
    assert author.browser.at == author.page
    assert "enregistrée" in author.browser.words
    assert session.state.cards[card].text == "Après <b>réflexion</b>"
    assert "<b>réflexion" not in author.browser.page.text


def test_a_closed_stage_can_only_be_withdrawn_from(session: Planned) -> None:
    author = Author(session)
    session.go_on()
    card = author.posts("Trop tard")
    author.browser.open(f"{author.page}/change/card/{card}")
    session.say(Advance(session.state.current))
    session.say(CloseSession())
    author.browser.send(words="Changé")
    assert author.browser.page.status_code == 409
    assert "Changé" in author.browser.page.text
    assert session.state.cards[card].text == "Trop tard"
    author.browser.open(author.page)
    assert "Modifier" not in author.browser.words
    author.browser.open(f"{author.page}/withdraw/card/{card}")
    assert session.state.cards[card].withdrawn is False
    assert "Retirer cette contribution" in author.browser.words
    author.browser.send()
    assert session.state.cards[card].withdrawn is True
    assert "Trop tard" not in author.browser.words


def test_withdrawn_words_are_in_no_table(house: House, session: Planned) -> None:
    author = Author(session)
    session.go_on()
    card = author.posts("Mots à effacer")
    author.browser.open(f"{author.page}/withdraw/card/{card}")
    author.browser.send()
    with house.doors.database.reading() as connection:
        tables = connection.exec_driver_sql("select name from sqlite_master where type='table'").scalars().all()
        content = "".join(str(connection.exec_driver_sql(f"select * from {table}").all()) for table in tables)
    assert "Mots à effacer" not in content


def test_everything_at_once(session: Planned) -> None:
    author, other = Author(session), Author(session)
    session.go_on()
    for words in ("un", "deux", "trois"):
        author.posts(words)
    kept = other.posts("gardé")
    author.browser.open(f"{author.page}/withdraw/everything")
    assert "Tout retirer" in author.browser.words
    author.browser.send()
    assert [card.withdrawn for card in session.state.cards.values()] == [True, True, True, False]
    assert session.state.cards[kept].text == "gardé"
    author.browser.open(author.page)
    assert "rien de vous ici" in author.browser.words


def test_an_answer_is_changed_and_withdrawn(house: House) -> None:
    planned = house.plan("public-goods")
    planned.say(OpenDoor())
    author = Author(planned)
    for _ in range(2):
        planned.join()
    while not (planned.state.now_playing and planned.state.now_playing.stage.ask):
        planned.go_on()
    question = planned.state.now_playing.stage.ask[0].name
    author.answers(question, Fraction(12))
    step = planned.state.current
    name = f"answer/{step}/{question}"
    author.browser.open(f"{author.page}/change/{name}")
    author.browser.send(words="beaucoup")
    assert author.browser.page.status_code == 422
    author.browser.send(words="100000")
    assert author.browser.page.status_code == 409
    author.browser.send(words="37")
    assert author.browser.at == author.page
    assert planned.state.answers[step or ""][question][author.person].value == Fraction(37)
    author.browser.open(f"{author.page}/withdraw/{name}")
    author.browser.send()
    assert planned.state.answers[step or ""][question][author.person].withdrawn is True


def test_nobody_changes_or_withdraws_what_is_another_s(session: Planned) -> None:
    author, other = Author(session), Author(session)
    session.go_on()
    card = author.posts("Le mien")
    for path in (f"change/card/{card}", f"withdraw/card/{card}", "change/card/c999", "withdraw/answer/x/y"):
        assert other.browser.open(f"{other.page}/{path}").status_code == 404
    token = boot(_phone(other))["csrf"]
    answer = other.browser.client.post(f"{other.page}/withdraw/card/{card}", data={"csrf_token": token})
    assert answer.status_code == 404
    assert session.state.cards[card].withdrawn is False


@pytest.mark.parametrize("code", ["", "ABCD", "0000-0000-0000", "<i>x</i>", "y" * 5000])
def test_a_wrong_slip(house: House, code: str) -> None:
    visitor = house.visitor()
    visitor.open("/ticket")
    visitor.send("/ticket", code=code)
    assert visitor.page.status_code == 422
    assert "Aucun ticket n’a ce code" in visitor.words


def test_an_expired_slip(fresh_house: House) -> None:
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    author = Author(planned)
    reader = fresh_house.visitor()
    reader.open("/ticket")
    reader.send("/ticket", code=author.slip)
    assert reader.at == author.page
    fresh_house.later(tickets.LIFETIME + 1000)
    reader.open(author.page)
    assert reader.at == "/ticket"
    reader.send("/ticket", code=author.slip)
    assert reader.page.status_code == 410
    assert "n’est plus valable" in reader.words
    author.browser.open(author.page)
    assert author.browser.page.status_code == 410


def test_the_code_of_a_session_is_no_slip_and_a_slip_is_no_seat(house: House, session: Planned) -> None:
    author = Author(session)
    visitor = house.visitor()
    visitor.open("/ticket")
    visitor.send("/ticket", code=session.code)
    assert visitor.page.status_code == 422
    visitor.client.set_cookie(f"seat_{session.id}", author.slip.replace("-", ""))
    assert visitor.open(f"/s/{session.id}/phone").status_code == 404


def test_a_new_slip_for_who_lost_theirs(house: House, session: Planned) -> None:
    author = Author(session)
    with author.browser.client.session_transaction() as kept:
        kept.pop("slips")
    author.browser.open(author.page)
    author.browser.send(f"{author.page}/slip")
    shown = re.search(r"\b(\w{4}-\w{4}-\w{4})\b", author.browser.words)
    assert shown is not None
    assert shown.group(1) != author.slip
    elsewhere = house.visitor()
    elsewhere.open("/ticket")
    elsewhere.send("/ticket", code=shown.group(1))
    assert elsewhere.at == author.page


def test_wrong_slips_are_counted_over_the_house(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.CEILINGS, "slip", limits.parse("3 per minute"))
    visitor = fresh_house.visitor()
    for expected in (422, 422, 422, 429):
        visitor.open("/ticket")
        visitor.send("/ticket", code="0000-0000-0000")
        assert visitor.page.status_code == expected


def test_after_leaving_the_slip_still_withdraws(house: House, session: Planned) -> None:
    author = Author(session)
    session.go_on()
    card = author.posts("Le mien")
    author.browser.open("/ticket")
    author.browser.send("/ticket", code=author.slip)
    author.browser.client.post(f"/s/{session.id}/leave", headers={"X-CSRFToken": boot(_phone(author))["csrf"]})
    author.browser.open(author.page)
    assert author.browser.at == "/ticket", "nothing of theirs is left on this device"
    visitor = house.visitor()
    visitor.open("/ticket")
    visitor.send("/ticket", code=author.slip)
    visitor.open(f"{author.page}/withdraw/card/{card}")
    visitor.send()
    assert session.state.cards[card].withdrawn is True


def _phone(author: Author) -> Visitor:
    author.browser.open(f"/s/{author.planned.id}/phone")
    return author.browser


def test_consents_change_both_ways_once_the_session_is_over(house: House, session: Planned) -> None:
    author = Author(session)
    session.go_on()
    author.posts("Le mien")
    session.say(CloseSession())
    said = []
    for changed in ({"report": "no"}, {"report": "yes", "publication": "y"}):
        author.browser.open(author.page)
        author.browser.send(f"{author.page}/consents", **changed)
        assert author.browser.at == author.page
        agreed = session.state.people[author.person].consents
        said.append((agreed.report, agreed.quotation, agreed.publication))
    assert said == [(False, False, False), (True, False, True)]
    before = session.state.seq
    author.browser.send(f"{author.page}/consents")
    assert session.state.seq == before, "the same again changes nothing"


def test_a_slip_typed_on_the_phone_of_another_opens_what_its_holder_wrote(fresh_house: House) -> None:
    session = fresh_house.plan()
    session.say(OpenDoor())
    owner, guest = Author(session), Author(session)
    session.go_on()
    owner.posts("Celui de la propriétaire")
    guest.posts("Celui de l'invité")
    browser = owner.browser
    browser.open("/ticket")
    browser.send("/ticket", code=guest.slip)
    assert browser.at == guest.page
    assert "Celui de l'invité" in browser.words
    assert "propriétaire" not in browser.words
    assert owner.slip not in browser.words
    assert f"{guest.page}/return" not in browser.page.text, "it would lead to the phone of the other"
    browser.send("/ticket/close")
    browser.open(owner.page)
    assert "propriétaire" in browser.words
    browser.open("/ticket")
    browser.send("/ticket", code=guest.slip)
    fresh_house.later(11 * 60 * 1000)
    browser.open(owner.page)
    assert "Celui de l'invité" not in browser.words, "nobody closed it"
    assert "propriétaire" in browser.words


def test_whoever_comes_in_is_not_shown_what_a_slip_had_opened_before(house: House, session: Planned) -> None:
    author = Author(session)
    session.go_on()
    author.posts("Le mien")
    browser = house.visitor()
    browser.open("/ticket")
    browser.send("/ticket", code=author.slip)
    browser.open(f"/j/{session.code}")
    browser.send(report="no")
    browser.open(author.page)
    assert browser.at == author.page
    assert "Le mien" not in browser.words
