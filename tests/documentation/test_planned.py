"""What was planned, what people were told and asked: in the research dossier, whole, before and after the sessions."""

import re
from dataclasses import replace
from html import unescape

import pytest

from facilitation.documentation.dossier.glossary import SIGLES
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.planned import runs_of
from facilitation.domain.format import Guide, Text
from facilitation.web.documents.standing import digest_of
from tests.documentation.dossier_sample import bare, dossier, sessions
from tests.documentation.sample import STARTED, one_two_four_all


def read(html: str) -> str:
    """The words of a document, with ordinary spaces between what stands in different elements."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<body")[2])).split())


def test_the_planned_run_is_told_stage_by_stage_before_anything_happened() -> None:
    prepared = replace(bare(), planned=runs_of([one_two_four_all()], held=False))
    words = read(dossier_html(prepared, "fr", STARTED))
    assert "En préparation" in words
    assert "1. Seul chacun seul 1 min Comment mieux accueillir celles et ceux qui arrivent ? Écrivez" in words
    assert "3 gommettes par personne ; résultat à la fin" in words
    english = read(dossier_html(prepared, "en", STARTED))
    assert "In preparation" in english
    assert "3 dots each; result at the end" in english


def test_a_run_that_served_twice_is_told_once_with_its_own_minutes() -> None:
    first, other, *_ = sessions()
    stage = first.first_plan[0].stage.id
    runs = runs_of([first, other, replace(first, id="again"), replace(first, minutes={stage: 7})], held=True)
    assert [run.held for run in runs] == [(1, 3), (2,), (4,)]
    assert runs[2].stages[0].most == 7 * 60
    told = dossier_html(
        replace(dossier(), planned=runs, sessions=(*dossier().sessions, *dossier().sessions[:1])), "fr", 0
    )
    assert "Séances 1, 3" in read(told)


def test_the_appendix_holds_the_sheet_the_questions_and_the_grid() -> None:
    one = sessions()[1]
    assert one.format is not None
    watched = replace(one.format, guide=Guide(grid=(Text("quelqu'un attend", "somebody waits"),)))
    planned = (*runs_of([replace(one, format=watched)], held=True), *dossier().planned[2:])
    words = read(dossier_html(replace(dossier(), planned=planned), "fr", STARTED))
    assert "À quoi cela sert Comprendre ce qui fait revenir." in words
    assert "un nombre entier ; de 0 à 100 question faite pour cette expérience" in words
    assert "quelqu’un attend Le pot commun · toutes" in words
    assert "Merci aux personnes qui ont participé" in words
    for kind in ("record", "capitalisation", "plain", "slides"):
        short = read(dossier_html(dossier(), "fr", STARTED, kind))  # type: ignore[arg-type]
        assert "Le déroulé prévu" not in short
        assert "La fiche remise avant de participer" not in short


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_abbreviations_are_spelled_out_where_a_document_uses_them(locale: str) -> None:
    whole = dossier()
    text = replace(whole.texts[0], body="Le SPIP et deux TIG étaient là ; un STIGMATE n'est rien.")
    html = dossier_html(replace(whole, texts=(text, *whole.texts[1:])), locale, STARTED)
    listed = html[html.index('id="appendix-glossary"') :].partition("</section>")[0]
    assert re.findall(r'<th scope="row">(\w+)</th>', listed) == ["SPIP", "TIG"]
    assert SIGLES["SPIP"].said_in(locale) in listed
    assert 'id="appendix-glossary"' not in dossier_html(whole, locale, STARTED)
    assert "abbreviations -->" not in dossier_html(whole, locale, STARTED)


def test_a_version_keeps_its_name_whatever_is_prepared_next() -> None:
    whole = dossier()
    more = replace(whole, planned=whole.planned[:1], information=None)
    assert digest_of("key", {"fr": whole, "en": whole}) == digest_of("key", {"fr": more, "en": more})
