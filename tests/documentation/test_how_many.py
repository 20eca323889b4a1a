"""A dossier whose session had nobody, one person, or a thousand: every kind of document stands, and says so."""

import json
import re

import pytest

from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Dossier, Identity
from facilitation.documentation.dossier.spreadsheet import dossier_xlsx
from facilitation.documentation.dossier.tables import tables_of
from facilitation.documentation.markdown import markdown_of
from facilitation.documentation.record import record_html
from facilitation.domain import events as e
from facilitation.domain.session import Session
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.typesetting.setting import pdf_of
from tests.documentation.dossier_sample import everyone_agrees
from tests.documentation.reading import words_of
from tests.documentation.sample import PUBLIC_GOODS, STARTED, Telling, public_goods


def nobody_came() -> Session:
    """Begun, waited, closed."""
    told = Telling()
    told.plan(PUBLIC_GOODS, "Une soirée d'orage", "fr")
    told.start("instructions")
    told.wait(100)
    told.close("instructions")
    told.tell(e.SessionClosed(told.now))
    return told.session


def dossier_of(session: Session, rendering: str) -> Dossier:
    told = outcome(everyone_agrees(session), RENDERINGS[rendering])
    return Dossier(identity=Identity(1, "Titre"), sessions=(told,), rendering=RENDERINGS[rendering].name)


@pytest.mark.parametrize("count", [0, 1, 1000])
@pytest.mark.parametrize(("locale", "rendering"), [("fr", "restitution"), ("en", "diffusion")])
def test_every_kind_of_document_stands(count: int, locale: str, rendering: str) -> None:
    session = public_goods(count) if count else nobody_came()
    told = dossier_of(session, rendering)
    for kind in KINDS:
        page = dossier_html(told, locale, STARTED, kind)
        assert not re.search(r"<tbody>\s*</tbody>", page), (kind, "a table of nothing")
        assert page.count("<h1") == 1
        assert markdown_of(page).strip()
    for name in (table.name for table in tables_of(told, locale)):
        assert dossier_csv(told, locale, name)
    assert json.loads(dossier_json(told, locale, STARTED))["dossier"]["sessions"]
    assert dossier_xlsx(told, locale, STARTED)
    assert record_html(told.sessions[0], locale, STARTED).count("<h1") == 1


def test_nobody_is_said_on_paper() -> None:
    made = words_of(pdf_of(dossier_html(dossier_of(nobody_came(), "restitution"), "fr", STARTED)))
    assert "Rien n’a été écrit." in made
    assert "0 personne" in made
    assert "Moyens :" not in made
