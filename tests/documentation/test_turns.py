"""What several turns brought is told as one table; days, scales and yes or no are said as people say them."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from facilitation.documentation.record import record_html
from facilitation.documentation.turns import ballots
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.shapes import (
    AnswersOfRound,
    BoardMaterial,
    ChartMaterial,
    Contribution,
    OptionCount,
    Point,
    QuestionMaterial,
    SectionMaterial,
    Spread,
    SpreadTable,
    StageMaterial,
    TableRow,
    Unprinted,
    ValueTable,
    VoteMaterial,
    VoteRow,
)
from tests.documentation.sample import STARTED, one_two_four_all

T = Text.same
CARDS = BoardMaterial("ideas", None, (), 5, 0, tuple(Contribution(n, f"idea {n}") for n in range(1, 6)), Unprinted())
WRITE = StageMaterial("write", T("Write"), None, (), ("",), True, (), boards=(CARDS,))
BLANK = StageMaterial("loop", T("Loop"), None, (), ("1", "2"), True, ())


def vote(turn: int, *rows: tuple[int | None, int, tuple[int, ...]]) -> VoteMaterial:
    """A vote of one turn: rows of the card's number, its points, and its levels."""
    found = tuple(VoteRow(number, "words", dots, 1, levels) for number, dots, levels in rows)
    levels = tuple(map(T, ("up", "down"))) if rows[0][2] else ()
    manner = "thumbs" if levels else "dots"
    return VoteMaterial("loop", T("Score"), str(turn), "ideas", None, 3, 4, 9, found, manner, not levels, levels)


def asked(*counts: tuple[int, ...], missing: int = 0) -> QuestionMaterial:
    """A choice among "x" and "y", answered so often in each turn."""
    rounds = tuple(
        AnswersOfRound(
            str(turn),
            sum(row) + missing,
            sum(row),
            counts=tuple(OptionCount(name, T(name), n) for name, n in zip(("x", "y"), row, strict=True)),
        )
        for turn, row in enumerate(counts, 1)
    )
    return QuestionMaterial("choice", T("X or Y"), "choice", rounds)


def told(**parts: object) -> str:
    """The record of a session that held nothing but one stage of a loop, with these parts."""
    whole = outcome(one_two_four_all(4, "en"))
    return html(replace(whole, stages=(WRITE, replace(BLANK, **parts)), sections=()))  # type: ignore[arg-type]


def html(whole: Outcome, locale: str = "en") -> str:
    return record_html(whole, locale, STARTED)


def tables(page: str) -> list[list[list[str]]]:
    """The tables of the chapter of the stages, as rows of plain cells."""
    chapter = page.partition('id="stages"')[2].partition('id="ethics"')[0]
    return [
        [
            [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
            for row in re.findall(r"<tr>.*?</tr>", table, re.S)
        ]
        for table in re.findall(r"<table.*?</table>", chapter, re.S)
    ]


def test_the_scores_of_all_turns_stand_in_one_table_with_their_sum() -> None:
    turns = (vote(1, (1, 2, ()), (2, 5, ())), vote(2, (1, 4, ()), (None, 3, ())))
    (table,) = tables(told(votes=turns))
    assert table == [
        ["Contribution", "Round\u00a01", "Round\u00a02", "In all", "Votes"],
        ["no.\u00a01", "2", "4", "6", "2"],
        ["no.\u00a02", "5", "–", "5", "1"],
        ["(not reproduced)", "–", "3", "3", "1"],
    ]
    assert "First, with 6\u00a0points: no.\u00a01." in told(votes=turns)


def test_many_turns_are_added_up_only() -> None:
    turns = tuple(vote(n, (1, 2, ()), (2, 1, ())) for n in range(1, 12))
    (table,) = tables(told(votes=turns))
    assert table == [["Contribution", "In all", "Votes"], ["no.\u00a01", "22", "11"], ["no.\u00a02", "11", "11"]]


def test_levels_of_all_turns_stand_in_one_table_a_row_for_each() -> None:
    turns = (vote(1, (1, 0, (3, 1))), vote(2, (2, 0, (1, 3))))
    page = told(votes=turns)
    (table,) = tables(page)
    assert [row[:4] for row in table] == [
        ["Round", "Contribution", "Up", "Down"],
        ["1", "no.\u00a01", "3", "1"],
        ["2", "no.\u00a02", "1", "3"],
    ]
    assert "1 · no.\u00a01" in page


def test_the_turns_of_a_vote_come_together_in_a_section_too_and_once() -> None:
    turns = (vote(1, (1, 2, ())), vote(2, (1, 4, ())))
    whole = outcome(one_two_four_all(4, "en"))
    section = SectionMaterial(T("Scores"), False, (*turns, asked((1, 2))))
    page = html(replace(whole, sections=(section,), stages=(WRITE, replace(BLANK, votes=turns))))
    assert "The words of these contributions" in page.partition('id="stages"')[0]
    assert page.count("Votes</th>") == 1
    assert "Vote: Score" in page.partition('id="stages"')[2], "the stage points there"
    assert page.count('<p class="asked">X or Y') == 1


def test_a_choice_asked_in_each_turn_is_one_table_and_one_drawing() -> None:
    page = told(questions=(asked((3, 1), (0, 4), missing=1),))
    (table,) = tables(page)
    assert table == [
        ["Round", "x", "y", "Answers", "No answer"],
        ["1", "3", "1", "4", "1"],
        ["2", "0", "4", "4", "1"],
    ]
    assert page.partition('id="stages"')[2].count("<svg") == 1
    assert "No answer" not in str(tables(told(questions=(asked((3, 1), (0, 4)),))))


def test_turns_with_other_options_keep_their_own_tables() -> None:
    other = replace(asked((1, 1)).rounds[0], round="2", counts=(OptionCount("z", T("z"), 2),))
    both = asked((1, 1))
    assert len(tables(told(questions=(replace(both, rounds=(*both.rounds, other)),)))) == 2


def test_yes_and_no_are_counted_and_never_spread() -> None:
    def so(yes: int, n: int) -> Spread:
        part, zero, one = Fraction(yes, n), Fraction(0), Fraction(1)
        return Spread(n, zero, zero, part, one, one, part, ())

    both = SpreadTable(T("Won"), ("1", "2"), (so(1, 6), so(2, 5)), "closest(a, b)", "won", yes_no=True)
    (table,) = tables(told(values=(both,)))
    assert table == [["Round", "Yes", "No", "n"], ["Round\u00a01", "1", "5", "6"], ["Round\u00a02", "2", "3", "5"]]
    alone = told(values=(replace(both, rounds=("",), spreads=(so(1, 6),)),))
    assert "Yes for 1\u00a0of 6\u00a0people." in alone
    assert tables(told(values=(replace(both, yes_no=False),)))[0][0][-1] == "Average"


def test_the_numbers_of_a_curve_are_printed_once() -> None:
    points = tuple(Point(T(f"Round {n}"), Fraction(n * 10)) for n in (1, 2))
    curve = ChartMaterial(T("A curve"), "line", "round", points, "share")
    table = ValueTable(T("A table"), ("1", "2"), (TableRow(T("All"), (Fraction(10), Fraction(20))),), formula="share")
    whole = outcome(one_two_four_all(4, "en"))
    section = SectionMaterial(T("Shares"), False, (table, curve))
    page = html(replace(whole, sections=(section,), stages=()))
    assert page.count("<td>20</td>") == 1
    assert html(replace(whole, sections=(replace(section, pieces=(curve,)),), stages=())).count("<td>20</td>") == 1


def test_one_point_is_no_curve() -> None:
    one = ChartMaterial(T("A curve"), "line", "round", (Point(T("Round 1"), Fraction(30)),), "share")
    page = told(charts=(one,))
    assert "Round 1: 30." in page
    assert tables(page) == []
    assert "<svg" not in page.partition('id="stages"')[2]


@pytest.mark.parametrize(("locale", "said"), [("fr", "1er\u00a0janvier 2027"), ("en", "1\u00a0January 2027")])
def test_a_day_is_said_as_people_say_it_and_is_no_quotation(locale: str, said: str) -> None:
    day = Contribution(1, "2027-01-01", day=True)
    turn = AnswersOfRound("", 1, 1, texts=(day,))
    question = QuestionMaterial("review", T("Review"), "short text", (turn,))
    whole = outcome(one_two_four_all(4, locale))  # type: ignore[arg-type]
    page = html(replace(whole, stages=(replace(BLANK, questions=(question,)),), sections=()), locale)
    assert f"</span>{said}</p>" in page
    assert "2027-01-01" not in page


def test_a_turn_that_was_not_about_a_card_gives_it_nothing_rather_than_zero() -> None:
    (first, second) = ballots((vote(1, (1, 0, ()), (2, 1, ())), vote(2, (2, 1, ()))))
    assert (first.number, first.cells, second.cells) == (2, (1, 1), (0, None))


def test_cards_without_a_dot_are_counted_in_one_line_and_a_single_one_keeps_its_row() -> None:
    def of(*dots: int) -> VoteMaterial:
        rows = tuple(VoteRow(n, "words", got, min(got, 1)) for n, got in enumerate(dots, 1))
        return VoteMaterial("loop", T("Dots"), "", "ideas", Fraction(3), 3, 4, sum(dots), rows)

    page = told(votes=(of(4, 2, 0, 0, 0),))
    (table,) = tables(page)
    assert [row[:2] for row in table] == [["Contribution", "Dots"], ["no.\u00a01", "4"], ["no.\u00a02", "2"]]
    assert "3\u00a0other contributions received no dot." in page.replace("3 other", "3\u00a0other")
    (table,) = tables(told(votes=(of(4, 0),)))
    assert [row[:2] for row in table[1:]] == [["no.\u00a01", "4"], ["no.\u00a02", "0"]]
    levels = vote(1, (1, 0, (0, 3)), (2, 0, (0, 3)))
    assert len(tables(told(votes=(levels,)))[0]) == 3, "a card that all refused has its row"


def test_a_value_that_is_the_same_for_all_is_said_and_not_drawn() -> None:
    one = Fraction(1)
    alike = Spread(6, one, one, one, one, one, one, (one,) * 6)
    page = told(values=(SpreadTable(T("Partners"), ("1", "2"), (alike, alike), "a + b", "partners"),))
    assert "The same value for all: 1." in page
    assert "<svg" not in page.partition('id="stages"')[2]


def test_a_curve_that_two_stages_show_is_drawn_in_the_first() -> None:
    points = tuple(Point(T(f"Round {n}"), Fraction(n)) for n in (1, 2))
    curve = ChartMaterial(T("A curve"), "line", "round", points, "share")
    first, unreached = replace(BLANK, charts=(curve,)), replace(BLANK, stage="skipped", charts=(curve,), reached=False)
    whole = outcome(one_two_four_all(4, "en"))
    page = html(replace(whole, stages=(unreached, first, replace(first, stage="again")), sections=()))
    assert page.partition('id="stages"')[2].count("<svg") == 1
    assert "A curve: see" in re.sub("<[^>]+>", "", page)
