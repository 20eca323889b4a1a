"""What is true of paper after each event: packets numbered, slips typed or taken back, hands counted."""

from collections.abc import Mapping
from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.session import PaperSeat, Session, Slip


def on_paper(s: Session, event: e.PaperEvent) -> Session:
    """The session after an event that only paper knows."""
    match event:
        case e.PaperPrinted(people=people, aliases=aliases, sheets=sheets):
            seats = (PaperSeat(person, alias) for person, alias in zip(people, aliases, strict=True))
            return replace(s, seats=(*s.seats, *seats), sheets=(*s.sheets, *sheets))
        case e.ConsentsGiven(person=id, consents=consents):
            known = replace(s.people[id], consents=consents)
            return replace(s, people={**s.people, id: known}, consented=s.consented | {id})
        case e.SlipEntered(step=step, person=person):
            slip = Slip(event.at, event.by, event.blank, event.late, dictated=event.dictated)
            return replace(s, slips={**s.slips, step: {**s.slips.get(step, {}), person: slip}})
        case e.SlipTakenBack(step=step, person=person):
            kept = {who: slip for who, slip in s.slips.get(step, {}).items() if who != person}
            return replace(s, slips={**s.slips, step: kept})
        case e.HandsCounted(step=step, of=of, totals=totals):
            counts: Mapping[str, Mapping[str, int]] = {**s.hand_counts.get(step, {}), of: dict(totals)}
            counts = {name: found for name, found in counts.items() if found}
            return replace(s, hand_counts={**s.hand_counts, step: counts})


def taken_back_by_ticket(s: Session, event: e.Event) -> Session:
    """A slip of which something was withdrawn is not typed again.

    A correction of the slip withdraws too; but it ends with `SlipEntered`, which makes the slip whole again.
    """
    match event:
        case e.CardWithdrawn(card=id):
            people, step = s.cards[id].writers, s.cards[id].step
        case e.AnswerWithdrawn(step=step, question=question, holder=holder):
            people = s.answers[step][question][holder].writers
        case _:
            return s
    typed = s.slips.get(step, {})
    if not people & typed.keys():
        return s
    marked = {who: replace(slip, withdrawn=slip.withdrawn or who in people) for who, slip in typed.items()}
    return replace(s, slips={**s.slips, step: marked})


def written_since(s: Session, event: e.Event) -> Session:
    """Who writes themselves, after a slip of theirs was typed, has more there than the slip says.

    Typing it does so too; but it ends with `SlipEntered`, which begins anew.
    """
    match event:
        case e.CardPosted(author=person, step=step) | e.VoteCast(voter=person, step=step):
            pass
        case e.CardEdited(by=person, card=id):
            step = s.cards[id].step
        case (
            e.AnswerGiven(by=person, step=step)
            | e.CardsChosen(by=person, step=step)
            | e.CardPlaced(by=person, step=step)
        ):
            pass
        case _:
            return s
    typed = s.slips.get(step, {})
    if person not in typed or typed[person].since:
        return s
    return replace(s, slips={**s.slips, step: {**typed, person: replace(typed[person], since=True)}})


def seat_number(s: Session, person: str) -> int | None:
    """The number of a person's packet, from 1."""
    return next((number for number, seat in enumerate(s.seats, 1) if seat.person == person), None)
