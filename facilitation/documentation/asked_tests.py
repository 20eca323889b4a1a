"""A test that the protocol asks for, in words: which, between which moments, and whether it was asked for too late."""

from facilitation.domain.format import Text
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.caution import NAMES
from facilitation.projections.paired.which import SORTS


def test_said(one: Wanted) -> Text:
    """« test des signes, avant et après », as tables give it."""
    late = Text(" ; demandé après la première séance", "; asked for after the first session")
    name, moments = NAMES[one.test], SORTS[one.sort]
    french, english = f"{name.fr}, {moments.fr}", f"{name.en}, {moments.en}"
    return Text(french, english) if one.beforehand else Text(french + late.fr, english + late.en)
