"""Who gets which variant: drawn when the session starts, when groups are formed, or when someone comes."""

from collections.abc import Iterable, Sequence

from facilitation.domain import events as e
from facilitation.domain.format import Treatment
from facilitation.domain.session import Session
from facilitation.domain.treatments import next_option


def treat(session: Session, now: int) -> tuple[e.Event, ...]:
    """The draws that are due: everybody who is here has a variant, and nobody's ever changes."""
    if session.format is None or session.current is None:
        return ()
    events: list[e.Event] = []
    for treatment in session.format.treatments:
        people = _drawn(session, treatment)
        if people:
            events.append(e.TreatmentDrawn(treatment.name, people, now))
    return tuple(events)


def _drawn(session: Session, treatment: Treatment) -> dict[str, str]:
    known = session.treated.get(treatment.name, {})
    new = [person.id for person in session.present if person.id not in known]
    match treatment.per:
        case "session":
            option = next(iter(known.values()), None) or _option(session, treatment, new, (), "")
            return dict.fromkeys(new, option)
        case "person":
            return _one_each(session, treatment, new, list(known.values()))
        case "group":
            return _by_group(session, treatment, dict(known))


def _option(session: Session, treatment: Treatment, people: Sequence[str], drawn: Iterable[str], place: str) -> str:
    return session.lots.variant(treatment.name, people) or next_option(session, treatment, drawn, place)


def _one_each(session: Session, treatment: Treatment, new: list[str], drawn: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in new:
        found[person] = _option(session, treatment, [person], [*drawn, *found.values()], person)
    return found


def _by_group(session: Session, treatment: Treatment, known: dict[str, str]) -> dict[str, str]:
    planned = session.now_playing
    grouping = planned.stage.groups if planned else None
    if planned is None or grouping is None or grouping.how in ("alone", "everyone"):
        return {}
    found: dict[str, str] = {}
    rows = session.groups.get(planned.key, ())
    drawn = [next((known[person] for person in row if person in known), None) for row in rows]
    for number, row in enumerate(rows):
        if not row:
            continue
        option = drawn[number] or _option(
            session, treatment, row, [one for one in drawn if one], f"{planned.key}:{number}"
        )
        drawn[number] = option
        found |= {person: option for person in row if person not in known}
    return found
