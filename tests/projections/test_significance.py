"""The two exact tests, held against another library's values; what is told of one, and when nothing is."""

from fractions import Fraction

import pytest

from facilitation.documentation.dossier.causal import CAUSAL
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.caution import caution_of, found_said, meaning_of, p_said
from facilitation.projections.paired.shapes import Tried
from facilitation.projections.paired.significance import MOST, Reckoned, reckoned, twice_the_ranks
from tests.projections.test_asked_twice import asked

HALF = Fraction(1, 2)
TWENTY = [2, 1, 1, -1, 0, 3, -2, 1, 1, 2, 0, -1, 1, 2, -3, 1, 4, 1, 2, -1]
FRACTIONS = [HALF, -HALF / 2, 3 * HALF, 2, -3 * HALF / 2, 1, HALF, HALF, 5 * HALF, -HALF]


@pytest.mark.parametrize(
    ("differences", "sign", "ranks"),
    [
        # SciPy 1.17.1: binomtest(up, n).pvalue; wilcoxon(moved, method="exact") without ties, and with them
        # wilcoxon(moved, method=PermutationMethod(n_resamples=inf)).
        ([1, -2, 3, 4, -5, 6, 7, 8], 0.2890625, 0.1484375),
        ([1, 1, -1, 2, 2, 3, -1, 1, 2, 0, 0, -2], 0.34375, 0.197265625),
        ([1, 1, 2, 2, 1, 3, 1, 2], 0.0078125, 0.0078125),
        ([1, -1, 2, -2], 1, 1),
        ([0, 0, 0, 1, 1, 1, 2, -1, 3, 1, 1], 0.0703125, 0.0546875),
        (TWENTY, 0.09625244140625, 0.0860595703125),
        (FRACTIONS, 0.34375, 0.091796875),
    ],
)
def test_both_tests_give_what_another_library_gives(differences: list[Fraction], sign: float, ranks: float) -> None:
    moves = list(map(Fraction, differences))
    zeros = moves.count(Fraction(0))
    for given in (moves, [-each for each in moves], moves[::-1]):
        assert reckoned("sign", given) == Reckoned("sign", len(moves) - zeros, zeros, Fraction(sign))
        assert reckoned("signed-rank", given) == Reckoned("signed-rank", len(moves) - zeros, zeros, Fraction(ranks))


def test_nobody_who_moved_and_too_many_who_did_have_no_value() -> None:
    still, many = [Fraction(0)] * 9, [Fraction(1)] * (MOST + 1)
    assert reckoned("sign", still) == Reckoned("sign", 0, 9, None)
    assert reckoned("signed-rank", many).p is None
    assert reckoned("sign", many).p == Fraction(2, 2 ** len(many))
    assert twice_the_ranks([Fraction(-1), Fraction(3), Fraction(1), Fraction(2)]) == [3, 8, 3, 6]


WANTED = (
    Wanted("format", "calm", "change", "sign", "c'est l'hypothèse"),
    Wanted("format", "calm", "change", "signed-rank", "pour voir de combien", beforehand=False),
)
FIRST = [1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]
SECOND = [3, 3, 3, 3, 3, 4, 4, 3, 3, 4, 4, 4]


def test_none_is_made_that_nobody_asked_for() -> None:
    session = asked(FIRST, SECOND).session
    assert all(one.numbers.tests == () for one in outcome(session).comparisons)
    elsewhere = (Wanted("another", "calm", "change", "sign", ""), Wanted("format", "calm", "later", "sign", ""))
    assert all(one.numbers.tests == () for one in outcome(session, RESTITUTION, elsewhere).comparisons)


def test_what_was_asked_for_is_told_with_its_number_among_the_others() -> None:
    session = asked(FIRST, SECOND).session
    wanted = tuple(Wanted(session.format.id if session.format else "", *_rest(one)) for one in WANTED)
    (one,) = outcome(session, RESTITUTION, wanted).comparisons
    by_sign, by_ranks = one.numbers.tests
    assert (by_sign.used, by_sign.stayed, by_sign.p, by_sign.among) == (7, 5, Fraction(1, 64), 2)
    assert (by_ranks.p, by_ranks.beforehand) == (Fraction(1, 64), False)
    outside = outcome(session, DIFFUSION, wanted).comparisons[0].numbers
    assert [each.kept_back for each in outside.tests] == [True, True]
    assert all(each.p is None and each.used is None for each in outside.tests)


def test_where_a_way_is_kept_back_so_is_the_test() -> None:
    room = asked([2] * 12, [3] * 9 + [1] * 3).session
    wanted = tuple(Wanted(room.format.id if room.format else "", *_rest(one)) for one in WANTED)
    (one,) = outcome(room, RESTITUTION, wanted).comparisons
    assert one.numbers.directions is not None
    assert one.numbers.directions.together
    assert [(each.kept_back, each.p) for each in one.numbers.tests] == [(True, None), (True, None)]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_test_is_told_in_plain_words_with_its_caution_and_claims_no_effect(locale: str) -> None:
    told = Tried("sign", "", True, 3, False, 8, 4, Fraction(9, 128))
    assert p_said(Fraction(9, 128)).said_in(locale) == {"fr": "p = 0,07", "en": "p = 0.07"}[locale]
    assert p_said(Fraction(1, 4096)).said_in(locale) == {"fr": "p < 0,001", "en": "p < 0.001"}[locale]
    meaning = meaning_of(told)
    assert meaning is not None
    assert {"fr": "environ 7 fois sur 100", "en": "about 7 times in 100"}[locale] in meaning.said_in(locale)
    late = Tried("signed-rank", "", False, 1, True)
    for one in (told, late):
        words = " ".join((found_said(one).said_in(locale), caution_of(one).said_in(locale)))
        assert not CAUSAL.search(words)
        assert "%" not in words
    assert {"fr": "un des 3 tests", "en": "one of the 3 tests"}[locale] in caution_of(told).said_in(locale)
    assert {"fr": "il vaut moins", "en": "it is worth less"}[locale] in caution_of(late).said_in(locale)
    assert meaning_of(late) is None


def _rest(one: Wanted) -> tuple[str, str, str, str, bool]:
    return (one.question, one.sort, one.test, one.why, one.beforehand)
