"""Each combination of what one may agree to, through every document: where the words stand, and where they do not."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.documentation.dossier.shapes import Dossier, Evidence, Learning
from facilitation.documentation.dossier.spreadsheet import dossier_xlsx
from facilitation.documentation.dossier.tables import tables_of
from facilitation.documentation.markdown import markdown_of
from facilitation.documentation.record import record_html
from facilitation.documentation.site import site_files
from facilitation.domain.session import Consents, Session
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import RENDERINGS
from tests.documentation.dossier_sample import around
from tests.documentation.sample import STARTED, one_two_four_all

WORDS = tuple(f"parole{number:02d}unique" for number in range(40))
EVERYTHING = Consents(report=True, quotation=True, publication=True)


def session_of(author: str, agreed: Consents) -> Session:
    """Everybody agreed to everything, but for one."""
    session = one_two_four_all(words=WORDS)
    return replace(
        session,
        people={
            id: replace(one, consents=agreed if id == author else EVERYTHING) for id, one in session.people.items()
        },
    )


def somebody() -> tuple[str, str]:
    """One whose words are printed if they agree, and those words."""
    session = session_of("", EVERYTHING)
    printed = {one.text for one in contributions_of(outcome(session)).values()}
    card = next(card for card in session.cards.values() if card.text in printed and len(card.writers) == 1)
    return card.author, card.text


def dossier_with(session: Session, words: str, rendering: str) -> Dossier:
    """A dossier of that session that quotes these words wherever it can."""
    chosen = next(
        ref for ref, one in contributions_of(outcome(session_of("", EVERYTHING))).items() if one.text == words
    )
    told = replace(around((outcome(session, RENDERINGS[rendering]),)), rendering=RENDERINGS[rendering].name)
    learning = Learning(9, "", "", "On a appris.", "", "high", evidence=(Evidence(1, chosen),), key=9, validated_at=1)
    texts = (replace(told.texts[0], body=f"Voir {{{chosen}}}."), *told.texts[1:])
    return replace(told, chosen=(chosen,), learnings=(learning,), texts=texts)


def documents(told: Dossier) -> Iterator[tuple[str, str]]:
    """Whatever is made of a dossier, by its name, as text."""
    for kind in KINDS:
        page = dossier_html(told, "fr", STARTED, kind)
        yield kind, page
        yield f"{kind}.md", markdown_of(page)
    yield "record", record_html(told.sessions[0], "fr", STARTED)
    yield "json", dossier_json(told, "fr", STARTED).decode()
    yield from ((f"{each.name}.csv", dossier_csv(told, "fr", each.name).decode()) for each in tables_of(told, "fr"))
    with zipfile.ZipFile(io.BytesIO(dossier_xlsx(told, "fr", STARTED))) as book:
        yield "xlsx", "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


@pytest.mark.parametrize(("report", "quotation", "publication"), list(product((True, False), repeat=3)))
def test_each_combination_in_each_document(report: bool, quotation: bool, publication: bool) -> None:
    author, words = somebody()
    session = session_of(author, Consents(report, quotation, publication))
    for rendering, may in (("restitution", report), ("diffusion", report and publication)):
        told = dossier_with(session, words, rendering)
        holding = {name for name, said in documents(told) if words in said}
        assert ({"research", "research.md", "record", "json", "contributions.csv", "xlsx"} <= holding) is may, holding
        assert not holding or may
        for kind in ("capitalisation", "slides"):
            at = (cited := dossier_html(told, "fr", STARTED, kind)).find(words)
            assert (at >= 0) is (may and quotation), (kind, cited[max(0, at - 300) : at + 60])
    site = site_files({"fr": [dossier_with(session, words, "diffusion")]})
    holds = {name for name, data in site.items() if words in data.decode("utf-8", "replace")}
    assert bool(holds) is (report and quotation and publication), holds
