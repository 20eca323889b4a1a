"""Who stands behind each contribution: for counting people only, never for a document, a page or an export."""

from facilitation.domain.session import Session
from facilitation.projections.outcome.register import reference, register


def writers_of(session: Session) -> dict[str, frozenset[str]]:
    """The people behind each contribution that may be reproduced, by its reference."""
    known = register(session)
    found = {reference(session, "card", id): frozenset(session.cards[id].writers) for id in known.card_numbers}
    for one in known.answers:
        if one.ruling == "printed":
            ref = reference(session, "answer", one.planned.key, one.question.name, one.holder)
            found[ref] = frozenset(one.answer.writers)
    return found
