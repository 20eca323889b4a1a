"""What is true after something happened: `evolve(session, event) -> session`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

from facilitation.domain import events as e
from facilitation.domain.acting import arranged
from facilitation.domain.amending import amended
from facilitation.domain.floors import floors_after, floors_in_time
from facilitation.domain.grouping import move
from facilitation.domain.observing import observed
from facilitation.domain.paper import on_paper, taken_back_by_ticket, written_since
from facilitation.domain.plan import settings_of, unroll
from facilitation.domain.session import Answer, Card, Change, Extension, Person, Session, Step
from facilitation.domain.wall import wall_after
from facilitation.domain.writing import facilitator_wrote

K = TypeVar("K")
V = TypeVar("V")


def replay(events: Iterable[e.Event]) -> Session:
    """The state after these events, from nothing."""
    session = Session()
    for event in events:
        session = evolve(session, event)
    return session


def evolve(session: Session, event: e.Event) -> Session:
    """The state after one more event. Total over events that `decide` gave; every event adds one to `seq`."""
    return replace(written_since(_after(session, event), event), seq=session.seq + 1)


def _after(s: Session, event: e.Event) -> Session:
    match event:
        case e.SessionPlanned():
            return _planned(event)
        case e.DoorOpened():
            return replace(s, door_open=True)
        case e.DoorClosed():
            return replace(s, door_open=False)
        case e.JoinCodeReplaced():
            return s
        case e.ParticipantJoined() | e.ParticipantLeft() | e.ParticipantReturned() | e.RoleAssigned():
            return _people(s, event)
        case (
            e.StageStarted()
            | e.StageClosed()
            | e.StageSkipped()
            | e.StageLeftOut()
            | e.StepRevealed()
            | e.NextShown()
            | e.TimerExtended()
            | e.TimerPaused()
            | e.TimerResumed()
        ):
            return _stages(s, event)
        case e.TurnAdded() | e.LoopEnded() | e.TurnWanted() | e.CardTaken():
            return _loops(s, event)
        case (
            e.GroupsFormed()
            | e.GroupsWait()
            | e.PersonPlaced()
            | e.ItemsCarried()
            | e.CardsDealt()
            | e.ValuesComputed()
        ):
            return _recorded(s, event)
        case e.CardPosted() | e.CardEdited() | e.CardWithdrawn() | e.CardHidden() | e.CardRestored() | e.CardMarked():
            return taken_back_by_ticket(_cards(s, event), event)
        case e.AnswerGiven() | e.AnswerWithdrawn() | e.VoteCast() | e.CardsChosen() | e.Signalled():
            return taken_back_by_ticket(_inputs(s, event), event)
        case e.HandRaised(step=step, role=role, person=person, on=on):
            of_step = s.hands.get(step, {})
            rest = tuple(one for one in of_step.get(role, ()) if one != person)
            raised = (*rest, person) if on else rest
            return replace(s, hands=_with(s.hands, step, _with(of_step, role, raised)))
        case e.TreatmentDrawn(treatment=name, people=drawn):
            return replace(s, treated=_with(s.treated, name, {**s.treated.get(name, {}), **drawn}))
        case e.SpeakersOrdered() | e.TurnGiven():
            return floors_after(s, event)
        case e.CardPlaced(step=step, card=card, holder=holder):
            of_card = _with(s.places.get(step, {}).get(card, {}), holder, (event.across, event.up))
            return replace(s, places=_with(s.places, step, _with(s.places.get(step, {}), card, of_card)))
        case e.CardSifted(card=card, to=to):
            board = s.cards[card].board
            queue = [id for id in s.queues.get(board, ()) if id != card]
            if to is not None:
                queue.insert(max(0, to - 1), card)
            return replace(s, queues=_with(s.queues, board, tuple(queue)))
        case e.WallHidden():
            return replace(s, wall_hidden=True)
        case e.WallShown():
            return replace(s, wall_hidden=False)
        case e.WallFrozen() | e.WallThawed() | e.WallTurned():
            return wall_after(s, event)
        case (
            e.ReviewBegun()
            | e.ReviewEnded()
            | e.CardsLetIn()
            | e.AnswersLetIn()
            | e.CardsMerged()
            | e.CardsParted()
            | e.ClusterMade()
            | e.ClusterRenamed()
            | e.CardsClustered()
            | e.ClusterDissolved()
            | e.TitleErased()
            | e.ActionTaken()
            | e.ActionUndone()
        ):
            return arranged(s, event)
        case e.NoteTaken() | e.NoteKept() | e.NoteEdited() | e.NoteErased() | e.ReasonGiven() | e.ReasonErased():
            return facilitator_wrote(s, event)
        case e.StageChanged() | e.StageMoved() | e.StageInserted() | e.ChangeUndone():
            return _replanned(s, _changes(s, event))
        case e.StageRestored(step=step):
            steps = {key: known for key, known in s.steps.items() if key != step}
            return replace(s, steps=steps, plan_version=s.plan_version + 1)
        case e.StageReopened():
            return _reopened(s, event)
        case e.PaperPrinted() | e.ConsentsGiven() | e.SlipEntered() | e.SlipTakenBack() | e.HandsCounted():
            return on_paper(s, event)
        case (
            e.ObserverAdmitted()
            | e.ObserverDismissed()
            | e.ObservationNoted()
            | e.ObservationEdited()
            | e.ObservationFlagged()
            | e.ObservationWithdrawn()
            | e.ExcerptKept()
            | e.ExcerptDropped()
            | e.LineCounted()
        ):
            return observed(s, event)
        case e.SessionClosed(at=at):
            return replace(s, status="closed", closed_at=at, door_open=False, current=None, wall_held=None)
    assert_never(event)


def _planned(event: e.SessionPlanned) -> Session:
    plan = unroll(event.format, event.settings, event.minutes)
    return Session(
        id=event.session,
        title=event.title,
        locale=event.locale,
        format=event.format,
        source=event.source,
        digest=event.digest,
        settings=settings_of(event.format, event.settings),
        seed=event.seed,
        planned_at=event.at,
        minutes=dict(event.minutes),
        plan=plan,
        first_plan=plan,
    )


def _loops(s: Session, event: e.TurnAdded | e.LoopEnded | e.TurnWanted | e.CardTaken) -> Session:
    match event:
        case e.LoopEnded(loop=loop):
            return replace(s, ended_loops=s.ended_loops | {loop})
        case e.TurnWanted(loop=loop, turn=turn):
            return replace(s, wanted_turns=s.wanted_turns | {(loop, turn)})
        case e.CardTaken(loop=loop, turn=turn, card=card):
            return replace(s, taken=_with(s.taken, loop, _with(s.taken.get(loop, {}), turn, card)))
        case e.TurnAdded(loop=loop, turn=turn, through=through) if s.format is not None:
            turns = _with(s.turns, loop, turn)
            first = unroll(s.format, s.settings, s.minutes, turns)
            over = _with(s.through, loop, through) if through else s.through
            return replace(s, turns=turns, through=over, first_plan=first, plan=amended(first, s.changes))
    return s


def _changes(s: Session, event: e.StageChanged | e.StageMoved | e.StageInserted | e.ChangeUndone) -> tuple[Change, ...]:
    match event:
        case e.ChangeUndone(change=id, at=at):
            return tuple(replace(c, undone_at=at) if c.id == id else c for c in s.changes)
        case e.StageChanged():
            change = Change(event.change, "changed", event.steps, event.by, event.at, event.seconds)
            change = replace(change, texts=dict(event.texts), kept=dict(event.kept))
        case e.StageMoved():
            change = Change(event.change, "moved", (event.step,), event.by, event.at, before=event.before)
        case e.StageInserted():
            change = Change(event.change, "inserted", (event.step,), event.by, event.at, before=event.before)
            change = replace(change, stage=event.stage, taken_from=event.taken_from)
    return (*s.changes, change)


def _replanned(s: Session, changes: tuple[Change, ...]) -> Session:
    return replace(s, changes=changes, plan=amended(s.first_plan, changes), plan_version=s.plan_version + 1)


def _reopened(s: Session, event: e.StageReopened) -> Session:
    change = Change(event.change, "reopened", (event.step,), event.by, event.at)
    step = s.steps[event.step]
    step = replace(step, closed_at=None, closed_by=None, ends_at=event.ends_at, reopened=step.reopened + 1)
    keys = [planned.key for planned in s.plan]
    # What had begun too early is as if it had not: it will begin anew, and what an `if` left out is asked again.
    given_up = keys[keys.index(event.step) + 1 : keys.index(event.left) + 1] if event.left in keys else []
    given_up = [key for key in given_up if key == event.left or _left_out(s.steps.get(key))]
    return replace(
        s,
        changes=(*s.changes, change),
        current=event.step,
        steps=_with(_without(s.steps, given_up), step.key, step),
        groups=_without(s.groups, given_up),
        carried=_without(s.carried, given_up),
        dealt=_without(s.dealt, given_up),
        cast=_without(s.cast, given_up),
        signals=_without(s.signals, given_up),
        floors=_without(s.floors, given_up),
    )


def _left_out(step: Step | None) -> bool:
    return step is not None and step.skipped and step.started_at is None and step.skip_reason is None


def _without(mapping: Mapping[K, V], keys: Iterable[K]) -> dict[K, V]:
    gone = set(keys)
    return {key: value for key, value in mapping.items() if key not in gone}


def _people(
    s: Session, event: e.ParticipantJoined | e.ParticipantLeft | e.ParticipantReturned | e.RoleAssigned
) -> Session:
    match event:
        case e.ParticipantJoined():
            person = Person(event.person, event.alias, event.channel, event.consents, event.at)
        case e.ParticipantLeft(person=id):
            person = replace(s.people[id], here=False)
        case e.ParticipantReturned(person=id):
            person = replace(s.people[id], here=True)
        case e.RoleAssigned(role=role, people=people):
            step = s.current or ""
            cast = _with(s.cast, step, _with(s.cast.get(step, {}), role, people))
            return replace(s, roles=_with(s.roles, role, people), cast=cast)
    return replace(s, people=_with(s.people, person.id, person))


def _stages(
    s: Session,
    event: e.StageStarted
    | e.StageClosed
    | e.StageSkipped
    | e.StageLeftOut
    | e.StepRevealed
    | e.NextShown
    | e.TimerExtended
    | e.TimerPaused
    | e.TimerResumed,
) -> Session:
    step = s.steps.get(event.step, Step(event.step))
    match event:
        case e.StageStarted(at=at, ends_at=ends_at, signals_at=signals_at, shows_at=shows_at):
            step = replace(step, started_at=at, ends_at=ends_at, signals_at=signals_at, shows_at=shows_at)
            began = s.started_at if s.started_at is not None else at
            s = replace(s, current=event.step, status="running", started_at=began)
        case e.StageClosed(at=at, by=by):
            step = replace(step, closed_at=at, closed_by=by, paused_with=None)
        case e.StageSkipped(at=at, reason=reason):
            on = step.started_at is not None
            s = s if on else replace(s, plan_version=s.plan_version + 1)
            step = replace(step, skipped=True, skip_reason=reason, closed_at=at if on else None, paused_with=None)
        case e.StageLeftOut():
            step = replace(step, skipped=True)
        case e.NextShown(next_at=next_at, at=at):
            paused = step.paused_with is not None and next_at is not None
            wait = next_at - at if paused and next_at is not None else None
            step = replace(step, shown=step.shown + 1, shows_at=None if paused else next_at, shows_in=wait)
        case e.StepRevealed():
            step = replace(step, revealed=True)
        case e.TimerExtended(ends_at=ends_at, seconds=seconds):
            left = None if step.paused_with is None else max(0, step.paused_with + seconds * 1000)
            more = Extension(step.next_extension, seconds)
            step = replace(step, ends_at=ends_at, extensions=(*step.extensions, more), paused_with=left)
            step = _signalling_later(step, seconds * 1000, event.at)
        case e.TimerPaused(left=left, at=at):
            wait = None if step.signals_at is None else step.signals_at - at
            rest = None if step.shows_at is None else max(0, step.shows_at - at)
            step = replace(step, paused_with=left, ends_at=None, signals_at=None, signals_in=wait)
            step = replace(step, shows_at=None, shows_in=rest)
        case e.TimerResumed(ends_at=ends_at, at=at):
            signals_at = None if step.signals_in is None else at + step.signals_in
            shows_at = step.shows_at if step.shows_in is None else at + step.shows_in
            step = replace(step, paused_with=None, ends_at=ends_at, signals_at=signals_at, signals_in=None)
            step = replace(step, shows_at=shows_at, shows_in=None)
    return replace(s, steps=_with(s.steps, step.key, step), floors=floors_in_time(s, event))


def _signalling_later(step: Step, more: int, now: int) -> Step:
    """More time also moves the moment at which the timer says that it is time to end, unless it has come."""
    if step.signals_at is not None and step.signals_at > now:
        return replace(step, signals_at=max(now, step.signals_at + more))
    if step.signals_in is not None and step.signals_in > 0:
        return replace(step, signals_in=max(0, step.signals_in + more))
    return step


def _recorded(
    s: Session,
    event: e.GroupsFormed | e.GroupsWait | e.PersonPlaced | e.ItemsCarried | e.CardsDealt | e.ValuesComputed,
) -> Session:
    match event:
        case e.GroupsWait(step=step, groups=numbers):
            return replace(s, steps=_with(s.steps, step, replace(s.steps[step], waiting=numbers)))
        case e.GroupsFormed(step=step, groups=groups, cards=cards):
            # Someone moved: the cards that made the groups are still the same.
            by_card = cards or s.group_cards.get(step, ())
            return replace(s, groups=_with(s.groups, step, groups), group_cards=_with(s.group_cards, step, by_card))
        case e.PersonPlaced(step=step, person=person, group=group):
            return replace(s, groups=_with(s.groups, step, move(s.groups.get(step, ()), person, group)))
        case e.ItemsCarried(step=step, board=board, cards=cards):
            return replace(s, carried=_with(s.carried, step, _with(s.carried.get(step, {}), board, cards)))
        case e.CardsDealt(step=step, board=board, hands=hands):
            return replace(s, dealt=_with(s.dealt, step, _with(s.dealt.get(step, {}), board, dict(hands))))
        case e.ValuesComputed(step=step, values=values):
            return replace(s, values=_with(s.values, step, values))


def _cards(
    s: Session,
    event: e.CardPosted | e.CardEdited | e.CardWithdrawn | e.CardHidden | e.CardRestored | e.CardMarked,
) -> Session:
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
    return replace(s, cards=_with(s.cards, card.id, card))


def _inputs(s: Session, event: e.AnswerGiven | e.AnswerWithdrawn | e.VoteCast | e.CardsChosen | e.Signalled) -> Session:
    step = event.step
    match event:
        case e.AnswerGiven(question=question, holder=holder):
            before = s.answers.get(step, {}).get(question, {}).get(holder)
            earlier = before.writers - {event.by} if before and not before.withdrawn else frozenset()
            waited = before is not None and before.held and not before.withdrawn
            answer = Answer(event.value, event.by, event.at, earlier=earlier, held=event.held or waited)
            return _answered(s, step, question, holder, answer)
        case e.AnswerWithdrawn(question=question, holder=holder, at=at):
            given = s.answers.get(step, {}).get(question, {}).get(holder)
            by, earlier = (given.by, given.earlier) if given else (holder, frozenset())
            without = _without_values(s, step, {by, *earlier})
            return _answered(without, step, question, holder, Answer("", by, at, withdrawn=True, earlier=earlier))
        case e.VoteCast(voter=voter, dots=dots):
            half = s.half_voted.get(step, frozenset()) - {voter}
            half = half if event.whole else half | {voter}
            voted = replace(s, votes=_with(s.votes, step, _with(s.votes.get(step, {}), voter, dict(dots))))
            return replace(voted, half_voted=_with(s.half_voted, step, half))
        case e.CardsChosen(holder=holder, cards=cards):
            return replace(s, choices=_with(s.choices, step, _with(s.choices.get(step, {}), holder, cards)))
        case e.Signalled(person=person, signal=signal):
            return replace(s, signals=_with(s.signals, step, _with(s.signals.get(step, {}), person, signal)))


def _answered(s: Session, step: str, question: str, holder: str, answer: Answer) -> Session:
    of_step = s.answers.get(step, {})
    of_question = _with(of_step.get(question, {}), holder, answer)
    return replace(s, answers=_with(s.answers, step, _with(of_step, question, of_question)))


def _without_values(s: Session, step: str, people: set[str]) -> Session:
    # A payoff tells the number it was worked out from: whoever takes back the number takes back the payoff.
    values = s.values.get(step)
    if values is None:
        return s
    kept = {person: found for person, found in values.person.items() if person not in people}
    return replace(s, values=_with(s.values, step, replace(values, person=kept)))


def _with(mapping: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    return {**mapping, key: value}
