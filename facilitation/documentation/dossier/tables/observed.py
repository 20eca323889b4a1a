"""What observers counted, each number in a row of its own."""

from collections.abc import Iterator

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.dossier.tables.shapes import ROUND, SESSION, STAGE, Cell, Column, Table
from facilitation.documentation.exports import GROUPS, ROOM
from facilitation.documentation.seeing import BETWEEN
from facilitation.domain.format import Text
from facilitation.projections.outcome.seen import LineSeen, SeenInStep


def observed(dossier: Dossier, locale: str) -> Table:
    """One row for each number that one person counted in one step."""
    return Table(
        "observed",
        Text("Observé", "Observed"),
        Text(
            "Une ligne par nombre qu'une personne qui observait a compté, dans une étape ; deux lignes pour la même "
            "étape sont de deux personnes. Un nombre vide n'est pas donné : trop peu de personnes étaient là.",
            "One row per number that somebody who observed counted, in one stage; two rows of the same stage are of "
            "two people. An empty number is not given: too few people were there.",
        ),
        (
            SESSION,
            Column("count", Text("n° du comptage", "no. of the count")),
            Column("line", Text("ligne de la grille", "line of the grid"), wide=True),
            STAGE,
            ROUND,
            Column("about", Text("à propos de", "about")),
            Column("times", Text("fois", "times")),
            Column("groups", Text("groupes regardés", "groups watched")),
            Column("basis", Text("fondement", "basis")),
            Column("reference", Text("référence", "reference")),
        ),
        tuple(
            (place, *row)
            for place, told in enumerate(dossier.sessions, 1)
            for line in told.seen
            for step in line.steps
            for row in _rows(line, step, locale)
        ),
    )


def _rows(line: LineSeen, step: SeenInStep, locale: str) -> Iterator[tuple[Cell, ...]]:
    before = (line.number, line.line.said_in(locale), (step.title or BETWEEN).said_in(locale), step.round)
    after = (Text("observé", "observed").said_in(locale), line.ref)
    if step.withheld:
        yield (*before, "", None, None, *after)
    for times in step.room:
        yield (*before, ROOM.said_in(locale), times, None, *after)
    for each in step.in_groups:
        yield (*before, GROUPS.said_in(locale), each.times, each.groups, *after)
