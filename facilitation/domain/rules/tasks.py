"""What a person may do in the current step; the phone is told exactly this, and `decide` allows exactly this."""

from facilitation.domain.choosing import apart, needs_group
from facilitation.domain.dealing import hand_of
from facilitation.domain.floors import speaks
from facilitation.domain.format import Board, Column, Mark, Option, Question, Stage, Text
from facilitation.domain.progress import listens
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.visibility import cards_of, is_on, sees_card, table_of


def silent(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person only listens in this step."""
    return listens(session, planned, person)


def waits_for_turn(session: Session, planned: Planned, person: str) -> bool:
    """Whether only who speaks may write, and somebody else speaks."""
    turns = planned.stage.turns
    return turns is not None and turns.only_speaker_writes and not speaks(session, person)


def may_write(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person may write, answer and choose now."""
    return not silent(session, planned, person) and not waits_for_turn(session, planned, person)


def why_not(session: Session, planned: Planned, person: str) -> str:
    """The reason why a part that is open to some is not open to this person."""
    if apart(session, planned, person) is not None:
        return "no-group"
    if silent(session, planned, person):
        return "silent-now"
    return "wait-your-turn" if waits_for_turn(session, planned, person) else "not-your-turn"


def questions_for(session: Session, planned: Planned, person: str) -> tuple[Question, ...]:
    """The questions a person may answer."""
    if not may_write(session, planned, person) or (_reopened(session, planned) and shown_at_end(planned.stage)):
        return ()
    alone = apart(session, planned, person) is not None
    return tuple(
        question
        for question in planned.stage.ask
        if session.holds(person, question.asked_of) and not (alone and question.answered_by == "group")
    )


def columns_for(session: Session, board: Board, person: str) -> tuple[Column, ...]:
    """The columns of a board that a person may write in now."""
    roles = board.columns_by
    return tuple(c for c in open_columns(board) if c.id not in roles or session.holds(person, roles[c.id]))


def cards_to_place(session: Session, planned: Planned, board: Board, person: str) -> tuple[str, ...]:
    """The cards that a person may put on the map now."""
    if board.map is None or board.placed_by == "nobody" or silent(session, planned, person):
        return ()
    if board.placed_by == "author":
        cards = cards_of(session, planned, board)
        return tuple(card.id for card in cards if card.author == person and card.about is None)
    return tuple(card.id for card in visible_cards(session, planned, board.name, person))


def may_sift(session: Session, planned: Planned, board: Board, person: str) -> bool:
    """Whether a person lets cards of a board in."""
    return board.sifted_by not in ("nobody", "facilitator") and session.holds(person, board.sifted_by)


def boards_to_write(session: Session, planned: Planned, person: str) -> tuple[Board, ...]:
    """The boards a person may post on."""
    if not may_write(session, planned, person):
        return ()
    alone = apart(session, planned, person) is not None
    return tuple(
        board
        for board in planned.stage.boards
        if session.holds(person, board.written_by) and not (alone and needs_group(board))
        if not board.columns or columns_for(session, board, person)
    )


def open_columns(board: Board) -> tuple[Column, ...]:
    """The columns of a board that may be written in now."""
    return tuple(column for column in board.columns if not board.open_columns or column.id in board.open_columns)


def may_comment(session: Session, planned: Planned, board: Board, person: str) -> bool:
    """Whether a person may write under the cards of a board."""
    return session.holds(person, board.comments_by) and not silent(session, planned, person)


def marks_for(session: Session, board: Board, person: str) -> tuple[Mark, ...]:
    """The marks a person may put on the cards of a board; marking is open to those who listen too."""
    return tuple(mark for mark in board.marks if session.holds(person, mark.by))


def may_vote(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person has dots to place."""
    vote, step = planned.stage.vote, session.steps.get(planned.key)
    done = step is not None and step.revealed and vote is not None and vote.reveal != "live"
    done = done or (vote is not None and vote.reveal == "at the end" and _reopened(session, planned))
    return vote is not None and not done and session.holds(person, vote.by)


def _reopened(session: Session, planned: Planned) -> bool:
    step = session.steps.get(planned.key)
    return step is not None and step.reopened > 0


def may_choose(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person may pick cards, for their group or themselves."""
    choose = planned.stage.choose
    if choose is None or not may_write(session, planned, person):
        return False
    return choose.by == "person" or session.group_of(person, planned.key) is not None


def may_edit(session: Session, planned: Planned, card: Card, person: str) -> bool:
    """Whether a person may change the words of a card now."""
    board = board_of(planned, card.board)
    if board is None or not is_on(session, planned, board, card):
        return False
    if card.about is not None:
        mine = card.author == person and card.step == planned.key and not card.reason
        return mine and may_comment(session, planned, board, person)
    if board not in boards_to_write(session, planned, person):
        return False
    if card.author == person:
        return True
    same = session.group_of(person, planned.key) == table_of(session, planned, board, card)
    return board.edited_by == "group" and same and sees_card(session, planned, board, card, person)


def items_for(session: Session, planned: Planned, question: Question, person: str) -> tuple[Option, ...]:
    """What a question asks a value for, one by one: its own items, or the cards of a board that the person reads."""
    if question.items_of is None:
        return question.items
    # Whoever wrote a card that waits for review reads it, and is not asked about it before the others are.
    cards = visible_cards(session, planned, question.items_of, person)
    return tuple(Option(card.id, Text.same(card.text)) for card in cards if not card.held)


def visible_cards(session: Session, planned: Planned, name: str, person: str) -> tuple[Card, ...]:
    """The cards of a board that a person may vote for, choose or mark."""
    board = board_of(planned, name)
    if board is None:
        return ()
    shown = tuple(card for card in cards_of(session, planned, board) if card.about is None)
    hand = hand_of(session, planned.key, name, person)
    if hand is not None:
        shown = tuple(card for card in shown if card.id in hand)
    return tuple(c for c in shown if not c.hidden and sees_card(session, planned, board, c, person))


def board_of(planned: Planned, name: str) -> Board | None:
    """The board called `name` as the step uses it."""
    return next((board for board in planned.stage.boards if board.name == name), None)


def shown_at_end(stage: Stage) -> bool:
    """Whether the end of a stage shows its answers to more people than before: nobody answers again after that."""
    return bool(stage.ask) and stage.answers_seen_by.until in ("stage ends", "everyone answered")
