"""Whether those who took part could read what is published: counted, said, never claimed of a window nobody used."""

from facilitation.records import texts, versions
from facilitation.records.reading import windows
from facilitation.records.texts import Place
from tests.web.conftest import House
from tests.web.test_publishing import DAY, PUBLICATION, page, publish, read_by_all, told

READING = "/experiments/1/reading"


def test_a_window_that_nobody_could_use_counts_only_with_a_reason_that_is_printed(fresh_house: House) -> None:
    told(fresh_house)
    fresh_house.later(40 * DAY)
    staff, database = fresh_house.staff(), fresh_house.doors.database
    staff.open(READING)
    staff.send(READING, days="14")
    assert staff.page.status_code == 422
    assert "Plus aucun code de retrait ne fonctionne" in staff.words
    assert windows.of_experiment(database, 1) == ()
    now = fresh_house.doors.clock()
    windows.begin(database, 1, now, 1, now)
    staff.open(PUBLICATION)
    assert "personne n'a pu le lire" in staff.words.replace("’", "'")
    assert f"{PUBLICATION}/validate" not in staff.page.text
    staff.open(READING)
    staff.send(READING, days="14", unread_why="Le lieu a fermé avant.")
    staff.send(f"{READING}/end", why="Rien à attendre")
    publish(staff)
    assert versions.newest(database, 1)
    for asked in ({}, {"document": "capitalisation"}, {"rendering": "diffusion"}):
        words = page(staff, **asked).replace("’", "'")
        assert "personne n'a pu le lire" in words
        assert "Motif : Le lieu a fermé avant." in words.replace("\u00a0", " ")
        assert "les participants ont pu lire" not in words
        assert "Rien n'a été contesté" not in words
    assert (
        "nobody could read it" in staff.client.get("/experiments/1/documents/dossier.html?which=draft&language=en").text
    )


def test_what_was_changed_since_it_was_read_is_said_before_validating_and_in_the_documents(fresh_house: House) -> None:
    told(fresh_house)
    staff, database = fresh_house.staff(), fresh_house.doors.database
    read_by_all(fresh_house, staff)
    staff.open(PUBLICATION)
    assert "modifiés depuis" not in staff.words
    assert "modifiés depuis" not in page(staff)
    assert "Au moins un code de retrait fonctionnait alors." in page(staff), "two, told coarsely"
    texts.save(database, Place(1, "success", "fr"), "Tout autre chose.", 1, 1, fresh_house.doors.clock() + 5)
    staff.open(PUBLICATION)
    assert "modifiés depuis" in staff.words
    publish(staff)
    assert "publié, version 1" in page(staff)
    assert "modifiés depuis l" in page(staff)
    assert "were changed since this reading began" in page(staff, language="en", which="draft")
    texts.save(database, Place(1, "success", "fr"), "Encore autre chose.", 2, 1, fresh_house.doors.clock() + 9)
    first = versions.newest(database, 1)
    assert first
    assert "publié, version 1" in page(staff), "what is published stays as it was"
