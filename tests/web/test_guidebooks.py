"""The guide of a format through the pages: asked for, followed, fetched, in both languages."""

import io
import time

from pdfminer.high_level import extract_text

from tests.web.conftest import House


def test_a_guide_is_made_and_fetched(house: House) -> None:
    staff = house.staff()
    staff.open("/formats/one-two-four-all")
    assert "/formats/one-two-four-all/guide" in staff.links()
    staff.open("/formats/one-two-four-all/guide")
    staff.send(language="en")
    for _ in range(1200):
        told = staff.client.get("/formats/one-two-four-all/guide/progress.json").get_json()
        if told["state"] in ("done", "failed"):
            break
        time.sleep(0.25)
    assert told["state"] == "done", told
    pdf = staff.client.get("/formats/one-two-four-all/guide/guide.pdf")
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="guide-one-two-four-all.pdf"'
    assert "Facilitator’s guide" in extract_text(io.BytesIO(pdf.data)).replace("'", "’")
    page = staff.client.get("/formats/one-two-four-all/guide/guide.html?language=fr")
    assert "Le déroulé" in page.text
    assert "app:" not in page.text, "nothing in it is fetched"
    assert staff.client.get("/formats/no-such-format/guide").status_code == 404
