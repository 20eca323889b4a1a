"""The checker catches each broken promise, and finds nothing where all is well."""

import pytest

from facilitation.domain.commands import By
from facilitation.domain.events import CardPosted
from facilitation.eventlog import Recorded
from tests.chaos.checker import Told, check, check_screens
from tests.eventlog.workshop import NOON


def row(seq: int, stream: str, number: int, words: str, erased: bool = False) -> Recorded:
    card = CardPosted(f"c{seq}", "ideas", "write", stream, "" if erased else words, None, NOON)
    return Recorded(seq, By("participant", stream), stream, number, card, erased)


HISTORY = [
    Told("p1", 1, "a", "un", "nothing"),
    Told("p1", 1, "a", "un", "saved", 1),
    Told("p2", 1, "b", "deux", "saved", 2),
    Told("p1", 2, "c", "trois", "saved", 3),
    Told("p2", 2, "d", "quatre", "nothing"),
]
LOG = [row(1, "p1", 1, "un"), row(2, "p2", 1, "deux"), row(3, "p1", 2, "trois")]


def test_nothing_is_found_where_all_is_well() -> None:
    assert check(HISTORY, LOG) == []
    assert check(HISTORY, [*LOG, row(4, "p2", 2, "quatre")]) == []
    assert check(HISTORY, [row(1, "p1", 1, "un", erased=True), *LOG[1:]]) == []


@pytest.mark.parametrize(
    ("kind", "history", "log"),
    [
        ("lost", HISTORY, LOG[:2]),
        ("lost", HISTORY, [*LOG[:2], row(3, "p1", 2, "autre")]),
        ("lost", HISTORY, [LOG[0], row(2, "p1", 2, "trois"), row(3, "p2", 1, "deux")]),
        ("doubled", HISTORY, [*LOG, row(4, "p1", 2, "trois")]),
        ("doubled", HISTORY, [*LOG, row(4, "p2", 2, "deux")]),
        ("invented", HISTORY, [*LOG, row(4, "p3", 1, "personne")]),
        ("invented", HISTORY, [*LOG, row(4, "p2", 2, "autre")]),
        ("disordered", HISTORY, [*LOG, row(4, "p1", 1, "un")]),
        ("contradicted", [*HISTORY, Told("p1", 1, "a", "un", "saved", 3)], LOG),
        ("contradicted", [*HISTORY, Told("p1", 1, "a", "un", "refused", 1)], LOG),
        ("gap", HISTORY, [*LOG, row(5, "p2", 2, "quatre")]),
    ],
)
def test_a_broken_promise_is_found(kind: str, history: list[Told], log: list[Recorded]) -> None:
    assert kind in {anomaly.kind for anomaly in check(history, log)}


def test_screens_are_compared_with_the_log_and_not_with_one_another() -> None:
    board = {"c1": "un", "c2": "deux", "c3": "trois"}
    late = {"c1": "un", "c2": "deux"}
    assert check_screens({"a": board, "b": board}, LOG) == []
    assert [anomaly.about for anomaly in check_screens({"a": late, "b": late, "c": board}, LOG)] == ["a", "b"]
