"""A stage of the library made to fit a session: names of its own, and no window on what the room has not seen."""

from dataclasses import dataclass

from facilitation.domain.commands import Refused
from facilitation.domain.format import Board, Carry, Stage, Visibility
from facilitation.domain.needs import given, renamed, spoken
from facilitation.domain.session import Planned, Session, StepKey

FIRST_TWIN = 2
EVERYONE = Visibility("everyone")


@dataclass(frozen=True, slots=True)
class Window:
    """How everyone last read a board: with which names shown, and which of its cards."""

    board: Board
    carry: Carry


def fitted(session: Session, stage: Stage, shares: tuple[str, ...], before: StepKey | None) -> Stage | Refused:
    """The stage as it can join the plan. `shares` are the boards of the session that it goes on with."""
    for name in shares:
        window = window_on(session, name, before)
        boards = [board for board in stage.boards if board.name == name]
        carries = [carry for carry in stage.carry if carry.board == name]
        if window is None or boards != [window.board] or carries != [window.carry]:
            return Refused("board-unseen", {"board": name})
    return renamed(stage, _own_names(session, stage, shares))


def window_on(session: Session, name: str, before: StepKey | None) -> Window | None:
    """A board as everyone has read it by then, for reading only; nothing if the room has not seen it all together."""
    keys = [step.key for step in session.plan]
    earlier = session.plan[: keys.index(before)] if before in keys else session.plan
    return next((found for step in reversed(earlier) if (found := _window(step, name)) is not None), None)


def boards_seen(session: Session) -> tuple[str, ...]:
    """The boards that the room sees all together somewhere in the plan."""
    names = dict.fromkeys(board.name for step in session.plan for board in step.stage.boards)
    return tuple(name for name in names if window_on(session, name, None) is not None)


def _window(step: Planned, name: str) -> Window | None:
    board = next((board for board in step.stage.boards if board.name == name), None)
    carry = next((carry for carry in step.stage.carry if carry.board == name), Carry(name, "all"))
    if board is None or "everyone" not in (board.seen_by.first, board.seen_by.then) or carry.what == "dealt":
        return None
    return Window(Board(name, EVERYONE, prompt=board.prompt, names=board.names, written_by="nobody"), carry)


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
