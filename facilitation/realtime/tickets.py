"""Single-use, short-lived tickets: a signed-in page asks for one and shows it on its socket."""

import secrets
from collections import OrderedDict
from collections.abc import Callable

from facilitation.realtime.identity import Identity

LIFETIME = 60_000
MOST = 10_000


class Tickets:
    """Tickets given and not yet used, in memory: a restart makes them void, and the page asks again."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._waiting: OrderedDict[str, tuple[Identity, int]] = OrderedDict()

    def give(self, identity: Identity) -> str:
        """A new ticket of 128 random bits, good for a minute."""
        self._forget_old()
        ticket = secrets.token_urlsafe(16)
        self._waiting[ticket] = (identity, self._clock() + LIFETIME)
        return ticket

    def take(self, ticket: str) -> Identity | None:
        """Who the ticket was given to; None if it is unknown, used or too old."""
        identity, until = self._waiting.pop(ticket, (None, 0))
        return identity if until > self._clock() else None

    def void(self, of: Callable[[Identity], bool]) -> None:
        """Tickets of certain people open nothing any more, though they were not used."""
        for ticket in [ticket for ticket, (identity, _) in self._waiting.items() if of(identity)]:
            del self._waiting[ticket]

    def _forget_old(self) -> None:
        now = self._clock()
        while self._waiting:
            ticket, (_, until) = next(iter(self._waiting.items()))
            if until > now and len(self._waiting) < MOST:
                return
            del self._waiting[ticket]
