"""Made-up formulas, a few thousand of them; `python -m benchmarks.formulas` tries three hundred thousand."""

from benchmarks.formulas import formulas, tried


def test_nothing_comes_of_a_formula_but_a_value_or_the_one_error() -> None:
    found = tried(4000, seed=7)
    assert found.broken == []
    assert found.tried == 4000
    assert found.read > 400


def test_a_seed_gives_the_same_formulas() -> None:
    assert list(formulas(50, 3)) == list(formulas(50, 3)) != list(formulas(50, 4))
