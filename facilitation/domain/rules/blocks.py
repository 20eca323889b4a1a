"""A stage of the library made to fit a session: names of its own, and no window on what the room has not seen."""

from facilitation.domain.commands import Refused
from facilitation.domain.format import Board, Stage, Visibility
from facilitation.domain.needs import given, renamed, spoken
from facilitation.domain.session import Planned, Session

FIRST_TWIN = 2
EVERYONE = Visibility("everyone")


def fitted(session: Session, stage: Stage, shares: tuple[str, ...], before: str | None) -> Stage | Refused:
    """The stage as it can join the plan. `shares` are the boards of the session that it goes on with."""
    keys = [step.key for step in session.plan]
    earlier = session.plan[: keys.index(before)] if before in keys else session.plan
    for name in shares:
        window = seen_by_all(earlier, name)
        if window is None or not all(board == window for board in stage.boards if board.name == name):
            return Refused("board-unseen", {"board": name})
    return renamed(stage, _own_names(session, stage, shares))


def seen_by_all(steps: tuple[Planned, ...], name: str) -> Board | None:
    """A board as it was last open to everyone in these steps, for reading only; nothing if it was not."""
    found = window_of(steps, name)
    board = next((b for b in found.stage.boards if b.name == name), None) if found else None
    return None if board is None else _read_only(board)


def window_of(steps: tuple[Planned, ...], name: str) -> Planned | None:
    """The last of these steps that shows a board to everyone."""
    for step in reversed(steps):
        for board in step.stage.boards:
            if board.name == name and "everyone" in (board.seen_by.first, board.seen_by.then):
                return step
    return None


def _read_only(board: Board) -> Board:
    return Board(board.name, EVERYONE, names=board.names, written_by="nobody")


def _own_names(session: Session, stage: Stage, shares: tuple[str, ...]) -> dict[str, str]:
    taken = {name for step in session.plan for name in given(step.stage) | spoken(step.stage)}
    taken |= {*session.settings, *(step.stage.id for step in session.plan), *(step.key for step in session.plan)}
    taken |= {key for change in session.changes for key in change.steps}
    mine = {name for name in given(stage) if ":" not in name} | {board.name for board in stage.boards}
    names = {name: _free(name, taken, "_") for name in sorted(mine - set(shares))}
    return {**names, f"stage:{stage.id}": _free(stage.id, taken, "-")}


def _free(name: str, taken: set[str], sign: str) -> str:
    number = FIRST_TWIN
    found = name
    while found in taken:
        found, number = f"{name}{sign}{number}", number + 1
    return found
