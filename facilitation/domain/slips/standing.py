"""What a person has in a step now, as their slip would say it."""

from dataclasses import replace

from facilitation.domain.commands import CardWritten, SlipContent
from facilitation.domain.progress import holder
from facilitation.domain.session import Card, Planned, Session


def standing(session: Session, planned: Planned, person: str) -> SlipContent:
    """The cards, answers, vote and choice of a person in a step, in a session as it was then (see `when_written`)."""
    cards: dict[str, tuple[CardWritten, ...]] = {}
    for card in session.cards.values():
        if is_of_slip(card, planned, person):
            cards[card.board] = (*cards.get(card.board, ()), CardWritten(card.text, card.column))
    given = session.answers.get(planned.key, {})
    answers = {}
    for question in planned.stage.ask:
        answer = given.get(question.name, {}).get(holder(session, question, person))
        if answer is not None and not answer.withdrawn:
            answers[question.name] = answer.value
    reasons = {
        card.about: card.text
        for card in session.cards.values()
        if card.reason and card.about and card.author == person and card.step == planned.key and not card.withdrawn
    }
    return SlipContent(
        cards=cards,
        answers=answers,
        dots=session.votes.get(planned.key, {}).get(person, {}),
        reasons=reasons,
        chosen=session.choices.get(planned.key, {}).get(chooser_of(session, planned, person), ()),
    )


def wrote_elsewhere(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person has something of their own in a step that no slip of theirs says: from a device, or a phone."""
    typed = session.slips.get(planned.key, {}).get(person)
    if typed is not None:
        return typed.since
    whole = standing(session, planned, person)
    shared = {question.name for question in planned.stage.ask if holder(session, question, person) != person}
    chosen = whole.chosen if chooser_of(session, planned, person) == person else ()
    answers = {name: value for name, value in whole.answers.items() if name not in shared}
    return not replace(whole, answers=answers, chosen=chosen).blank


def is_of_slip(card: Card, planned: Planned, person: str) -> bool:
    """Whether a card is one that typing a slip again would change.

    A card that others put their words into since is the group's: typing the slip again leaves it alone.
    """
    own = card.author == person and card.editors <= {person}
    return own and card.step == planned.key and not card.withdrawn and card.about is None


def chooser_of(session: Session, planned: Planned, person: str) -> str:
    """Whose choice of cards it is: the person's, or their group's."""
    choose, number = planned.stage.choose, session.group_of(person, planned.key)
    return f"group:{number}" if choose is not None and choose.by == "group" and number is not None else person
