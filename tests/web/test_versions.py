"""What was published stays as it was, whatever is held, coded or validated afterwards."""

from fractions import Fraction

from facilitation.documentation.analysis.units import units_of
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.data import dossier_json
from facilitation.domain.commands import By, CloseSession, GiveAnswer, TakeNote
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.records import codings, experiments, themes, versions
from facilitation.records.themes import ThemeFacts
from facilitation.records.versions import Version
from facilitation.web.documents.gathering import as_published, drafts, gather
from facilitation.web.documents.standing import frozen_of
from tests.web.conftest import House, Planned
from tests.web.test_pairing import held, slip_of


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
