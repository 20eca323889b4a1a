"""A chart shown after a loop tells all its rounds, and none that is still open."""

from facilitation.domain.format import Example
from facilitation.domain.session import Session
from facilitation.formats.performance import Played, play
from facilitation.projections.charts import charts_of
from facilitation.projections.view import View
from tests.formats.shipped import library


def _at(step: str, session: Session) -> list[tuple[str, str]]:
    planned = session.planned(step)
    assert planned is not None
    view = View(session)
    view.__dict__["planned"] = planned
    return [(point["x"], point["y"]) for point in charts_of(view)["1"]["points"]]


def test_the_debrief_shows_every_round() -> None:
    found = library().format("public-goods")
    assert found is not None
    rounds = (("10", "20", "30"), ("20", "20", "20"), ("0", "0", "30"))
    outcome = play(found, Example(answers={"contribution": rounds}), 3)
    assert isinstance(outcome, Played)
    assert _at("facts", outcome.session) == [("1", "20"), ("2", "20"), ("3", "10")]
    assert _at("results.2", outcome.session) == [("1", "20"), ("2", "20")]
