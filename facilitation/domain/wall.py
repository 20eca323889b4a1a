"""The projector: what it keeps while it is frozen, and which page it shows."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.session import Answer, Card, Session


def wall_after(session: Session, event: e.WallEvent) -> Session:
    """The session after the projector was told what to show."""
    match event:
        case e.WallHidden():
            return replace(session, wall_hidden=True)
        case e.WallShown():
            return replace(session, wall_hidden=False)
        case e.WallFrozen():
            return replace(session, wall_held=session)
        case e.WallThawed():
            return replace(session, wall_held=None)
        case e.WallTurned(by=by):
            return replace(session, wall_turned=session.wall_turned + by)


def on_the_wall(session: Session) -> Session:
    """The session as the projector shows it. Frozen, it lets go of words hidden, set aside, withdrawn or changed."""
    held = session.wall_held
    if held is None:
        return session
    # What somebody took back must leave the wall at once, whatever the wall was told to keep.
    cards = {id: _let_go(card, session.cards.get(id, card)) for id, card in held.cards.items()}
    queues = {board: _still_in(row, session.queues.get(board, ())) for board, row in held.queues.items()}
    titles = {id: session.clusters.get(id, one).title for id, one in held.clusters.items()}
    clusters = {id: replace(one, title=titles[id]) for id, one in held.clusters.items()}
    return replace(held, cards=cards, queues=queues, clusters=clusters, answers=_as_now(session, held))


def _let_go(then: Card, now: Card) -> Card:
    """A card as it is now, but never shown by what was done behind a frozen wall."""
    return replace(now, hidden=then.hidden or now.hidden, held=then.held or now.held)


def _still_in(row: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id for id in row if id in now)


def _as_now(session: Session, held: Session) -> dict[str, dict[str, dict[str, Answer]]]:
    return {
        step: {
            question: {
                holder: _as_it_waits(answer, session.answers.get(step, {}).get(question, {}).get(holder, answer))
                for holder, answer in given.items()
            }
            for question, given in asked.items()
        }
        for step, asked in held.answers.items()
    }


def _as_it_waits(then: Answer, now: Answer) -> Answer:
    """An answer as it is now, but never shown by what was let in behind a frozen wall."""
    return replace(now, held=then.held or now.held)
