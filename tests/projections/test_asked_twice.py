"""Asked twice: numbers by hand, and nothing told from which a number of few people could be worked out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.documentation.dossier.causal import CAUSAL
from facilitation.domain import commands as c
from facilitation.domain.format import Chart, Compute, Question, Stage, Text, Visibility
from facilitation.projections.channels import document
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from facilitation.projections.outcome.shapes import Compared, SpreadTable, ValueTable
from facilitation.projections.paired.small import Directions, apart, counted, directions, spread_is_safe
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

Pairs = Sequence[tuple[Fraction, Fraction]]
STEPS = tuple(map(Fraction, (1, 2, 3)))

CALM = Question("calm", "scale", say("Au calme ?"), minimum="1", maximum="5", anonymous=True)
AFTER = Question("calm_after", "scale", say("Au calme ?"), minimum="1", maximum="5", anonymous=True, same_as="calm")
THEN = Question("calm_then", "scale", say("Et avant ?"), minimum="1", maximum="5", anonymous=True, same_as="calm")
CHANGE = Chart("change", "", say("Le calme"), of=("calm", "calm_after"))


def asked(first: Sequence[int | None], second: Sequence[int | None], then: Sequence[int | None] = ()) -> Room:
    """A room whose people answered these, in order; `None` is no answer."""
    room = open_room(
        form(
            Stage("before", say("Avant"), ask=(CALM,), survey="before"),
            Stage("after", say("Après"), ask=(AFTER,), survey="after"),
            Stage("looking-back", say("Recul"), ask=(THEN,), survey="looking back"),
            Stage("see", say("Voir"), charts=(CHANGE,)),
        ),
        len(first),
    )
    for question, values in ((CALM, first), (AFTER, second), (THEN, then)):
        room.next()
        for number, value in enumerate(values):
            if value is not None:
                room.answer(f"p{number}", question.name, value)
    room.next()
    return room


def told(room: Room, sort: str = "change", outside: bool = False) -> Compared:
    found = outcome(room.session, DIFFUSION if outside else RESTITUTION).comparisons
    return next(one for one in found if one.numbers.sort == sort)


@pytest.mark.parametrize(
    ("counts", "fewest", "up", "same", "down", "together"),
    [
        ((7, 5, 0), 5, 7, 5, 0, 0),
        ((12, 6, 2), 5, 12, None, None, 8),
        ((9, 3, 2), 5, 9, None, None, 5),
        ((8, 3, 1), 5, None, None, None, 12),
        ((11, 1, 0), 5, None, None, None, 12),
        ((20, 6, 6), 10, 20, None, None, 12),
        ((30, 0, 10), 10, 30, 0, 10, 0),
    ],
)
def test_a_small_number_goes_with_the_one_that_would_give_it_away(
    counts: tuple[int, int, int], fewest: int, up: int | None, same: int | None, down: int | None, together: int
) -> None:
    assert directions(counts, fewest) == Directions(up, same, down, together)


@pytest.mark.parametrize("fewest", [3, 5, 10])
def test_no_small_number_follows_from_what_is_told_even_for_those_who_know_the_rule(fewest: int) -> None:
    for n in range(fewest, 26):
        tables = [(up, same, n - up - same) for up in range(n + 1) for same in range(n + 1 - up)]
        seen: dict[Directions, set[tuple[int, int, int]]] = {}
        for table in tables:
            seen.setdefault(directions(table, fewest), set()).add(table)
        for view, possible in seen.items():
            assert all(cell is None or cell == 0 or cell >= fewest for cell in view.cells)
            assert view.together == 0 or view.together >= fewest
            for place, cell in enumerate(view.cells):
                assert cell is not None or len({table[place] for table in possible}) > 1, (view, place)


def _tables(rows: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """All ways for people with these first answers to have these second ones."""
    if not rows:
        if not any(columns):
            yield ()
        return
    for row in product(*(range(min(rows[0], most) + 1) for most in columns)):
        if sum(row) == rows[0]:
            for rest in _tables(rows[1:], [most - taken for most, taken in zip(columns, row, strict=True)]):
                yield (row, *rest)


def _spread_out(pairs: Pairs) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(tuple(Counter(pair[at] for pair in pairs)[step] for step in STEPS) for at in (0, 1))  # type: ignore[return-value]


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(STEPS)), min_size=3, max_size=9))
@settings(max_examples=150)
def test_no_small_number_follows_from_both_distributions_and_the_directions(
    pairs: list[tuple[Fraction, Fraction]],
) -> None:
    if not spread_is_safe(pairs, 3):
        return
    view, counts = directions(counted(pairs), 3), counted(pairs)
    rows, columns = _spread_out(pairs)
    possible = [
        counted([(STEPS[a], STEPS[b]) for a, row in enumerate(table) for b, n in enumerate(row) for _ in range(n)])
        for table in _tables(rows, columns)
    ]
    alike = [found for found in possible if directions(found, 3) == view]
    assert counts in alike
    for place, cell in enumerate(view.cells):
        if cell is None and counts[place] < 3:
            assert counts[place] == 0 or len({found[place] for found in alike}) > 1, (pairs, view)


def test_answers_that_say_who_went_where_are_spread_out_nowhere() -> None:
    room = asked([1, 1, 1, 1, 1, 1, 1, 3], [1, 1, 1, 1, 1, 1, 1, 1])
    found = outcome(room.session)
    one = told(room).numbers
    assert (one.both, one.directions, one.sides) == (8, Directions(None, None, None, 8), None)
    for stage in ("before", "after"):
        (question,) = next(each for each in found.stages if each.stage == stage).questions
        (turn,) = question.rounds
        assert (turn.withheld, turn.counts, turn.spread, turn.answered) == (True, (), None, 8)


@given(
    st.lists(st.tuples(*(st.sampled_from([None, 1, 2, 3, 4, 5]) for _ in range(3))), min_size=5, max_size=14),
    st.booleans(),
)
@settings(max_examples=60)
def test_the_answers_of_fewer_than_the_threshold_are_never_left_over(
    rows: list[tuple[int | None, ...]], outside: bool
) -> None:
    room = asked(*([row[at] for row in rows] for at in range(3)))
    fewest = 10 if outside else 5
    names = {"calm": 0, "calm_after": 1, "calm_then": 2}
    bases = {
        name: [frozenset(f"p{n}" for n, row in enumerate(rows) if row[at] is not None)] for name, at in names.items()
    }
    for one in outcome(room.session, DIFFUSION if outside else RESTITUTION).comparisons:
        numbers = one.numbers
        both = bases[numbers.names[0]][0] & bases[numbers.names[1]][0]
        assert numbers.both == (None if outside and len(rows) < fewest else len(both))
        assert (numbers.directions is None) is (len(both) < fewest)
        if numbers.directions and not numbers.of_all:
            for name in numbers.names:
                assert not any(apart(both, other, fewest) for other in bases[name])
                bases[name].append(both)
        for locale in ("fr", "en"):
            words = (one.picture.reading, one.picture.about, *(t.caption for t in one.picture.tables))
            assert not any(CAUSAL.search(text.said_in(locale)) for text in words)


def test_the_numbers_of_a_room_by_hand() -> None:
    first = [1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, None, None]
    second = [3, 3, 3, 3, 3, 4, 4, 3, 3, 4, 4, 4, None, 5]
    room = asked(first, second)
    found = told(room)
    one = found.numbers
    assert (one.both, one.only_first, one.only_second, one.neither) == (12, 0, 1, 1)
    assert one.directions == Directions(7, 5, 0)
    # One answered the second time only: with the answers of the twelve, theirs would be known.
    assert one.of_all
    assert one.sides is not None
    assert [side.n for side in one.sides] == [12, 13]
    assert [side.counts for side in one.sides] == [(2, 3, 4, 3, 0), (0, 0, 7, 5, 1)]
    assert [side.median for side in one.sides] == [3, 3]
    assert found.picture.reading == Text(
        "12 personnes ont répondu deux fois\u00a0: 7 plus haut, 5 pareil, 0 plus bas. "
        "Médiane\u00a0: 3 (avant), 3 (après).",
        "12 people answered twice: 7 higher, 5 the same, 0 lower. Median: 3 (before), 3 (after).",
    )
    assert [row[1].en for row in found.picture.tables[0].rows] == ["7 of 12", "5 of 12", "0 of 12", "12", "0", "1", "1"]
    room.do(c.WithdrawAnswer("before", "calm"), c.By("participant", "p0"))
    assert told(room).numbers.directions == Directions(6, 5, 0)
    assert told(room, outside=True).numbers.directions == Directions(None, None, None, 11)


@pytest.mark.parametrize(("second", "kept"), [([3, 3, 3, 3, 3, 2, 2, 1, 2, 2, 1, 1], True), ([3] * 6 + [2] * 6, False)])
def test_nothing_that_a_format_works_out_gives_back_what_a_comparison_keeps_back(second: list[int], kept: bool) -> None:
    gain = Stage(
        "gain",
        say("Écart"),
        compute=(Compute("person", "gain", "calm_after - calm"), Compute("session", "mean", "average(gain)")),
    )
    room = open_room(
        form(Stage("before", say("Avant"), ask=(CALM,)), Stage("after", say("Après"), ask=(AFTER,)), gain), 12
    )
    for name, values in (("calm", [2] * 12), ("calm_after", second)):
        room.next()
        for number, value in enumerate(values):
            room.answer(f"p{number}", name, value)
    room.next()
    room.do(c.CloseStep("gain"))
    assert (told(room).numbers.directions or Directions(0, 0, 0)).together == (7 if kept else 0)
    spread, table = outcome(room.session).stages[-1].values
    assert isinstance(spread, SpreadTable)
    assert isinstance(table, ValueTable)
    assert (spread.spreads == (None,)) is kept
    assert (table.rows[0].cells == (None,)) is kept


def test_hindsight_is_held_against_the_end_and_against_what_was_said_then() -> None:
    room = asked([4] * 6, [4] * 6, [2] * 6)
    assert told(room).numbers.directions == Directions(0, 6, 0)
    assert told(room, "hindsight").numbers.directions == Directions(6, 0, 0)
    assert told(room, "shift").numbers.directions == Directions(0, 0, 6)
    assert told(room, "shift").numbers.moments[1].en == "Before, in hindsight"


def test_from_twenty_people_on_there_are_percentages() -> None:
    room = asked([1] * 20, [2] * 15 + [1] * 5)
    assert [row[1].fr for row in told(room).picture.tables[0].rows[:3]] == [
        "15 sur 20 (75\u00a0%)", "5 sur 20 (25\u00a0%)", "0 sur 20 (0\u00a0%)",
    ]  # fmt: skip


@pytest.mark.parametrize(("people", "shown"), [(4, False), (6, True)])
def test_a_screen_shows_the_change_once_both_are_closed_and_enough_answered(people: int, shown: bool) -> None:
    room = asked([2] * people, [3] * people)
    pictures = document(room.session, "screen").get("pictures", {})
    assert bool(pictures) is shown
    if shown:
        assert pictures["1"]["reading"]["en"].startswith("6 people answered twice: 6 higher")


def test_a_question_that_names_people_is_not_compared_on_a_screen() -> None:
    named = Question("mood", "scale", say("Humeur"), minimum="1", maximum="5")
    again = Question("mood_after", "scale", say("Humeur"), minimum="1", maximum="5", same_as="mood")
    chart = Chart("change", "", say("L'humeur"), of=("mood", "mood_after"))
    for seen, shown in (("author", False), ("everyone", True)):
        room = open_room(
            form(
                Stage("one", say("Un"), ask=(named,), answers_seen_by=Visibility(seen)),
                Stage("two", say("Deux"), ask=(again,), answers_seen_by=Visibility(seen)),
                Stage("see", say("Voir"), charts=(chart,)),
            ),
            6,
        )
        for name in ("mood", "mood_after"):
            room.next()
            for number in range(6):
                room.answer(f"p{number}", name, 2)
        room.next()
        assert bool(document(room.session, "screen").get("pictures")) is shown
