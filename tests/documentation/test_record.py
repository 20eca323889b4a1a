"""The finished PDF: tagged, titled, complete, the same bytes each time."""

from itertools import pairwise

import page
import pikepdf
import pytest

from facilitation.documentation import paper
from facilitation.documentation.paper import render
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.shapes import Outcome
from tests.documentation.conftest import CARD, drawn
from tests.documentation.reading import opened, tags_of, text_of, words_of
from tests.documentation.sample import STARTED, one_two_four_all, public_goods

EVERY = ["french", "english", "game", "hostile", "research"]


@pytest.fixture(params=EVERY)
def pdf(request: pytest.FixtureRequest) -> bytes:
    """Each of the finished documents."""
    made: bytes = request.getfixturevalue(request.param)
    return made


def test_passes_every_rule_of_the_pdf_ua_checker(pdf: bytes) -> None:
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_a_fault_while_drawing_fails_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "record_html", lambda *given: '<html lang="fr"><title>t</title><h1>t</h1><img src="x">')
    with pytest.raises(AssertionError):
        drawn(outcome(public_goods(count=3)), "fr")


def test_says_its_language_and_shows_its_title(french: bytes, english: bytes) -> None:
    for made, language, title in ((french, "fr", "Compte rendu de séance"), (english, "en", "Session record")):
        root = opened(made).Root
        assert str(root.Lang) == language
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(opened(made).docinfo.Title).startswith(title)


def test_headings_never_skip_a_level(pdf: bytes) -> None:
    levels = [int(tag[1]) for tag, _ in tags_of(pdf) if tag in ("H1", "H2", "H3", "H4", "H5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_figure_has_words_instead(pdf: bytes) -> None:
    figures = [element for tag, element in tags_of(pdf) if tag == "Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)


def test_every_cell_of_every_table_has_its_headers(pdf: bytes) -> None:
    tags = tags_of(pdf)
    cells = [element for tag, element in tags if tag == "TD"]
    assert [tag for tag, _ in tags].count("Table") >= 3
    assert cells
    for cell in cells:
        attributes = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
        assert any(len(a.get("/Headers", [])) for a in attributes if isinstance(a, pikepdf.Dictionary))


def test_every_font_travels_with_the_document(pdf: bytes) -> None:
    fonts = [thing for thing in opened(pdf).objects if isinstance(thing, pikepdf.Dictionary)]
    described = [thing for thing in fonts if thing.get("/Type") == pikepdf.Name.FontDescriptor]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys()) for thing in described)


def test_is_set_in_the_packaged_typefaces(french: bytes) -> None:
    names = {
        str(thing.get("/BaseFont", "")) for thing in opened(french).objects if isinstance(thing, pikepdf.Dictionary)
    }
    assert any("Serif-4" in name or "SourceSerif" in name or "Record-Serif" in name for name in names), names


def test_no_picture_of_the_browser_kind_no_script_no_attachment(pdf: bytes) -> None:
    root = opened(pdf).Root
    assert "/AcroForm" not in root
    assert "/OpenAction" not in root
    assert "/Names" not in root or not {"/EmbeddedFiles", "/JavaScript"} & set(root.Names.keys())


def test_same_outcome_same_bytes(french: bytes) -> None:
    assert render(outcome(one_two_four_all()), "fr", STARTED, CARD) == french


def test_another_day_other_bytes(french: bytes) -> None:
    assert render(outcome(one_two_four_all()), "fr", STARTED + 86_400_000, CARD) != french


def test_tells_what_was_planned_beside_what_happened(french: bytes) -> None:
    words = words_of(french)
    assert "prolongée de 2 min" in words
    assert "La salle devait être rendue à 16 h." in words
    assert "PDF balisé visant PDF/UA-1" in words
    assert "conforme" not in words


def test_page_numbers_say_how_many_there_are(french: bytes) -> None:
    pages = len(opened(french).pages)
    assert f"{pages} / {pages}" in words_of(french)


def test_says_on_every_page_when_participants_were_simulated(french: bytes) -> None:
    made = render(outcome(public_goods(count=3, simulated=True)), "fr", STARTED)
    marked = words_of(made).count("Essai à blanc : participants simulés")
    assert marked == len(opened(made).pages)
    assert "participants simulés" not in words_of(french)


@pytest.mark.parametrize(("form", "count", "locale"), [(one_two_four_all, 3, "en"), (public_goods, 40, "en")])
def test_few_and_many_people(form: object, count: int, locale: str) -> None:
    assert callable(form)
    made = drawn(outcome(form(count=count, locale=locale)), locale)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def _numbered(told: Outcome) -> dict[int, str]:
    cards = {c.number: c.text for stage in told.stages for board in stage.boards for c in board.cards}
    turns = [turn for stage in told.stages for question in stage.questions for turn in question.rounds]
    return cards | {said.number: said.text for turn in turns for said in turn.texts}


def test_every_contribution_stands_exactly_once_in_the_material() -> None:
    unique = [f"contribution-{n:03d}-fin" for n in range(90)]
    told = outcome(one_two_four_all(count=30, each=3, words=unique))
    made = render(told, "fr", STARTED)
    text = text_of(made)
    printed = list(_numbered(told).values())
    assert len(printed) > 60
    assert {words: text.count(words) for words in printed} == dict.fromkeys(printed, 1)


def test_every_worded_answer_stands_exactly_once_in_the_stage_chapter(english: bytes) -> None:
    destinations = opened(english).Root.Names.Dests
    names = [str(name) for name in _flat(destinations) if isinstance(name, pikepdf.String)]
    homes = [name for name in names if name.startswith("c") and name[1:].isdigit()]
    assert len(homes) == len(set(homes))


def _flat(tree: pikepdf.Object) -> list[pikepdf.Object]:
    return [item for kid in tree.get("/Kids", []) for item in _flat(kid)] + list(tree.get("/Names", []))
