"""What was published stays as it was, whatever is held, coded or validated afterwards."""

from fractions import Fraction

from facilitation.documentation.analysis.units import units_of
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.data import dossier_json
from facilitation.domain.commands import By, CloseSession, GiveAnswer, TakeNote
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.records import codings, experiments, learnings, texts, themes, versions
from facilitation.records.learnings import LearningFacts
from facilitation.records.sections import SECTIONS
from facilitation.records.texts import Place
from facilitation.records.themes import ThemeFacts
from facilitation.records.versions import Version
from facilitation.web.documents.gathering import as_published, drafts, gather
from facilitation.web.documents.standing import frozen_of
from facilitation.web.learning_site.clearing import PARTS
from tests.web.conftest import House, Planned
from tests.web.test_pairing import held, slip_of
from tests.web.test_publishing import PUBLICATION, read_by_all, told


def published(house: House) -> list[Dossier | None]:
    experiment = experiments.find(house.doors.database, 1)
    assert experiment is not None
    with house.app.test_request_context():
        return [as_published(experiment, "fr", each) for each in RENDERINGS.values()]


def publish_now(house: House) -> None:
    experiment = experiments.find(house.doors.database, 1)
    assert experiment is not None
    with house.app.test_request_context():
        found = drafts(experiment)
    ids = tuple(one.identity.session for one in found["fr"].sessions)
    made = Version(1, "published", 9, sessions=ids, frozen=frozen_of(found), digest="2:x")
    versions.publish(house.doors.database, 1, made)


def ends(session: Planned, question: str, note: str) -> str:
    """Everybody answers, something is noted, and it is over; the reference of what was noted."""
    for value, person in enumerate(session.state.people, 1):
        step = session.state.current or ""
        session.say(GiveAnswer(step, question, Fraction(min(value, 5))), by=By("participant", person))
    session.say(TakeNote(note), CloseSession())
    session.house.noted(session.id, "closed_at")
    return next(unit.ref for unit in units_of([outcome(session.state)]) if unit.words == note)


def test_neither_a_later_session_nor_another_reading_changes_what_was_published(fresh_house: House) -> None:
    database = fresh_house.doors.database
    first = held(fresh_house)
    codes = [slip_of(one, first) for one in [first.join() for _ in range(6)]]
    first.go_on()
    ref = ends(first, "clear", "Un bon moment.")
    welcome = themes.add(database, 1, ThemeFacts("Accueil", "Ce qui aide à entrer."), 1, 5)
    codings.code(database, 1, ref, 1, [welcome], 6)
    publish_now(fresh_house)
    before = published(fresh_house)

    then = held(fresh_house)
    for code in codes:
        then.join(earlier=code)
    while then.state.current != "after":
        then.go_on()
    late = ends(then, "clear_after", "Une suite.")
    (known,) = themes.of_experiment(database, 1)
    themes.change(database, known, ThemeFacts("Arriver", "Autre chose."), 1, 7)
    other = themes.add(database, 1, ThemeFacts("Rythme", ""), 1, 8)
    for one in (ref, late):
        codings.code(database, 1, one, 1, [other], 9)

    assert published(fresh_house) == before
    experiment = experiments.find(database, 1)
    assert experiment is not None
    with fresh_house.app.test_request_context():
        draft = gather(experiment, "fr", RENDERINGS["restitution"])
    assert len(draft.across) == 1
    assert [theme.name for theme in draft.themes.rows] == ["Rythme"] if draft.themes else False
    assert ref not in dossier_json(draft, "fr", 1).decode().replace(f'"ref": "{ref}"', "")


def test_what_is_validated_and_published_is_what_was_on_the_page_in_whichever_language(fresh_house: House) -> None:
    told(fresh_house)
    database, french, english = fresh_house.doors.database, fresh_house.staff(), fresh_house.staff("en")
    read_by_all(fresh_house, french)
    french.open(PUBLICATION)
    english.open(PUBLICATION)
    assert "Complet en : Français." in french.words
    assert "Complete in: Français." in english.words, "whole in one language, whoever looks"
    texts.save(database, Place(1, "success", "fr"), "Autre chose.", 1, 2, 9)
    english.send(f"{PUBLICATION}/validate")
    assert "Something was changed since you opened this page" in english.words
    assert versions.validation_of(database, 1) is None
    english.send(f"{PUBLICATION}/validate")
    french.open(PUBLICATION)
    english.open(PUBLICATION)
    texts.save(database, Place(1, "success", "fr"), "Encore autre chose.", 2, 2, 9)
    english.open(PUBLICATION)
    english.send(f"{PUBLICATION}/validate")
    french.send(f"{PUBLICATION}/publish", why="Une raison longuement écrite")
    assert french.page.status_code == 409
    assert "Une raison longuement écrite" in french.words
    assert versions.newest(database, 1) is None
    french.send(f"{PUBLICATION}/publish")
    french.open(PUBLICATION)
    (first,) = versions.of_experiment(database, 1)
    assert not versions.publish(database, 1, first), "two at once"
    assert versions.of_experiment(database, 1) == (first,)
    french.open("/experiments/1/documents")
    form = next(each for each in french.forms() if "document" in each.fields)
    assert form.fields["language"] == "fr"
    assert 'id="language" name="language"' in french.page.text
    offered = french.page.text.partition('id="language" name="language"')[2].partition("</select>")[0]
    assert 'value="en"' not in offered, "the version that is published has no English texts"


def test_a_learning_is_validated_as_it_was_read(fresh_house: House) -> None:
    database, staff = fresh_house.doors.database, fresh_house.staff()
    learnings.add(database, 1, LearningFacts("On entre.", why="dit par tous"), 1, 5)
    staff.open("/experiments/1/learnings")
    learnings.change(database, 1, LearningFacts("On n'entre pas.", why="dit par tous"), 1, 6)
    staff.send("/experiments/1/learnings/1/validate")
    assert "changé depuis que vous avez ouvert" in staff.words
    staff.send("/experiments/1/learnings/1/validate")
    (found,) = learnings.of_experiment(database, 1)
    assert found.validated_at is not None


def test_what_goes_with_a_learning_on_the_site_is_the_same_in_each_language() -> None:
    assert not {section.part for section in SECTIONS} & {*PARTS}
