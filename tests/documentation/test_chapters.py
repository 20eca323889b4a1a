"""A long document is drawn chapter by chapter and joined: the same bytes wherever it is made, one tree of tags."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no stubs
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.press.orders import dossier_order
from facilitation.documentation.press.worker import Made, make
from facilitation.typesetting.chapters.cutting import MARK, cut
from facilitation.typesetting.chapters.joining import string
from tests.documentation.golden_experiment import MADE_AT, Golden, marked
from tests.documentation.reading import opened, tags_of

TAGS = ("section", "div", "table", "tbody", "tr", "ul", "ol", "p")


@pytest.fixture(scope="module")
def whole(golden: Golden) -> Dossier:
    """What the research dossier of the golden experiment is made of."""
    return marked(golden.dossier())[0]


@pytest.fixture(scope="module")
def html(whole: Dossier) -> str:
    """The same as one page of HTML."""
    return dossier_html(whole, "fr", MADE_AT, "research")


@pytest.fixture(scope="module")
def words(documents: dict[str, bytes]) -> list[str]:
    """What stands on each of its pages, with the numbers that were put in last."""
    pages = extract_text(io.BytesIO(documents["research"]), laparams=LAParams(all_texts=True)).split("\f")
    return [" ".join(page.split()) for page in pages[:-1]]


def test_every_part_is_in_one_chapter_and_every_chapter_is_whole(html: str) -> None:
    chapters = cut(html)
    assert len(chapters) > 3
    found = [name for chapter in chapters for name in re.findall(rf' (?:id|{MARK})="([^"]+)"', chapter)]
    assert found == re.findall(r' id="([^"]+)"', html)
    for chapter in chapters:
        for tag in TAGS:
            assert len(re.findall(rf"<{tag}\b", chapter)) == chapter.count(f"</{tag}>"), tag
        assert 'href="#' not in chapter, "which chapter a target is in, no chapter knows"
    assert cut(chapters[-1]) == (chapters[-1],), "what is short is left as it is"


def test_a_list_that_is_too_long_is_cut_between_two_contributions() -> None:
    said = '<div class="said" id="c{n}"><p class="words">{w}</p></div>'
    many = "".join(said.format(n=n, w="mot " * 200) for n in range(300))
    body = f'<section class="chapter" id="a"><h2>T &amp; U</h2>{many}</section>'
    page = f'<html><head></head><body class="b">{body}</body></html>'
    chapters = cut(page)
    assert len(chapters) > 2
    assert all(chapter.count("<section") == chapter.count("</section>") == 1 for chapter in chapters)
    assert sum(chapter.count('class="said"') for chapter in chapters) == 300
    assert all('data-chapter="T &amp; U"' in chapter for chapter in chapters[1:])


def test_every_page_says_its_number_and_how_many_there_are(words: list[str]) -> None:
    assert len(words) > 30
    for number, said in enumerate(words[1:], 2):
        assert f"{number} / {len(words)}" in said, number
    assert "1 / " not in words[0], "the cover bears none"


def test_the_contents_say_the_page_on_which_each_part_is(documents: dict[str, bytes], words: list[str]) -> None:
    pdf = opened(documents["research"])
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    names = pdf.Root.Names.Dests.Names
    at = {str(names[n]): pages[names[n + 1][0].objgen] for n in range(0, len(names), 2)}
    contents = next(number for number, said in enumerate(words) if said.count(". . .") > 10)
    assert len(at) > 300
    entries = [str(link.Dest) for link in pdf.pages[contents].Annots]
    assert len(entries) >= 18
    assert _numbers_shown(pdf, contents) == [at[entry] for entry in entries]


def test_a_typeface_is_in_a_document_once_with_the_letters_of_all_its_chapters(documents: dict[str, bytes]) -> None:
    pdf = opened(documents["research"])
    things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    described = [str(thing.FontName) for thing in things if thing.get("/Type") == pikepdf.Name.FontDescriptor]
    packaged = [name for name in described if "Record" in name]
    assert len(packaged) == len(set(packaged)) >= 5
    fonts = {font.objgen: font for page in pdf.pages for _, font in page.Resources.Font.items()}
    for font in fonts.values():
        meant = font.ToUnicode.read_bytes().partition(b"beginbfchar")[2]
        shown = {int(code, 16) for code in re.findall(rb"^<(....)> <", meant, re.M)}
        (drawn,) = font.DescendantFonts
        wide = {int(drawn.W[n]) + place for n in range(0, len(drawn.W), 2) for place in range(len(drawn.W[n + 1]))}
        assert shown == wide
        outlines = TTFont(io.BytesIO(drawn.FontDescriptor.FontFile2.read_bytes()))
        assert max(shown) < outlines["maxp"].numGlyphs


def test_every_link_and_every_heading_leads_somewhere(documents: dict[str, bytes]) -> None:
    pdf = opened(documents["research"])
    names = pdf.Root.Names.Dests.Names
    known = [str(names[n]) for n in range(0, len(names), 2)]
    assert known == sorted(known)
    assert len(known) == len(set(known))
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    assert len(links) > 30
    assert {str(link.Dest) for link in links} <= set(known)
    with pdf.open_outline() as outline:
        titles = [item.title for item in _flat(outline.root)]
    assert len(titles) == sum(tag in ("H1", "H2", "H3", "H4") for tag, _ in tags_of(documents["research"]))
    assert not pdf.check_pdf_syntax()


def test_one_tree_of_tags_in_which_every_page_is_found(documents: dict[str, bytes]) -> None:
    pdf = opened(documents["research"])
    assert [str(root.S) for root in pdf.Root.StructTreeRoot.K] == ["/Document"]
    parts = pdf.Root.StructTreeRoot.K[0].K
    trees = pdf.Root.StructTreeRoot.ParentTree.Kids
    assert len(parts) == len(trees) > 3
    keys = [int(tree.Nums[n]) for tree in trees for n in range(0, len(tree.Nums), 2)]
    assert keys == sorted(set(keys))
    assert {int(page.StructParents) for page in pdf.pages} <= set(keys)
    numbers = [str(element.ID) for tag, element in tags_of(documents["research"]) if tag == "TH"]
    assert len(numbers) == len(set(numbers))


def test_other_processes_and_finished_chapters_give_the_same_bytes(
    whole: Dossier, documents: dict[str, bytes], tmp_path: Path
) -> None:
    made = make(dossier_order(whole, "fr", MADE_AT, "research").written(), lambda done, total: None, chapters=tmp_path)
    assert isinstance(made, Made), made
    assert made.pdf == documents["research"]
    kept = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    texts = tuple(replace(text, body="Tout autre chose.") if text.key == "limits" else text for text in whole.texts)
    again = make(
        dossier_order(replace(whole, texts=texts), "fr", MADE_AT, "research").written(),
        lambda done, total: None,
        chapters=tmp_path,
    )
    assert isinstance(again, Made), again
    fresh = {file.name for file in tmp_path.iterdir()} - set(kept)
    assert len(fresh) == 1, "only the chapter whose text changed is drawn"
    assert all((tmp_path / name).stat().st_mtime_ns == when for name, when in kept.items())
    assert "Tout autre chose." in extract_text(io.BytesIO(again.pdf))


def test_words_are_written_as_a_pdf_writes_them() -> None:
    assert string(r"a (b) \c") == rb"(a \(b\) \\c)"
    assert bytes(pikepdf.Object.parse(string("Été – 漢"))).decode("utf-16") == "Été – 漢"


def _flat(items: list[pikepdf.OutlineItem]) -> list[pikepdf.OutlineItem]:
    return [one for item in items for one in (item, *_flat(item.children))]


def _numbers_shown(pdf: pikepdf.Pdf, page: int) -> list[int]:
    """The page numbers that were put into a page, in the order of its lines."""
    shown = pdf.pages[page].Resources.XObject
    content = pdf.pages[page].Contents.read_bytes().decode("latin-1")
    forms = [shown[name].read_bytes().decode() for name in re.findall(r"(/pm\d+) Do", content)]
    zero = _glyph_of_zero(pdf, page)
    codes = [re.findall("....", re.findall(r"<([0-9a-f]+)>", form)[0]) for form in forms]
    return [int("".join(str(int(code, 16) - zero) for code in number)) for number in codes]


def _glyph_of_zero(pdf: pikepdf.Pdf, page: int) -> int:
    """The glyphs of figures follow each other in the typeface; a page's own number says where they begin."""
    shown, content = pdf.pages[page].Resources.XObject, pdf.pages[page].Contents.read_bytes().decode("latin-1")
    (name,) = re.findall(r"(/pn\d+) Do", content)
    first = re.findall(r"<([0-9a-f]{4})", shown[name].read_bytes().decode())[0]
    return int(first, 16) - (page + 1)
