"""What several sessions of an experiment asked alike: of the people who typed their codes, of organisations."""

from collections.abc import Sequence

from facilitation.domain.session import Session
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.seasons import across
from facilitation.records import pairings
from facilitation.web.doors import doors
from facilitation.web.later import answers_of


def compared_across(
    held: Sequence[Session], rendering: Rendering, wanted: Sequence[Wanted] = (), until: int | None = None
) -> tuple[Compared, ...]:
    """Every question that several of these sessions ask alike, as it was answered up to a moment; nobody is paired who
    did not ask for it.
    """
    links = pairings.among(doors().database, (state.id for state in held), until)
    told = across(held, links, rendering, wanted) if links else ()
    later = (one for place, state in enumerate(held, 1) for one in answers_of(state, place, rendering, wanted, until))
    return (*told, *later)
