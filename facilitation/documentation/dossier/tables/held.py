"""What was held: each session, and each of its stages as planned and as played."""

from collections.abc import Iterator

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.dossier.tables.shapes import ROUND, SESSION, STAGE, Cell, Column, Table, is_small
from facilitation.documentation.exports import STATES
from facilitation.documentation.typography import day_of
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome


def sessions(dossier: Dossier, locale: str) -> Table:
    """One row per session."""
    return Table(
        "sessions",
        Text("Séances", "Sessions"),
        Text(
            "Une ligne par séance. Une personne venue à deux séances compte deux fois. Une case vide : un nombre, ou "
            "son reste, trop petit pour être dit.",
            "One row per session. Somebody who came to two sessions counts twice. An empty cell: a number, or its "
            "rest, too small to be told.",
        ),
        (
            SESSION,
            Column("id", Text("identifiant", "identifier")),
            Column("title", Text("titre", "title"), wide=True),
            Column("held_on", Text("jour", "day")),
            Column("format", Text("format", "format")),
            Column("version", Text("version", "version")),
            Column("people", Text("présents", "present")),
            Column("contributed", Text("ont contribué", "contributed")),
            Column("stayed", Text("là à la fin", "there at the end")),
            Column("contributions", Text("contributions écrites", "written contributions")),
            Column("reproduced_not", Text("non reproduites", "not reproduced")),
        ),
        tuple(_session(number, told) for number, told in enumerate(dossier.sessions, 1)),
    )


def _session(number: int, told: Outcome) -> tuple[Cell, ...]:
    who, here = told.identity, told.attendance
    exact = (here.people, here.contributed.exactly, here.stayed.exactly)
    people: tuple[Cell, ...] = (None,) * 3 if is_small(told) else exact
    day = day_of(who.started_at or who.planned_at)
    return (
        number,
        who.session,
        who.title,
        day,
        who.format_id,
        who.format_version,
        *people,
        told.contributions,
        told.unprinted.total,
    )


def colleges(dossier: Dossier, locale: str) -> Table:
    """One row per session and kind of stakeholder, where these may be told."""
    places = {told.identity.session: number for number, told in enumerate(dossier.sessions, 1)}
    return Table(
        "colleges",
        Text("Collèges", "Colleges"),
        Text(
            "Qui était dans la salle, par genre de partie prenante, compté par l'équipe. Une séance dont un collège, "
            "ou le reste, est trop petit pour être dit n'y est pas.",
            "Who was in the room, by kind of stakeholder, counted by the team. A session of which a college, or the "
            "rest, is too small to be told is not there.",
        ),
        (
            SESSION,
            Column("college", Text("collège", "college"), wide=True),
            Column("people", Text("présents", "present")),
        ),
        tuple(
            (places[one.session], each.name, each.people)
            for one in dossier.colleges
            if one.session in places
            for each in one.colleges
        ),
    )


def stages(dossier: Dossier, locale: str) -> Table:
    """One row per step of the run."""
    return Table(
        "stages",
        Text("Étapes", "Stages"),
        Text(
            "Une ligne par étape jouée ou prévue ; les durées sont en secondes.",
            "One row per stage, played or planned; lengths are in seconds.",
        ),
        (
            SESSION,
            STAGE,
            ROUND,
            Column("state", Text("état", "state")),
            Column("planned", Text("prévu (s)", "planned (s)")),
            Column("changed", Text("prévu après modification (s)", "planned once changed (s)")),
            Column("actual", Text("réel (s)", "actual (s)")),
            Column("start", Text("début (s)", "start (s)")),
            Column("extended", Text("prolongée de (s)", "extended by (s)")),
            Column("reason", Text("motif", "reason"), wide=True),
        ),
        tuple(row for number, told in enumerate(dossier.sessions, 1) for row in _steps(number, told, locale)),
    )


def _steps(number: int, told: Outcome, locale: str) -> Iterator[tuple[Cell, ...]]:
    for step in told.timeline:
        yield (
            number,
            step.title.said_in(locale),
            ".".join(map(str, step.rounds)),
            STATES[step.state].said_in(locale),
            step.planned,
            step.changed,
            step.actual,
            step.after,
            step.extended,
            step.reason or "",
        )
