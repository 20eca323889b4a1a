"""Taking back all that one said of a dossier, with everything else that is one's own."""

from facilitation.records import pairings
from facilitation.records.reading import objections
from facilitation.web.doors import doors


def take_all_back(session_id: str, person: str) -> None:
    """Whoever withdraws everything leaves no objection, and is known in no other session any more."""
    for each in objections.of_person(doors().database, session_id, person):
        objections.withdraw(doors().database, each.id, session_id, person)
    doors().press.forget(session_id)
    pairings.forget_seat(doors().database, (session_id, person))
