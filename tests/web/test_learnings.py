"""Learnings: what they rest on, what stands against them, and who lets them leave the team."""

import re

from facilitation.domain.commands import (
    AdmitObserver,
    By,
    CountLine,
    KeepExcerpt,
    NoteObservation,
    OpenDoor,
    WithdrawObservation,
)
from facilitation.domain.observing import grid_of
from facilitation.records import learnings
from facilitation.records.learnings import Learning
from tests.web.conftest import House, Planned
from tests.web.test_observing import as_member

WATCHING = By("observer", "o1")
ALL = "/experiments/1/learnings"
DOSSIER = "/experiments/1/documents/dossier.html?document=capitalisation&language=fr"


def observed(house: House, format_id: str = "one-two-four-all") -> Planned:
    """A session of which one excerpt of an observer was promoted."""
    planned = house.plan(format_id)
    planned.say(OpenDoor(), AdmitObserver())
    planned.go_on()
    planned.say(NoteObservation("Deux se taisent, puis l'une reformule."), by=WATCHING)
    planned.say(KeepExcerpt("w1", "l'une reformule"))
    return planned


def only(house: House) -> Learning:
    return learnings.of_experiment(house.doors.database, 1)[-1]


def test_a_learning_rests_on_an_observation_and_keeps_its_dissent(fresh_house: House) -> None:
    planned, staff = observed(fresh_house), fresh_house.staff()
    staff.open(f"{ALL}/new")
    assert "moment 1 (observé) · l'une reformule" in staff.words
    ref = re.search(r'name="evidence" value="([0-9a-f]{12})"', staff.page.text)
    assert ref
    staff.open(f"{ALL}/new?evidence={ref[1]}")
    assert f'value="{ref[1]}" checked' in staff.page.text, "what was picked in the analysis room is ticked"
    staff.send(learned="Reformuler aide.", dissent="Une personne y voit une perte de temps.", evidence=ref[1])
    page = staff.client.get(DOSSIER).text
    assert "Une personne y voit une perte de temps." in page
    assert re.search(r'href="#s1-m1">moment 1</a> \(observé\)', page)
    assert 'id="s1-m1"' in page
    planned.say(WithdrawObservation("w1"), by=WATCHING)
    page = staff.client.get(DOSSIER).text
    assert "contribution retirée ou non diffusée" in page
    assert "l'une reformule" not in page


def test_a_learning_rests_on_what_observers_counted(fresh_house: House) -> None:
    planned = fresh_house.plan(format_id="learning-from-a-game")
    planned.say(OpenDoor(), AdmitObserver(), AdmitObserver())
    for _ in range(6):
        planned.join()
    planned.go_on()
    line = next(iter(grid_of(planned.state, planned.state.now_playing)))
    for observer in (WATCHING, By("observer", "o2"), WATCHING):
        planned.say(CountLine(line, True), by=observer)
    researcher = as_member(fresh_house, "researcher")
    researcher.open(f"/sessions/{planned.id}/journal")
    researcher.send(f"/sessions/{planned.id}/journal/lines", line="nowhere:1", do="keep")
    assert "Personne n'a compté cette ligne" in researcher.words.replace("’", "'")
    assert planned.state.notebook.kept == frozenset()
    researcher.send(f"/sessions/{planned.id}/journal/lines", line=line, do="keep")
    assert planned.state.notebook.kept == {line}
    assert "dans la documentation" in researcher.words
    assert "Un comptage va dans la documentation" in researcher.words, "the journal says who kept it, and when"
    researcher.open(f"{ALL}/new")
    assert "comptage 1 (observé)" in researcher.words
    ref = re.findall(r'name="evidence" value="([0-9a-f]{12})"', researcher.page.text)[-1]
    researcher.send(learned="Bouger fait parler.", evidence=ref)
    page = researcher.client.get(DOSSIER).text.replace("\u00a0", " ")
    assert re.search(r'href="#s1-o1">comptage 1</a> \(observé\)', page)
    assert "1 et 2" in page[page.index('id="s1-o1"') :][:700]
    researcher.open(f"/sessions/{planned.id}/journal")
    researcher.send(f"/sessions/{planned.id}/journal/lines", line=line, do="drop")
    assert "contribution retirée ou non diffusée" in researcher.client.get(DOSSIER).text


def test_a_learning_is_a_draft_until_somebody_who_runs_it_says_otherwise(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open(f"{ALL}/new")
    staff.send(learned="On entre par le café.")
    number = only(fresh_house).id
    staff.open(ALL)
    assert "brouillon" in staff.words
    staff.send(f"{ALL}/{number}/validate")
    assert staff.at == f"{ALL}/{number}", "the reason for the confidence comes first"
    assert "pourquoi vous avez cette confiance" in staff.words
    staff.send(why="dit par tous")
    staff.send(f"{ALL}/{number}/validate")
    assert only(fresh_house).validated_by == 1
    assert "Validé par" in staff.words
    staff.open(f"{ALL}/{number}")
    staff.send()
    assert only(fresh_house).validated_at, "saved again with the same words, it stays what it was"
    staff.open(f"{ALL}/{number}")
    staff.send(learned="On entre par la porte.")
    assert only(fresh_house).validated_at is None
    staff.send(f"{ALL}/{number}/validate")
    staff.send(f"{ALL}/{number}/reopen")
    assert only(fresh_house).validated_at is None


def test_who_writes_does_not_validate(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open(f"{ALL}/new")
    staff.send(learned="On entre par le café.", why="dit par tous")
    researcher = as_member(fresh_house, "researcher")
    researcher.open(ALL)
    assert f"{ALL}/{only(fresh_house).id}" in researcher.links()
    assert not [form for form in researcher.forms() if "validate" in form.action]
