"""Stages repeated: how many turns, which cards they are about."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.amending import amended
from facilitation.domain.evolve.mappings import put
from facilitation.domain.plan import unroll
from facilitation.domain.session import Session


def loops_after(s: Session, event: e.LoopEvent) -> Session:
    """The session with its loops as they now are."""
    match event:
        case e.LoopEnded(loop=loop):
            return replace(s, ended_loops=s.ended_loops | {loop})
        case e.TurnWanted(loop=loop, turn=turn):
            return replace(s, wanted_turns=s.wanted_turns | {(loop, turn)})
        case e.CardTaken(loop=loop, turn=turn, card=card):
            return replace(s, taken=put(s.taken, loop, put(s.taken.get(loop, {}), turn, card)))
        case e.TurnAdded(loop=loop, turn=turn, through=through) if s.format is not None:
            turns = put(s.turns, loop, turn)
            first = unroll(s.format, s.settings, s.minutes, turns)
            over = put(s.through, loop, through) if through else s.through
            return replace(s, turns=turns, through=over, first_plan=first, plan=amended(first, s.changes))
    return s
