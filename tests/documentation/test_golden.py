"""Every document of the golden experiment: one set of numbers, that of the database; tagged, whole, self-contained."""

import json
import re
from itertools import pairwise

import page
import pikepdf
import pytest

from facilitation.documentation import contributions_csv, outcome_json
from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.documentation.dossier.twin import twin
from facilitation.domain.session import Consents
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.projections.outcome.shapes import SpreadTable, ValueTable
from facilitation.projections.pictures import Picture
from tests.documentation.golden_experiment import MADE_AT, TAKEN_BACK, Golden, marked
from tests.documentation.reading import everything_in, opened, tags_of, text_of, words_of

EVERY = (*KINDS, "research outside", "session")
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@pytest.fixture(params=EVERY)
def name(request: pytest.FixtureRequest) -> str:
    """Each document by its name."""
    asked: str = request.param
    return asked


@pytest.fixture
def pdf(name: str, documents: dict[str, bytes]) -> bytes:
    """The same, finished."""
    return documents[name]


def test_the_experiment_has_what_documents_can_get_wrong(golden: Golden) -> None:
    told = golden.outcomes()
    pieces = {type(piece).__name__ for one in told for section in one.sections for piece in section.pieces}
    assert {"CardList", "VoteMaterial", "ValueTable", "ChartMaterial", "QuestionMaterial"} <= pieces
    assert any(isinstance(piece, Picture) for one in told for section in one.sections for piece in section.pieces)
    people = [one for session in golden.sessions for one in session.people.values()]
    assert {Consents(False, False, False), Consents(True, True, False), Consents(True, True, True)} <= {
        Consents(one.consents.report, one.consents.quotation, one.consents.publication) for one in people
    }
    assert any(card.withdrawn for session in golden.sessions for card in session.cards.values())
    assert all(len(session.people) >= 24 for session in golden.sessions)
    step, question = TAKEN_BACK
    assert any(answer.withdrawn for answer in golden.sessions[1].answers[step][question].values())


@pytest.mark.parametrize("rendering", [RESTITUTION, DIFFUSION])
def test_the_number_that_was_taken_back_is_behind_no_value(golden: Golden, rendering: Rendering) -> None:
    step, question = TAKEN_BACK
    session, told = golden.sessions[1], golden.outcomes(rendering)[1]
    (gone,) = (who for who, answer in session.answers[step][question].items() if answer.withdrawn)
    place = next(at for at, row in enumerate(session.groups[step]) if gone in row)
    (played,) = (stage for stage in told.stages if stage.stage == step.partition(".")[0])
    of_groups = [table for table in played.values if isinstance(table, ValueTable) and len(table.rows) > 1]
    assert of_groups
    assert all(table.rows[place].cells[0] is None for table in of_groups)
    assert [one for table in played.values if isinstance(table, SpreadTable) for one in table.spreads[:1]] == [None]
    assert gone not in session.values[step].person


def test_a_slide_never_runs_onto_a_second_page(golden: Golden, documents: dict[str, bytes]) -> None:
    slides = dossier_html(marked(golden.dossier())[0], "fr", MADE_AT, "slides").count('<section class="slide')
    assert len(opened(documents["slides"]).pages) == slides
    assert 10 < slides <= 20, "a talk of twenty minutes"


def test_the_sheet_stays_a_sheet(documents: dict[str, bytes]) -> None:
    assert len(opened(documents["capitalisation"]).pages) <= 5
    words = words_of(documents["capitalisation"])
    assert "arrive en tête" in words, "what was seen is told by its figures"
    assert "Dans le dossier de recherche" in words
    assert "&#" not in words


def test_one_set_of_numbers_everywhere(golden: Golden, documents: dict[str, bytes]) -> None:
    counted = golden.counted()
    people, contributions = (sum(one) for one in zip(*counted, strict=True))
    assert [(told.attendance.people, told.contributions) for told in golden.outcomes()] == counted
    for told, (there, made) in zip(golden.outcomes(), counted, strict=True):
        data = json.loads(outcome_json(told))
        assert (data["attendance"]["people"], data["contributions"]) == (there, made)
        unprinted = sum(getattr(told.unprinted, why) for why in told.unprinted.__dataclass_fields__)
        assert len(contributions_of(told)) + unprinted == made
        assert contributions_csv(told).count(b"\r\n") > len(contributions_of(told))
    for kind in ("record", "capitalisation", "research"):
        words = words_of(documents[kind])
        assert f"3 séances {people} présences {contributions} " in words
        assert re.findall(r"\b2026 : (\d+) personnes", words) == [str(there) for there, _ in counted]
    for there, made in counted:
        assert f"{there} personnes {made} contributions" in words_of(documents["slides"])
    html = re.sub(r"<[^>]+>", " ", dossier_html(golden.dossier(), "fr", MADE_AT, "research"))
    assert f"3 séances {people} présences {contributions} contributions écrites" in " ".join(html.split())


def test_every_contribution_is_on_paper_exactly_once(golden: Golden, documents: dict[str, bytes]) -> None:
    _, words = marked(golden.dossier())
    assert len(words) > 300
    printed = "".join(text_of(documents["research"]).split())
    assert {word: printed.count(word) for word in words} == dict.fromkeys(words, 1)


def test_what_may_not_leave_the_house_is_in_no_byte_of_what_does(golden: Golden, documents: dict[str, bytes]) -> None:
    inside, outside = (marked(golden.dossier(*one))[1] for one in ((), (DIFFUSION,)))
    assert inside - outside
    everything = everything_in(documents["research outside"])
    assert not [word for word in inside - outside if word in everything]


def test_passes_every_rule_of_the_checker(pdf: bytes) -> None:
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_says_what_it_is_and_in_which_language(name: str, pdf: bytes) -> None:
    root = opened(pdf).Root
    assert str(root.Lang) == ("en" if name.endswith("outside") else "fr")
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(opened(pdf).docinfo.Title).strip()


def test_headings_begin_at_the_first_level_and_never_skip_one(pdf: bytes) -> None:
    levels = [int(tag[1]) for tag, _ in tags_of(pdf) if tag in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_figure_has_words_instead(name: str, pdf: bytes) -> None:
    figures = [element for tag, element in tags_of(pdf) if tag == "Figure"]
    assert figures or name in ("record", "capitalisation", "plain"), "these hold what the team put into their texts"
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)


def test_every_cell_of_every_table_names_its_headers(pdf: bytes) -> None:
    cells = [element for tag, element in tags_of(pdf) if tag == "TD"]
    headers = {str(element.ID) for tag, element in tags_of(pdf) if tag == "TH"}
    for cell in cells:
        attributes = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
        named = {str(one) for a in attributes if isinstance(a, pikepdf.Dictionary) for one in a.get("/Headers", [])}
        assert named
        assert named <= headers


def test_every_font_travels_with_it_and_nothing_is_fetched(pdf: bytes) -> None:
    objects = [thing for thing in opened(pdf).objects if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)]
    described = [thing for thing in objects if thing.get("/Type") == pikepdf.Name.FontDescriptor]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys()) for thing in described)
    actions = {str(thing.get("/S")) for thing in objects if "/S" in thing and thing.get("/Type") == "/Action"}
    actions |= {str(thing.A.get("/S")) for thing in objects if isinstance(thing.get("/A"), pikepdf.Dictionary)}
    assert not actions & {"/URI", "/Launch", "/GoToR", "/JavaScript", "/SubmitForm", "/ImportData"}
    assert not any({"/EF", "/JS", "/OpenAction", "/AcroForm"} & set(thing.keys()) for thing in objects)


def test_the_twin_of_each_fetches_nothing_and_every_header_says_of_what(golden: Golden) -> None:
    for kind in KINDS:
        html = twin(dossier_html(golden.dossier(), "fr", MADE_AT, kind))
        assert "app:" not in html
        assert "max-width: 40rem" in html, "and is made for a narrow screen too"
        assert not re.search(r"<th\b(?![^>]*scope=)", html)
        assert not re.search(r'(?:src|href)="(?!#|data:)|@import|url\("(?!data:)', html)
