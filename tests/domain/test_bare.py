"""What names a value stays the same when its class learns a new field with a default."""

from dataclasses import field, make_dataclass
from fractions import Fraction
from typing import Any

from facilitation.domain.bare import bare


def grown(**said: Any) -> object:
    """A thing as it is made of after an upgrade."""
    names = [
        ("kind", str),
        ("size", int, 3),
        ("tests", tuple, ()),
        ("words", dict, field(default_factory=dict)),
    ]
    return make_dataclass("Thing", names, frozen=True)(**said)


def before(**said: Any) -> object:
    """A thing as it was made of before."""
    return make_dataclass("Thing", [("kind", str), ("size", int, 3)], frozen=True)(**said)


def test_a_field_that_came_later_says_nothing_until_it_holds_something() -> None:
    for old, new in (({"kind": "a"}, {}), ({"kind": "a", "size": 4}, {"tests": (), "words": {}})):
        assert bare(before(**old)) == bare(grown(**old, **new))
        assert bare((before(**old),)) == bare((grown(**old, **new),))
        assert bare({"in": before(**old)}) == bare({"in": grown(**old, **new)})
    assert bare(before(kind="a")) != bare(grown(kind="a", tests=("b",)))
    assert bare(grown(kind="a")) != bare(grown(kind="b"))
    assert bare(grown(kind="a", size=4)) != bare(grown(kind="a", size=5))
    assert bare(grown(kind="3")) != bare(grown(kind="a", size=3))


def test_numbers_and_sets_are_told_apart() -> None:
    assert bare(Fraction(1, 3)) != bare("1/3")
    assert bare(frozenset("ab")) == bare(frozenset("ba"))
