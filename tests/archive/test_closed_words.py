"""Whatever a form lets one choose is known to the house that an archive comes to."""

from collections.abc import Iterable

import pytest

from facilitation.records.closed import WORDS
from facilitation.web.forms import (
    checklist,
    experiments,
    following,
    hypotheses,
    learnings,
    programmes,
    protocols,
    sites,
)

OFFERED: dict[tuple[str, str], Iterable[tuple[str, object]]] = {
    ("experiments", "status"): experiments.STATUSES,
    ("experiments", "licence"): experiments.LICENCES,
    ("partnerships", "role"): programmes.ROLES,
    ("organisations", "category"): programmes.CATEGORIES,
    ("sites", "place"): sites.PLACES,
    ("sites", "connectivity"): sites.CONNECTIVITIES,
    ("site_checklist", "state"): checklist.STATES,
    ("hypotheses", "verdict"): hypotheses.VERDICTS,
    ("protocol_versions", "basis"): protocols.BASES,
    ("protocol_instruments", "status"): protocols.INSTRUMENT_STATUSES,
    ("learnings", "confidence"): learnings.CONFIDENCES,
    ("commitments", "state"): following.STATES,
    ("opinions", "word"): following.OPINIONS,
}


@pytest.mark.parametrize("where", OFFERED, ids="-".join)
def test_what_is_offered_is_what_is_known(where: tuple[str, str]) -> None:
    assert {word for word, _ in OFFERED[where]} == WORDS[where]
