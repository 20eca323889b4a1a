"""What each session brought, and what is worked out from it, kept for as long as nothing happens in it."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any, TypeVar

from facilitation.domain.session import Session
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.compared import compared_of
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering
from facilitation.projections.paired.asked_for import Wanted

Held = TypeVar("Held")

MOST = 40_000
"""Contributions of the sessions of which something is kept: the outcome of a thousand takes about a megabyte."""

LEAST = 50
"""What a session counts for that brought next to nothing: its stages and settings take room too."""


class Outcomes:
    """Outcomes by session and audience, and what else takes long. Each holds as long as its sessions are the very same
    values: any event makes a new one, and an erasure loads it anew.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, ...], tuple[Sequence[Session], Any]] = OrderedDict()
        self._lock = Lock()
        self._forgotten = 0
        self._since: dict[str, int] = {}

    def of(self, session: Session, rendering: Rendering = RESTITUTION, wanted: Sequence[Wanted] = ()) -> Outcome:
        """The outcome of a session as it stands, with the tests that are `wanted` of what it compares."""
        found = self.held(rendering.name, (session,), lambda: outcome(session, rendering))
        # The protocol may change while the session does not: tests are never kept.
        return replace(found, comparisons=compared_of(session, rendering, wanted)) if wanted else found

    def held(self, what: str, sessions: Sequence[Session], make: Callable[[], Held]) -> Held:
        """What was made of these sessions as they stand, under this name."""
        key = (what, *(session.id for session in sessions))
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and all(one is other for one, other in zip(kept[0], sessions, strict=True)):
                self._kept.move_to_end(key)
                found: Held = kept[1]
                return found
            forgotten = self._forgotten
        made = make()
        with self._lock:
            if forgotten != self._forgotten or any(one.seq < self._since.get(one.id, 0) for one in sessions):
                # Words were withdrawn while it was made, or before, from a session that whoever asks had already in
                # hand: it may hold them, and they would come back into memory.
                return made
            self._kept[key] = (sessions, made)
            self._kept.move_to_end(key)
            # A season of many short sessions is kept whole, or each of its pages would work out every one anew.
            while len(self._kept) > 1 and sum(_room(of) for of, _ in self._kept.values()) > self._most:
                self._kept.popitem(last=False)
        return made

    def forget(self, session: str, seq: int = 0) -> None:
        """Keep nothing of a session any longer, nor of it as it was before `seq`: something in it was withdrawn."""
        with self._lock:
            self._since[session] = max(seq, self._since.get(session, 0))
            self._forgotten += 1
            for key in [key for key in self._kept if session in key[1:]]:
                del self._kept[key]


def _room(sessions: Sequence[Session]) -> int:
    """How much room something about these sessions takes, in contributions."""
    given = sum(len(of) for each in sessions for step in each.answers.values() for of in step.values())
    return given + sum(LEAST + len(each.cards) for each in sessions)
