"""What the golden experiment compares: one set of numbers in every document, equal to the rows of its database."""

import json
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import comb

import networkx
import pytest

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.spreadsheet import dossier_xlsx
from facilitation.documentation.dossier.tables import named, tables_of
from facilitation.documentation.dossier.talk import MOST_FIGURES
from facilitation.documentation.markdown import markdown_of
from facilitation.documentation.typography import typeset
from facilitation.domain.format import Text
from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.projections.outcome.shapes import Compared
from tests.documentation.golden_experiment import MADE_AT, Golden
from tests.documentation.reading import words_of
from tests.documentation.test_data import lines, squeezed, workbook
from tests.documentation.test_markdown import Words, read_as

OPENING, CLOSING = "rehearsal-opening-7", "rehearsal-closing-9"
Answers = Mapping[str, Fraction]


def number(value: object) -> Fraction:
    return Fraction(value["number"]) if isinstance(value, dict) else Fraction(bool(value))


def said(golden: Golden, session: str, question: str) -> Answers:
    """What each person answered, from the rows alone."""
    return {who: number(v) for (at, who, name), v in golden.answered().items() if (at, name) == (session, question)}


def later_said(golden: Golden, question: str) -> Answers:
    return {seat: Fraction(value) for seat, name, value in golden.later_rows() if name == question}


def by_hand(first: Answers, second: Answers) -> tuple[int, int, int]:
    both = [(first[who], second[who]) for who in first if who in second]
    return sum(b > a for a, b in both), sum(a == b for a, b in both), sum(b < a for a, b in both)


def every(golden: Golden, dossier: Dossier) -> Iterable[tuple[Compared, Answers, Answers]]:
    """Each comparison with the answers of both moments as the rows have them, people under their first seat."""
    opening, _, closing = dossier.sessions
    for told, at in ((opening, OPENING), (closing, CLOSING)):
        for one in told.comparisons:
            yield one, said(golden, at, one.numbers.names[0]), said(golden, at, one.numbers.names[1])
    back = {now: then for then, now in golden.paired_rows()}
    for one in dossier.across:
        first, second = one.numbers.names
        if one.numbers.sort == "later":
            yield one, said(golden, OPENING, first), later_said(golden, second)
        else:
            last = said(golden, CLOSING, second)
            yield one, said(golden, OPENING, first), {back.get(who, f"new {who}"): v for who, v in last.items()}


@pytest.fixture(params=["restitution", "diffusion"])
def dossier(request: pytest.FixtureRequest, golden: Golden) -> Dossier:
    """The dossier for those who took part, and for readers outside."""
    return golden.dossier(RENDERINGS[request.param])


def test_every_sort_of_comparison_is_there(golden: Golden) -> None:
    whole = golden.dossier()
    assert {one.numbers.sort for one in whole.sessions[0].comparisons} == {"change", "hindsight", "shift"}
    assert [one.numbers.sort for one in whole.across] == ["sessions", "sessions", "later", "later"]
    assert len(whole.networks) == 1
    assert len(golden.later_rows()) > 20
    assert len(golden.paired_rows()) > 12
    assert any(not seat.startswith("p") for seat, _, _ in golden.later_rows()), "some answered without their code"


def test_each_number_is_that_of_the_rows_or_is_kept_back(golden: Golden, dossier: Dossier) -> None:
    fewest = RENDERINGS[dossier.rendering].threshold
    for one, first, second in every(golden, dossier):
        found, ways = one.numbers, by_hand(first, second)
        assert (found.both, found.only_first, found.only_second) == (
            sum(ways),
            len(first.keys() - second.keys()),
            len(second.keys() - first.keys()),
        )
        assert found.directions is not None
        told = [(cell, way) for cell, way in zip(found.directions.cells, ways, strict=True) if cell is not None]
        assert all(cell == way and (way == 0 or way >= fewest) for cell, way in told)
        assert found.directions.together == sum(ways) - sum(cell for cell, _ in told)
        for side, answers in zip(found.sides or (), (first, second), strict=bool(found.sides)):
            both = [v for who, v in answers.items() if found.of_all or (who in first and who in second)]
            steps = [Fraction(place) for place in ((0, 1) if found.yes_no else (1, 2, 3, 4, 5))]
            assert side.counts == tuple(both.count(step) for step in steps)
            assert (side.n, sum(side.counts)) == (len(both), len(both))


def test_a_test_is_made_where_it_was_asked_for_and_nowhere_else(golden: Golden, dossier: Dossier) -> None:
    told = [(one, tried) for one, _, _ in every(golden, dossier) for tried in one.numbers.tests]
    assert [(one.numbers.sort, tried.test, tried.kept_back, tried.beforehand) for one, tried in told] == (
        [
            ("change", "signed-rank", False, True),
            ("hindsight", "sign", False, True),
            ("change", "sign", True, True),
            ("later", "sign", False, False),
        ]
        if dossier.rendering == "restitution"
        else [
            ("change", "signed-rank", True, True),
            ("hindsight", "sign", True, True),
            ("change", "sign", True, True),
            ("later", "sign", True, False),
        ]
    )
    for one, tried in told:
        if tried.test == "sign" and not tried.kept_back:
            assert one.numbers.directions is not None
            up, same, down = one.numbers.directions.cells
            assert up is not None
            assert down is not None
            few, n = min(up, down), up + down
            assert tried.p == min(Fraction(1), Fraction(2 * sum(comb(n, k) for k in range(few + 1)), 2**n))
            assert (tried.used, tried.stayed) == (n, same)
    for locale in ("fr", "en"):
        html = dossier_html(dossier, locale, MADE_AT, "research")
        assert html.count('<div class="tried">') == 4
        assert html.count("p = ") == (6 if dossier.rendering == "restitution" else 0) // 2


def test_the_status_of_an_instrument_stands_beside_the_figures_of_its_questions(golden: Golden) -> None:
    html = dossier_html(golden.dossier(), "fr", MADE_AT, "research").replace("\u00a0", " ")
    labelled = re.findall(r'<strong class="tag">(\w+)</strong>(?: <span class="trusted">\(([^)]*)\)</span>)?', html)
    covered = [trusted for _, trusted in labelled if trusted]
    assert set(covered) == {"Auto-positionnement : maison", "question faite pour cette expérience"}
    # The opening asked it before, after and in hindsight; it is compared within, across and later.
    assert covered.count("Auto-positionnement : maison") >= 8
    assert not [trusted for basis, trusted in labelled if basis == "Mesuré" and trusted]


def test_the_networks_are_those_of_another_library_over_the_rows(golden: Golden) -> None:
    (found,) = golden.dossier().networks
    agreed = {s.id: {p for p, one in s.people.items() if one.consents.report} for s in golden.sessions}
    shown = [row for row in golden.listed() if row[1] in agreed[row[0]]]
    first, last = ({name for where, _, _, name in shown if where == at} for at in (OPENING, CLOSING))
    graphs = []
    for at in (OPENING, CLOSING):
        cards: dict[str, str] = {}
        speakers: dict[str, str] = {}
        for where, who, card, name in shown:
            if where == at and name in first & last and name not in speakers:
                cards[card], speakers[name] = name, who
        graph: networkx.DiGraph[str] = networkx.DiGraph()
        graph.add_nodes_from(speakers)
        for name, who in speakers.items():
            for card, level in golden.answered().get((at, who, "tie"), ()):
                if cards.get(card, name) != name and 2 * Fraction(level) >= 5:
                    graph.add_edge(name, cards[card])
        graphs.append(graph)
    for told, graph in zip(found.measures, graphs, strict=True):
        assert told.organisations == graph.number_of_nodes() >= 3
        assert told.ties == graph.number_of_edges() > 0
        assert told.reciprocity == Fraction(networkx.overall_reciprocity(graph)).limit_denominator(10_000)
        assert told.alone == len(list(networkx.isolates(graph)))


def test_documents_and_data_say_the_same(golden: Golden, dossier: Dossier, documents: dict[str, bytes]) -> None:
    locale = "fr" if dossier.rendering == "restitution" else "en"
    html = dossier_html(dossier, locale, MADE_AT, "research")
    pdf = documents["research" if locale == "fr" else "research outside"]
    read = [squeezed(Words(html).text), squeezed(Words(read_as(markdown_of(html))).text), squeezed(words_of(pdf))]
    pictures = [one.picture for one, _, _ in every(golden, dossier)] + [one.picture for one in dossier.networks]
    for picture in pictures:
        assert all(printed(picture.reading, locale) in text for text in read), picture.reading
        cells = [printed(cell, locale) for table in picture.tables for row in table.rows for cell in row]
        assert not [cell for text in read for cell in cells if cell not in text]
    drawn = dossier_html(dossier, locale, MADE_AT, "slides")
    assert all(kept.count("<li>") <= 3 for kept in re.findall(r'<ul class="kept">(.*?)</ul>', drawn, re.DOTALL))
    slides = squeezed(Words(drawn).text)
    shown = [picture for picture in pictures if printed(picture.reading, locale) in slides]
    assert 2 <= len(shown) <= drawn.count('class="figure"') <= MOST_FIGURES, "a talk shows a few of them"

    data = json.loads(dossier_json(dossier, locale, MADE_AT))["dossier"]
    book = workbook(dossier_xlsx(dossier, locale, MADE_AT))
    told = {name: named(tables_of(dossier, locale), name) for name in ("comparisons", "cooperation")}
    held = [one for session in data["sessions"] for one in session["comparisons"]] + data["across"]
    rows = iter(told["comparisons"].rows)
    for (one, _, _), plain in zip(every(golden, dossier), held, strict=True):
        found = one.numbers
        assert (plain["numbers"]["both"], plain["numbers"]["neither"]) == (found.both, found.neither)
        assert found.directions is not None
        assert tuple(plain["numbers"]["directions"][way] for way in ("up", "same", "down")) == found.directions.cells
        assert tuple(next(rows)[-1] for _ in range(3)) == found.directions.cells
        kept_back = 1 if found.directions.together else 0
        counted = [next(rows)[-1] for _ in range(kept_back + 4)]
        assert counted == [*[found.directions.together] * kept_back, found.both, *_others(one)]
        assert [next(rows)[-1] for _ in found.tests] == [tried.p for tried in found.tests]
        assert [tried["p"] and tried["p"]["exact"] for tried in plain["numbers"]["tests"]] == [
            tried.p and str(tried.p) for tried in found.tests
        ]
        for side in found.sides or ():
            counts = [next(rows)[-1] for _ in (*side.counts, "n")]
            assert counts == [*side.counts, side.n]
            if not found.yes_no:
                assert [next(rows)[-1] for _ in range(3)] == [side.lower, side.median, side.upper]
    assert next(rows, None) is None
    for name, table in told.items():
        sheet = book[table.title.said_in(locale)]
        assert len(sheet) == len(table.rows) + 1 == len(lines(dossier_csv(dossier, locale, name))) + 1
    assert len(told["cooperation"].rows) == 11 * len(dossier.networks)
    for one, plain in zip(dossier.networks, data["networks"], strict=True):
        by_name = {row[3]: row[4:] for row in told["cooperation"].rows}
        assert by_name["densité"] == tuple(measured.density for measured in one.measures)
        assert [Fraction(each["density"]["exact"]) for each in plain["measures"]] == list(by_name["densité"])
        assert by_name["liens qui comptent"] == tuple(each["ties"] for each in plain["measures"])


def printed(words: Text, locale: str) -> str:
    return squeezed(typeset(words.said_in(locale), locale))


def _others(one: Compared) -> list[int | None]:
    return [one.numbers.only_first, one.numbers.only_second, one.numbers.neither]


def test_nobody_who_answered_later_or_twice_is_named_anywhere(golden: Golden, dossier: Dossier) -> None:
    data = dossier_json(dossier, "fr", MADE_AT).decode()
    tables = "".join(dossier_csv(dossier, "fr", name).decode() for name in ("comparisons", "cooperation"))
    book = " ".join(
        str(cell) for rows in workbook(dossier_xlsx(dossier, "fr", MADE_AT)).values() for r in rows for cell in r
    )
    seats = {seat for seat, _, _ in golden.later_rows()} | {seat for pair in golden.paired_rows() for seat in pair}
    for text in (data, tables, book):
        assert not [seat for seat in seats if re.search(rf"\b{re.escape(seat)}\b", text)]
    assert len(seats) > 20
