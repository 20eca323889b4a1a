"""What was published stays as it was, whatever is held, coded or validated afterwards."""

from dataclasses import replace
from fractions import Fraction

from facilitation.documentation.analysis.units import units_of
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.data import dossier_json
from facilitation.domain.commands import (
    AdmitObserver,
    By,
    CloseSession,
    CountLine,
    GiveAnswer,
    KeepCount,
    OpenDoor,
    TakeNote,
)
from facilitation.domain.observing import grid_of
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.records import codings, experiments, learnings, texts, themes, versions
from facilitation.records.learnings import LearningFacts
from facilitation.records.sections import SECTIONS
from facilitation.records.texts import Place
from facilitation.records.themes import ThemeFacts
from facilitation.records.versions import Version
from facilitation.web.documents.asked import told_of
from facilitation.web.documents.gathering import as_published, drafts, gather
from facilitation.web.documents.standing import frozen_of
from facilitation.web.learning_site.clearing import PARTS
from tests.web.conftest import House, Planned
from tests.web.test_later import answers, opened, over
from tests.web.test_pairing import held, slip_of
from tests.web.test_publishing import DAY, PUBLICATION, SECRET, page, publish, read_by_all, told, withdraw

OBSERVER = By("observer", "o1")


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
    seqs = tuple(one.identity.seq for one in found["fr"].sessions)
    now = house.doors.clock()
    made = Version(1, "published", now, sessions=ids, frozen=frozen_of(found), digest="2:x", seqs=seqs)
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
    themes.change(database, known.id, ThemeFacts("Arriver", "Autre chose."), 1, 7)
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


def counted(found: Dossier) -> int:
    """How often observers saw what was promoted, in all sessions."""
    return sum(sum(step.room) for one in found.sessions for line in one.seen for step in line.steps)


def as_told(house: House, which: str) -> Dossier:
    """The dossier that is published, or the draft after it."""
    experiment = experiments.find(house.doors.database, 1)
    assert experiment is not None
    with house.app.test_request_context():
        found = told_of(experiment, "fr", RENDERINGS["restitution"], which)
    # How far a session has gone is no part of what is printed: by it, what was made too early is thrown away.
    return replace(found, sessions=tuple(replace(one, identity=replace(one.identity, seq=0)) for one in found.sessions))


def watched(house: House) -> tuple[Planned, CountLine]:
    """A session that is over, in which a line was counted three times and promoted; and to count it once more, as a
    phone without a network does that sends it later.
    """
    session = house.plan(format_id="learning-from-a-game")
    session.say(OpenDoor(), AdmitObserver())
    for _ in range(6):
        session.join()
    session.go_on()
    line = next(iter(grid_of(session.state, session.state.now_playing)))
    again = CountLine(line, True, at=house.doors.clock())
    session.say(again, again, again, by=OBSERVER)
    session.say(KeepCount(line), CloseSession())
    house.noted(session.id, "closed_at")
    return session, again


def test_what_is_said_or_counted_later_makes_the_next_version_and_leaves_the_published_one(fresh_house: House) -> None:
    staff, (_, author, _) = fresh_house.staff(), told(fresh_house)
    late, codes, _ = over(fresh_house)
    seen, once_more = watched(fresh_house)
    address = opened(fresh_house, late)
    answers(fresh_house, address, **{"q-clear_later": "5", "code": codes[0]})
    fresh_house.later(DAY)
    read_by_all(fresh_house, staff)
    publish(staff)
    before, draft = page(staff), page(staff, which="draft")
    assert "published, version 1" in page(staff, which="draft", language="en"), "whichever language is asked for"
    assert "publié, version 1" in before
    assert "publié, version 1" in draft, "nothing was changed"

    whole = as_told(fresh_house, "")
    fresh_house.later(1)
    for code, value in zip(codes[1:], (4, 4, 5, 5, 1), strict=True):
        assert answers(fresh_house, address, **{"q-clear_later": str(value), "code": code}).at == "/later"
    seen.say(once_more, by=OBSERVER)
    late.say(TakeNote("Un mot de plus, longtemps après."), TakeNote("Un regret, à part."))
    assert "Un mot de plus" not in page(staff)
    assert as_told(fresh_house, "") == whole
    draft = page(staff, which="draft")
    assert "brouillon, version 2" in draft
    assert "Un mot de plus, longtemps après." in draft
    found, now = whole, as_told(fresh_house, "draft")
    assert [one.numbers.both for one in found.across if one.numbers.both] == [1]
    assert [one.numbers.both for one in now.across if one.numbers.both] == [6]
    assert (counted(found), counted(now)) == (3, 4)
    staff.open(PUBLICATION)
    assert "version 2" in staff.words, "it may be published"

    withdraw(author)
    again = page(staff)
    assert "publié, version 2" in again
    assert SECRET in before
    assert SECRET not in again
    assert "Un mot de plus" not in again, "what was taken back goes, and nothing comes with it"
    assert [one.numbers.both for one in as_told(fresh_house, "").across if one.numbers.both] == [1]
