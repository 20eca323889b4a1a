"""The theory of change: a figure that can be read, a sentence, and a table that says the same."""

import re
from dataclasses import replace
from html import unescape

import pytest

from facilitation.documentation.charts.change import ChangeStep, change_chart
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Change
from tests.documentation.dossier_sample import bare, dossier
from tests.documentation.sample import STARTED


@pytest.mark.parametrize(("locale", "steps"), [("fr", "Ressources"), ("en", "Resources")])
def test_the_five_steps_are_drawn_read_and_tabled(locale: str, steps: str) -> None:
    html = dossier_html(dossier(), locale, STARTED)
    figure = html[html.index(">Théorie du changement<" if locale == "fr" else ">Theory of change<") :]
    drawing, _, rest = figure.partition("</svg>")
    table = rest.partition("</table>")[0]
    assert f"<title>{'Théorie du changement' if locale == 'fr' else 'Theory of change'}</title>" in drawing
    drawn = " ".join(unescape(found) for found in re.findall(r">([^<>]+)</text>", drawing))
    rows = re.findall(r'<tr><th scope="row">(.+?)</th><td><p>(.+?)</p></td></tr>', table)
    assert len(rows) == 5
    for name, held in rows:
        assert unescape(name) in drawn
        assert all(word in drawn for word in unescape(held).replace("\u00a0", " ").split()), held
    assert rows[0][0] == steps
    assert "H1" in drawn, "what is supposed stands on the arrow to what is hoped for"
    assert "H1" in rest.partition("<table")[0]


def test_steps_that_hold_nothing_are_not_drawn_and_one_alone_is_no_figure() -> None:
    some = replace(bare(), change=Change(actions=("trois séances",), impact=("on revient",)))
    html = dossier_html(some, "fr", STARTED)
    assert "activités → impact visé." in html
    assert "Produits" not in html
    assert "H1" not in html
    alone = dossier_html(replace(bare(), change=Change(actions=("trois séances",))), "fr", STARTED)
    assert "trois séances" in alone
    assert "<title>Théorie du changement</title>" not in alone


def test_a_long_line_is_broken_and_never_cut() -> None:
    long = "un livret " * 30
    drawing = str(change_chart("T", (ChangeStep("Produits", (long.strip(),)), ChangeStep("Effets <b>", ("x",)))))
    assert drawing.count("livret") == 30
    assert "<b>" not in drawing
    longest = max(len(found) for found in re.findall(r">([^<>]+)</text>", drawing))
    assert longest <= 62
