"""A restless facilitator: every allowed liberty now and then, so that a rehearsal also tries what rarely happens."""

from collections.abc import Iterator
from random import Random

from facilitation.domain.arranging import clusters_on
from facilitation.domain.commands import (
    By,
    ChangeStage,
    ClusterCards,
    Command,
    ExtendStep,
    FreezeWall,
    GiveTurn,
    HideCard,
    HideWall,
    InsertStage,
    LetIn,
    MakeCluster,
    MarkAbsent,
    MergeCards,
    MovePerson,
    PauseTimer,
    Refused,
    RestoreCard,
    ResumeTimer,
    ReviewCards,
    SkipStep,
    UndoAction,
    UndoChange,
)
from facilitation.domain.floors import floors_of
from facilitation.domain.reviewing import waiting_answers
from facilitation.domain.rules import decide
from facilitation.domain.session import Session, Step
from facilitation.formats.blocks.ready import BREAK

MOST_BREAKS = 2
ANYBODY = By("facilitator")


def meddle(session: Session, chance: Random) -> Command | None:
    """One of the liberties open now, or none."""
    liberties = tuple(_liberties(session, chance))
    return chance.choice(liberties) if liberties else None


def _liberties(session: Session, chance: Random) -> Iterator[Command]:
    yield HideWall(not session.wall_hidden)
    yield FreezeWall(session.wall_held is None)
    yield from _reviewing(session, chance)
    yield from _with_cards(session, chance)
    yield from (one for one in _put_together(session, chance) if _may(session, one))
    yield from _with_people(session, chance)
    step = session.steps.get(session.current) if session.current else None
    if step is not None and step.closed_at is None:
        yield from _with_time(step, chance)
    later = [planned.key for planned in session.plan if planned.key not in session.steps]
    if later and chance.random() < 0.3:
        # Whether a change can be made is for the rules to say; what they would refuse is no liberty.
        yield from (one for one in _with_plan(session, chance, later) if _may(session, one))
    # Rarely, and never the last: a rehearsal that skips everything shows nothing.
    if len(later) > 1 and chance.random() < 0.1:
        yield SkipStep(chance.choice(later[:-1]), "Le temps manque." if session.locale == "fr" else "Time is short.")


def _may(session: Session, command: Command) -> bool:
    return not isinstance(decide(session, command, ANYBODY, 0), Refused)


def _with_plan(session: Session, chance: Random, later: list[str]) -> Iterator[Command]:
    why = "La salle le demande." if session.locale == "fr" else "The room asks for it."
    version = session.plan_version
    yield ChangeStage(chance.choice(later), why, version, seconds=chance.choice((60, 120, 300)))
    if sum(change.sort == "inserted" for change in session.changes) < MOST_BREAKS:
        yield InsertStage("break", BREAK, chance.choice(later), why, version)
    held = [change.id for change in session.changes if change.undone_at is None]
    if held:
        yield UndoChange(chance.choice(held), version)


def _reviewing(session: Session, chance: Random) -> Iterator[Command]:
    if chance.random() < 0.4:
        yield ReviewCards(not session.reviewing)
    waiting, answers = tuple(card.id for card in session.cards.values() if card.held), tuple(waiting_answers(session))
    if waiting or answers:
        yield LetIn(waiting[:3], answers[:3])


def _with_cards(session: Session, chance: Random) -> Iterator[Command]:
    shown = [card.id for card in session.cards.values() if not card.hidden and not card.withdrawn]
    hidden = [card.id for card in session.cards.values() if card.hidden and not card.withdrawn]
    if shown:
        yield HideCard(chance.choice(shown))
    if hidden:
        yield RestoreCard(chance.choice(hidden))


def _put_together(session: Session, chance: Random) -> Iterator[Command]:
    """Cards read as one or under a title, and that taken back."""
    board = chance.choice(sorted({card.board for card in session.cards.values()}) or [""])
    cards = [card.id for card in session.cards.values() if card.board == board and not card.withdrawn]
    if len(cards) > 2:
        yield MergeCards(tuple(chance.sample(cards, 2)))
        yield MakeCluster(board, "À part" if session.locale == "fr" else "Aside", tuple(chance.sample(cards, 2)))
    for cluster in clusters_on(session, board):
        yield ClusterCards((chance.choice(cards),), cluster.id)
    if session.actions:
        yield UndoAction(session.actions[-1].id)


def _with_people(session: Session, chance: Random) -> Iterator[Command]:
    groups = session.groups.get(session.current, ()) if session.current else ()
    if len(groups) > 1:
        person = chance.choice([person.id for person in session.present] or list(session.people))
        yield MovePerson(person, chance.randrange(len(groups)))
    for floor in floors_of(session):
        if floor.order:
            yield GiveTurn(session.current or "", chance.choice(floor.order))
    gone = [person.id for person in session.people.values() if not person.here]
    if gone:
        yield MarkAbsent(chance.choice(gone), False)
    if len(session.present) > 3:
        yield MarkAbsent(chance.choice(session.present).id, True)


def _with_time(step: Step, chance: Random) -> Iterator[Command]:
    if step.ends_at is not None:
        yield PauseTimer(step.key)
        yield ExtendStep(step.key, chance.choice((-30, 60)))
    if step.paused_with is not None:
        yield ResumeTimer(step.key)
