"""Who is connected: known from the sockets that are open, kept nowhere."""

from collections.abc import Iterable
from typing import Any

from facilitation.domain.session import Session
from facilitation.realtime.screen import Screen


def head_count(screens: Iterable[Screen]) -> dict[str, int]:
    """How many phones have an open page: all that a projector may know of who is connected."""
    return {"people": len({screen.identity.id for screen in screens if screen.identity.kind == "participant"})}


def presence(screens: Iterable[Screen], session: Session) -> dict[str, Any]:
    """People with an open page (`away` where every one of their pages is hidden), and how many projectors are on.

    Simulated people have no socket: they are there until they are gone.
    """
    watching = {person.id: True for person in session.people.values() if person.channel == "simulated" and person.here}
    projectors = 0
    for screen in screens:
        if screen.identity.kind == "participant":
            person = screen.identity.id
            watching[person] = watching.get(person, False) or screen.visible
        projectors += screen.identity.only_shows
    return {
        "connected": sorted(watching),
        "away": sorted(person for person, visible in watching.items() if not visible),
        "screens": projectors,
    }
