"""Compares what clients were told with the log that survived: the judge of every chaos test.

It knows nothing of sockets or processes: a client writes down each attempt as `Told`, a screen the cards it ended with.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.events import CardPosted
from facilitation.eventlog import Recorded


@dataclass(frozen=True, slots=True)
class Told:
    """One attempt of a client: what it sent (`words` are unique over the whole run), and what it heard."""

    stream: str
    number: int
    id: str
    words: str
    heard: Literal["saved", "refused", "expected", "nothing"]
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A broken promise: `lost`, `doubled`, `invented`, `disordered`, `contradicted`, `gap` or `astray`."""

    kind: str
    about: str


def check(history: Sequence[Told], log: Sequence[Recorded]) -> list[Anomaly]:
    """Every promise that this run broke."""
    return [
        *_gaps(log),
        *_lost(history, log),
        *_contradicted(history),
        *_doubled(log),
        *_invented(history, log),
        *_disordered(log),
    ]


def check_screens(screens: Mapping[str, Mapping[str, str]], log: Sequence[Recorded]) -> list[Anomaly]:
    """Screens (name → card id → words) that do not end with exactly the cards of the log.

    Compared with the log, not with one another: all screens may miss the same last card.
    """
    board = {e.card: e.text for one in log if isinstance(e := one.event, CardPosted) and not one.erased}
    return [Anomaly("astray", name) for name, cards in screens.items() if dict(cards) != board]


def _gaps(log: Sequence[Recorded]) -> Iterator[Anomaly]:
    if [one.seq for one in log] != list(range(1, len(log) + 1)):
        yield Anomaly("gap", "the log is not dense")


def _lost(history: Iterable[Told], log: Sequence[Recorded]) -> Iterator[Anomaly]:
    at = {one.seq: one for one in log}
    for told in history:
        if told.heard != "saved":
            continue
        one = at.get(told.seq)
        same_words = one is not None and (
            one.erased or not isinstance(one.event, CardPosted) or one.event.text == told.words
        )
        if one is None or (one.stream, one.number) != (told.stream, told.number) or not same_words:
            yield Anomaly("lost", f"{told.stream} {told.number} was said to be event {told.seq}")


def _contradicted(history: Iterable[Told]) -> Iterator[Anomaly]:
    answers: dict[tuple[str, int, str], set[tuple[str, int]]] = defaultdict(set)
    for told in history:
        if told.heard in ("saved", "refused"):
            answers[told.stream, told.number, told.id].add((told.heard, told.seq))
    for (stream, number, _), heard in answers.items():
        if len(heard) > 1:
            yield Anomaly("contradicted", f"{stream} {number} was answered {sorted(heard)}")


def _doubled(log: Sequence[Recorded]) -> Iterator[Anomaly]:
    posts = [one for one in log if isinstance(one.event, CardPosted)]
    numbers = Counter((one.stream, one.number) for one in posts if one.number is not None)
    words = Counter(one.event.text for one in posts if isinstance(one.event, CardPosted) and not one.erased)
    for twice in [*numbers.items(), *words.items()]:
        if twice[1] > 1:
            yield Anomaly("doubled", f"{twice[0]} is there {twice[1]} times")


def _invented(history: Iterable[Told], log: Sequence[Recorded]) -> Iterator[Anomaly]:
    sent = {(told.stream, told.number, told.words) for told in history}
    numbers = {(told.stream, told.number) for told in history}
    for one in log:
        if one.number is None:
            continue
        if isinstance(one.event, CardPosted) and not one.erased:
            known = (one.stream, one.number, one.event.text) in sent
        else:
            known = (one.stream, one.number) in numbers
        if not known:
            yield Anomaly("invented", f"event {one.seq} was never sent")


def _disordered(log: Sequence[Recorded]) -> Iterator[Anomaly]:
    last: dict[str, int] = {}
    for one in log:
        if one.number is None:
            continue
        if one.number < last.get(one.stream, 0):
            yield Anomaly("disordered", f"{one.stream} {one.number} came after {last[one.stream]}")
        last[one.stream] = one.number
