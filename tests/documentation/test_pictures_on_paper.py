"""Pictures of systems on paper and in the tables: letters that can be read, and the links themselves as data."""

import csv
import io
from dataclasses import replace
from fractions import Fraction

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTItem

from facilitation.documentation import contributions_csv
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.shapes import MapMaterial, MapPoint
from facilitation.projections.pictures import Picture, draw
from facilitation.projections.pictures.links import links_of
from facilitation.projections.pictures.material import Field, Placed, Rings, Ties
from tests.documentation.conftest import drawn
from tests.documentation.sample import one_two_four_all
from tests.projections.test_pictures import MATERIALS, ROWS, SIGNS, T

POINT = 72 / 25.4
LEAST = 8.5
"""Points: the letters of a picture."""
TOP, FOOT = 297 * POINT - 27 * POINT, 24 * POINT


def crowded() -> list[Picture]:
    """Pictures with more in them than they have room for."""
    level = Fraction(3)
    many = tuple(tuple(None if row == column else level for column in range(22)) for row in range(22))
    names = tuple(T(f"Structure {n}") for n in range(22))
    half = (Fraction(3), Fraction(5))
    placed = tuple(Placed(T(f"Acteur {n}"), 5, Fraction(4), Fraction(2), half, half) for n in range(40))
    low, high = (Fraction(1), Fraction(1)), (Fraction(5), Fraction(5))
    links = [(f"Chose {n}", f"Chose {n * 7 % 30}", "augmente") for n in range(30)]
    materials = [
        *MATERIALS,
        Ties(T("Beaucoup"), names, many, Fraction(5)),
        Field(T("Champ"), T("Intérêt"), T("Pouvoir"), low, high, placed),
        links_of(T("Toile"), links, [], SIGNS, False),
        Rings(T("Carte"), ((T("Près"), names), (T("Loin"), names), (T("Plus loin"), names))),
    ]
    return [draw(one) for one in materials]


@pytest.fixture(scope="module")
def told() -> Outcome:
    whole = outcome(one_two_four_all())
    first, *rest = whole.stages
    pictures = tuple(replace(one, reading=T(""), about=T(""), tables=()) for one in crowded())
    return replace(whole, stages=(replace(first, boards=(), notes=(), pictures=pictures), *rest))


def letters(item: LTItem) -> list[LTChar]:
    if isinstance(item, LTChar):
        return [item]
    return [found for one in item for found in letters(one)] if isinstance(item, LTContainer) else []


def test_every_letter_of_a_picture_can_be_read(told: Outcome) -> None:
    """Pages that hold pictures alone: nothing on them has the letters of a text or of a heading."""
    seen = ""
    for page in extract_pages(io.BytesIO(drawn(told, "fr"))):
        head = "".join(one.get_text() for one in letters(page) if one.y0 >= TOP)
        found = [one for one in letters(page) if FOOT < one.y0 < TOP and one.get_text().strip()]
        if "Étape par étape" not in head or {10.4, 15.0} & {round(one.size, 1) for one in found}:
            continue
        assert all(page.x0 < one.x0 and one.x1 < page.x1 for one in found)
        assert min((one.size for one in found), default=LEAST) >= LEAST - 0.001
        seen += "".join(one.get_text() for one in found)
    for name in ("Structure21", "Acteur39", "Chose29", "Confiance", "lasurfacedel"):
        assert name in seen


def test_links_ties_and_placements_are_data_too(told: Outcome) -> None:
    whole = outcome(one_two_four_all())
    first, *rest = whole.stages
    board, *boards = first.boards
    half = (Fraction(2), Fraction(4))
    where = MapMaterial(T("peu"), T("beaucoup"), T("bas"), T("haut"), (
        MapPoint(board.cards[0].number, 6, Fraction(3), Fraction(9, 2), half, half),
        MapPoint(None, 6, Fraction(1), Fraction(1), half, half),
    ))  # fmt: skip
    pictures = tuple(draw(one) for one in (links_of(T("Liens"), ROWS, [], SIGNS, True), MATERIALS[0]))
    stage = replace(first, boards=(replace(board, map=where), *boards), pictures=pictures)
    table = contributions_csv(replace(whole, stages=(stage, *rest)), "fr").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    told_of = [(row["tableau ou question"], row["colonne"], row["texte ou valeur"]) for row in rows]
    assert ("Les liens cités", "Confiance · Vers", "Échanges") in told_of
    assert ("Les boucles trouvées", "1 · Chemin", "Confiance → Échanges → Confiance") in told_of
    assert not any("Structure" in words for _, _, words in told_of), "what hangs on a board has its own row"
    placed = [row for row in rows if "→" in row["colonne"]]
    assert [(row["colonne"], row["texte ou valeur"], row["nombre"]) for row in placed] == [
        ("peu → beaucoup", "3", "6"),
        ("bas → haut", "4,5", "6"),
    ]
    assert {row["numéro dans le document"] for row in placed} == {str(board.cards[0].number)}
