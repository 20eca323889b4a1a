"""What a reader sees on the pages: everything once, nothing torn apart, captions in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from facilitation.documentation.charts import Strip, strips, timeline_chart
from facilitation.documentation.figures import Figures
from facilitation.documentation.record import record_html
from facilitation.domain.format import ListPart, Section, Text
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.numbers import spread
from facilitation.projections.timeline import TimelineStep
from facilitation.typesetting.fetching import PackagedOnly
from facilitation.typesetting.glyphs import can_draw
from tests.documentation.conftest import CARD
from tests.documentation.sample import STARTED, codeveloppement, one_two_four_all, public_goods

FORMS = [one_two_four_all, codeveloppement, public_goods]


def _html(told: Outcome, locale: str = "fr") -> str:
    return record_html(told, locale, STARTED, None, can_draw)


def _pages(html: str) -> list[Any]:
    rendered = HTML(string=html, url_fetcher=PackagedOnly()).render(font_config=FontConfiguration())
    return [page._page_box for page in rendered.pages]


def _words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def unique(told: Outcome, mark: str = "") -> tuple[Outcome, list[str]]:
    """The same outcome in which every contribution has words of its own, by its number."""
    seen: set[str] = set()

    def named(value: Any) -> Any:
        match value:
            case tuple():
                return tuple(named(item) for item in value)
            case _ if type(value).__name__ == "Contribution":
                seen.add(f"mot{mark}{value.number:04d}fin")
                return replace(value, text=f"mot{mark}{value.number:04d}fin")
            case _ if type(value).__name__ == "RowsAnswer":
                seen.add(f"mot{mark}{value.number:04d}fin")
                return replace(value, rows=((f"mot{mark}{value.number:04d}fin", *value.rows[0][1:]), *value.rows[1:]))
            case _ if type(value).__name__ == "VoteRow" and value.number:
                return replace(value, text=f"mot{mark}{value.number:04d}fin")
            case _ if hasattr(value, "__dataclass_fields__"):
                fields = value.__dataclass_fields__
                return replace(value, **{name: named(getattr(value, name)) for name in fields})
        return value

    made: Outcome = named(told)
    return made, sorted(seen)


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_every_contribution_is_printed_exactly_once(form: Any, locale: str) -> None:
    told, printed = unique(outcome(form(locale=locale)))
    words = _words(_html(told, locale))
    assert len(printed) >= 6
    assert {word: words.count(word) for word in printed} == dict.fromkeys(printed, 1)


def test_a_section_that_lists_what_another_has_points_there() -> None:
    session = public_goods()
    assert session.format is not None
    twice = (*session.format.document, Section(Text("Encore", "Again"), (ListPart("lessons"), ListPart("lessons"))))
    told, printed = unique(outcome(replace(session, format=replace(session.format, document=twice))))
    html = _html(told)
    assert {word: html.count(word) for word in printed} == dict.fromkeys(printed, 1)
    assert html.count('class="see"') >= 3


@pytest.mark.parametrize("form", FORMS)
def test_every_drawing_and_every_table_is_printed_once(form: Any) -> None:
    html = _html(outcome(form()))
    for found in (re.findall(r"<svg.*?</svg>", html, re.S), re.findall(r"<tbody>.*?</tbody>", html, re.S)):
        assert found
        assert len(found) == len(set(found))


@pytest.mark.parametrize("form", FORMS)
def test_every_pointer_has_its_target(form: Any) -> None:
    html = _html(outcome(form()))
    targets = re.findall(r'id="([^"]+)"', html)
    assert len(targets) == len(set(targets))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(targets)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_captions_are_words_and_formulas_stand_under_the_table(locale: str) -> None:
    html = _html(outcome(public_goods(locale=locale)), locale)  # type: ignore[arg-type]
    captions = re.findall(r"<caption>(.*?)</caption>", html)
    assert not [caption for caption in captions if re.search(r"[=()*]", caption)]
    said = "Valeur « pot », par groupe et par tour" if locale == "fr" else "Value “pot”, by group and by round"
    assert said in [caption.replace("\u00a0", " ") for caption in captions]
    assert re.search(r'</table>\s*<p class="note formula">[^<]*<span[^>]*>pot = sum\(contribution\)', html)


def test_the_source_is_marked_as_the_formats_own_words() -> None:
    html = _html(outcome(public_goods(locale="en")), "en")
    assert "Source, as given by the format" in html
    assert re.search(r"as given by the format</th><td>“.*”</td>", html)


def _numbers(count: int) -> Any:
    found = spread(Fraction(7 if n else 8) for n in range(count))
    assert found is not None
    return found


@pytest.mark.parametrize(("locale", "said"), [("fr", "Chaque cercle"), ("en", "Each circle")])
def test_what_is_said_of_the_dots_is_what_is_drawn(locale: str, said: str) -> None:
    named = [("Round 1" if locale == "en" else "Tour 1", _numbers(30))]
    answers, worked_out = (Figures(locale).spreads("t", named, answers=answers) for answers in (True, False))
    assert answers.drawing.count("<circle") == 30
    places = zip(*(re.findall(rf'{name}="([^"]+)"', answers.drawing) for name in ("cx", "cy")), strict=True)
    assert len(set(places)) == 30, "none hides behind another"
    assert answers.reading.startswith(said)
    assert "réponse" in answers.reading or "answer" in answers.reading
    assert "réponse" not in worked_out.reading
    assert "answer" not in worked_out.reading
    assert "Round 1\u00a0:" not in answers.reading


def test_the_key_of_a_spread_is_not_said_of_nothing() -> None:
    assert strips("t", [Strip("a", (Fraction(1),), *[Fraction(1)] * 3)], "1", "1").count("<circle") == 1


@pytest.mark.parametrize("lengths", [(2, 1, 1), (60, 120, 240), (6000, 60, 60)])
def test_the_labels_of_the_timeline_stand_beside_its_lines(lengths: tuple[int, ...]) -> None:
    steps = [
        TimelineStep(str(n), str(n), Text.same("x"), (), "done", planned=60, actual=long, after=sum(lengths[:n]))
        for n, long in enumerate(lengths)
    ]
    drawing = timeline_chart("t", "Prévu", "Réel", steps, "min")
    ends = {
        word: float(re.search(rf'<text x="([^"]+)"[^>]*text-anchor="end"[^>]*>{word}<', drawing)[1])  # type: ignore[index]
        for word in ("Prévu", "Réel")
    }
    first = min(float(x) for x in re.findall(r'<(?:rect|line) x1?="([^"]+)"', drawing))
    assert all(0 < end < first for end in ends.values())


def _lowest(page: Any) -> Any:
    """The element whose line of text stands lowest in the body of a page."""
    lines = [box for box in _in_flow(page) if type(box).__name__ == "TextBox" and box.text.strip()]
    return max(lines, key=lambda box: box.position_y, default=None)


def _in_flow(page: Any) -> Iterator[Any]:
    for child in page.children:
        if type(child).__name__ != "MarginBox":
            yield from child.descendants()


@pytest.mark.parametrize(
    ("form", "count"), [(one_two_four_all, 3), (one_two_four_all, 30), (codeveloppement, 12), (public_goods, 7)]
)
def test_no_heading_caption_or_drawing_ends_a_page(form: Any, count: int) -> None:
    pages = _pages(_html(outcome(form(count=count))))
    ends = [_lowest(page) for page in pages]
    found = [box.element for box in ends if box is not None]
    assert not [e.tag for e in found if e.tag in ("h1", "h2", "h3", "h4", "caption") or e.get("scope") == "col"]
    assert not [e for e in found if e.get("class") in ("asked", "reading", "count", "note numbering", "instruction")]


@pytest.mark.parametrize(("form", "count"), [(one_two_four_all, 12), (codeveloppement, 12), (public_goods, 7)])
def test_a_drawing_stands_on_the_page_of_its_reading_and_its_table(form: Any, count: int) -> None:
    pages = _pages(_html(outcome(form(count=count))))
    kept = 0
    for page in pages:
        elements = {box.element for box in _in_flow(page) if box.element is not None}
        for group in (e for e in elements if e.get("class") == "together"):
            drawn = [e for e in group.iter() if e.get("class") in ("figure", "reading") or e.tag in ("caption", "tr")]
            kept += any(e.get("class") == "figure" for e in drawn)
            assert set(drawn) <= elements, "torn apart"
    assert kept >= 2


@pytest.mark.parametrize(("form", "count", "most"), [(one_two_four_all, 3, 6), (public_goods, 7, 8)])
def test_a_small_session_is_a_short_document(form: Any, count: int, most: int) -> None:
    assert len(_pages(record_html(outcome(form(count=count)), "fr", STARTED, CARD, can_draw))) <= most
