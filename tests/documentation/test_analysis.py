"""The analysis of what was said: agreement against counts made by hand, what is settled, suggestions, the table."""

from fractions import Fraction

import pytest

from facilitation.documentation.analysis.agreement import Agreement, compared
from facilitation.documentation.analysis.settling import open_to_talk, read_as, settled
from facilitation.documentation.analysis.suggesting import Known, Suggestion, suggestions
from facilitation.documentation.analysis.table import codes_csv
from facilitation.documentation.analysis.themes import Counted, theme_rows
from facilitation.documentation.analysis.units import Unit
from facilitation.domain.format import Text
from facilitation.domain.nearly import nearly

ONE, TWO = frozenset({1}), frozenset({1, 2})
NONE = frozenset[int]()


def unit(ref: str, words: str, session: int = 1) -> Unit:
    return Unit(ref, "contribution", session, "Séance", "write", Text("Écrire", "Write"), 1, words)


def test_kappa_is_what_one_works_out_by_hand() -> None:
    # 20 seen by both, 5 by the first alone, 10 by the second alone, 15 by neither: observed 35/50. By chance
    # 25/50 * 30/50 + 25/50 * 20/50 = 1/2; so (7/10 - 1/2) / (1 - 1/2) = 2/5.
    found = Agreement(20, 5, 10, 15)
    assert (found.n, found.same, found.kappa) == (50, 35, Fraction(2, 5))
    # Worse than chance: 0 both, 3 and 3 alone, 0 neither; expected 1/2, observed 0.
    assert Agreement(0, 3, 3, 0).kappa == -1


@pytest.mark.parametrize("never", [Agreement(0, 0, 0, 12), Agreement(12, 0, 0, 0), Agreement(0, 0, 0, 0)])
def test_where_nobody_could_differ_kappa_says_nothing(never: Agreement) -> None:
    assert never.kappa is None


def test_only_what_both_have_read_is_compared() -> None:
    one = {"a": ONE, "b": TWO, "c": NONE, "d": ONE, "gone": ONE}
    other = {"a": ONE, "b": ONE, "c": NONE, "e": TWO, "gone": TWO}
    found = compared(one, other, (1, 2), ("a", "b", "c", "d", "e"))
    assert (found.n, found.same_sets, found.differing) == (3, 2, ("b",))
    assert found.by_theme[1] == Agreement(2, 0, 0, 1)
    assert found.by_theme[2] == Agreement(0, 1, 0, 2)


def test_merged_themes_count_for_another_and_retired_ones_for_nothing() -> None:
    assert read_as({"a": frozenset({1, 2, 3})}, {1: 2, 2: 2}) == {"a": frozenset({2})}
    assert read_as({"a": frozenset({3})}, {1: 2, 2: 2}) == {"a": NONE}


def test_what_is_settled_and_what_is_to_be_talked_over() -> None:
    by_coder = {7: {"a": ONE, "b": TWO, "c": ONE, "d": NONE}, 8: {"b": ONE, "c": TWO, "d": NONE}}
    agreed = {"c": TWO}
    assert settled(by_coder, agreed) == {"a": ONE, "d": NONE, "c": TWO}
    assert open_to_talk(by_coder, agreed) == ("b",)


def test_suggestions_come_from_the_room_and_from_words_and_never_repeat_what_is_seen() -> None:
    units = [
        unit("a", "Un accueil chaleureux dès l'entrée"),
        unit("b", "L'accueil à l'entrée, avec un café"),
        unit("c", "Des transports le soir"),
        unit("d", "Les transports manquent le soir et le dimanche"),
    ]
    known = (Known(1, "Accueil", board=frozenset({"c"})), Known(2, "Transports"))
    found = suggestions(units, known, {"a": ONE, "d": frozenset({2})})
    assert found["b"] == (Suggestion(1, "words"),)
    assert found["c"] == (Suggestion(1, "board"), Suggestion(2, "words"))
    itself = suggestions(units, (Known(3, "Autre chose", shown=("c",)),), {})
    assert "c" not in itself, "an example of a theme does not read like the theme because it reads like itself"
    assert "a" not in found
    assert all(one.theme != 2 for one in found.get("d", ()))


def test_small_numbers_are_kept_back_and_cannot_be_worked_out() -> None:
    refs = [f"r{number}" for number in range(30)]
    sessions = dict.fromkeys(refs, 1)
    people = {ref: frozenset({f"p{number}"}) for number, ref in enumerate(refs)}
    counted = [
        Counted("Rare", "", tuple(refs[:2])),
        Counted("Moyen", "", tuple(refs[2:9])),
        Counted("Fréquent", "", tuple(refs[9:])),
    ]
    rows = {row.name: row.count for row in theme_rows(counted, sessions, people, 5)}
    assert rows == {"Fréquent": 21, "Moyen": None, "Rare": None}, "with the whole known, one alone would be told"
    one_voice = dict.fromkeys(refs, frozenset({"p0"}))
    assert all(row.count is None for row in theme_rows(counted, sessions, one_voice, 5)), "many cards of one person"


def test_nobody_is_counted_twice_because_they_came_twice() -> None:
    refs = [f"r{number}" for number in range(8)]
    sessions = {ref: number % 2 for number, ref in enumerate(refs)}
    people = {ref: frozenset({f"p{number}"}) for number, ref in enumerate(refs)}
    rows = theme_rows([Counted("Accueil", "", tuple(refs))], sessions, people, 5)
    assert rows[0].count is None, "the four of one evening may be the four of the other"


def test_the_table_has_a_row_for_each_reader_and_starts_no_formula() -> None:
    units = [unit("a" * 12, "=SOMME(A1)"), unit("b" * 12, "rien")]
    table = codes_csv(units, [(1, "Accueil"), (2, "@Temps")], [{"a" * 12: TWO}], {"a" * 12: ONE}, "fr").decode(
        "utf-8-sig"
    )
    lines = table.split("\r\n")
    assert lines[0].endswith('"lu par","Accueil","\'@Temps"')
    assert lines[1].endswith('"\'=SOMME(A1)","codage A","1","1"')
    assert lines[2].endswith('"accord","1","0"')
    assert lines[3].endswith('"rien","","",""')


@pytest.mark.parametrize(
    ("text", "gone", "taken"),
    [
        ("Un accueil chaleureux", "Il faut un accueil chaleureux dès la porte", True),
        ("Accueil", "Il faut un accueil chaleureux dès la porte", False),
        ("On a lu : accueil chaleureux dès la porte, le soir", "Il faut un accueil chaleureux dès la porte", True),
        ("Ce qui aide à entrer", "Il faut un accueil chaleureux dès la porte", False),
    ],
)
def test_what_was_taken_over_from_a_card(text: str, gone: str, taken: bool) -> None:
    assert nearly(text, gone) is taken
