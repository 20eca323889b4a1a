"""What a person has in a step now, as their slip would say it."""

from dataclasses import replace

from facilitation.domain.commands import CardWritten, SlipContent
from facilitation.domain.placing import placer
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
        marks=_marked(session, planned, person),
        comments=_said(session, planned, person),
        places=_placed(session, planned, person),
        offers=tuple(r for r, people in session.hands.get(planned.key, {}).items() if person in people),
        group=session.group_of(person, planned.key),
    )


def remarks_of(session: Session, planned: Planned, board: str, person: str) -> tuple[Card, ...]:
    """What a person wrote under the cards of a board in a step, in the order written."""
    mine = (card for card in session.cards.values() if card.author == person and card.step == planned.key)
    return tuple(c for c in mine if c.board == board and c.about and not c.reason and not c.withdrawn)


def own_cards(session: Session, planned: Planned, board: str, person: str) -> tuple[Card, ...]:
    """The cards that a person wrote on a board in a step, as the lines of their slip."""
    return tuple(card for card in session.cards.values() if card.board == board and is_of_slip(card, planned, person))


def _marked(session: Session, planned: Planned, person: str) -> dict[str, tuple[str, ...]]:
    boards = {board.name for board in planned.stage.boards}
    cards = (card for card in session.cards.values() if card.board in boards)
    found = {card.id: tuple(sorted(m for m, people in card.marked_by.items() if person in people)) for card in cards}
    return {card: marks for card, marks in found.items() if marks}


def _said(session: Session, planned: Planned, person: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for board in planned.stage.boards:
        for card in remarks_of(session, planned, board.name, person):
            found[card.about or ""] = (*found.get(card.about or "", ()), card.text)
    return found


def _placed(session: Session, planned: Planned, person: str) -> dict[str, tuple[int, ...]]:
    """By card, or, for those of one's own, by the line that they stand on."""
    places, found = session.places.get(planned.key, {}), dict[str, tuple[int, ...]]()
    for board in planned.stage.boards:
        holder_of = placer(session, planned, board, person)
        lines = own_cards(session, planned, board.name, person) if board.placed_by == "author" else ()
        names = {card.id: f"{board.name}/{n}" for n, card in enumerate(lines, 1)}
        cards = (id for id in places if session.cards[id].board == board.name and holder_of in places[id])
        found |= {names.get(id, id): places[id][holder_of] for id in cards}
    return found


def wrote_elsewhere(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person has something of their own in a step that no slip of theirs says: from a device, or a phone."""
    typed = session.slips.get(planned.key, {}).get(person)
    if typed is not None:
        return typed.since
    whole = standing(session, planned, person)
    shared = {question.name for question in planned.stage.ask if holder(session, question, person) != person}
    chosen = whole.chosen if chooser_of(session, planned, person) == person else ()
    answers = {name: value for name, value in whole.answers.items() if name not in shared}
    alone = {board.name for board in planned.stage.boards if board.placed_by != "group"}
    places = {card: spot for card, spot in whole.places.items() if _board_of(session, card) in alone}
    return not replace(whole, answers=answers, chosen=chosen, places=places, group=None).blank


def _board_of(session: Session, named: str) -> str:
    return session.cards[named].board if named in session.cards else named.partition("/")[0]


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
