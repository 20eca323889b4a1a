"""Taking part: posting, answering, voting, choosing, marking, withdrawing."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Command, Refused
from facilitation.domain.evolve import evolve
from facilitation.domain.format import Board
from facilitation.domain.progress import chooser, holder
from facilitation.domain.reviewing import waits_if_reviewed
from facilitation.domain.rules import tasks
from facilitation.domain.rules.answers import breaks_another, checked
from facilitation.domain.rules.gathering import join_group
from facilitation.domain.rules.giving import raise_hand
from facilitation.domain.rules.sorting import place_card, sift_card
from facilitation.domain.rules.turns import pass_turn
from facilitation.domain.rules.voting import cast_vote
from facilitation.domain.rules.words import tidy
from facilitation.domain.scopes import asked_at, whole_limit
from facilitation.domain.session import Planned, Session

Decision = tuple[e.Event, ...] | Refused


def take_part(session: Session, command: Command, person: str, now: int) -> Decision:
    """Decide a participant's command."""
    if person not in session.people:
        return Refused("unknown-person")
    match command:
        case c.WithdrawCard():
            return _withdraw_card(session, command, person, now)
        case c.WithdrawAnswer():
            return _withdraw_answer(session, command, person, now)
        case c.SiftCard():
            return sift_card(session, command, person, now)
        case c.ChangeConsents(consents=consents):
            known = session.people[person].consents
            return () if known == consents else (e.ConsentsGiven(person, consents, person, now),)
        case c.Leave():
            return (e.ParticipantLeft(person, now),) if session.people[person].here else ()
    if not session.people[person].here:
        return Refused("gone")
    match command:
        case (
            c.PostCard()
            | c.EditCard()
            | c.MarkCard()
            | c.GiveAnswer()
            | c.CastVote()
            | c.ChooseCards()
            | c.PlaceCard()
            | c.Signal()
            | c.PassTurn()
            | c.JoinGroup()
            | c.RaiseHand()
        ):
            planned = _open_step(session, command.step)
            return planned if isinstance(planned, Refused) else _in_step(session, planned, command, person, now)
    return Refused("not-allowed")


def _open_step(session: Session, step: str) -> Planned | Refused:
    if session.status == "closed":
        return Refused("session-closed")
    planned = session.now_playing
    if planned is None:
        return Refused("not-running")
    if step != planned.key:
        return Refused("stale-stage" if session.planned(step) else "unknown-step")
    return planned if session.inputs_open else Refused("stage-closed")


def _in_step(session: Session, planned: Planned, command: Command, person: str, now: int) -> Decision:
    match command:
        case c.PostCard():
            return _post(session, planned, command, person, now)
        case c.EditCard():
            return _edit(session, planned, command, person, now)
        case c.MarkCard():
            return _mark(session, planned, command, person, now)
        case c.GiveAnswer():
            return _answer(session, planned, command, person, now)
        case c.CastVote():
            return cast_vote(session, planned, command, person, now)
        case c.ChooseCards():
            return _choose(session, planned, command, person, now)
        case c.RaiseHand():
            return raise_hand(session, planned, command, person, now)
        case c.JoinGroup():
            return join_group(session, planned, command, person, now)
        case c.PlaceCard():
            return place_card(session, planned, command, person, now)
        case c.PassTurn():
            return pass_turn(session, command, person, now)
        case c.Signal(signal=signal):
            return (e.Signalled(planned.key, person, signal, now),)
    return Refused("not-allowed")


def _post(session: Session, planned: Planned, command: c.PostCard, person: str, now: int) -> Decision:
    board = tasks.board_of(planned, command.board)
    if board is None:
        return Refused("unknown-board")
    if command.about is not None:
        return _comment(session, planned, board, command, person, now)
    if board not in tasks.boards_to_write(session, planned, person):
        return Refused(tasks.why_not(session, planned, person))
    if board.columns and command.column not in [column.id for column in tasks.columns_for(session, board, person)]:
        return Refused("unknown-column")
    full = _is_full(session, planned, board, person)
    if full is not None:
        return full
    text = tidy(command.text, board.longest)
    if isinstance(text, Refused):
        return text
    column = command.column if board.columns else None
    return (e.CardPosted(f"c{len(session.cards) + 1}", board.name, planned.key, person, text, column, now),)


def _is_full(session: Session, planned: Planned, board: Board, person: str) -> Refused | None:
    """Whether a person, or their group, has as many cards on a board as they may."""
    most = whole_limit(session, planned, board.per_person, person)
    if most is not None and posted_in_step(session, planned, board.name, person) >= most:
        return Refused("too-many-cards", {"most": str(most)})
    together = left_to_group(session, planned, board, person)
    return None if together is None or together > 0 else Refused("too-many-in-group")


def left_to_group(session: Session, planned: Planned, board: Board, person: str) -> int | None:
    """How many cards a person's group may still write on a board in this step; `None` where nothing limits it."""
    most = whole_limit(session, planned, board.per_group, person)
    number = session.group_of(person, planned.key)
    if most is None or number is None:
        return None
    members = session.groups[planned.key][number]
    return max(0, most - sum(posted_in_step(session, planned, board.name, member) for member in members))


def _comment(session: Session, planned: Planned, board: Board, command: c.PostCard, person: str, now: int) -> Decision:
    if not tasks.may_comment(session, planned, board, person):
        return Refused("silent-now" if tasks.silent(session, planned, person) else "not-your-turn")
    if command.about not in [card.id for card in tasks.visible_cards(session, planned, board.name, person)]:
        return Refused("unknown-card")
    text = tidy(command.text, board.longest)
    if isinstance(text, Refused):
        return text
    id = f"c{len(session.cards) + 1}"
    return (e.CardPosted(id, board.name, planned.key, person, text, None, now, command.about),)


def posted_in_step(session: Session, planned: Planned, board: str, person: str) -> int:
    """How many cards a person has on a board in this step, withdrawn ones left out."""
    return sum(
        card.author == person
        and card.board == board
        and card.step == planned.key
        and not card.withdrawn
        and card.about is None
        for card in session.cards.values()
    )


def _edit(session: Session, planned: Planned, command: c.EditCard, person: str, now: int) -> Decision:
    card = session.cards.get(command.card)
    if card is None or card.withdrawn:
        return Refused("unknown-card")
    if not tasks.may_edit(session, planned, card, person):
        return Refused("stage-closed" if card.author == person else "not-yours")
    board = tasks.board_of(planned, card.board)
    text = tidy(command.text, board.longest if board else 2000)
    return text if isinstance(text, Refused) else (e.CardEdited(card.id, person, text, now, session.reviewing),)


def _mark(session: Session, planned: Planned, command: c.MarkCard, person: str, now: int) -> Decision:
    card = session.cards.get(command.card)
    board = tasks.board_of(planned, card.board) if card else None
    if card is None or board is None or card not in tasks.visible_cards(session, planned, board.name, person):
        return Refused("unknown-card")
    if command.mark not in [mark.id for mark in board.marks]:
        return Refused("unknown-mark")
    if command.mark not in [mark.id for mark in tasks.marks_for(session, board, person)]:
        return Refused("not-your-turn")
    return (e.CardMarked(card.id, command.mark, command.on, person, now),)


def _answer(session: Session, planned: Planned, command: c.GiveAnswer, person: str, now: int) -> Decision:
    question = next((q for q in planned.stage.ask if q.name == command.question), None)
    if question is None:
        return Refused("unknown-question")
    if question not in tasks.questions_for(session, planned, person):
        return Refused(tasks.why_not(session, planned, person))
    value = checked(session, planned, question, command.value, person)
    if isinstance(value, Refused):
        return value
    held = waits_if_reviewed(session, question)
    given = e.AnswerGiven(planned.key, question.name, holder(session, question, person), person, value, now, held)
    if breaks_another(evolve(session, given), planned, question, person):
        return Refused("limits-together")
    return (given,)


def _choose(session: Session, planned: Planned, command: c.ChooseCards, person: str, now: int) -> Decision:
    choose = planned.stage.choose
    if choose is None:
        return Refused("no-choice")
    if not tasks.may_choose(session, planned, person):
        return Refused(tasks.why_not(session, planned, person))
    most = whole_limit(session, planned, choose.how_many, person) or 0
    picks = tuple(dict.fromkeys(command.cards))
    if len(picks) > most:
        return Refused("too-many-picks", {"most": str(most)})
    if not set(picks) <= {card.id for card in tasks.visible_cards(session, planned, choose.source, person)}:
        return Refused("unknown-card")
    return (e.CardsChosen(planned.key, chooser(session, person), person, picks, now),)


def _withdraw_card(session: Session, command: c.WithdrawCard, person: str, now: int) -> Decision:
    card = session.cards.get(command.card)
    if card is None:
        return Refused("unknown-card")
    if person not in card.writers:
        return Refused("not-yours")
    return () if card.withdrawn else (e.CardWithdrawn(card.id, now),)


def _withdraw_answer(session: Session, command: c.WithdrawAnswer, person: str, now: int) -> Decision:
    planned = session.planned(command.step)
    asked = asked_at(session, planned, command.question) if planned else None
    if planned is None or asked is None or asked[0].key != planned.key:
        return Refused("unknown-question")
    given = session.answers.get(planned.key, {}).get(command.question, {})
    # Someone moved from one group to another may have written in the shared answers of both.
    mine = [whose for whose, answer in given.items() if person in answer.writers]
    if not mine:
        return Refused("not-yours")
    kept = (whose for whose in mine if not given[whose].withdrawn)
    return tuple(e.AnswerWithdrawn(planned.key, command.question, whose, now) for whose in kept)
