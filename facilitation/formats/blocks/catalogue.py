"""Every block that could join a session now, and the stage behind the name of one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from facilitation.domain.commands import InsertBlock, InsertStage, Refused
from facilitation.domain.format import Format, Stage, Text
from facilitation.domain.plan import SettingsScope, planned_seconds
from facilitation.domain.rules.blocks import boards_seen, window_on
from facilitation.domain.session import Session
from facilitation.formats.blocks.alone import stages_alone
from facilitation.formats.blocks.ready import FROM_LIBRARY, READY, dots_on
from facilitation.formats.reader import Reading

VOTE = "vote:"


class Formats(Protocol):
    """Where formats are found: the shipped ones alone, or with the house's own."""

    @property
    def usable(self) -> Iterator[tuple[Reading, Format]]: ...

    def format(self, name: str) -> Format | None: ...


@dataclass(frozen=True, slots=True)
class Block:
    """One block as it is offered; `seconds` is absent where it has no set time."""

    name: str
    title: Text
    seconds: int | None
    about: Text | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The ready blocks, and those of each format by its title."""

    ready: tuple[Block, ...]
    formats: tuple[tuple[Text, tuple[Block, ...]], ...]


def catalogue(library: Formats, session: Session) -> Catalogue:
    """What could be inserted into this session."""
    ready = [_block(stage.id, stage) for stage in READY]
    ready += [_block(name, stage) for name in FROM_LIBRARY if (stage := _of_library(library, name)) is not None]
    for board in boards_seen(session):
        window = window_on(session, board, None)
        if window is not None:
            ready.append(replace(_block(VOTE + board, dots_on(window)), about=window.board.prompt))
    formats = ((form.title, _of_format(library, form.id)) for _, form in library.usable)
    return Catalogue(tuple(ready), tuple((title, blocks) for title, blocks in formats if blocks))


def find_block(library: Formats, session: Session, asked: InsertBlock) -> InsertStage | Refused:
    """The command with the stage that its block stands for."""

    def found(stage: Stage, *shares: str) -> InsertStage:
        return InsertStage(asked.block, stage, asked.before, asked.reason, asked.base, shares)

    if asked.block.startswith(VOTE):
        board = asked.block.removeprefix(VOTE)
        window = window_on(session, board, asked.before)
        return Refused("board-unseen", {"board": board}) if window is None else found(dots_on(window), board)
    ready = next((stage for stage in READY if stage.id == asked.block), None)
    stage = ready or _of_library(library, asked.block)
    return Refused("unknown-block") if stage is None else found(stage)


def _of_format(library: Formats, id: str) -> tuple[Block, ...]:
    form = library.format(id)
    return tuple(_block(f"{id}/{stage.id}", stage) for stage in stages_alone(form)) if form else ()


def _of_library(library: Formats, name: str) -> Stage | None:
    id, _, wanted = name.partition("/")
    form = library.format(id)
    stage = next((stage for stage in stages_alone(form) if stage.id == wanted), None) if form else None
    if stage is not None and name in FROM_LIBRARY:
        # Alone, its result has no stage after it to be looked at in.
        return replace(stage, continue_when="facilitator")
    return stage


def _block(name: str, stage: Stage) -> Block:
    return Block(name, stage.title, planned_seconds(stage.duration, SettingsScope({})) if stage.duration else None)
