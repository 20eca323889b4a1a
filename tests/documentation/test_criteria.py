"""TIDieR and CAPS, item by item: what a dossier has of each, and that the documentation lists the same."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.documentation.dossier.criteria import ITEMS, mark_of
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Written
from facilitation.records.sections import SECTIONS
from tests.documentation.dossier_sample import bare, dossier
from tests.documentation.sample import STARTED

PAGE = Path(__file__).parents[2] / "docs/documentation.md"


def marks(told: object) -> dict[str, str]:
    return {one.name.en: mark_of(one, told) for one in ITEMS}  # type: ignore[arg-type]


def test_items_name_only_what_a_dossier_can_have() -> None:
    from_records = tuple(Written(one.key, one.part, one.title, "Écrit.", one.needed) for one in SECTIONS)
    whole = replace(dossier(), texts=from_records)
    lacking = {name for name, mark in marks(whole).items() if mark != "yes"}
    assert lacking == {"read again by those concerned"}, "which nobody could yet"


def test_nothing_is_there_of_an_empty_dossier_but_its_title() -> None:
    found = marks(bare())
    assert {name for name, mark in found.items() if mark != "not reported"} == {
        "1. brief name",
        "a complete identity card",
    }
    assert found["a complete identity card"] == "no"


@pytest.mark.parametrize(("locale", "mark"), [("fr", "non renseigné"), ("en", "not reported")])
def test_the_research_dossier_prints_them(locale: str, mark: str) -> None:
    page = dossier_html(dossier(), locale, STARTED, "research")
    part = page[page.index('id="lists"') :].partition("</section>")[0]
    assert part.count("<tr>") == len(ITEMS) + 1
    assert part.replace("\u00a0", " ").count(f"<td>{mark}</td>") >= 1, "nobody could read it again yet"
    assert 'id="lists"' not in dossier_html(dossier(), locale, STARTED, "capitalisation")


def test_the_page_of_documentation_holds_every_item() -> None:
    told = PAGE.read_text(encoding="utf-8")
    for one in ITEMS:
        name = one.name.en.partition(". ")[2] or one.name.en
        row = next((line for line in told.splitlines() if line.startswith("|") and name in line), "")
        assert row, one.name.en
        assert set(re.findall(r"D\d+", one.where)) <= set(re.findall(r"D\d+", row)), row
    assert "no mark" not in told
