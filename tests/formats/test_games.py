"""The games pay exactly what their rules say: each case is played here, and each file shows it too."""

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest

from facilitation.domain.events import RoleAssigned
from facilitation.domain.format import Example, Format
from facilitation.domain.rules.casting import roles_in_groups
from facilitation.formats.performance import Played, RefusedAnswer, RefusedStart, play, value_of
from tests.formats.shipped import library

ALL_Y = ["y y y y"] * 10

# The format, its settings, its answers (one text per round, `-` for someone who is not asked), the value, its amounts.
CASES = [
    ("prisoners-dilemma", {"rounds": "1"}, {"choice": ["together together"]}, "points", "200 200"),
    ("prisoners-dilemma", {"rounds": "1"}, {"choice": ["together alone"]}, "points", "0 300"),
    ("prisoners-dilemma", {"rounds": "1"}, {"choice": ["alone together"]}, "points", "300 0"),
    ("prisoners-dilemma", {"rounds": "1"}, {"choice": ["alone alone"]}, "points", "100 100"),
    ("trust", {}, {"sent": ["4 -"], "back": ["- 8"]}, "points", "104 4"),
    ("trust", {}, {"sent": ["0 -"], "back": ["- 0"]}, "points", "100 0"),
    ("trust", {}, {"sent": ["50 -"], "back": ["- 0"]}, "points", "50 150"),
    ("trust", {}, {"sent": ["50 -"], "back": ["- 150"]}, "points", "200 0"),
    ("trust", {}, {"sent": ["100 -"], "back": ["- 150"]}, "points", "150 150"),
    ("trust", {}, {"sent": ["100 -"], "back": ["- 300"]}, "points", "300 0"),
    ("trust", {"endowment": "10"}, {"sent": ["0 -"], "back": ["- 0"]}, "points", "10 0"),
    ("trust", {"endowment": "10"}, {"sent": ["5 -"], "back": ["- 10"]}, "points", "15 5"),
    ("trust", {"endowment": "10"}, {"sent": ["10 -"], "back": ["- 30"]}, "points", "30 0"),
    ("dictator", {}, {"kept": ["99 -"]}, "points", "99 1"),
    ("ultimatum", {}, {"offer": ["40 -"], "accepted": ["- yes"]}, "points", "60 40"),
    ("ultimatum", {}, {"offer": ["10 -"], "accepted": ["- no"]}, "points", "0 0"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["9 10 10"]}, "points", "100 0 0"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["9 10 10"]}, "target", "58/9 58/9 58/9"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["9 9 10"]}, "points", "50 50 0"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["9 9 10"]}, "target", "56/9 56/9 56/9"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["8 12 25"]}, "points", "50 50 0"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["12 8 25"]}, "points", "50 50 0"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["0 0 0"]}, "points", "100/3 100/3 100/3"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["50 50 50"]}, "points", "100/3 100/3 100/3"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["50 50 50"]}, "target", "100/3 100/3 100/3"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["67 33 22"]}, "points", "0 0 100"),
    ("guess-two-thirds", {"rounds": "1"}, {"guess": ["67 33 22"]}, "target", "244/9 244/9 244/9"),
    ("volunteers-dilemma", {"rounds": "1"}, {"volunteer": ["no no no"]}, "points", "0 0 0"),
    ("volunteers-dilemma", {"rounds": "1"}, {"volunteer": ["yes no no"]}, "points", "60 100 100"),
    ("volunteers-dilemma", {"rounds": "1"}, {"volunteer": ["yes yes no"]}, "points", "60 60 100"),
    ("volunteers-dilemma", {"rounds": "1"}, {"volunteer": ["yes yes yes"]}, "points", "60 60 60"),
    ("price-game", {"rounds": "1"}, {"price": ["20 30"]}, "points", "20 0"),
    *(
        (
            "common-pool-resource",
            {"rounds": "1", "group_size": "8", "yield_loss": "1/4"},
            {"placed": [placed]},
            "points",
            points,
        )
        for placed, points in [
            ("8 8 8 8 8 8 8 8", "66 66 66 66 66 66 66 66"),
            ("4.5 4.5 4.5 4.5 4.5 4.5 4.5 4.5", "90.5 90.5 90.5 90.5 90.5 90.5 90.5 90.5"),
            (
                "10 4.5 4.5 4.5 4.5 4.5 4.5 4.5",
                "126.25 84.3125 84.3125 84.3125 84.3125 84.3125 84.3125 84.3125",
            ),
            ("0 0 0 0 0 0 0 0", "50 50 50 50 50 50 50 50"),
        ]
    ),
    ("win-as-much-as-you-can", {"rounds": "1"}, {"choice": ["x x x x"]}, "points", "-1 -1 -1 -1"),
    ("win-as-much-as-you-can", {"rounds": "1"}, {"choice": ["x x x y"]}, "points", "1 1 1 -3"),
    ("win-as-much-as-you-can", {"rounds": "1"}, {"choice": ["x x y y"]}, "points", "2 2 -2 -2"),
    ("win-as-much-as-you-can", {"rounds": "1"}, {"choice": ["x y y y"]}, "points", "3 -1 -1 -1"),
    ("win-as-much-as-you-can", {"rounds": "1"}, {"choice": ["y y y y"]}, "points", "1 1 1 1"),
    ("win-as-much-as-you-can", {}, {"choice": ALL_Y}, "so_far", "25 25 25 25"),
]

REFUSED = [
    ("trust", {"endowment": "10"}, {"sent": ["5 -"], "back": ["- -1"]}),
    ("trust", {"endowment": "10"}, {"sent": ["5 -"], "back": ["- 16"]}),
    ("guess-two-thirds", {}, {"guess": ["-1 50 50"]}),
    ("guess-two-thirds", {}, {"guess": ["101 50 50"]}),
]

# What a program that rounds every amount to a whole number stores for the same answers.
ROUNDED = [("guess-two-thirds", {"rounds": "1"}, {"guess": ["50 50 50"]}, "33 33 33")]


def form(name: str) -> Format:
    """A format of the library, which must be sound."""
    found = library().format(name)
    assert found is not None, library().readings[name].diagnostics
    return found


def example(settings: dict[str, str], answers: dict[str, list[str]]) -> Example:
    """What a case asks to be played."""
    return Example(
        settings={name: Fraction(value) for name, value in settings.items()},
        answers={
            name: tuple(tuple(None if said == "-" else said for said in row.split()) for row in rows)
            for name, rows in answers.items()
        },
    )


def amounts(name: str, wanted: Example, value: str) -> list[Fraction | None]:
    """What each person has once the case was played."""
    people = len(next(iter(wanted.answers.values()))[0])
    outcome = play(form(name), wanted, people)
    assert isinstance(outcome, Played), outcome
    return [value_of(outcome.session, value, person) for person in outcome.session.people]


def whole(value: Fraction | None) -> int | None:
    """The named mode of comparison: rounded to a whole number, halves away from zero."""
    return None if value is None else int(math.copysign(math.floor(abs(value) + Fraction(1, 2)), value))


@pytest.mark.parametrize(("name", "settings", "answers", "value", "paid"), CASES)
def test_a_game_pays_exactly(
    name: str, settings: dict[str, str], answers: dict[str, list[str]], value: str, paid: str
) -> None:
    assert amounts(name, example(settings, answers), value) == [Fraction(amount) for amount in paid.split()]


@pytest.mark.parametrize(("name", "settings", "answers", "value", "paid"), CASES)
def test_the_file_shows_the_case_itself(
    name: str, settings: dict[str, str], answers: dict[str, list[str]], value: str, paid: str
) -> None:
    wanted = example(settings, answers)
    shown = [e for e in form(name).examples if (e.settings, e.answers) == (wanted.settings, wanted.answers)]
    assert [Fraction(said) for e in shown for said in e.expect.get(value, ())] == [
        Fraction(amount) for amount in paid.split()
    ]


@pytest.mark.parametrize(("name", "settings", "answers"), REFUSED)
def test_what_breaks_the_rules_is_refused(name: str, settings: dict[str, str], answers: dict[str, list[str]]) -> None:
    wanted = example(settings, answers)
    people = len(next(iter(wanted.answers.values()))[0])
    assert isinstance(play(form(name), wanted, people), RefusedAnswer)


@pytest.mark.parametrize(("name", "settings", "answers", "paid"), ROUNDED)
def test_rounding_is_a_mode_of_comparison_only(
    name: str, settings: dict[str, str], answers: dict[str, list[str]], paid: str
) -> None:
    exact = amounts(name, example(settings, answers), "points")
    assert [whole(value) for value in exact] == [int(amount) for amount in paid.split()]
    assert [*map(whole, exact)] != exact


def test_of_two_equal_prices_one_sells_and_the_draw_can_be_repeated() -> None:
    wanted = example({"rounds": "1"}, {"price": ["30 30"]})
    first: Sequence[Fraction | None] = amounts("price-game", wanted, "points")
    assert sorted(value or Fraction(0) for value in first) == [0, 30]
    assert amounts("price-game", wanted, "points") == first


def test_the_rounds_of_a_price_war_do_not_all_favour_the_same_seller() -> None:
    wanted = example({"rounds": "20"}, {"price": ["30 30"] * 20})
    outcome = play(form("price-game"), wanted, 2)
    assert isinstance(outcome, Played)
    sold = [values.person["p1"]["points"] for values in outcome.session.values.values() if "p1" in values.person]
    assert {0, 30} <= set(sold)


MOON = [
    "oxygen",
    "water",
    "star_map",
    "food",
    "radio",
    "rope",
    "first_aid",
    "parachute",
    "raft",
    "flares",
    "pistols",
    "milk",
    "heater",
    "compass",
    "matches",
]


@pytest.mark.parametrize(
    ("ranking", "error"),
    [
        (MOON, 0),
        (MOON[::-1], 112),
        ((MOON[-1], *MOON[1:-1], MOON[0]), 28),
    ],
)
def test_how_far_a_ranking_is_from_that_of_the_experts(ranking: tuple[str, ...], error: int) -> None:
    row = (", ".join(ranking), *[", ".join(MOON)] * 3)
    assert amounts("moon-survival", Example(answers={"mine": (row,)}), "my_error")[0] == error


@pytest.mark.parametrize(("people", "most"), [(4, 3), (5, 1), (6, 5), (7, 3), (8, 7)])
def test_among_strangers_a_session_starts_only_if_nobody_has_to_meet_again(people: int, most: int) -> None:
    found = form("prisoners-dilemma-strangers")
    enough = play(found, Example({"rounds": Fraction(most)}, people=(people,)), people)
    assert isinstance(enough, Played)
    met = [frozenset(pair) for groups in _meetings(enough) for group in groups for pair in combinations(group, 2)]
    assert len(met) == len(set(met))
    too_many = play(found, Example({"rounds": Fraction(most + 1)}, people=(people,)), people)
    assert isinstance(too_many, RefusedStart)
    assert str(most) in too_many.why.fr
    assert str(most) in too_many.why.en


def _meetings(outcome: Played) -> list[tuple[tuple[str, ...], ...]]:
    return [groups for key, groups in outcome.session.groups.items() if key.startswith("choose.")]


def test_whether_another_round_follows_is_the_same_again() -> None:
    def rounds(chance: str) -> int:
        wanted = Example({"rounds": Fraction(30), "one_more": Fraction(chance)}, people=(4,))
        outcome = play(form("prisoners-dilemma"), wanted, 4)
        assert isinstance(outcome, Played)
        return len(_meetings(outcome))

    assert rounds("3/4") == rounds("3/4")
    assert [rounds(chance) for chance in ("0", "1")] == [1, 30]
    assert 1 < rounds("0.9") < 30


def test_who_is_judged_pays_and_so_does_the_judge() -> None:
    answers = {"contribution": (None, "20", "20", "0"), "spent": ("0, 0, 5", None, None, None)}
    wanted = Example({"rounds": Fraction(1)}, {name: (row,) for name, row in answers.items()})
    assert amounts("public-goods-punishment", wanted, "points") == [15, 16, 16, 21]


def test_a_link_that_leaves_takes_no_other_from_its_part() -> None:
    outcome = play(form("beer-game"), Example({"weeks": Fraction(4)}, people=(4,)), 4)
    assert isinstance(outcome, Played)
    session = outcome.session
    (gone,) = session.roles["retailer"]
    planned = session.planned("week.4")
    assert planned is not None
    left = (tuple(person for person in session.people if person != gone),)
    given = roles_in_groups(session, planned, left, 0)
    assert given == [RoleAssigned("retailer", (), 0)]
