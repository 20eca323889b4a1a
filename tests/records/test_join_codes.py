"""Codes that people read aloud and type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.records import join_codes

codes = st.text(alphabet=join_codes.SIGNS, min_size=8, max_size=8)


@given(codes)
def test_a_code_is_read_as_it_is_shown(code: str) -> None:
    assert join_codes.read_code(join_codes.shown(code)) == code
    assert join_codes.read_code(join_codes.shown(code).lower()) == code


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("abcd-efgh", "ABCDEFGH"),
        (" AB CD EF GH ", "ABCDEFGH"),
        ("oOiI-lL00", "00111100"),
        ("ABCD\u2013EFGH", "ABCDEFGH"),
        ("ABCD\u00a0EFGH\n", "ABCDEFGH"),
    ],
)
def test_what_people_type_is_understood(typed: str, read: str) -> None:
    assert join_codes.read_code(typed) == read


@pytest.mark.parametrize("typed", ["", "ABCDEFG", "ABCDEFGHJ", "ABCD-EFGU", "ÀBCDEFGH", "ABCD/EFGH", "\ud800BCDEFGH"])
def test_what_is_no_code_is_not_guessed_at(typed: str) -> None:
    assert join_codes.read_code(typed) is None


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_is_not(typed: str) -> None:
    read = join_codes.read_code(typed)
    assert read is None or (len(read) == 8 and set(read) <= set(join_codes.SIGNS))


def test_codes_are_drawn_from_every_sign() -> None:
    drawn = "".join(join_codes.new_code() for _ in range(500))
    assert set(drawn) == set(join_codes.SIGNS)
