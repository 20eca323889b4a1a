"""What a person wrote, and what becomes of it in the documents: printed under which number, only counted, and why."""

from dataclasses import dataclass

from flask_babel import gettext

from facilitation.domain.session import Session
from facilitation.projections.outcome.consent import all_published
from facilitation.projections.outcome.register import Register, card_reference, reference_of, register
from facilitation.web.contributions import Mine, mine_of


@dataclass(frozen=True, slots=True)
class Printed:
    """One contribution; `ref` names it in the documents where its words are printed, and is empty elsewhere."""

    mine: Mine
    what: str
    ref: str = ""


def printed_of(session: Session, person: str) -> tuple[Printed, ...]:
    """Everything a person wrote and has not withdrawn, in the order of the stages."""
    known = register(session)
    return tuple(_printed(session, known, mine, person) for stage in mine_of(session, person) for mine in stage.items)


def _printed(session: Session, known: Register, mine: Mine, person: str) -> Printed:
    if mine.card:
        card = session.cards[mine.card]
        number = known.card_numbers.get(card.id)
        return _told(session, mine, known.cards[card.id], number, card_reference(session, card.id), card.writers)
    for given in known.answers:
        if given.planned.key == mine.step and given.question.name == mine.question and person in given.answer.writers:
            number = known.number_of(given) if given.ruling == "printed" else None
            return _told(session, mine, given.ruling, number, reference_of(session, given), given.answer.writers)
    return Printed(mine, gettext("Counted in the figures, without your words and without your name."))


def _told(session: Session, mine: Mine, ruling: str, number: int | None, ref: str, writers: frozenset[str]) -> Printed:
    if number is None:
        return Printed(mine, _why_not(ruling))
    if all_published(session, writers):
        return Printed(mine, gettext("Printed under no. %(number)s, outside too.", number=number), ref)
    return Printed(mine, gettext("Printed under no. %(number)s, not outside.", number=number), ref)


def _why_not(ruling: str) -> str:
    match ruling:
        case "no consent":
            return str(gettext("Not printed: you, or somebody who wrote it with you, did not agree to it."))
        case "hidden":
            return str(gettext("Not printed: it was not shown in the room."))
        case "left out":
            return str(gettext("Not printed, as the room was promised."))
    return str(gettext("Not printed: only you and the team have read it."))
