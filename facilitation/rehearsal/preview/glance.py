"""A glance at one phone: sample people play up to a stage; what somebody with a given role then reads."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from facilitation.domain.commands import PlanSession
from facilitation.domain.format import Format
from facilitation.domain.format.text import Locale
from facilitation.domain.session import Milliseconds, Session
from facilitation.projections.channels import channels_of, documents
from facilitation.rehearsal.agenda import Agenda
from facilitation.rehearsal.hall import Hall
from facilitation.rehearsal.preview.table import Table
from facilitation.rehearsal.rehearse import DOORS_AT, Room
from facilitation.rehearsal.temperament import SMOOTH

EVERYONE = "everyone"
NAME = "preview"
SEED = 1
"""The same format, stage, role and number of people always give the same screen."""

LONGEST = 8.0
"""Real seconds after which a format that is too long to be played at once is given up."""

Unseen = Literal["not-reached", "nobody", "too-long"]
"""Why there is nothing to see: the stage did not come, nobody had the role in it, it took too long."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The documents of one person's channels, as their phone would hold them at `now`."""

    person: str
    now: Milliseconds
    seq: int
    documents: Mapping[str, dict[str, Any]]


def glance(
    form: Format, stage: str, role: str, people: int, locale: Locale, patience: float = LONGEST
) -> Glance | Unseen:
    """The phone of the first who has `role` when `stage` begins; for `everyone`, of one without a role if there is one.

    Touches no database and no thread, so that it may be carried out anywhere.
    """
    agenda = Agenda(DOORS_AT)
    table = Table(agenda.clock)
    hall = Hall(agenda, NAME, table, table, table)
    hall.plan(PlanSession(NAME, form.title.said_in(locale), locale, form, "", "", SEED, {}, {}))
    room = Room(hall, people, SEED, locale, SMOOTH, None)
    hall.watchers.append(room.saw)
    until = time.monotonic() + patience
    room.play(lambda: _plays(hall.session, stage) or time.monotonic() > until)
    session = hall.session
    if not _plays(session, stage):
        return "too-long" if time.monotonic() > until else "not-reached"
    person = _whose(session, role)
    if person is None:
        return "nobody"
    return Glance(person, agenda.now, session.seq, documents(session, channels_of(session, person)))


def _plays(session: Session, stage: str) -> bool:
    planned = session.now_playing
    return planned is not None and planned.stage.id == stage


def _whose(session: Session, role: str) -> str | None:
    here = [person.id for person in session.present]
    if role != EVERYONE:
        return next((person for person in here if session.holds(person, role)), None)
    plain = (person for person in here if not session.role_names(person))
    return next(plain, here[0] if here else None)
