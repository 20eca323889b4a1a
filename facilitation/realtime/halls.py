"""All sessions that somebody is watching, and the loops that keep their screens up to date."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import gevent

from facilitation.desk import Desk, Published
from facilitation.realtime.frame import Frame
from facilitation.realtime.hall import Adorn, Hall
from facilitation.realtime.identity import Identity
from facilitation.realtime.presence import head_count, presence
from facilitation.realtime.screen import Line, Screen

GATHER = 0.05
"""Seconds during which changes are gathered once one was sent: at most 20 rounds a second, whatever the load."""

BEAT = 5
"""Seconds between two messages that tell every screen which versions it should hold."""

log = logging.getLogger(__name__)


class Halls:
    """One hall per session, made when its first screen comes."""

    def __init__(self, desk: Desk, time_of: Callable[[str], dict[str, Any]], adorn_for: Callable[[str], Adorn]) -> None:
        self._desk = desk
        self._time_of = time_of
        self._adorn_for = adorn_for
        self._halls: dict[str, Hall] = {}
        self._telling: set[str] = set()

    def of(self, session_id: str) -> Hall:
        """The hall of a session. Raises KeyError if there is no such session."""
        hall = self._halls.get(session_id)
        if hall is None:
            adorn, session = self._adorn_for(session_id), self._desk.session(session_id)
            # Either may have waited for the database, and another screen made the hall meanwhile: there is only one.
            hall = self._halls.setdefault(session_id, Hall(session, adorn))
        return hall

    def publish(self, published: Published) -> None:
        """Called by the desk after every committed batch; returns at once."""
        hall = self._halls.get(published.session_id)
        if hall is None:
            return
        hall.hear(published)
        self._start_telling(published.session_id, hall)

    def welcome(self, identity: Identity, line: Line, name: str, have: Mapping[str, int]) -> dict[str, Any]:
        """Let a screen in first, then give the channels and documents it lacks: nothing can fall between the two."""
        hall = self.of(identity.session)
        screen = Screen(identity, line)
        hall.enter(name, screen)
        return hall.welcome(screen, have)

    def look(self, identity: Identity, have: Mapping[str, int]) -> dict[str, Any]:
        """What a visitor lacks, once, without coming in. Raises KeyError if there is no such session."""
        return self.of(identity.session).welcome(Screen(identity, _NO_LINE), have)

    def leave(self, identity: Identity, name: str) -> None:
        """A screen goes."""
        if hall := self._halls.get(identity.session):
            hall.leave(name)

    def find(self, identity: Identity, name: str) -> tuple[Hall, Screen] | None:
        """A screen that came in earlier."""
        hall = self._halls.get(identity.session)
        screen = hall.screens.get(name) if hall else None
        return (hall, screen) if hall and screen else None

    def beat_for_ever(self, sweep: Callable[[], None]) -> None:
        """Each second a sweep and, if it changed, presence to consoles and heads to projectors; versions every five."""
        rounds = 0
        while True:
            gevent.sleep(1)
            rounds += 1
            try:
                sweep()
            except Exception:
                log.exception("a sweep was lost")
            for session_id, hall in list(self._halls.items()):
                try:
                    self._beat(session_id, hall, everybody=rounds % BEAT == 0)
                except Exception:
                    log.exception("a beat was lost")

    def tell_time(self, session_id: str) -> None:
        """The time of a session runs otherwise from now on: its screens must not wait for the next beat."""
        if hall := self._halls.get(session_id):
            self._beat(session_id, hall, everybody=True)

    def forget(self, session_id: str) -> None:
        """There is no such session any more: hang up on its screens."""
        if hall := self._halls.pop(session_id, None):
            for screen in list(hall.screens.values()):
                screen.line.close()

    def _beat(self, session_id: str, hall: Hall, everybody: bool) -> None:
        screens = list(hall.screens.values())
        if hall.presence_changed:
            hall.presence_changed = False
            frame = Frame("presence", presence(screens, hall.session))
            heads = Frame("presence", head_count(screens))
            for screen in screens:
                if screen.identity.kind in ("console", "screen"):
                    screen.line.send([frame if screen.identity.kind == "console" else heads])
        if everybody:
            if hall.failed:
                hall.behind = True
                self._start_telling(session_id, hall)
            for count, screen in enumerate(screens, 1):
                # While a flush is under way, a screen whose turn has not come must not ask for everything in full.
                versions = screen.holds if session_id in self._telling else hall.due(screen)
                screen.line.send([Frame("beat", {**self._time_of(session_id), "versions": versions})])
                if count % 50 == 0:
                    gevent.sleep(0)

    def _start_telling(self, session_id: str, hall: Hall) -> None:
        if session_id not in self._telling:
            self._telling.add(session_id)
            gevent.spawn(self._tell, session_id, hall)

    def _tell(self, session_id: str, hall: Hall) -> None:
        try:
            while hall.behind:
                hall.flush(_pause)
                gevent.sleep(GATHER)
        finally:
            self._telling.discard(session_id)


class _NoLine:
    def send(self, frames: Sequence[Frame]) -> None:
        """A visitor without a socket hears nothing."""

    def close(self) -> None:
        """There is nothing to hang up."""


_NO_LINE = _NoLine()


def _pause() -> None:
    gevent.sleep(0)
