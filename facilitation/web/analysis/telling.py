"""What a dossier tells of the analysis: the themes with what they hold, and the words chosen to be quoted."""

from collections import Counter
from collections.abc import Sequence

from facilitation.documentation.analysis.agreement import closest
from facilitation.documentation.analysis.settling import open_to_talk
from facilitation.documentation.analysis.themes import Coding, Counted, ThemeTable, theme_table
from facilitation.documentation.analysis.units import units_of
from facilitation.domain.session import Session
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.writers import writers_of
from facilitation.web.analysis.gathering import codebook_of, coded_in
from facilitation.web.doors import doors


def coding_of(experiment: int) -> Coding:
    """What the team has made of the material up to now."""
    book = codebook_of(experiment)
    coded = coded_in(experiment, book)
    (one, other), apart = closest(coded.by_coder)
    themes = tuple(
        Counted(
            theme.name,
            theme.facts.definition,
            tuple(sorted(ref for ref, seen in coded.settled.items() if theme.id in seen)),
            tuple(sorted(ref for ref, side in theme.shows.items() if side == "inside")),
            tuple(ref for ref in apart if theme.id in one[ref]),
            tuple(ref for ref in apart if theme.id in other[ref]),
        )
        for theme in book.used
    )
    differ = tuple(sorted(open_to_talk(coded.by_coder, coded.agreed)))
    readers = Counter(ref for sets in coded.by_coder.values() for ref in sets)
    double = tuple(sorted(ref for ref, people in readers.items() if people > 1))
    read = tuple(sorted({*readers, *coded.agreed}))
    return Coding(themes, len(coded.settled), len(coded.by_coder), differ, read, double, apart)


def themes_told(coding: Coding, held: Sequence[Session], rendering: Rendering) -> ThemeTable | None:
    """The themes over these sessions. Numbers are the same for all readers; how small they may be is not."""
    units = units_of(doors().outcomes.of(state) for state in held)
    people = {ref: writers for state in held for ref, writers in writers_of(state).items()}
    return theme_table(coding, {unit.ref: unit.session for unit in units}, people, rendering.threshold)
