"""A dossier as tables of typed cells: the one reading of its numbers that CSV, workbooks and attachments share."""

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.dossier.tables.compared import comparisons, cooperation
from facilitation.documentation.dossier.tables.counted import answers, values, votes
from facilitation.documentation.dossier.tables.held import colleges, sessions, stages
from facilitation.documentation.dossier.tables.observed import observed
from facilitation.documentation.dossier.tables.said import contributions
from facilitation.documentation.dossier.tables.shapes import Cell, Column, Table
from facilitation.documentation.dossier.tables.written import commitments, hypotheses, learnings

__all__ = ["Cell", "Column", "Table", "named", "tables_of"]


def tables_of(dossier: Dossier, locale: str) -> tuple[Table, ...]:
    """Every table, in the order of the dossier; one without a row is there all the same."""
    held = (sessions, colleges, stages, contributions)
    counted = (votes, answers, comparisons, cooperation, observed, values)
    written = (hypotheses, learnings, commitments)
    return tuple(make(dossier, locale) for make in (*held, *counted, *written))


def named(tables: tuple[Table, ...], name: str) -> Table:
    """The table of this name. Raises KeyError."""
    by_name: dict[str, Table] = {table.name: table for table in tables}
    return by_name[name]
