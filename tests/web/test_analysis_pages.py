"""More contributions than fit on a page: asked for by words, and turned page by page without skipping any."""

from collections.abc import Iterable

from werkzeug.datastructures import MultiDict

from facilitation.documentation.analysis.units import Unit
from facilitation.domain.format import Text
from facilitation.web.analysis.filtering import Filters, Page, filters_in, page_in


def units(*words: str) -> tuple[Unit, ...]:
    return tuple(
        Unit(f"{n:012x}", "contribution", 1, "Séance", "alone", Text.same("Seul"), n, said)
        for n, said in enumerate(words, 1)
    )


ALL = units(*"abcdefghij")


def refs(found: Iterable[Unit]) -> str:
    return "".join(unit.words for unit in found)


def page(shown: Iterable[Unit] = ALL, most: int = 4, **asked: str) -> Page:
    return page_in(MultiDict(asked), ALL, {unit.ref for unit in shown}, most)


def test_words_are_searched_in_any_order_without_capitals_and_accents() -> None:
    said = units("Un accueil chaleureux dès la porte", "L’école du cœur", "Des transports")

    def found(q: str) -> list[int]:
        shown = filters_in(MultiDict({"q": q})).shown(said, {})
        return [unit.number for unit in said if unit.ref in shown]

    assert found("DES la") == [1]
    assert found("l'ecole coeur") == [2]
    assert found("des") == [1, 3]
    assert found("porte transports") == []
    assert found("") == found(" ") == [1, 2, 3]


def test_pages_follow_each_other_and_say_where_they_are() -> None:
    first = page()
    assert (refs(first.units), first.first, first.last, first.before) == ("abcd", 1, 4, "")
    second = page(after=first.after)
    assert (refs(second.units), second.first, second.last) == ("efgh", 5, 8)
    third = page(after=second.after)
    assert (refs(third.units), third.after) == ("ij", "")
    assert refs(page(before=third.before).units) == "efgh"
    assert refs(page(before=second.before).units) == "abcd"
    assert refs(page(unit=ALL[5].ref).units) == "efgh", "the page that holds what is asked for"
    assert refs(page(after="nowhere").units) == "abcd"


def test_what_is_read_meanwhile_leaves_the_filter_and_no_page_is_skipped() -> None:
    unread = ALL
    first = page(unread)
    left = [unit for unit in unread if unit not in first.units]
    assert refs(page(left, after=first.after).units) == "efgh"
    assert refs(page(left, unit=ALL[1].ref).units) == "befg", "what is open is there, though it fits no longer"


def test_an_address_from_behind_the_last_one_leads_to_the_last_page() -> None:
    left = ALL[:6]
    beyond = page(left, after=ALL[7].ref)
    assert (refs(beyond.units), beyond.first, beyond.last, beyond.after) == ("cdef", 3, 6, "")
    assert refs(page(left, before=beyond.before).units) == "abcd", "and back from there"
    assert refs(page(left[:2], after=ALL[7].ref).units) == "ab"


def test_nothing_that_fits_is_a_page_of_nothing() -> None:
    empty = page(())
    assert (empty.units, empty.first, empty.before, empty.after) == ((), 0, "", "")
    assert Filters(theme="7").shown(ALL, {}) == frozenset()
