"""What the facilitator put together is in the record, the table and the data; what somebody took back is in none."""

import csv
import io
import json

import page
import pytest

from facilitation.documentation import contributions_csv, outcome_json
from facilitation.domain import events as e
from facilitation.domain.evolve import evolve
from facilitation.domain.session import Session
from facilitation.projections.outcome import Outcome, outcome
from tests.documentation.conftest import drawn
from tests.documentation.reading import words_of
from tests.documentation.sample import one_two_four_all

SEEN = "Le silence dure chez une personne que je nomme, puis tous parlent ensemble."


def together() -> Session:
    """The sample, with two cards read as one and put under a title with a third; a private note beside a kept one;
    and two observers, of one of whose notes an excerpt was promoted.
    """
    session = one_two_four_all()
    first, second, third, *_ = printed(session)
    for event in (
        e.CardsMerged((first, second), session.planned_at),
        e.ClusterMade("k1", "ideas", "L'arrivée", (first, second, third), session.planned_at),
        e.NoteTaken("n90", "Rien que pour nous.", "u1", None, session.planned_at, kept=False),
        e.ObserverAdmitted("o1", "u1", session.planned_at),
        e.ObservationNoted("w1", "o1", SEEN, "pairs", 1, session.planned_at, session.planned_at, flagged=True),
        e.ObservationNoted("w2", "o1", "Note jamais promue.", "pairs", 1, session.planned_at, session.planned_at, True),
        e.LineCounted("o1", "1", 1, "pairs", 1, session.planned_at, session.planned_at),
        e.ExcerptKept("w1", "Le silence […] ensemble.", "u1", session.planned_at),
    ):
        session = evolve(session, event)
    return session


def printed(session: Session) -> list[str]:
    """The cards that may be reproduced, by id."""
    texts = [card.text for stage in outcome(session).stages for board in stage.boards for card in board.cards]
    return [card.id for card in session.cards.values() if card.text in texts]


@pytest.fixture(scope="module")
def told() -> Outcome:
    return outcome(together())


def test_the_pages_group_cards_under_their_title_and_name_what_was_read_as_one(told: Outcome) -> None:
    pdf = drawn(told, "fr")
    words = words_of(pdf).replace("\u00a0", " ")
    assert "L'arrivée" in words or "L’arrivée" in words
    assert words.count("réunie en séance avec la contribution n°") == 2
    assert "Hors regroupement" in words or "sous le titre" in words
    assert "Rien que pour nous" not in words
    assert "Le silence […] ensemble." in words
    assert "observé" in words
    assert "que je nomme" not in words
    assert "jamais promue" not in words
    assert "o1" not in words.split(), "nor who observed"
    assert page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_the_table_and_the_data_say_it_too(told: Outcome) -> None:
    rows = list(csv.DictReader(io.StringIO(contributions_csv(told).decode("utf-8-sig"))))
    assert sum(row["regroupement"] == "L'arrivée" for row in rows) == 3
    assert sum("réunie avec n°" in row["marques"] for row in rows) == 2
    whole = outcome_json(told).decode()
    assert [note["text"] for note in json.loads(whole)["notes"] if note["observed"]] == ["Le silence […] ensemble."]
    assert "jamais promue" not in whole
    cards = [card for stage in json.loads(whole)["stages"] for board in stage["boards"] for card in board["cards"]]
    assert sorted(len(card["joined"]) for card in cards)[-2:] == [1, 1]
    assert "Rien que pour nous" not in whole


def test_whoever_takes_their_words_back_leaves_the_other_alone() -> None:
    session = together()
    first, second, *_ = printed(session)
    words = session.cards[first].text
    told = outcome(evolve(session, e.CardWithdrawn(first, session.planned_at)))
    assert json.dumps(words, ensure_ascii=False) not in outcome_json(told).decode()
    left = [card for stage in told.stages for board in stage.boards for card in board.cards]
    assert session.cards[second].text in [card.text for card in left]
    assert all(not card.joined for card in left)
