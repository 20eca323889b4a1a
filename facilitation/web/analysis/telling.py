"""What a dossier tells of the analysis: the themes with what they hold, and the words chosen to be quoted."""

from facilitation.documentation.analysis.settling import open_to_talk
from facilitation.documentation.analysis.themes import Counted, ThemeTable, theme_rows
from facilitation.documentation.analysis.units import units_of
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.writers import writers_of
from facilitation.web.analysis.gathering import codebook_of, coded_in, states_of
from facilitation.web.doors import doors


def themes_told(experiment: int, rendering: Rendering) -> ThemeTable | None:
    """The themes, where anything was coded. Numbers are the same for all readers; how small they may be is not."""
    book = codebook_of(experiment)
    coded = coded_in(experiment, book)
    if not book.used or not coded.settled:
        return None
    states = states_of(experiment)
    units = {unit.ref: unit for unit in units_of(doors().outcomes.of(state) for state in states)}
    people = {ref: writers for state in states for ref, writers in writers_of(state).items()}
    there = {ref: seen for ref, seen in coded.settled.items() if ref in units}
    counted = [
        Counted(
            theme.name,
            theme.facts.definition,
            tuple(ref for ref, seen in there.items() if theme.id in seen),
            tuple(ref for ref in units if theme.shows.get(ref) == "inside"),
        )
        for theme in book.used
    ]
    sessions = {ref: unit.session for ref, unit in units.items()}
    return ThemeTable(
        theme_rows(counted, sessions, people, rendering.threshold),
        read=len(units),
        coders=len(coded.by_coder),
        open=sum(ref in units for ref in open_to_talk(coded.by_coder, coded.agreed)),
        threshold=rendering.threshold,
    )
