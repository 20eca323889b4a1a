"""Those who took part read the dossier with their code, contest it, find it right, withdraw; without a phone, too."""

import re

import pytest

from facilitation.domain.commands import (
    AdmitObserver,
    CloseSession,
    CountLine,
    KeepCount,
    KeepExcerpt,
    NoteObservation,
    OpenDoor,
)
from facilitation.domain.observing import grid_of
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from facilitation.records import experiments, learnings, pairings
from facilitation.records.learnings import LearningFacts
from facilitation.records.reading import objections, windows
from facilitation.web import limits
from facilitation.web.documents.gathering import gather
from tests.web.conftest import House
from tests.web.test_learnings import WATCHING
from tests.web.test_own import Author
from tests.web.test_pairing import slip_of
from tests.web.visitor import Visitor

DAY = 24 * 60 * 60 * 1000
OPEN = "/experiments/1/reading"


def reader(house: House, slip: str, locale: str = "fr") -> Visitor:
    """Somebody with nothing but the code of their slip."""
    visitor = house.visitor(locale)
    visitor.open("/reading")
    visitor.send("/reading", code=slip)
    return visitor


@pytest.fixture
def author(fresh_house: House) -> Author:
    """One of two who wrote in a session that is over, about which something is written."""
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    author, other = Author(planned), Author(planned)
    planned.go_on()
    author.posts("Un café à l'entrée")
    other.posts("Moins de réunions")
    planned.say(CloseSession())
    staff = fresh_house.staff()
    staff.open("/experiments/1/texts/essential-done")
    staff.send(body="Douze personnes se sont **réunies**.")
    learnings.add(fresh_house.doors.database, 1, LearningFacts("On entre par le café."), 1, 5)
    staff.open(OPEN)
    staff.send(OPEN, days="14")
    assert "ouverte jusqu'au" in staff.words.replace("’", "'")
    return author


def test_a_code_reads_contests_confirms_and_takes_back_without_script(fresh_house: House, author: Author) -> None:
    visitor = reader(fresh_house, author.slip)
    here = f"/reading/{author.planned.id}"
    assert visitor.at == here
    for shown in (
        "Douze personnes se sont réunies .",
        "On entre par le café.",
        "Un café à l'entrée",
        "Imprimé sous le",
    ):
        assert shown in visitor.words, shown
    contest = f"{here}/contest/text:essential-done"
    assert contest in visitor.links()
    visitor.open(contest)
    visitor.send()
    assert visitor.page.status_code == 422
    visitor.send(words="Nous étions deux, pas douze.")
    assert visitor.at == here
    assert "Nous étions deux" in visitor.words
    visitor.send(f"{here}/confirm")
    assert "Vous avez dit que c" in visitor.words
    kept = objections.of_experiment(fresh_house.doors.database, 1)
    assert [(each.said.about, each.state, each.said.outside) for each in kept] == [
        ("text:essential-done", "waiting", False)
    ]
    window = windows.of_experiment(fresh_house.doors.database, 1)[0]
    assert windows.confirmed(fresh_house.doors.database, window.id) == 1
    whole = visitor.client.get(f"{here}/document")
    assert "Moins de réunions" in whole.text, "what the others agreed to have in the record"
    assert "en relecture par les participants" in whole.text
    visitor.send(f"{here}/objections/{kept[0].id}/withdraw")
    assert "Nous étions deux" not in visitor.words
    assert objections.of_experiment(fresh_house.doors.database, 1) == ()


def test_what_is_contested_prints_beside_it_in_both_renderings(fresh_house: House, author: Author) -> None:
    visitor, here = reader(fresh_house, author.slip), f"/reading/{author.planned.id}"
    learning = learnings.of_experiment(fresh_house.doors.database, 1)[0]
    for about, words, outside in (
        (f"learning:{learning.id}", "Le café n'y est pour rien.", True),
        ("text:essential-done", "Nous étions deux.", False),
        ("whole", "Ma voisine Unetelle le dirait aussi.", False),
    ):
        visitor.open(f"{here}/contest/{about}")
        visitor.send(words=words, **({"outside": "y"} if outside else {}))
    staff = fresh_house.staff()
    research = "/experiments/1/documents/dossier.html?document=research&language=fr"
    assert "Contesté par" not in staff.client.get(research).text, "it waits for the team to read it"
    staff.open(OPEN)
    for number, what in zip((1, 2, 3), ("print", "print", "without"), strict=True):
        staff.send(f"{OPEN}/objections/{number}", what=what)
    inside = staff.client.get(research).text
    outside = staff.client.get(f"{research}&rendering=diffusion").text
    for page, printed in ((inside, ("pour rien", "Nous étions deux")), (outside, ("pour rien",))):
        assert page.count("Contesté par un·e participant·e") == 3, "none is kept back, in either rendering"
        assert all(words in page for words in printed)
        assert "Unetelle" not in page, "it would tell who somebody is"
    assert "Nous étions deux" not in outside
    assert inside.index("On entre par le café") < inside.index("pour rien")
    record = staff.client.get("/experiments/1/documents/dossier.html?document=record&language=en").text
    assert "Learning no.\u00a01" in record
    assert "pour rien" in record, "what is not printed here is contested all the same"


def test_what_observers_saw_may_be_read_and_contested(fresh_house: House) -> None:
    planned = fresh_house.plan(format_id="learning-from-a-game")
    planned.say(OpenDoor(), AdmitObserver())
    people = [planned.join() for _ in range(6)]
    code = slip_of(people[0], planned)
    planned.go_on()
    line = next(iter(grid_of(planned.state, planned.state.now_playing)))
    planned.say(*[CountLine(line, True)] * 3, NoteObservation("Personne ne se tourne vers le fond."), by=WATCHING)
    planned.say(KeepCount(line), KeepExcerpt("w1", "Personne ne se tourne"), CloseSession())
    staff = fresh_house.staff()
    staff.open(OPEN)
    staff.send(OPEN, days="14")
    visitor = reader(fresh_house, code)
    assert re.search(r"Ce qui a été observé .*» · .* : 3 Personne ne se tourne Ce n", visitor.words)
    contest = f"/reading/{planned.id}/contest/seen:{planned.id}"
    visitor.open(contest)
    visitor.send(words="Nous l'avons fait bien plus souvent.")
    staff.open(OPEN)
    assert "Ce qui a été observé" in staff.words
    staff.send(f"{OPEN}/objections/1", what="print")
    document = "/experiments/1/documents/dossier.html?language=fr&document="
    whole, record = (staff.client.get(document + kind).text for kind in ("research", "record"))
    assert whole.index('id="s1-seen"') < whole.index("bien plus souvent"), "beside what it contests"
    assert whole.count("bien plus souvent") == record.count("bien plus souvent") == 1
    assert "· Ce qui a été observé" in record.replace("\u00a0", " ")


def test_wrong_codes_and_ended_ones_get_one_answer_and_are_counted(
    fresh_house: House, author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(limits.CEILINGS, "slip", limits.parse("2 per minute"))
    unknown = reader(fresh_house, "0000-0000-0000")
    fresh_house.later(60 * DAY)
    ended = reader(fresh_house, author.slip)
    assert (unknown.page.status_code, unknown.words.replace("0000-0000-0000", "")) == (
        ended.page.status_code,
        ended.words.replace(author.slip, ""),
    )
    assert reader(fresh_house, "0000-0000-0001").page.status_code == 429


def test_the_codes_work_until_the_window_closes_and_nothing_is_read_after_it(
    fresh_house: House, author: Author
) -> None:
    fresh_house.later(13 * DAY)
    staff = fresh_house.staff()
    staff.open(OPEN)
    staff.send(OPEN, days="40")
    fresh_house.later(38 * DAY)
    assert reader(fresh_house, author.slip).at == f"/reading/{author.planned.id}", "the 51st day"
    staff = fresh_house.staff()
    staff.open(OPEN)
    staff.send(f"{OPEN}/end", why="")
    assert windows.open_now(fresh_house.doors.database, 1, fresh_house.doors.clock()), "not without a reason"
    staff.send(f"{OPEN}/end", why="Lu ensemble à voix haute")
    late = reader(fresh_house, author.slip)
    assert "Rien à lire pour le moment" in late.words
    late.open(f"/reading/{author.planned.id}/contest/whole")
    assert "Rien à lire pour le moment" in late.words
    told = staff.client.get("/experiments/1/documents/dossier.html?document=record&language=fr").text
    assert "Lu ensemble à voix haute" in told


def test_whoever_has_no_phone_is_written_down_by_the_team(fresh_house: House, author: Author) -> None:
    staff = fresh_house.staff()
    staff.open(f"{OPEN}/notice")
    assert "http://localhost:80/reading" in staff.words
    staff.open(OPEN)
    staff.send(f"{OPEN}/spoken", code="0000-0000-0000", words="Ce n'est pas ce que j'ai dit.")
    assert staff.page.status_code == 422
    assert "Ce n'est pas ce que j'ai dit." in staff.page.text.replace("&#39;", "'"), "nothing is lost"
    staff.send(f"{OPEN}/spoken", code=author.slip, about="text:essential-done", words="Ce n'est pas ce que j'ai dit.")
    kept = objections.of_person(fresh_house.doors.database, author.planned.id, author.person)
    assert [each.said.words for each in kept] == ["Ce n'est pas ce que j'ai dit."]
    assert "Ce n'est pas ce que j'ai dit." in reader(fresh_house, author.slip).page.text.replace("&#39;", "'")


def test_nobody_reads_or_takes_back_for_another(fresh_house: House, author: Author) -> None:
    visitor = reader(fresh_house, author.slip)
    visitor.open(f"/reading/{author.planned.id}/contest/whole")
    visitor.send(words="Trop court.")
    number = objections.of_experiment(fresh_house.doors.database, 1)[0].id
    other = author.planned.house.visitor()
    assert other.open(f"/reading/{author.planned.id}").request.path == "/reading"
    assert objections.withdraw(fresh_house.doors.database, number, author.planned.id, "p0") is None
    assert len(objections.of_experiment(fresh_house.doors.database, 1)) == 1


def test_an_objection_to_what_is_there_no_more_is_about_the_whole(fresh_house: House, author: Author) -> None:
    database = fresh_house.doors.database
    objections.add(database, 1, objections.Said(author.planned.id, author.person, "learning:99", "Trop court."), 5)
    objections.review(database, 1, 1, "printed")
    experiment = experiments.find(database, 1)
    assert experiment is not None
    with fresh_house.app.test_request_context():
        told = [gather(experiment, "fr", rendering).objections for rendering in (RESTITUTION, DIFFUSION)]
    assert [[(each.about, each.words) for each in one] for one in told] == [[("whole", "Trop court.")], [("whole", "")]]


def test_an_objection_is_found_and_withdrawn_once_nothing_can_be_read_any_more(
    fresh_house: House, author: Author
) -> None:
    visitor, here = reader(fresh_house, author.slip), f"/reading/{author.planned.id}"
    visitor.open(f"{here}/contest/whole")
    visitor.send(words="Trop court.")
    fresh_house.later(13 * DAY)
    staff = fresh_house.staff()
    staff.open(OPEN)
    staff.send(f"{OPEN}/end", why="Lu ensemble")
    visitor = fresh_house.visitor()
    visitor.open("/ticket")
    visitor.send("/ticket", code=author.slip)
    assert here in visitor.links()
    visitor.open(here)
    assert "Rien à lire pour le moment" in visitor.words
    assert "Trop court." in visitor.words
    visitor.send(f"{here}/objections/1/withdraw")
    assert "Trop court." not in visitor.words
    assert objections.of_experiment(fresh_house.doors.database, 1) == ()


def test_whoever_withdraws_everything_leaves_no_objection_and_no_pair(fresh_house: House, author: Author) -> None:
    database, mine = fresh_house.doors.database, (author.planned.id, author.person)
    visitor = reader(fresh_house, author.slip)
    visitor.open(f"/reading/{author.planned.id}/contest/whole")
    visitor.send(words="Trop court.")
    pairings.keep_code(database, "0000", *mine, fresh_house.doors.clock())
    pairings.pair(database, ("later", "p1"), mine, 1)
    pairings.pair(database, mine, ("earlier", "p0"), 1)
    pairings.pair(database, ("later", "p2"), (author.planned.id, "p3"), 1)
    visitor.open(f"{author.page}/withdraw/everything")
    assert "Trop court." in visitor.words
    visitor.send()
    assert objections.of_experiment(database, 1) == ()
    assert list(pairings.among(database, ["later", author.planned.id])) == [("later", "p2")]
    assert pairings.seat_of_code(database, "0000", fresh_house.doors.clock()) is None


def test_words_that_would_tell_who_somebody_is_are_in_no_document_made_before(
    fresh_house: House, author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = reader(fresh_house, author.slip)
    visitor.open(f"/reading/{author.planned.id}/contest/whole")
    visitor.send(words="Ma voisine Unetelle le dirait aussi.")
    staff, thrown = fresh_house.staff(), list[str]()
    monkeypatch.setattr(fresh_house.doors.press, "forget", thrown.append)
    staff.open(OPEN)
    staff.send(f"{OPEN}/objections/1", what="print")
    assert thrown == []
    staff.send(f"{OPEN}/objections/1", what="without")
    assert author.planned.id in thrown


def test_the_team_is_told_how_many_confirmed_no_sooner_than_a_document_says_it(
    fresh_house: House, author: Author
) -> None:
    staff = fresh_house.staff()
    assert ": 0 l’ont trouvé" in _said(staff)
    visitor = reader(fresh_house, author.slip)
    visitor.send(f"/reading/{author.planned.id}/confirm")
    assert "au moins une personne" in _said(staff)
    assert "1 l’ont trouvé" not in _said(staff)


def _said(staff: Visitor) -> str:
    staff.open(OPEN)
    return staff.words


def test_finding_it_right_is_taken_back_and_goes_with_everything(fresh_house: House, author: Author) -> None:
    database, here = fresh_house.doors.database, f"/reading/{author.planned.id}"
    window = windows.of_experiment(database, 1)[0]
    visitor = reader(fresh_house, author.slip)
    visitor.send(f"{here}/confirm")
    assert windows.confirmed(database, window.id) == 1
    visitor.send(f"{here}/confirm/withdraw")
    assert windows.confirmed(database, window.id) == 0
    assert "Vous avez dit que c" not in visitor.words
    visitor.send(f"{here}/confirm")
    author.browser.open(f"{author.page}/withdraw/everything")
    author.browser.send()
    assert windows.confirmed(database, window.id) == 0, "nothing of theirs is left"


def test_nothing_is_recorded_for_others_while_nobody_can_read_it(fresh_house: House, author: Author) -> None:
    staff = fresh_house.staff()
    staff.open(OPEN)
    token = staff.forms()[0].fields["csrf_token"]
    staff.send(f"{OPEN}/end", why="Lu ensemble")
    told = {"csrf_token": token, "code": author.slip, "about": "whole", "words": "Trop court."}
    refused = staff.client.post(f"{OPEN}/spoken", data=told)
    assert refused.status_code == 422
    assert "ouvrez d’abord la relecture" in refused.text
    assert "Trop court." in refused.text, "nothing is lost"
    assert staff.client.post(f"{OPEN}/spoken", data={**told, "what": "right"}).status_code == 422
    assert objections.of_experiment(fresh_house.doors.database, 1) == ()


def test_one_person_contests_so_many_things_and_no_more(
    fresh_house: House, author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objections, "MOST_OF_ONE", 2)
    visitor, here = reader(fresh_house, author.slip), f"/reading/{author.planned.id}"
    for words in ("Un.", "Deux.", "Trois."):
        visitor.open(f"{here}/contest/whole")
        visitor.send(words=words)
    assert visitor.page.status_code == 422
    assert "a déjà servi à contester 2 choses" in visitor.words
    assert "Trois." in visitor.page.text, "nothing is lost"
    staff = fresh_house.staff()
    staff.open(OPEN)
    staff.send(f"{OPEN}/spoken", code=author.slip, about="whole", words="Trois.")
    assert staff.page.status_code == 422
    assert len(objections.of_experiment(fresh_house.doors.database, 1)) == 2
