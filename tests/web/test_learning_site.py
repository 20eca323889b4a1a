"""Publishing learnings through the real doors: what stands in the way, the ZIP, the command, and what is withdrawn."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from facilitation.app import Config, create_app
from facilitation.cli import run
from facilitation.domain.commands import By, WithdrawCard
from facilitation.records import experiments, export_journal, learnings
from facilitation.records.learnings import LearningFacts
from facilitation.records.reading import windows
from tests.web.conftest import House, Planned
from tests.web.furnished import furnish
from tests.web.test_analysis import WORDS, held
from tests.web.test_observing import as_member

PAGE = "/learnings"
DAY = 24 * 3600 * 1000
AGREED = {"quotation": "yes", "publication": "yes"}


def ready(house: House) -> Planned:
    """A session, a furnished experiment, one validated learning and one draft; nobody has read it yet."""
    planned, staff = held(house, **AGREED), house.staff()
    database, now = house.doors.database, house.doors.clock()
    furnish(database)
    staff.open("/experiments/1/learnings/new")
    ref = re.search(r'value="([0-9a-f]{12})"[^>]*><span>[^<]*Un accueil chaleureux', staff.page.text)
    assert ref
    facts = LearningFacts(
        "On entre par la porte.",
        observed=f"On nous dit : « {WORDS[0]} ».",
        confidence="medium",
        why="dit par tous",
        evidence=(ref[1],),
    )
    learnings.validate(database, learnings.add(database, 1, facts, 1, now), 1, now)
    learnings.add(database, 1, LearningFacts("Un brouillon que personne ne lit.", why="une idée"), 1, now)
    return planned


def settled(house: House) -> None:
    """Everything that stands in the way, out of it."""
    database = house.doors.database
    found = experiments.find(database, 1)
    assert found is not None
    staff = house.staff()
    staff.open("/experiments/1/edit")
    staff.send(licence="cc-by-4.0")
    now = house.doors.clock()
    windows.begin(database, 1, now + DAY, 1, now)


def unpacked(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_what_stands_in_the_way_is_named_and_mended(fresh_house: House) -> None:
    house = fresh_house
    staff = house.staff()
    staff.open(PAGE)
    assert "Aucun apprentissage validé" in staff.words
    planned = ready(house)
    staff.open(PAGE)
    assert "La licence n’est pas encore choisie" in staff.words
    assert "n’ont pas pu le lire depuis la dernière séance" in staff.words
    assert not [form for form in staff.forms() if form.action.endswith(".zip")]
    token = next(form.fields["csrf_token"] for form in staff.forms() if "csrf_token" in form.fields)
    assert staff.client.post(f"{PAGE}/site.zip", data={"csrf_token": token}).status_code == 404
    settled(house)
    staff.open(PAGE)
    assert "attendez la fermeture" in staff.words
    house.later(2 * DAY)
    staff = house.staff()
    staff.open(PAGE)
    assert "prêt" in staff.words, staff.words
    staff.send(f"{PAGE}/site.zip")
    assert staff.page.mimetype == "application/zip"
    files = unpacked(staff.page.data)
    page = files["learnings/1.html"]
    assert "On entre par la porte." in page
    assert WORDS[0] in page
    assert "brouillon que personne" not in "".join(files.values())
    assert WORDS[1] not in "".join(files.values()), "only what a learning rests on is quoted"
    noted = [line.what for line in export_journal.of_session(house.doors.database, planned.id)]
    assert noted == ["site"]
    card = next(id for id, one in planned.state.cards.items() if one.text == WORDS[0])
    planned.say(WithdrawCard(card), by=By("participant", planned.state.cards[card].author))
    staff.open(PAGE)
    assert "Des mots ont été retirés d’une phrase" in staff.words
    assert not [form for form in staff.forms() if form.action.endswith(".zip")]
    staff.open("/experiments/1/learnings/1")
    staff.send(observed="On le dit souvent.")
    staff.send("/experiments/1/learnings/1/validate")
    staff.open(PAGE)
    staff.send(f"{PAGE}/site.zip")
    assert "chaleureux" not in "".join(unpacked(staff.page.data).values())


def test_a_site_that_holds_what_was_taken_back_since_is_to_be_replaced(fresh_house: House) -> None:
    house, staff = fresh_house, fresh_house.staff()
    planned, database = ready(house), house.doors.database
    settled(house)
    (window,) = windows.of_experiment(database, 1)
    windows.move(database, window, house.doors.clock(), "lu par tous", house.doors.clock())
    staff.open(PAGE)
    staff.send(f"{PAGE}/site.zip")
    assert staff.page.mimetype == "application/zip"
    staff.open(PAGE)
    assert "est à remplacer" not in staff.words
    card = next(id for id, one in planned.state.cards.items() if one.text == WORDS[1])
    planned.say(WithdrawCard(card), by=By("participant", planned.state.cards[card].author))
    staff.open(PAGE)
    assert "Le site sorti le" in staff.words
    assert "est à remplacer" in staff.words
    staff.send(f"{PAGE}/site.zip")
    staff.open(PAGE)
    assert "est à remplacer" not in staff.words


def test_only_what_one_may_take_out_is_offered(fresh_house: House) -> None:
    ready(fresh_house)
    reader = as_member(fresh_house, "reader")
    assert reader.open(PAGE).status_code == 404, "guests of the house publish nothing"


def test_the_command_writes_the_site_and_takes_away_what_is_gone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'house.db'}"
    house = House(create_app(Config(database=url, hosts=("localhost:80",))))
    ready(house)
    settled(house)
    database, now = house.doors.database, house.doors.clock()
    (window,) = windows.of_experiment(database, 1)
    windows.move(database, window, now, "lu par tous", now)
    house.doors.trials.close()
    database.close()
    folder = tmp_path / "site"
    assert run(["publish", str(folder), "--database", url], {}) == 0
    assert "On entre par la porte." in (folder / "learnings" / "1.html").read_text("utf-8")
    again = {place: place.read_bytes() for place in folder.rglob("*") if place.is_file()}
    assert run(["publish", str(folder), "--database", url], {}) == 0
    assert {place: place.read_bytes() for place in folder.rglob("*") if place.is_file()} == again
    house = House(create_app(Config(database=url, hosts=("localhost:80",))))
    learnings.validate(house.doors.database, 2, 1, now)
    learnings.reopen(house.doors.database, 1)
    house.doors.trials.close()
    house.doors.database.close()
    assert run(["publish", str(folder), "--database", url], {}) == 0
    assert not (folder / "learnings" / "1.html").exists()
    assert (folder / "learnings" / "2.html").exists()


def test_the_command_leaves_a_folder_of_others_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("à moi", "utf-8")
    assert run(["publish", str(tmp_path), "--database", f"sqlite:///{tmp_path / 'none.db'}"], {"LANG": "fr_FR"}) == 2
    assert "n'est pas un site publié" in capsys.readouterr().err
    assert [place.name for place in tmp_path.iterdir()] == ["mine.txt"]
