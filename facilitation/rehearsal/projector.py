"""Whether words fit the projector: an estimate for 1920 × 1080, by the sizes of `static/styles/screen.css`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any, Literal

from facilitation.desk import Published
from facilitation.domain import events as e
from facilitation.domain.session import Session, StepKey
from facilitation.projections.channels import document

What = Literal["title", "instruction", "cards"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A place on the wall: `wide` letters to a line, `high` lines."""

    wide: int
    high: int


TITLE = Frame(36, 2)
ALONE = Frame(46, 8)
"""An instruction with nothing under it, in its large letters."""
ABOVE = Frame(74, 6)
"""An instruction above a board, which needs the rest."""

SMALLEST = 1.8
"""The smallest letters of a card, in rem: what does not fit then comes on further pages."""
WIDE = 27
"""Letters to a line of a card at that size."""
COLUMNS, HEIGHT = 4, 40.0
"""Columns of cards at that size, and the height of one in rem."""
FEW_PAGES = 3
"""More pages than a room has the patience to watch turn."""


@dataclass(frozen=True, slots=True)
class Crowded:
    """Something that the projector would cut or push out. For cards: on how many pages they come."""

    step: StepKey
    what: What
    needed: int
    room: int


@dataclass(slots=True)
class Wall:
    """Looks at the projector whenever a step starts, reveals or closes; keeps the worst of each step."""

    crowded: dict[tuple[StepKey, What], Crowded] = field(default_factory=dict)

    def saw(self, batch: Published) -> None:
        """A batch was committed. A step that is about to be replaced is looked at as it was."""
        for event in batch.events:
            match event:
                case e.StageStarted():
                    self._look(batch.before)
                    self._look(batch.after)
                case e.StepRevealed() | e.StageClosed():
                    self._look(batch.after)

    def _look(self, session: Session) -> None:
        for found in crowded(document(session, "everyone")) if session.current else ():
            known = self.crowded.get((found.step, found.what))
            if known is None or known.needed < found.needed:
                self.crowded[found.step, found.what] = found


def crowded(everyone: Mapping[str, Any]) -> Iterator[Crowded]:
    """What would not fit of this document of the channel `everyone`."""
    stage = everyone.get("stage", {})
    step = str(stage.get("key", ""))
    cards = [card for board in everyone.get("boards", {}).values() for card in board.get("cards", {}).values()]
    places: tuple[tuple[What, Frame], ...] = (("title", TITLE), ("instruction", ABOVE if cards else ALONE))
    for what, frame in places:
        needed = max((lines(words, frame) for words in (stage.get(what) or {}).values()), default=0)
        if needed > frame.high:
            yield Crowded(step, what, needed, frame.high)
    heights = [_height(str(card.get("text", ""))) for card in cards]
    pages = ceil(sum(heights) / (COLUMNS * HEIGHT))
    if pages > FEW_PAGES:
        yield Crowded(step, "cards", pages, FEW_PAGES)


def lines(words: str, frame: Frame) -> int:
    """How many lines words take in a frame."""
    return sum(max(1, ceil(len(line) / frame.wide)) for line in words.split("\n"))


def _height(text: str) -> float:
    return (lines(text, Frame(WIDE, 1)) * 1.25 + 1.25) * SMALLEST
