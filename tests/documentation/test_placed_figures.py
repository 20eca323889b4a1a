"""Figures that a team puts into its texts: they stand there, once, with their table, as far as the readers may see."""

import re
from dataclasses import replace

import pytest

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.part import part_html
from facilitation.documentation.dossier.results import Figure, figures_in
from facilitation.documentation.markdown import markdown_of
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.rendering import DIFFUSION
from facilitation.projections.outcome.shapes import Piece, VoteMaterial
from tests.documentation.dossier_sample import dossier
from tests.documentation.sample import STARTED


def with_texts(whole: Dossier, **bodies: str) -> Dossier:
    """The same dossier, with other words in some of its texts."""
    return replace(whole, texts=tuple(replace(one, body=bodies.get(one.key, one.body)) for one in whole.texts))


def drawn_in(whole: Dossier) -> Figure:
    """A figure that is drawn, with a table beside it."""
    return next(one for one in figures_in(whole.sessions) if one.counted and one.place == 1)


def test_a_text_points_at_a_figure_where_the_document_prints_it() -> None:
    whole = dossier()
    figure = figures_in(whole.sessions)[0]
    said = with_texts(whole, problem=f"Voyez {{{figure.ref}}} et {{figure nowhere 3}}.")
    html = dossier_html(said, "fr", STARTED)
    target = re.search(r'Voyez <a class="cited" href="#([^"]+)">', html)
    assert target
    assert f'id="{target[1]}"' in html
    assert figure.title.fr in html[target.end() : target.end() + 200].replace("\u00a0", " ")
    assert "(figure absente ou non diffusée)" in html
    assert 'Voyez <span class="cited">' in dossier_html(said, "fr", STARTED, "capitalisation")


def test_a_figure_on_a_line_of_its_own_stands_there_and_once() -> None:
    whole = dossier()
    figure = drawn_in(whole)
    body = f"Voici :\n\n{{{figure.ref}}}\n\nRevoici :\n\n{{{figure.ref}}}"
    said = with_texts(whole, problem=body, success=f"{{{figure.ref}}}\n\nVoyez {{{figure.ref}}}.")
    before, html = dossier_html(whole, "fr", STARTED), dossier_html(said, "fr", STARTED)
    text = html[html.index("Voici") : html.index("Revoici")]
    assert f"<h4>Figure {figure.counted} · Séance 2 · " in text
    assert "<svg" in text
    assert "<table" in text
    for sign in ("<svg", "<table"):
        assert html.count(sign) == before.count(sign), "moved, not printed again"
    target = re.search(r'Voyez <a class="cited" href="#([^"]+)">', html)
    assert target
    assert html.count(f'id="{target[1]}"') == 1
    assert f'<div class="placed" id="{target[1]}">' in text
    results = html[html.index('id="d8"') : html.index('id="d9"')]
    assert f'class="see" href="#{target[1]}"' in results, "the chapter of results leads to it"
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {link for link in re.findall(r'href="#([^"]+)"', html) if link not in ids} == set()


@pytest.mark.parametrize("kind", ["record", "capitalisation", "plain"])
def test_a_document_without_results_holds_the_figures_of_its_texts(kind: Kind) -> None:
    whole = dossier()
    figure = figures_in(whole.sessions)[0]
    assert figure.counted, "a vote, whose table leads to the words of its cards"
    said = with_texts(whole, **{"essential-results": f"{{{figure.ref}}}", "plain": f"{{{figure.ref}}}"})
    html = dossier_html(said, "en", STARTED, kind)
    assert html.count('<div class="placed"') == 1
    ids = re.findall(r' id="([^"]+)"', html)
    assert {link for link in re.findall(r'href="#([^"]+)"', html) if link not in ids} == set()
    assert figure.title.en in markdown_of(html)
    assert "*Figure: " in markdown_of(html)
    assert 'class="placed"' not in dossier_html(said, "en", STARTED, "slides"), "which have a slide for each"


def withholding(told: Outcome) -> Outcome:
    """The same session, had too few people voted for readers outside."""

    def few(piece: Piece) -> Piece:
        return replace(piece, rows=(), withheld=True) if isinstance(piece, VoteMaterial) else piece

    return replace(told, sections=tuple(replace(one, pieces=tuple(map(few, one.pieces))) for one in told.sections))


def test_readers_outside_see_of_a_figure_what_they_may() -> None:
    whole, outside = dossier(), dossier(DIFFUSION)
    assert [one.counted for one in figures_in(whole.sessions)] == [one.counted for one in figures_in(outside.sessions)]
    outside = replace(outside, sessions=tuple(map(withholding, outside.sessions)))
    figure = next(one for one in figures_in(outside.sessions) if one.counted)
    page = part_html(with_texts(outside, success=f"{{{figure.ref}}}"), "fr", STARTED, "D9", "/fonts")
    assert 'class="placed"' in page
    assert "<svg" not in page
    assert "trop peu de votants" in page


def test_a_result_of_words_alone_is_pointed_at_only() -> None:
    whole = dossier()
    words = next(one for one in figures_in(whole.sessions) if not one.counted)
    html = dossier_html(with_texts(whole, problem=f"{{{words.ref}}}"), "fr", STARTED)
    assert 'class="placed"' not in html
    assert f'class="cited" href="#s{words.place + 1}-r{words.number}"' in html
