"""What the documentation is made of holds nothing that was withdrawn, nor words of those who did not agree to it."""

import pytest

from facilitation.domain.session import Session
from facilitation.projections.outcome import outcome
from tests.rehearsal.stage import SHIPPED, played
from tests.rehearsal.witness import texts_in

TELLING = 25


def words_of(session: Session, *, agreed: bool) -> set[str]:
    """The long texts of those who agreed to the report, or of those who did not."""
    authors = {person.id for person in session.people.values() if person.consents.report is agreed}
    cards = {card.text for card in session.cards.values() if card.author in authors and not card.withdrawn}
    given = (answer for asked in session.answers.values() for held in asked.values() for answer in held.values())
    answers = {text for answer in given if answer.by in authors for text in texts_in(answer.value)}
    return {text for text in cards | answers if len(text) >= TELLING}


@pytest.mark.parametrize("name", [*SHIPPED, "everything"])
def test_only_words_whose_authors_agreed_are_in_the_outcome(name: str) -> None:
    session = played(name, 12)[0].session
    told = repr(outcome(session))
    kept, private = words_of(session, agreed=True), words_of(session, agreed=False)
    assert private, "somebody must have said no, or this test proves nothing"
    assert [text for text in private if repr(text)[1:-1] in told] == []
    assert any(repr(text)[1:-1] in told for text in kept)


@pytest.mark.parametrize("name", [*SHIPPED, "everything"])
def test_no_id_of_a_person_is_in_the_outcome(name: str) -> None:
    session = played(name, 12)[0].session
    told = repr(outcome(session))
    assert [id for id in session.people if f"'{id}'" in told] == []
