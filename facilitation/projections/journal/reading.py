"""From events to the entries of the journal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from facilitation.domain import events as e
from facilitation.domain.session import Session
from facilitation.projections.journal.entries import Entry, Told
from facilitation.projections.journal.flow import of_flow
from facilitation.projections.journal.notes import of_notes
from facilitation.projections.journal.room import of_room
from facilitation.projections.journal.standing import Standing


def journal(session: Session, told: Iterable[Told]) -> tuple[Entry, ...]:
    """What happened up to `session`, the state after the last of these events, in the order of time."""
    return tuple(sorted(_entries(Standing(session), told), key=lambda entry: entry.at))


def _entries(now: Standing, told: Iterable[Told]) -> Iterator[Entry]:
    here: set[str] = set()
    extended: Counter[str] = Counter()
    for one in told:
        match one.event:
            case e.ParticipantJoined(person=person) | e.ParticipantReturned(person=person):
                here.add(person)
            case e.ParticipantLeft(person=person):
                here.discard(person)
            case e.TimerExtended(step=step):
                extended[step] += 1
        for found in (of_flow(now, one, len(here), extended), of_room(now, one), of_notes(now, one)):
            if found is not None:
                yield found
