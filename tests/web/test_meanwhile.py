"""Two people who change the same thing at once: nobody is overwritten in silence, wherever something is written."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from facilitation.records import (
    commitments,
    experiments,
    hypotheses,
    learnings,
    organisations,
    programmes,
    protocols,
    sites,
    themes,
)
from facilitation.records.hypotheses import Wording
from facilitation.records.learnings import LearningFacts
from tests.web.conftest import House


@dataclass(frozen=True)
class Written:
    """A page where something is written, and what two people put into one of its boxes."""

    path: str
    box: str
    more: dict[str, Any] = field(default_factory=dict)
    sent_to: str | None = None
    """Where its form leads, where that is not the page itself."""

    def filled(self, words: str) -> dict[str, Any]:
        """What is sent."""
        return {self.box: words, **self.more}


PAGES = {
    "learning": Written("/experiments/1/learnings/1", "why"),
    "experiment": Written("/experiments/1/edit", "question"),
    "protocol": Written("/experiments/1/protocol/edit", "purpose"),
    "hypothesis": Written("/experiments/1/hypotheses/{hypothesis}", "because"),
    "verdict": Written("/experiments/1/hypotheses/{hypothesis}/verdict", "words", {"word": "supported"}),
    "site": Written("/sites/{site}", "notes"),
    "programme": Written("/programmes/{programme}", "words"),
    "edition": Written("/programmes/editions/{edition}/edit", "words"),
    "theme": Written("/experiments/1/themes/{theme}", "definition"),
    "commitment": Written(
        "/experiments/1/following", "outcome", {}, "/experiments/1/following/commitments/{commitment}"
    ),
}


def kept(house: House) -> str:
    """Everything that the house has kept on these pages."""
    database = house.doors.database
    protocol = protocols.of_experiment(database, 1)
    found = experiments.find(database, 1), hypotheses.of_experiment(database, 1), learnings.of_experiment(database, 1)
    seasons = programmes.everything(database), programmes.every_edition(database)
    after = themes.of_experiment(database, 1), commitments.of_experiment(database, 1)
    return repr((found, sites.everywhere(database), protocol, seasons, after))


def furnished(house: House) -> dict[str, int]:
    """An experiment with a learning, a hypothesis and a site; the numbers of those."""
    house.staff()
    database = house.doors.database
    if not learnings.of_experiment(database, 1):
        learnings.add(database, 1, LearningFacts("On entre.", why="vu deux fois"), 1, 1)
    hypothesis = hypotheses.add(database, 1, Wording("on s'assoit", "on parle"), 1, 1)
    programme = programmes.add(database, "Saison", "")
    facts = programmes.EditionFacts("Printemps", date(2026, 1, 1), date(2026, 9, 30))
    return {
        "hypothesis": hypothesis,
        "site": sites.everywhere(database)[0].id,
        "programme": programme,
        "edition": programmes.add_edition(database, programme, facts),
        "theme": themes.add(database, 1, themes.ThemeFacts(f"Thème {hypothesis}", ""), 1, 1),
        "commitment": commitments.add(database, 1, commitments.Promise("Une association", "prête une salle"), 1, 1),
    }


@pytest.mark.parametrize("kind", PAGES)
def test_the_last_to_save_is_told_and_nothing_of_either_is_lost(house: House, kind: str) -> None:
    page, numbers = PAGES[kind], furnished(house)
    path, action = page.path.format(**numbers), page.sent_to and page.sent_to.format(**numbers)
    one, other = f"Ce que la première personne a écrit ({kind}).", f"Ce que l’autre a écrit entre-temps ({kind})."
    first, second = house.staff(), house.staff()
    first.open(path)
    second.open(path)
    first.send(action, **page.filled(one))
    assert first.page.status_code == 200
    assert one in kept(house)
    second.send(action, **page.filled(other))
    assert second.page.status_code == 409, "somebody was faster"
    assert one in kept(house)
    assert other not in kept(house), "and was not overwritten"
    assert one in second.words, "what they saved is in sight"
    mine = [form for form in second.forms() if page.box in form.fields and (action is None or form.action == action)]
    assert other in mine[0].fields[page.box]
    # Saving again is a choice made with both in sight.
    second.send(action)
    assert second.page.status_code == 200
    assert other in kept(house)
    second.open(path)
    second.send(action, drop=("base",), **page.filled(one))
    assert second.page.status_code == 409, "a form that does not say over what it was written is not believed"
    assert other in second.words


def test_a_mistake_on_the_way_does_not_hide_who_was_faster(house: House) -> None:
    """The page that says what is missing goes on from what its reader had seen, not from what stands by then."""
    furnished(house)
    first, second = house.staff(), house.staff()
    for each in (first, second):
        each.open("/experiments/1/edit")
    first.send(question="Une question toute nouvelle ?")
    second.send(title="", question="Une autre question ?")
    assert second.page.status_code == 422
    second.send(title="Avec un titre")
    assert second.page.status_code == 409
    assert "Une question toute nouvelle ?" in second.words


def test_what_was_described_on_the_way_is_made_once(house: House) -> None:
    furnished(house)
    first, second = house.staff(), house.staff()
    for each in (first, second):
        each.open("/experiments/1/edit")
    first.send(question="Encore une question ?")
    before = len(sites.everywhere(house.doors.database))
    second.send(site="new", new_name="La salle du bas")
    assert second.page.status_code == 409
    assert len(sites.everywhere(house.doors.database)) == before
    second.send()
    assert len(sites.everywhere(house.doors.database)) == before + 1


def test_the_kind_of_an_organisation_is_not_turned_back_by_a_page_that_did_not_know_it(house: House) -> None:
    page, database = "/experiments/1/partners", house.doors.database
    first, second = house.staff(), house.staff()
    for each in (first, second):
        each.open(page)
    first.send(page, name="Le Relais", category="association", role="partner")
    second.send(page, name="Le Relais", category="other", role="funder")
    assert second.page.status_code == 409
    assert dict(organisations.kinds(database))["Le Relais"] == "association"
    assert "Association" in second.words
    second.send(page)
    assert second.page.status_code == 200
    assert dict(organisations.kinds(database))["Le Relais"] == "other"
