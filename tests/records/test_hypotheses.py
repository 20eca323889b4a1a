"""Hypotheses keep every wording with its date; the one that stood at the launch can always be told."""

import pytest

from facilitation.database import Database
from facilitation.records import described, experiments, hypotheses, live_sessions
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.hypotheses import Verdict, Wording

FIRST = Wording("on écrit", "on ose", "les mots sont prêts", "sept personnes sur dix parlent")
SECOND = Wording("on écrit", "on rit", "les mots sont prêts", "")


@pytest.fixture
def experiment(database: Database) -> int:
    return experiments.add(database, ExperimentFacts("Titre"), 1)


def launch(database: Database, experiment: int, at: int) -> str:
    header = live_sessions.prepare(experiment, "Séance", "one-two-four-all", "fr", None, 5)
    live_sessions.add(database, header)
    live_sessions.mirror_status(database, header.id, "running", 0, at)
    return header.id


def test_a_change_is_kept_beside_what_stood_before(database: Database, experiment: int) -> None:
    number = hypotheses.add(database, experiment, FIRST, 1, now=10)
    hypotheses.change(database, number, SECOND, "la salle n'était pas d'accord", 2, now=30)
    hypotheses.change(database, number, SECOND, "encore", 2, now=40)
    found = hypotheses.of_experiment(database, experiment)
    assert [(each.number, each.wording, each.why, each.account, each.at) for each in found[0].versions] == [
        (1, FIRST, "", 1, 10),
        (2, SECOND, "la salle n'était pas d'accord", 2, 30),
    ]


def test_the_wording_at_the_launch_can_be_told(database: Database, experiment: int) -> None:
    number = hypotheses.add(database, experiment, FIRST, 1, now=10)
    hypotheses.change(database, number, SECOND, "", 1, now=30)
    late = hypotheses.add(database, experiment, FIRST, 1, now=30)
    assert live_sessions.launched_at(database, experiment) is None
    session = launch(database, experiment, at=20)
    live_sessions.mirror_status(database, session, "closed", 7, 50)
    launched = live_sessions.launched_at(database, experiment)
    assert launched == 20
    one, other = (hypotheses.find(database, each) for each in (number, late))
    assert one is not None
    assert other is not None
    assert one.newest.wording == SECOND
    assert (one.before(launched), one.changed_after(launched)) == (one.versions[0], one.versions[1:])
    assert (other.before(launched), other.changed_after(launched)) == (None, other.versions)
    told = described.of_session(database, session)
    assert told is not None
    assert told.hypotheses == (FIRST.sentence, FIRST.sentence)
    header = live_sessions.find(database, session)
    assert header is not None
    assert (header.started_at, header.closed_at, header.people) == (20, 50, 7)


def test_a_verdict_is_dated_and_counted(database: Database, experiment: int) -> None:
    one, two = (hypotheses.add(database, experiment, FIRST, 1, now=10) for _ in range(2))
    hypotheses.judge(database, one, Verdict("nuanced", "sept sur douze", 1, 60))
    found = hypotheses.find(database, one)
    assert found is not None
    assert found.verdict == Verdict("nuanced", "sept sur douze", 1, 60)
    assert hypotheses.verdicts(database, [experiment]) == {experiment: {"nuanced": 1, "open": 1}}
    assert hypotheses.verdicts(database, []) == {}
    hypotheses.remove(database, two)
    assert [each.id for each in hypotheses.of_experiment(database, experiment)] == [one]
