"""What each session brought, worked out once for as long as nothing happens in it."""

from collections import OrderedDict
from threading import Lock

from facilitation.domain.session import Session
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering

MOST = 24
"""Sessions whose outcomes are kept, each for one audience: one of a thousand contributions takes about a megabyte."""


class Outcomes:
    """Outcomes by session and audience. One holds as long as its session is the very same value: any event makes a new
    one, and an erasure loads it anew.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, str], tuple[Session, Outcome]] = OrderedDict()
        self._lock = Lock()

    def of(self, session: Session, rendering: Rendering = RESTITUTION) -> Outcome:
        """The outcome of a session as it stands."""
        key = (session.id, rendering.name)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and kept[0] is session:
                self._kept.move_to_end(key)
                return kept[1]
        made = outcome(session, rendering)
        with self._lock:
            self._kept[key] = (session, made)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made

    def forget(self, session: str) -> None:
        """Keep nothing of a session any longer: something in it was withdrawn."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == session]:
                del self._kept[key]
