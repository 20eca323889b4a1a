"""The variant for archives: what it declares, what it carries, and that it says the same as the other."""

import io
import json

import page
import pikepdf
import pytest

from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.paper import render_archival
from facilitation.documentation.press.orders import DAY, dossier_order, read_order
from facilitation.documentation.press.worker import Made, make
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.typesetting.chapters.cutting import cut
from tests.documentation.dossier_sample import dossier
from tests.documentation.reading import tags_of, words_of
from tests.documentation.sample import STARTED

MADE_AT = STARTED // DAY * DAY


@pytest.mark.filterwarnings("ignore:.*sRGB2014:")  # WeasyPrint leaves its colour profile to be closed by chance
@pytest.mark.parametrize(
    ("kind", "rendering"), [("record", RESTITUTION), ("plain", DIFFUSION)], ids=["record", "plain outside"]
)
def test_it_is_what_it_declares_and_carries_the_data_of_its_readers(kind: Kind, rendering: Rendering) -> None:
    told = dossier(rendering)
    made = render_archival(told, "fr", MADE_AT, kind)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_A_3A)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with pikepdf.open(io.BytesIO(made)) as pdf:
        with pdf.open_metadata() as facts:
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("3", "A")
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "fr"
        assert {str(each.AFRelationship) for each in pdf.Root.AF} == {"/Data"}
        inside = {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()}
    assert set(inside) == {"contributions.csv", "answers.csv", "votes.csv", "dossier.json"}
    assert inside["dossier.json"] == dossier_json(told, "fr", MADE_AT)
    assert inside["votes.csv"] == dossier_csv(told, "fr", "votes")
    assert json.loads(inside["dossier.json"])["dossier"]["rendering"] == rendering.name
    tags = {tag for tag, _ in tags_of(made)}
    assert {"H1", "P"} <= tags
    if kind == "record":
        assert "TH" in tags
        assert "visant PDF/A-3a" in words_of(made)
        assert len(cut(dossier_html(told, "fr", MADE_AT, kind))) > 1, "drawn in chapters"
        elsewhere = make(dossier_order(told, "fr", MADE_AT, kind, archival=True).written(), lambda done, total: None)
        assert elsewhere == Made(made), "equal bytes, whoever draws"
    else:
        assert made == render_archival(dossier(rendering), "fr", MADE_AT, kind), "equal input, equal bytes"


def test_an_order_says_that_it_is_for_archives() -> None:
    plain, archival = (dossier_order(dossier(), "fr", STARTED, "plain", wanted) for wanted in (False, True))
    assert read_order(archival.written()) == archival
    assert plain.written() != archival.written()
