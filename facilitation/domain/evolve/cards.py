"""Cards: as they are worded, marked, placed, dealt, taken back."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.evolve.mappings import put
from facilitation.domain.paper import taken_back_by_ticket
from facilitation.domain.session import Card, Session

Changed = e.CardPosted | e.CardEdited | e.CardWithdrawn | e.CardHidden | e.CardRestored | e.CardMarked


def cards_after(s: Session, event: e.CardEvent) -> Session:
    """The session with its cards as they now are."""
    match event:
        case e.CardPlaced(step=step, card=card, holder=holder):
            of_card = put(s.places.get(step, {}).get(card, {}), holder, (event.across, event.up))
            return replace(s, places=put(s.places, step, put(s.places.get(step, {}), card, of_card)))
        case e.CardSifted(card=card, to=to):
            board = s.cards[card].board
            queue = [id for id in s.queues.get(board, ()) if id != card]
            if to is not None:
                queue.insert(max(0, to - 1), card)
            return replace(s, queues=put(s.queues, board, tuple(queue)))
        case e.ItemsCarried(step=step, board=board, cards=cards):
            return replace(s, carried=put(s.carried, step, put(s.carried.get(step, {}), board, cards)))
        case e.CardsDealt(step=step, board=board, hands=hands):
            return replace(s, dealt=put(s.dealt, step, put(s.dealt.get(step, {}), board, dict(hands))))
        case _:
            changed = _card(s, event)
            return taken_back_by_ticket(replace(s, cards=put(s.cards, changed.id, changed)), event)


def _card(s: Session, event: Changed) -> Card:
    match event:
        case e.CardPosted():
            card = Card(
                id=event.card,
                board=event.board,
                step=event.step,
                author=event.author,
                text=event.text,
                column=event.column,
                posted_at=event.at,
                about=event.about,
                reason=event.reason,
                held=s.reviewing,
            )
        case e.CardEdited(card=id, text=text, by=by):
            card = replace(s.cards[id], text=text, edited=True, editors=s.cards[id].editors | {by})
            card = replace(card, held=card.held or event.held)
        case e.CardWithdrawn(card=id):
            card = replace(s.cards[id], text="", withdrawn=True)
        case e.CardHidden(card=id):
            card = replace(s.cards[id], hidden=True)
        case e.CardRestored(card=id):
            card = replace(s.cards[id], hidden=False)
        case e.CardMarked(card=id, mark=mark, on=on, by=by):
            known = s.cards[id]
            people = known.marked_by.get(mark, frozenset()) | {by} if on else frozenset()
            marks = known.marks | {mark} if on else known.marks - {mark}
            card = replace(known, marks=marks, marked_by={**known.marked_by, mark: people})
    return card
