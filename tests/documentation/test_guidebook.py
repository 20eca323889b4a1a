"""The guide of a format: what is in it for each format of the library, as a page and as a tagged PDF."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from pdfminer.high_level import extract_text

from facilitation.documentation.guidebook.making import guidebook
from facilitation.documentation.guidebook.page import guidebook_html
from facilitation.documentation.guidebook.shapes import Guidebook
from facilitation.documentation.paper import render_guidebook
from facilitation.documentation.press.orders import guidebook_order, read_order
from facilitation.formats import Library
from tests.documentation.test_markdown import Words
from tests.formats.shipped import library
from tests.projections.test_handouts import COSTS, FLAT, OWNER

MADE_AT = 1_780_000_000_000


@pytest.fixture(scope="module", name="library")
def opened() -> Library:
    return library()


def of(library: Library, name: str) -> Guidebook:
    form = library.readings[name].format
    assert form
    return guidebook(form)


def test_every_format_of_the_library_has_a_guide(library: Library) -> None:
    looks = library.first_looks or library.readings
    guides = [guidebook(reading.format) for reading in looks.values() if reading.format is not None]
    assert len(guides) >= 60
    for at, guide in enumerate(guides):
        locale = "en" if at % 4 == 0 else "fr"
        page = guidebook_html(guide, locale, MADE_AT)
        for step in guide.steps:
            for words in (step.instruction, step.plain, step.notes, *(text for _, text in step.lines)):
                if words:
                    assert squeezed(words.said_in(locale))[:40] in squeezed(Words(page).text), (guide.id, step.title)
        assert "{" not in Words(page).text, guide.id
        assert len(re.findall(r"<tr>", page)) > len(guide.steps)


def test_what_is_handed_out_is_printed_whole(library: Library) -> None:
    form = library.readings["public-goods"].format
    assert form
    told = replace(form, handouts=(FLAT, COSTS), roles=(OWNER,))
    page = squeezed(Words(guidebook_html(guidebook(told), "fr", MADE_AT)).text)
    for each in (FLAT, COSTS):
        for words in (each.title, *each.columns, *(cell for row in each.rows for cell in row)):
            assert squeezed(words.fr) in page, words
    assert squeezed("À remettre à : " + OWNER.label.fr) in page
    assert FLAT.text
    assert squeezed(FLAT.text.fr.partition("{")[0]) in page
    assert render_guidebook(guidebook(told), "fr", MADE_AT).startswith(b"%PDF")


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0\u202f’']+", "", words)


def test_times_add_up_and_turns_are_counted(library: Library) -> None:
    guide = of(library, "public-goods")
    assert [step.starts // 60 for step in guide.steps] == [0, 3, 5, 12, 15, 19, 24]
    assert [step.times for step in guide.steps] == [1, 3, 3, 1, 1, 1, 1]
    assert [step.looks_back for step in guide.steps] == [False] * 3 + [True] * 4
    assert guide.steps[0].together
    assert guide.steps[0].together.en == "in groups of 3"


def test_boards_stand_as_they_will_look_and_roles_have_their_words(library: Library) -> None:
    page = Words(guidebook_html(of(library, "public-goods"), "en", MADE_AT)).text
    assert squeezed("And elsewhere?") in squeezed(page)
    last = of(library, "one-two-four-all").steps[-1]
    assert last.boards[0].vote
    assert last.boards[0].vote.en.startswith("3\u00a0dots each")
    assert last.boards[0].title.fr != "ideas", "said as it was asked, and not by its name"
    roles = of(library, "codeveloppement")
    assert roles.roles
    parts = [part.role for step in roles.steps for part in step.parts if part.role]
    assert {role.label for role in roles.roles} & set(parts)


def test_an_order_goes_to_the_press_and_back(library: Library) -> None:
    order = guidebook_order(of(library, "seminar-half-day"), "fr", MADE_AT)
    assert read_order(order.written()) == order


def test_the_pdf_is_tagged_and_the_same_twice(library: Library) -> None:
    guide = of(library, "one-two-four-all")
    made = render_guidebook(guide, "fr", MADE_AT)
    assert made == render_guidebook(guide, "fr", MADE_AT)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "fr"
        assert "/StructTreeRoot" in pdf.Root
    assert "Guide d’animation" in extract_text(io.BytesIO(made))


def test_a_method_keeps_its_own_numbers_and_no_column_is_empty(library: Library) -> None:
    page = guidebook_html(of(library, "codeveloppement"), "fr", MADE_AT)
    assert re.findall(r"<h3>(.*?)</h3>", page)[:3] == ["Proposer un sujet", "Choisir le sujet", "1 · Exposé"]
    assert "Qui travaille avec qui" not in page
    page = guidebook_html(of(library, "one-two-four-all"), "fr", MADE_AT)
    assert "Qui travaille avec qui" in page
    assert "<h3>1. Seul</h3>" in page
    assert "<td>–</td>" not in page


def test_a_sentence_goes_on_over_the_lines_of_its_file(library: Library) -> None:
    page = guidebook_html(of(library, "codeveloppement"), "fr", MADE_AT)
    assert "chacun avec sa séance, ou demandez" in page
    assert "dernière étape.<br>À dire" in page.replace("\u00a0", " ")
