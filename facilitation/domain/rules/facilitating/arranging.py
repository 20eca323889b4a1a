"""Cards where the facilitator wants them: hidden, read as one, under a title."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.arranging import behind, cluster_of, mates, with_mates
from facilitation.domain.commands import Refused
from facilitation.domain.reviewing import waiting_answers
from facilitation.domain.rules.loops import after
from facilitation.domain.rules.tasks import board_of
from facilitation.domain.rules.words import tidy
from facilitation.domain.session import Cluster, Session
from facilitation.domain.visibility import all_cards_of

Decision = tuple[e.Event, ...] | Refused
Arrange = c.MergeCards | c.PartCards | c.MakeCluster | c.RenameCluster | c.ClusterCards | c.DissolveCluster
LONGEST_TITLE = 80


def moderate(session: Session, command: c.HideCard | c.RestoreCard, now: int) -> Decision:
    """Take a card off the screens, or put it back."""
    card = session.cards.get(command.card)
    if card is None or card.withdrawn:
        return Refused("unknown-card")
    hide = isinstance(command, c.HideCard)
    if card.hidden == hide:
        return ()
    return (e.CardHidden(card.id, now) if hide else e.CardRestored(card.id, now),)


def review(session: Session, command: c.ReviewCards | c.LetIn, by: str, now: int) -> Decision:
    """Have what people write wait before the whole room reads it, or let it in."""
    match command:
        case c.ReviewCards(on=on):
            if on == session.reviewing:
                return ()
            return (e.ReviewBegun(by, now) if on else e.ReviewEnded(by, now),)
        case c.LetIn(cards=cards, answers=names):
            if not set(cards) <= session.cards.keys():
                return Refused("unknown-card")
            known = waiting_answers(session) if names else {}
            if not set(names) <= known.keys():
                return Refused("answer-changed")
            waiting = tuple(id for id in dict.fromkeys(cards) if session.cards[id].held)
            let_in: list[e.Event] = [e.CardsLetIn(waiting, by, now)] if waiting else []
            found = tuple(known[name] for name in dict.fromkeys(names))
            return (*let_in, *([e.AnswersLetIn(found, by, now)] if found else ()))


def arrange(session: Session, command: Arrange, now: int) -> Decision:
    """Decide what puts cards together or apart."""
    match command:
        case c.MergeCards(cards=cards):
            return _merge(session, cards, now)
        case c.PartCards(card=id):
            row = next((row for row in session.merges if id in row), None)
            return (e.CardsParted(row, now),) if row else ()
        case c.MakeCluster(board=board, title=title, cards=cards):
            return _make(session, board, title, cards, now)
        case c.RenameCluster():
            return _rename(session, command, now)
        case c.ClusterCards(cards=cards, cluster=to):
            return _move(session, cards, to, now)
        case c.DissolveCluster():
            cluster = _cluster(session, command.cluster)
            return cluster if isinstance(cluster, Refused) else (e.ClusterDissolved(cluster.id, now),)


def _merge(session: Session, ids: tuple[str, ...], now: int) -> Decision:
    found = _cards(session, ids)
    if isinstance(found, Refused):
        return found
    first = session.cards[found[0]]
    whole = tuple(dict.fromkeys(card.id for id in found for card in mates(session, session.cards[id])))
    if len(whole) < 2:
        return Refused("one-card")
    if any(session.cards[id].about for id in whole):
        return Refused("unknown-card")
    # Merging would change what people already gave their dots to.
    if any(first.board == step.stage.vote.of for step in session.plan if step.stage.vote and step.key in session.votes):
        return Refused("already-voted")
    if whole in session.merges:
        return ()
    if _stay_apart(session, whole, now):
        return Refused("cards-apart")
    cluster = cluster_of(session, first.id)
    home = (e.CardsClustered(cluster.id if cluster else None, whole, now),) if _scattered(session, whole) else ()
    return (e.CardsMerged(whole, now), *home)


def _stay_apart(session: Session, cards: tuple[str, ...], now: int) -> bool:
    """Whether nobody would read these cards as one in the step that is on: no two of them have the same readers."""
    planned = session.now_playing
    board = board_of(planned, session.cards[cards[0]].board) if planned else None
    if planned is None or board is None:
        return False
    then = after(session, (e.CardsMerged(cards, now),))
    return not set(cards) & behind(then, planned, board, all_cards_of(then, planned, board)).keys()


def _scattered(session: Session, cards: tuple[str, ...]) -> bool:
    return len({cluster.id if (cluster := cluster_of(session, card)) else None for card in cards}) > 1


def _make(session: Session, board: str, title: str, ids: tuple[str, ...], now: int) -> Decision:
    kept = tidy(title, LONGEST_TITLE)
    if isinstance(kept, Refused):
        return kept
    found = _cards(session, ids)
    if isinstance(found, Refused):
        return found
    if session.cards[found[0]].board != board:
        return Refused("unknown-card")
    return (e.ClusterMade(f"k{len(session.actions) + 1}", board, kept, found, now),)


def _rename(session: Session, command: c.RenameCluster, now: int) -> Decision:
    cluster, kept = _cluster(session, command.cluster), tidy(command.title, LONGEST_TITLE)
    if isinstance(cluster, Refused):
        return cluster
    if isinstance(kept, Refused):
        return kept
    return () if kept == cluster.title else (e.ClusterRenamed(cluster.id, kept, now),)


def _move(session: Session, ids: tuple[str, ...], to: str | None, now: int) -> Decision:
    found = _cards(session, ids)
    if isinstance(found, Refused):
        return found
    cluster = None if to is None else _cluster(session, to)
    if isinstance(cluster, Refused):
        return cluster
    if cluster is not None and cluster.board != session.cards[found[0]].board:
        return Refused("unknown-cluster")
    moving = tuple(id for id in found if cluster_of(session, id) != cluster)
    return (e.CardsClustered(to, moving, now),) if moving else ()


def _cards(session: Session, ids: tuple[str, ...]) -> tuple[str, ...] | Refused:
    """The cards named, with those merged with them, all of one board; those that people have taken back left out."""
    if any(id not in session.cards for id in ids) or len({session.cards[id].board for id in ids}) > 1:
        return Refused("unknown-card")
    whole = [id for id in dict.fromkeys((*ids, *sorted(with_mates(session, ids)))) if not session.cards[id].withdrawn]
    return tuple(whole) if whole else Refused("unknown-card")


def _cluster(session: Session, id: str) -> Cluster | Refused:
    found = session.clusters.get(id)
    return Refused("unknown-cluster") if found is None or found.dissolved else found
