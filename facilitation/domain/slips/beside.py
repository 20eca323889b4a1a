"""Lines of a slip about cards that are there already: marks, remarks under them, their places on a map."""

from collections.abc import Iterable

from facilitation.domain.format import Board, Option, Text
from facilitation.domain.placing import LEAST, MOST
from facilitation.domain.rules import tasks
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Planned, Session
from facilitation.domain.slips.field import Field
from facilitation.domain.slips.standing import remarks_of
from facilitation.domain.visibility import cards_of

REMARKS = 3
"""Places for a remark on a slip."""

OWN_CARDS = 3


def beside(session: Session, planned: Planned, person: str | None) -> Iterable[Field]:
    """What one may do to the cards of a step without writing one."""
    for board in planned.stage.boards:
        cards = known_cards(session, planned, board.name, person, None)
        yield from _marks(session, board, cards, person)
        if board.comments_by != "nobody" and (person is None or tasks.may_comment(session, planned, board, person)):
            there = len(remarks_of(session, planned, board.name, person)) if person else 0
            places = range(1, max(REMARKS, there + 1) + 1)
            yield from (_remark(board, cards, place) for place in places)
        if board.map is not None and board.placed_by != "nobody":
            yield from _places(session, planned, board, cards, person)


def known_cards(
    session: Session, planned: Planned, board: str, person: str | None, barred: str | None
) -> tuple[Option, ...]:
    """The cards that can be pointed at: those that one person sees, or, on paper, those that everybody will."""
    used = tasks.board_of(planned, board)
    if person is not None:
        seen = tasks.visible_cards(session, planned, board, person)
    elif used is not None and used.seen_by.first == "everyone" and session.reached(planned.key):
        seen = tuple(card for card in cards_of(session, planned, used) if card.about is None and not card.hidden)
    else:
        seen = ()
    return tuple(Option(card.id, Text.same(card.text)) for card in seen if card.author != barred)


def _marks(session: Session, board: Board, cards: tuple[Option, ...], person: str | None) -> Iterable[Field]:
    allowed = board.marks if person is None else tasks.marks_for(session, board, person)
    for role in dict.fromkeys(mark.by for mark in allowed):
        options = tuple(Option(mark.id, mark.label) for mark in allowed if mark.by == role)
        name = f"mark/{board.name}" if role == "everyone" else f"mark/{board.name}/{role}"
        yield Field(name, "mark", "marks", of=board.name, options=options, cards=cards, role=role)


def _remark(board: Board, cards: tuple[Option, ...], place: int) -> Field:
    name = f"comment/{board.name}/{place}"
    longest = board.longest
    return Field(
        name, "comment", "remark", of=board.name, cards=cards, place=place, role=board.comments_by, longest=longest
    )


def _places(
    session: Session, planned: Planned, board: Board, cards: tuple[Option, ...], person: str | None
) -> Iterable[Field]:
    """Two numbers for each card; whoever places their own calls them by the line that they wrote them on."""
    own = board.placed_by == "author"
    if person is not None and tasks.silent(session, planned, person):
        return
    lines = min(whole_limit(session, planned, board.per_person, person) or OWN_CARDS, OWN_CARDS)
    axes = board.map
    yield Field(
        name=f"place/{board.name}",
        part="place",
        kind="map",
        of=board.name,
        options=tuple(Option(f"{board.name}/{n}", Text.same(str(n))) for n in range(1, lines + 1)) if own else (),
        cards=() if own else cards,
        fewest=str(LEAST),
        most=str(MOST),
        columns=(axes.across.low, axes.across.high, axes.up.low, axes.up.high) if axes else (),
    )
