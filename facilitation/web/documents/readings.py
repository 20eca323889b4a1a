"""What those who took part said of a dossier, as its documents tell it."""

from collections.abc import Mapping

from facilitation.documentation.dossier.contested import Objection, Reading
from facilitation.projections.outcome.consent import counted_events
from facilitation.projections.outcome.rendering import Rendering
from facilitation.records import hypotheses, learnings
from facilitation.records.reading import objections, since, windows
from facilitation.web.doors import doors

WHOLE = "whole"


def readings_told(experiment: int, rendering: Rendering, until: int | None = None) -> tuple[Reading, ...]:
    """Every time in which it could be read; of a version that was published at `until`, those before it."""
    return tuple(
        Reading(
            each.opened_at,
            each.closes_at,
            counted_events(windows.confirmed(doors().database, each.id), rendering.threshold),
            each.why,
            None if each.codes is None else counted_events(each.codes, rendering.threshold),
            each.unread_why,
            since.changed(doors().database, experiment, each.opened_at, until),
        )
        for each in windows.of_experiment(doors().database, experiment)
        if until is None or each.opened_at <= until
    )


def objections_told(
    experiment: int, rendering: Rendering, sessions: Mapping[str, int], until: int | None = None
) -> tuple[Objection, ...]:
    """What is contested; `sessions` are the places of the sessions in the document. `until` as above.

    Outside, its words are read where whoever said them agreed to it; that something is contested is always said.
    """
    places = _places(experiment)
    return tuple(
        Objection(
            _named(each.said.about, places, sessions),
            each.said.words if each.state == "printed" and (each.said.outside or not rendering.published) else "",
        )
        for each in objections.of_experiment(doors().database, experiment)
        if each.state != "waiting" and (until is None or each.made_at <= until)
    )


def _places(experiment: int) -> dict[str, int]:
    """The numbers that learnings and hypotheses bear in the document, by what names them here."""
    learned = learnings.of_experiment(doors().database, experiment)
    supposed = hypotheses.of_experiment(doors().database, experiment)
    return {
        **{f"learning:{each.id}": number for number, each in enumerate(learned, 1)},
        **{f"hypothesis:{each.id}": number for number, each in enumerate(supposed, 1)},
    }


def _named(about: str, places: Mapping[str, int], sessions: Mapping[str, int]) -> str:
    """The name in the document of what is contested; the whole of it, where the thing itself is there no more."""
    match about.split(":"):
        case ["text" | "said", _]:
            return about
        case ["figure", session, section] if session in sessions:
            return f"figure:{sessions[session]}:{section}"
        case ["seen", session] if session in sessions:
            return f"seen:{sessions[session]}"
        case [kind, _] if about in places:
            return f"{kind}:{places[about]}"
    return WHOLE
