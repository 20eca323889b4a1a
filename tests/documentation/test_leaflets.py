"""Papers about personal data: what the protocol says is in them, what nobody has said is counted as left to fill in."""

from dataclasses import replace

import pytest

from facilitation.documentation import paper
from facilitation.documentation.information import information_sheet
from facilitation.documentation.leaflets.assessment import assessment_skeleton
from facilitation.documentation.leaflets.register import register_entry
from facilitation.documentation.leaflets.shapes import Leaflet
from facilitation.documentation.leaflets.sheet import sheet_leaflet
from facilitation.documentation.press.orders import leaflet_order, read_order
from facilitation.records.protocols import Terms
from tests.documentation.reading import opened, text_of
from tests.web.furnished import TERMS

MADE = 1_790_000_000_000
DAYS = 30


def leaflets(terms: Terms, locale: str) -> tuple[Leaflet, Leaflet]:
    told = ("Accueillir", terms, DAYS, locale, 2)
    return register_entry(*told), assessment_skeleton(*told)


def words(leaflet: Leaflet) -> str:
    return text_of(paper.render_leaflet(leaflet, MADE))


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_says_what_the_protocol_says(locale: str) -> None:
    sheet = information_sheet("Accueillir", replace(TERMS, papers_days=20), DAYS, locale)
    kept = ("12 mois après", "30 jours, ou") if locale == "fr" else ("12 months after", "30 days, or")
    for leaflet in (*leaflets(TERMS, locale), sheet_leaflet(sheet)):
        found = words(leaflet)
        assert all(span in " ".join(found.replace("\u00a0", " ").split()) for span in kept), leaflet.which
        for said in (TERMS.purpose, *TERMS.collected, *TERMS.controllers, *TERMS.seen_by, TERMS.contact):
            if leaflet.which != "assessment" or said != TERMS.contact:
                assert said.replace("'", "’")[:24] in found.replace("'", "’"), (leaflet.which, said)
    assert sheet.digest in words(sheet_leaflet(sheet))


@pytest.mark.parametrize("name", ["purpose", "collected", "seen_by", "basis", "controllers", "contributions_months"])
def test_what_the_protocol_leaves_open_is_left_to_fill_in(name: str) -> None:
    open_terms = replace(TERMS, **{name: getattr(Terms(), name)})
    for before, after in zip(leaflets(TERMS, "fr"), leaflets(open_terms, "fr"), strict=True):
        assert after.blanks == before.blanks + 1, (name, after.which)


def test_what_only_people_can_judge_is_never_written_for_them() -> None:
    assessment = leaflets(TERMS, "fr")[1]
    empty = {row.name for part in assessment.parts for row in part.rows if not row.words}
    assert {"Gravité, vraisemblance", "Plan d’action", "Nécessité et proportionnalité"} <= empty
    assert f"Il reste {assessment.blanks} rubriques" in words(assessment)


@pytest.mark.parametrize("which", range(3))
def test_it_is_tagged_and_the_same_each_time(which: int) -> None:
    leaflet = (*leaflets(TERMS, "fr"), sheet_leaflet(information_sheet("Accueillir", TERMS, DAYS, "fr")))[which]
    order = leaflet_order(leaflet, MADE)
    assert read_order(order.written()) == order
    made = paper.render_leaflet(leaflet, order.made_at)
    assert made == paper.render_leaflet(leaflet, order.made_at)
    with opened(made) as pdf:
        assert str(pdf.Root.Lang) == "fr"
        assert pdf.Root.MarkInfo.Marked
