"""What the groups of a step are called: by the format, or by the card that made each of them."""

from facilitation.domain.choosing import MADE_BEFORE, origin
from facilitation.domain.format import Text
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.visibility import all_cards_of, audiences, kept_back


def labels(session: Session, planned: Planned) -> tuple[Text | None, ...]:
    """What each group of a step is called: a name of the format, the words of a card, or nothing."""
    source = origin(session, planned)
    grouping = source.stage.groups
    if grouping is None or grouping.how not in MADE_BEFORE:
        return ()
    if grouping.how == "among":
        return tuple(option.label for option in grouping.among)
    cards = (session.cards.get(id) for id in session.group_cards.get(planned.key, ()))
    return tuple(_words(session, card) for card in cards)


def _words(session: Session, card: Card | None) -> Text | None:
    # A name stands on the wall: it may only say what the whole room could read on a board.
    return Text.same(card.text) if card is not None and _was_public(session, card) else None


def _was_public(session: Session, card: Card) -> bool:
    if card.withdrawn or card.hidden:
        return False
    return any(
        board.name == card.board
        and "everyone" in audiences(session, planned, board.seen_by)
        and card in all_cards_of(session, planned, board)
        and not kept_back(session, planned, board, card)
        for planned in session.plan
        if planned.key in session.steps
        for board in planned.stage.boards
    )
