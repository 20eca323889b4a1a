"""Papers about personal data through the real doors: from the protocol's page to the PDF, in two languages."""

import io
import re
import time

from pdfminer.high_level import extract_text

from facilitation.records import protocols
from facilitation.records.protocols import Terms
from tests.web.conftest import House
from tests.web.furnished import TERMS

PAGE = "/experiments/1/protocol/leaflets"


def test_from_the_protocol_to_paper(fresh_house: House) -> None:
    protocols.save(fresh_house.doors.database, 1, TERMS, "", 1, 1, launched=False)
    staff = fresh_house.staff()
    staff.open("/experiments/1/protocol")
    assert PAGE in staff.links()
    staff.open("/experiments/1/protocol/information")
    number = re.search(r"Numéro de ce texte : (\w{12})", staff.words)
    staff.open(PAGE)
    staff.send(which="sheet", language="fr")
    for _ in range(1200):
        told = staff.client.get(f"{PAGE}/progress.json").get_json()
        if told["state"] in ("done", "failed"):
            break
        time.sleep(0.25)
    assert told["state"] == "done", told
    words = extract_text(io.BytesIO(staff.client.get(f"{PAGE}/paper.pdf").data))
    assert number is not None
    assert number[1] in words, "paper and page bear the same number"
    for locale, title in (("fr", "Fiche du registre des traitements"), ("en", "Entry in the register")):
        found = staff.client.get(f"{PAGE}/register.html?language={locale}")
        assert title in found.text
        assert "attachment" in found.headers["Content-Disposition"]
    assert staff.client.get(f"{PAGE}/anything.html").status_code == 404


def test_without_a_complete_protocol_there_is_no_sheet_but_the_rest_can_be_begun(fresh_house: House) -> None:
    protocols.save(fresh_house.doors.database, 1, Terms(purpose="Essayer"), "", 1, 1, launched=False)
    staff = fresh_house.staff()
    staff.open(PAGE)
    assert "incomplète" in staff.words
    assert staff.client.get(f"{PAGE}/sheet.html").status_code == 404
    assert "Essayer" in staff.client.get(f"{PAGE}/assessment.html").text
