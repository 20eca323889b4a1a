"""What the projector does at a word of the facilitator: blank, frozen, another page."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.session import Session


def show_wall(session: Session, command: c.HideWall | c.FreezeWall | c.TurnWall, now: int) -> tuple[e.Event, ...]:
    """Decide what changes on the wall; asking for what is there already changes nothing."""
    match command:
        case c.HideWall(on=on):
            return () if on == session.wall_hidden else (e.WallHidden(now) if on else e.WallShown(now),)
        case c.TurnWall(by=by):
            return (e.WallTurned(1 if by > 0 else -1, now),) if by else ()
        case c.FreezeWall(on=on) if session.status == "running" and on != (session.wall_held is not None):
            return (e.WallFrozen(now) if on else e.WallThawed(now),)
    return ()
