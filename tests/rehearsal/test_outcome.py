"""What the documentation is made of holds nothing that was withdrawn, nor words of those who did not agree to it."""

import pytest

from facilitation.domain.session import Session
from facilitation.projections.outcome import outcome
from tests.rehearsal.stage import SHIPPED, played
from tests.rehearsal.witness import texts_in

TELLING = 25


def words_of(session: Session, *, agreed: bool) -> set[str]:
    """The long texts whose writers all agreed to the report; or those of which at least one writer did not."""
    said_yes = {person.id for person in session.people.values() if person.consents.report}
    written = [(card.text, card.writers) for card in session.cards.values() if not card.withdrawn]
    for asked in session.answers.values():
        for held in asked.values():
            written += [(text, frozenset({answer.by})) for answer in held.values() for text in texts_in(answer.value)]
    return {text for text, writers in written if (writers <= said_yes) is agreed and len(text) >= TELLING}


@pytest.mark.parametrize("name", [*SHIPPED, "everything", "deciding"])
def test_only_words_whose_authors_agreed_are_in_the_outcome(name: str) -> None:
    session = played(name, 12)[0].session
    told = repr(outcome(session))
    kept, private = words_of(session, agreed=True), words_of(session, agreed=False)
    assert private, "somebody must have said no, or this test proves nothing"
    assert [text for text in private if repr(text)[1:-1] in told] == []
    assert any(repr(text)[1:-1] in told for text in kept)


def test_words_added_to_somebody_elses_card_need_their_writers_agreement_too() -> None:
    session = played("one-two-four-all", 24, 25)[0].session
    said_yes = {person.id for person in session.people.values() if person.consents.report}
    shared = [
        c for c in session.cards.values() if c.author in said_yes and not c.withdrawn and not c.writers <= said_yes
    ]
    assert shared, "somebody who said no must have added to another's card, or this test proves nothing"
    told = repr(outcome(session))
    assert [card.id for card in shared if repr(card.text)[1:-1] in told] == []


@pytest.mark.parametrize("name", [*SHIPPED, "everything", "deciding"])
def test_no_id_of_a_person_is_in_the_outcome(name: str) -> None:
    session = played(name, 12)[0].session
    told = repr(outcome(session))
    assert [id for id in session.people if f"'{id}'" in told] == []
