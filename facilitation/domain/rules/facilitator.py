"""Steering: the door, the steps, the timer, roles, groups, moderation, notes."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.choosing import origin
from facilitation.domain.commands import Command, Refused
from facilitation.domain.format import Grouping
from facilitation.domain.grouping import move
from facilitation.domain.rules.corrections import LONGEST_NOTE, correct
from facilitation.domain.rules.door import placed
from facilitation.domain.rules.flow import close_current, go_on
from facilitation.domain.rules.gathering import place_rest
from facilitation.domain.rules.loops import after, turn_over
from facilitation.domain.rules.paper import from_paper
from facilitation.domain.rules.reopening import reopen
from facilitation.domain.rules.replanning import reasoned, replan
from facilitation.domain.rules.showing import reveal
from facilitation.domain.rules.sorting import sifted
from facilitation.domain.rules.strangers import too_many_meetings
from facilitation.domain.rules.turns import give_turn, pass_turn
from facilitation.domain.rules.words import tidy
from facilitation.domain.session import Session
from facilitation.domain.sifting import is_sifted
from facilitation.domain.visibility import in_groups

Decision = tuple[e.Event, ...] | Refused
MOST_EXTENSION = 4 * 3600


def facilitate(session: Session, command: Command, by: str, now: int) -> Decision:
    """Decide a facilitator's command."""
    match command:
        case c.HideCard() | c.RestoreCard():
            return _moderate(session, command, now)
        case c.SiftCard():
            known = session.cards.get(command.card)
            return (
                sifted(session, command, by, now)
                if known and is_sifted(session, known.board)
                else Refused("unknown-card")
            )
        case c.HideWall(on=on):
            return () if on == session.wall_hidden else (e.WallHidden(now) if on else e.WallShown(now),)
        case c.FreezeWall() | c.TurnWall():
            return _wall(session, command, now)
        case c.TakeNote(text=text):
            return _note(session, text, by, now)
        case c.EditNote() | c.EraseNote() | c.EditReason() | c.EraseReason():
            return correct(session, command, by, now)
        case c.PrintPaper() | c.HandOut() | c.GiveConsents() | c.EnterSlip() | c.TakeBackSlip() | c.CountHands():
            return from_paper(session, command, by, now)
    if session.status == "closed":
        return Refused("session-closed")
    match command:
        case c.OpenDoor():
            return () if session.door_open else (e.DoorOpened(now),)
        case c.ReplaceJoinCode():
            return (e.JoinCodeReplaced(by, now),)
        case c.CloseDoor():
            return (e.DoorClosed(now),) if session.door_open else ()
        case c.SkipStep():
            return _skip(session, command, by, now)
        case c.ChangeStage() | c.MoveStage() | c.InsertStage() | c.UndoChange() | c.RestoreStage():
            return replan(session, command, by, now)
        case c.InsertBlock():
            return Refused("unknown-block")
        case c.ReopenStep():
            return reopen(session, command, by, now)
        case c.Advance() | c.CloseStep() | c.RevealStep():
            return _steer(session, command, now)
        case c.ExtendStep() | c.PauseTimer() | c.ResumeTimer():
            return _time(session, command, now)
        case c.EndLoop(loop=loop):
            return _end_loop(session, loop, now)
        case c.WantTurn(loop=loop):
            return _want_turn(session, loop, now)
        case c.AssignRole() | c.MovePerson() | c.MarkAbsent():
            return _people(session, command, now)
        case c.PassTurn(step=step):
            return pass_turn(session, command, None, now) if step == session.current else Refused("stale-stage")
        case c.GiveTurn():
            return give_turn(session, command, now)
        case c.PlaceRest():
            return place_rest(session, command, now)
        case c.CloseSession():
            return (*close_current(session, "facilitator", now), e.SessionClosed(now))
    return Refused("not-allowed")


def _wall(session: Session, command: c.FreezeWall | c.TurnWall, now: int) -> Decision:
    match command:
        case c.TurnWall(by=by):
            return (e.WallTurned(1 if by > 0 else -1, now),) if by else ()
        case c.FreezeWall(on=on) if session.status == "running" and on != (session.wall_held is not None):
            return (e.WallFrozen(now) if on else e.WallThawed(now),)
    return ()


def _steer(session: Session, command: c.Advance | c.CloseStep | c.RevealStep, now: int) -> Decision:
    match command:
        case c.Advance(after=key):
            return _advance(session, key, now)
        case c.CloseStep(step=step):
            if step != session.current:
                return Refused("stale-stage")
            closing = close_current(session, "facilitator", now)
            return (*closing, *turn_over(after(session, closing), now)) if closing else Refused("stage-closed")
        case c.RevealStep():
            return reveal(session, command, now)


def _advance(session: Session, key: str | None, now: int) -> Decision:
    # Two facilitators pressing "next" at once name the same step: the second finds it gone, and nothing is skipped.
    if key != session.current:
        return Refused("already-started" if key is None else "stale-stage")
    if key is None and session.status != "waiting":
        return Refused("already-started")
    if key is None and (refused := too_many_meetings(session)):
        return refused
    return go_on(session, "facilitator", now) or Refused("nothing-next")


def _skip(session: Session, command: c.SkipStep, by: str, now: int) -> Decision:
    reason = reasoned(command.reason)
    if isinstance(reason, Refused):
        return reason
    if session.planned(command.step) is None:
        return Refused("unknown-step")
    # Why is told apart from the skip, because it is words that may have to be erased.
    skipped = (e.StageSkipped(command.step, "", now), e.ReasonGiven(command.step, reason, by, now))
    if command.step == session.current and session.inputs_open:
        return (*skipped, *go_on(after(session, skipped), "facilitator", now))
    known = session.steps.get(command.step)
    return Refused("step-passed") if known is not None else skipped


def _end_loop(session: Session, key: str, now: int) -> Decision:
    on = next((loop for step in session.plan for loop in reversed(step.open_loops) if loop.key == key), None)
    if on is None:
        return Refused("unknown-step")
    turn = session.turns.get(key, 1)
    return () if key in session.ended_loops else (e.LoopEnded(key, turn, "facilitator", now),)


def _want_turn(session: Session, key: str, now: int) -> Decision:
    planned = session.now_playing
    on = next((loop for loop in planned.open_loops if loop.key == key), None) if planned else None
    if planned is None or on is None or not on.on_request:
        return Refused("unknown-step")
    if key in session.ended_loops or on.turn >= on.most or session.turns.get(key, 1) != on.turn:
        return Refused("step-passed")
    return () if (key, on.turn) in session.wanted_turns else (e.TurnWanted(key, on.turn, now),)


def _time(session: Session, command: c.ExtendStep | c.PauseTimer | c.ResumeTimer, now: int) -> Decision:
    step = session.step
    if step is None or command.step != step.key:
        return Refused("stale-stage")
    if not session.inputs_open:
        return Refused("stage-closed")
    match command:
        case c.ExtendStep(seconds=seconds) if step.paused_with is not None and abs(seconds) <= MOST_EXTENSION:
            return (e.TimerExtended(step.key, seconds, None, now),)
        case c.ExtendStep(seconds=seconds) if step.ends_at is not None and abs(seconds) <= MOST_EXTENSION:
            base = max(step.ends_at, now) if seconds > 0 else step.ends_at
            return (e.TimerExtended(step.key, seconds, max(now, base + seconds * 1000), now),)
        case c.PauseTimer() if step.ends_at is not None:
            return (e.TimerPaused(step.key, max(0, step.ends_at - now), now),)
        case c.PauseTimer() if step.paused_with is not None:
            return Refused("already-paused")
        case c.ResumeTimer() if step.paused_with is not None:
            return (e.TimerResumed(step.key, now + step.paused_with, now),)
        case c.ResumeTimer():
            return Refused("not-paused")
    return Refused("no-timer")


def _people(session: Session, command: c.AssignRole | c.MovePerson | c.MarkAbsent, now: int) -> Decision:
    match command:
        case c.AssignRole():
            return _assign(session, command, now)
        case c.MovePerson(person=person, group=group):
            groups = session.groups.get(session.current or "", ())
            if person not in session.people:
                return Refused("unknown-person")
            planned = session.now_playing
            # Where the facilitator makes the groups, one more may be begun.
            more = planned is not None and _made_by_hand(origin(session, planned).stage.groups)
            if session.current is None or not 0 <= group < len(groups) + more:
                return Refused("unknown-group")
            rows = groups if group < len(groups) else (*groups, ())
            return (e.GroupsFormed(session.current, move(rows, person, group), now),)
        case c.MarkAbsent(person=person, absent=absent):
            known = session.people.get(person)
            if known is None:
                return Refused("unknown-person")
            if known.here != absent:
                return ()
            return (e.ParticipantLeft(person, now),) if absent else back(session, person, now)


def _made_by_hand(grouping: Grouping | None) -> bool:
    return grouping is not None and grouping.chosen_by == "facilitator" and not grouping.among


def back(session: Session, person: str, now: int) -> tuple[e.Event, ...]:
    """Someone who had gone is here again, and has a group in the step that is on."""
    returned = e.ParticipantReturned(person, now)
    return (returned, *placed(after(session, (returned,)), person, now))


def _assign(session: Session, command: c.AssignRole, now: int) -> Decision:
    role = next((r for r in session.format.roles if r.name == command.role), None) if session.format else None
    if role is None:
        return Refused("unknown-role")
    people = tuple(dict.fromkeys(command.people))
    if not set(people) <= session.people.keys():
        return Refused("unknown-person")
    groups = len(session.groups.get(session.current or "", ())) if role.name in in_groups(session) else 1
    most = role.count * max(1, groups)
    if role.chosen_by != "everyone else" and len(people) > most:
        return Refused("role-full", {"count": str(most)})
    return (e.RoleAssigned(role.name, people, now),)


def _moderate(session: Session, command: c.HideCard | c.RestoreCard, now: int) -> Decision:
    card = session.cards.get(command.card)
    if card is None or card.withdrawn:
        return Refused("unknown-card")
    hide = isinstance(command, c.HideCard)
    if card.hidden == hide:
        return ()
    return (e.CardHidden(card.id, now) if hide else e.CardRestored(card.id, now),)


def _note(session: Session, text: str, by: str, now: int) -> Decision:
    kept = tidy(text, LONGEST_NOTE)
    if isinstance(kept, Refused):
        return kept
    return (e.NoteTaken(f"n{len(session.notes) + 1}", kept, by, session.current, now),)
