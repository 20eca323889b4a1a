"""Voting: dots within a budget, scores on a scale, a level for each card with its reason, an order of the cards."""

from collections.abc import Mapping

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.format import Vote
from facilitation.domain.levels import WITH_A_REASON, levels_of
from facilitation.domain.rules import tasks
from facilitation.domain.rules.words import tidy
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Card, Planned, Session

LONGEST_REASON = 1000


def cast_vote(
    session: Session, planned: Planned, command: c.CastVote, person: str, now: int
) -> tuple[e.Event, ...] | Refused:
    """A whole ballot, which replaces the earlier one of its voter."""
    vote = planned.stage.vote
    if vote is None:
        return Refused("no-vote")
    if not tasks.may_vote(session, planned, person):
        return Refused("not-your-turn" if not session.holds(person, vote.by) else "stage-closed")
    ballot = {card: number for card, number in command.dots.items() if number}
    wrong = _wrong(session, planned, vote, ballot, person)
    if wrong is not None:
        return wrong
    seen = {card.id: card for card in tasks.visible_cards(session, planned, vote.of, person)}
    if not ballot.keys() <= seen.keys():
        return Refused("unknown-card")
    barred = {id for id, card in seen.items() if card.author == person and not vote.own_cards}
    if ballot.keys() & barred:
        return Refused("own-card")
    reasons = _reasons(session, planned, vote, command, ballot, person)
    if isinstance(reasons, Refused):
        return reasons
    each = vote.manner != "dots" or vote.rate_to is not None
    whole = not each or seen.keys() - barred <= ballot.keys()
    return (
        e.VoteCast(planned.key, person, ballot, now, whole),
        *_said(session, planned, vote, reasons, person, now),
    )


def _wrong(session: Session, planned: Planned, vote: Vote, ballot: Mapping[str, int], person: str) -> Refused | None:
    """Whether the numbers of a ballot are those that the vote asks for."""
    if levels_of(vote):
        return None if set(ballot.values()) <= levels_of(vote).keys() else Refused("not-an-option")
    if vote.manner == "ranking":
        return None if sorted(ballot.values()) == list(range(1, len(ballot) + 1)) else Refused("not-an-order")
    most = whole_limit(session, planned, vote.per_item, person)
    if vote.rate_to is not None:
        low = whole_limit(session, planned, vote.rate_from, person) or 0
        high = whole_limit(session, planned, vote.rate_to, person) or 0
        if any(not low <= number <= high for number in ballot.values()):
            return Refused("out-of-scale", {"fewest": str(low), "most": str(high)})
    else:
        budget = whole_limit(session, planned, vote.dots, person) or 0
        if any(number < 0 for number in ballot.values()) or sum(ballot.values()) > budget:
            return Refused("over-budget", {"dots": str(budget)})
    if most is not None and any(number > most for number in ballot.values()):
        return Refused("over-item-limit", {"most": str(most)})
    return None


def _reasons(
    session: Session, planned: Planned, vote: Vote, command: c.CastVote, ballot: Mapping[str, int], person: str
) -> Mapping[str, str] | Refused:
    """The reason for each card whose level asks for one: said now, or still standing from before."""
    found: dict[str, str] = {}
    for card, number in ballot.items():
        if levels_of(vote).get(number) not in WITH_A_REASON:
            continue
        before = standing_reason(session, planned, card, person)
        text = tidy(command.reasons.get(card, before.text if before else ""), LONGEST_REASON)
        if isinstance(text, Refused):
            return Refused("reason-missing") if text.reason == "empty" else text
        found[card] = text
    return found


def standing_reason(session: Session, planned: Planned, about: str, person: str) -> Card | None:
    """The reason that a person gave in this step for their vote on a card, unless it was taken back."""
    mine = (card for card in session.cards.values() if card.reason and card.about == about and card.author == person)
    return next((card for card in mine if card.step == planned.key and not card.withdrawn), None)


def _said(
    session: Session, planned: Planned, vote: Vote, reasons: Mapping[str, str], person: str, now: int
) -> tuple[e.Event, ...]:
    """The reasons as cards under the cards they are about; one whose vote was changed is erased."""
    events: list[e.Event] = []
    fresh = len(session.cards)
    for card, text in reasons.items():
        before = standing_reason(session, planned, card, person)
        if before is None:
            fresh += 1
            events.append(
                e.CardPosted(f"c{fresh}", vote.of, planned.key, person, text, None, now, about=card, reason=True)
            )
        elif before.text != text:
            events.append(e.CardEdited(before.id, person, text, now, session.reviewing))
    for kept in tuple(session.cards.values()):
        mine = kept.reason and kept.author == person and kept.step == planned.key and not kept.withdrawn
        if mine and kept.about not in reasons:
            events.append(e.CardWithdrawn(kept.id, now))
    return tuple(events)
