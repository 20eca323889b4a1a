"""Taking back all that one said of a dossier, with everything else that is one's own."""

from facilitation.records import pairings
from facilitation.records.reading import objections, windows
from facilitation.web.doors import doors


def take_all_back(session_id: str, person: str) -> None:
    """Whoever withdraws everything leaves no objection, finds nothing right, and is known in no other session."""
    said = objections.of_person(doors().database, session_id, person)
    for each in said:
        objections.withdraw(doors().database, each.id, session_id, person)
    if said:
        doors().words_taken_back(session_id, tuple(each.said.words for each in said))
    windows.take_back(doors().database, session_id, person)
    pairings.forget_seat(doors().database, (session_id, person))
