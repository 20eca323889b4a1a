"""Two processes that draw the chapters of a document, forked before a word of it is read."""

import gc
import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from queue import Empty, SimpleQueue
from typing import BinaryIO

from facilitation.typesetting.chapter_shelf import ChapterShelf
from facilitation.typesetting.chapters.block import Block, Chapter, read_block
from facilitation.typesetting.chapters.drawing import Crowded
from facilitation.typesetting.confinement import confine
from facilitation.typesetting.setting import drawn_chapter

HANDS = 2
"""As many as a small machine has cores: more would only take memory."""

CROWDED = b"crowded"


class HandLost(Exception):
    """A hand ended before its chapter was drawn: for want of memory, or of time."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One process: what it is asked goes in on one side, what it drew comes out on the other."""

    asked: BinaryIO
    drew: BinaryIO

    def draw(self, chapter: Chapter) -> bytes:
        """A chapter, as it is written down. Raises Crowded, or HandLost."""
        try:
            _send(self.asked, json.dumps(asdict(chapter)).encode())
            made = _receive(self.drew)
        except BrokenPipeError:
            made = None
        if made is None:
            raise HandLost
        if made == CROWDED:
            raise Crowded
        return made


class Hands:
    """All of them. They end when this process does, whatever ends it."""

    def __init__(self, count: int = HANDS) -> None:
        self._hands: list[Hand] = []
        gc.collect()
        gc.freeze()  # what is there already is shared by all, and stays so as long as nobody counts it
        for _ in range(count):
            self._hands.append(_hired(self._hands))

    def draw(
        self, chapters: Sequence[Chapter], shelf: ChapterShelf, tell: Callable[[int, int], None]
    ) -> Sequence[Block]:
        """Every chapter, in order: from the shelf, or drawn and put there; the longest first."""
        found = [shelf.find(chapter) for chapter in chapters]
        missing = [place for place, data in enumerate(found) if data is None]
        missing.sort(key=lambda place: -len(chapters[place].html))
        waiting: SimpleQueue[int] = SimpleQueue()
        for place in missing:
            waiting.put(place)

        def work(hand: Hand) -> None:
            while True:
                try:
                    place = waiting.get_nowait()
                except Empty:
                    return
                made = hand.draw(chapters[place])
                shelf.keep(chapters[place], made)
                found[place] = made
                tell(len(chapters) - waiting.qsize(), len(chapters))

        with ThreadPoolExecutor(len(self._hands)) as threads:
            for done in [threads.submit(work, hand) for hand in self._hands]:
                done.result()
        return [read_block(data) for data in found if data is not None]


def _hired(others: Sequence[Hand]) -> Hand:
    here, there = os.pipe(), os.pipe()
    if os.fork():
        os.close(here[0])
        os.close(there[1])
        return Hand(os.fdopen(here[1], "wb"), os.fdopen(there[0], "rb"))
    # From here on, the other process. It holds no end of anybody else's pipe: it must hear when the first one ends.
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    for number in (here[1], there[0], *(side.fileno() for hand in others for side in (hand.asked, hand.drew))):
        os.close(number)
    try:
        confine()
        _work(os.fdopen(here[0], "rb"), os.fdopen(there[1], "wb"))
    finally:
        os._exit(0)
    raise AssertionError


def _work(asked: BinaryIO, drew: BinaryIO) -> None:
    # Nothing is drawn in circles while a chapter is laid out; what a chapter leaves behind is collected after it.
    gc.disable()
    while (data := _receive(asked)) is not None:
        try:
            made = drawn_chapter(Chapter(**json.loads(data))).written()
        except Crowded:
            made = CROWDED
        _send(drew, made)
        gc.collect()


def _send(to: BinaryIO, data: bytes) -> None:
    to.write(len(data).to_bytes(8, "big"))
    to.write(data)
    to.flush()


def _receive(of: BinaryIO) -> bytes | None:
    size = of.read(8)
    if len(size) < 8:
        return None
    data = of.read(int.from_bytes(size, "big"))
    return data if len(data) == int.from_bytes(size, "big") else None
