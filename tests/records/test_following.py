"""Commitments, revisits, comments and opinions: kept with their dates, found again where they matter."""

from datetime import date

import pytest

from facilitation.database import Database
from facilitation.records import commitments, council, experiments, live_sessions, revisits
from facilitation.records.commitments import Promise
from facilitation.records.council import Comment, Opinion
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.live_sessions import LiveSession
from facilitation.records.revisits import Revisit


@pytest.fixture
def experiment(database: Database) -> int:
    return experiments.add(database, ExperimentFacts("Titre"), 1)


def a_session(database: Database, experiment: int) -> LiveSession:
    header = live_sessions.prepare(experiment, "Séance", "one-two-four-all", "fr", None, 5)
    live_sessions.add(database, header)
    return header


def test_the_next_session_opens_with_what_was_promised(database: Database, experiment: int) -> None:
    first, second = a_session(database, experiment), a_session(database, experiment)
    promise = Promise("Association", "Afficher le plan", date(2027, 1, 5), "une photo du mur", first.id)
    one = commitments.add(database, experiment, promise, 1, 10)
    two = commitments.add(database, experiment, Promise("Mairie", "Prêter la salle", session=first.id), 1, 11)
    assert [each.id for each in commitments.said_before(database, second)] == [one, two]
    assert commitments.said_before(database, first) == ()
    commitments.tell(database, experiment + 1, one, commitments.Fate("kept", "d'une autre expérimentation"), 12)
    commitments.tell(database, experiment, one, commitments.Fate("kept", "affiché le 3"), 12)
    assert [each.id for each in commitments.said_before(database, second)] == [two]
    found = commitments.of_experiment(database, experiment)
    assert (found[0].promise, found[0].state, found[0].outcome, found[0].state_at) == (
        promise,
        "kept",
        "affiché le 3",
        12,
    )
    assert commitments.still_open(database, [experiment]) == 1
    assert commitments.still_open(database, []) == 0


def test_what_readers_say_is_never_lost(database: Database, experiment: int) -> None:
    council.comment(database, experiment, "D2", "Pourquoi sept ?", 3, 10)
    council.comment(database, experiment, "", "Beau travail", 3, 11)
    one, two = council.comments_on(database, experiment)
    council.answer(database, experiment, one.id, 1, 20)
    council.answer(database, experiment, one.id, 2, 30)
    council.answer(database, experiment + 1, two.id, 2, 30)
    assert council.comments_on(database, experiment) == (
        Comment(one.id, "D2", "Pourquoi sept ?", 3, 10, 20, 1),
        two,
    )
    for word in ("reservations", "favourable"):
        council.advise(database, experiment, Opinion(word, "Raisons", 3, 40))
    assert [each.word for each in council.opinions_on(database, experiment)] == ["reservations", "favourable"]


def test_revisits_stay_beside_one_another(database: Database, experiment: int) -> None:
    late, early = Revisit(date(2027, 9, 1), "resté", 1, 50), Revisit(date(2027, 3, 1), "affiché", 1, 60)
    for each in (late, early):
        revisits.add(database, experiment, each)
    assert revisits.of_experiment(database, experiment) == (early, late)
