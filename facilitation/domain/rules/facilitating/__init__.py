"""Steering: the door, the steps, the timer, roles, groups, moderation, notes."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Command, Refused
from facilitation.domain.rules.corrections import correct, take_note
from facilitation.domain.rules.facilitating.arranging import arrange, moderate, review
from facilitation.domain.rules.facilitating.people import move_people
from facilitation.domain.rules.facilitating.steering import end_loop, skip, steer, want_turn
from facilitation.domain.rules.facilitating.timing import keep_time
from facilitation.domain.rules.facilitating.undoing import named, undo
from facilitation.domain.rules.facilitating.wall import show_wall
from facilitation.domain.rules.flow import close_current
from facilitation.domain.rules.gathering import place_rest
from facilitation.domain.rules.observing import promote_line, with_observers
from facilitation.domain.rules.paper import from_paper
from facilitation.domain.rules.reopening import reopen
from facilitation.domain.rules.replanning import replan
from facilitation.domain.rules.sorting import sifted
from facilitation.domain.rules.turns import give_turn, pass_turn
from facilitation.domain.session import Session
from facilitation.domain.sifting import is_sifted

Decision = tuple[e.Event, ...] | Refused


def facilitate(session: Session, command: Command, by: str, now: int) -> Decision:
    """Decide a facilitator's command."""
    decision = _after_the_end_too(session, command, by, now)
    if decision is None:
        decision = Refused("session-closed") if session.status == "closed" else _while_open(session, command, by, now)
    return named(session, command, decision, by, now)


def _after_the_end_too(session: Session, command: Command, by: str, now: int) -> Decision | None:
    match command:
        case c.HideCard() | c.RestoreCard():
            return moderate(session, command, now)
        case (
            c.MergeCards()
            | c.PartCards()
            | c.MakeCluster()
            | c.RenameCluster()
            | c.ClusterCards()
            | c.DissolveCluster()
        ):
            return arrange(session, command, now)
        case c.ReviewCards() | c.LetIn():
            return review(session, command, by, now)
        case c.UndoAction():
            return undo(session, command, by, now)
        case c.SiftCard():
            known = session.cards.get(command.card)
            known = known if known and is_sifted(session, known.board) else None
            return sifted(session, command, by, now) if known else Refused("unknown-card")
        case c.HideWall() | c.FreezeWall() | c.TurnWall():
            return show_wall(session, command, now)
        case c.TakeNote():
            return take_note(session, command, by, now)
        case c.KeepNote() | c.EditNote() | c.EraseNote() | c.EditReason() | c.EraseReason():
            return correct(session, command, by, now)
        case c.PrintPaper() | c.HandOut() | c.GiveConsents() | c.EnterSlip() | c.TakeBackSlip() | c.CountHands():
            return from_paper(session, command, by, now)
        case c.AdmitObserver() | c.DismissObserver() | c.KeepExcerpt() | c.DropExcerpt() | c.EraseObservation():
            return with_observers(session, command, by, now)
        case c.KeepCount() | c.DropCount():
            return promote_line(session, command, by, now)
    return None


def _while_open(session: Session, command: Command, by: str, now: int) -> Decision:
    match command:
        case c.OpenDoor():
            return () if session.door_open else (e.DoorOpened(now),)
        case c.ReplaceJoinCode():
            return (e.JoinCodeReplaced(by, now),)
        case c.CloseDoor():
            return (e.DoorClosed(now),) if session.door_open else ()
        case c.SkipStep():
            return skip(session, command, by, now)
        case c.ChangeStage() | c.MoveStage() | c.InsertStage() | c.UndoChange() | c.RestoreStage():
            return replan(session, command, by, now)
        case c.InsertBlock():
            return Refused("unknown-block")
        case c.ReopenStep():
            return reopen(session, command, by, now)
        case c.Advance() | c.CloseStep() | c.RevealStep():
            return steer(session, command, now)
        case c.ExtendStep() | c.PauseTimer() | c.ResumeTimer():
            return keep_time(session, command, by, now)
        case c.EndLoop(loop=loop):
            return end_loop(session, loop, now)
        case c.WantTurn(loop=loop):
            return want_turn(session, loop, now)
        case c.AssignRole() | c.SwapRoles() | c.MovePerson() | c.MarkAbsent():
            return move_people(session, command, now)
        case c.PassTurn(step=step):
            return pass_turn(session, command, None, now) if step == session.current else Refused("stale-stage")
        case c.GiveTurn():
            return give_turn(session, command, now)
        case c.PlaceRest():
            return place_rest(session, command, now)
        case c.CloseSession():
            return (*close_current(session, "facilitator", now), e.SessionClosed(now))
    return Refused("not-allowed")
