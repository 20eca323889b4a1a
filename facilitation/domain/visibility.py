"""Who may see what, now: decided here once, for every screen; anything not allowed is not shown."""

from collections.abc import Collection

from facilitation.domain.arranging import behind, with_mates
from facilitation.domain.dealing import hand_of
from facilitation.domain.folding import folded
from facilitation.domain.format import Board, Visibility
from facilitation.domain.levels import WITH_A_REASON, levels_of
from facilitation.domain.progress import everyone_answered
from facilitation.domain.revealing import not_yet
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.sifting import in_order, waits


def audiences(session: Session, planned: Planned, visibility: Visibility) -> frozenset[str]:
    """The audiences a visibility opens at this moment of a step: its first, and later `then` as well."""
    step = session.steps.get(planned.key)
    if step is None:
        return frozenset()
    ended = step.closed_at is not None or step.reopened > 0
    match visibility.until:
        case "everyone answered":
            come = ended or everyone_answered(session)
        case "stage ends":
            come = ended
        case "reveal":
            come = step.revealed
        case None:
            come = False
    opened = {visibility.first} | ({visibility.then} if come and visibility.then else set())
    return frozenset(opened)


def cards_of(session: Session, planned: Planned, board: Board) -> tuple[Card, ...]:
    """The cards a board shows in a step to those who may see them: new and carried ones, in the order written.

    Where lists are merged, one card stands for all that say the same; where the facilitator merged some, for those.
    """
    shown = all_cards_of(session, planned, board)
    apart = behind(session, planned, board, shown)
    shown = tuple(card for card in shown if card.id not in apart)
    if not merges(planned, board):
        return shown
    standing = folded(card for card in shown if card.about is None)
    return tuple(card for card in shown if card.id in standing or apart.get(card.about or "", card.about) in standing)


def merges(planned: Planned, board: Board) -> bool:
    """Whether a step reads the cards of a board that say the same as one."""
    return any(carry.board == board.name and (carry.merged or carry.what == "merged") for carry in planned.stage.carry)


def all_cards_of(session: Session, planned: Planned, board: Board) -> tuple[Card, ...]:
    """The same, each card by itself, in the order in which they were let in where somebody sifts them."""
    carried = with_mates(session, session.carried.get(planned.key, {}).get(board.name, ()))
    name, here = board.name, planned.key
    cards = (c for c in session.cards.values() if c.board == name and not c.withdrawn)
    shown = {c.id: c for c in cards if c.step == here or c.id in carried or c.about in carried}
    whole = tuple(card for card in shown.values() if card.about is None or card.about in shown)
    return in_order(session, name, whole)


def _brought(session: Session, planned: Planned, board: Board) -> Collection[str]:
    brought = session.carried.get(planned.key, {}).get(board.name, ())
    return with_mates(session, brought) if session.merges else brought


def is_on(session: Session, planned: Planned, board: Board, card: Card) -> bool:
    """Whether a card is on a board, alone or within a merged one; without listing the others where that can be told."""
    if merges(planned, board):
        return card in cards_of(session, planned, board)
    carried = _brought(session, planned, board)
    brought = card.step == planned.key or card.id in carried or card.about in carried
    there = card.board == board.name and not card.withdrawn and brought
    return there and (card.about is None or is_on(session, planned, board, session.cards[card.about]))


def votes_shown(session: Session, planned: Planned) -> bool:
    """Whether the counts of a vote may be seen by everyone now."""
    vote, step = planned.stage.vote, session.steps.get(planned.key)
    if vote is None or step is None or vote.reveal == "later":
        return False
    ended = step.closed_at is not None or step.reopened > 0
    return vote.reveal == "live" or step.revealed or (vote.reveal == "at the end" and ended)


def stance_of(session: Session, card: Card) -> str | None:
    """The level whose reason a card says, if it is the reason of a vote."""
    planned = session.planned(card.step) if card.reason else None
    vote = planned.stage.vote if planned else None
    if vote is None or card.about is None:
        return None
    level = session.votes.get(card.step, {}).get(card.author, {}).get(card.about, 0)
    stance = levels_of(vote).get(level)
    return stance if stance in WITH_A_REASON else None


def kept_back(session: Session, planned: Planned, board: Board, card: Card) -> bool:
    """Whether a card is still kept from its readers: with the counts it would tell, until its turn or its review."""
    if waits_for_votes(session, planned, card):
        return True
    if card.held and "everyone" in audiences(session, planned, board.seen_by):
        return True
    return board.reveal != "at once" and card.id in not_yet(session, planned, board, cards_of(session, planned, board))


def sifters(session: Session, board: Board) -> frozenset[str]:
    """The shared channels of those who sift a board."""
    role = board.sifted_by
    if role in ("nobody", "facilitator"):
        return frozenset()
    rows = session.groups.get(session.current, ()) if session.current else ()
    if role in in_groups(session):
        return frozenset(f"role:{role}:{number}" for number in range(len(rows)))
    return frozenset({f"role:{role}"})


def waits_for_votes(session: Session, planned: Planned, card: Card) -> bool:
    """Whether a reason is kept back with the counts of its vote, which it would tell."""
    return card.step == planned.key and stance_of(session, card) is not None and not votes_shown(session, planned)


def shared_channels(session: Session, opened: frozenset[str], group: int | None) -> frozenset[str]:
    """The shared channels opened by these audiences for what a member of `group` wrote: none for its author only."""
    if "everyone" in opened:
        return frozenset({"everyone"})
    apart = in_groups(session)
    channels = {a for a in opened if a.startswith("role:") and a.removeprefix("role:") not in apart}
    if group is not None:
        channels |= {f"{a}:{group}" for a in opened if a.startswith("role:") and a.removeprefix("role:") in apart}
    if "group" in opened and group is not None:
        channels.add(f"group:{group}")
    return frozenset(channels)


def in_groups(session: Session) -> frozenset[str]:
    """The roles that each group has its own holders of: what one group writes for them, no other group reads."""
    roles = session.format.roles if session.format else ()
    return frozenset(role.name for role in roles if role.per == "group" or role.chosen_by == "rotation")


def sees_card(session: Session, planned: Planned, board: Board, card: Card, viewer: str) -> bool:
    """Whether a participant may read a card of a board now."""
    if card.withdrawn:
        return False
    if card.author == viewer:
        return True
    if card.hidden or kept_back(session, planned, board, card):
        return False
    if waits(session, card):
        return bool(sifters(session, board) & reading(session, viewer))
    if card.about and not sees_card(session, planned, board, session.cards[card.about], viewer):
        return False
    if card.id in (hand_of(session, planned.key, board.name, viewer) or ()):
        return True
    opened = audiences(session, planned, board.seen_by)
    return bool(shared_channels(session, opened, table_of(session, planned, board, card)) & reading(session, viewer))


def table_of(session: Session, planned: Planned, board: Board, card: Card) -> int | None:
    """The number of the group that a card belongs to: its author's now, or the table at which it was written."""
    return session.group_of(card.author, card.step if board.belongs_to == "table" else planned.key)


def reading(session: Session, viewer: str) -> frozenset[str]:
    """The shared channels a participant reads now."""
    number = session.group_of(viewer)
    names = session.role_names(viewer)
    roles = {f"role:{name}" for name in names}
    if number is not None:
        roles |= {f"role:{name}:{number}" for name in names if name in in_groups(session)}
    return frozenset({"everyone"} | roles | ({f"group:{number}"} if number is not None else set()))
