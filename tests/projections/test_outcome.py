"""The outcome of a session: counts that protect, numbers that are exact, missing that is not zero."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.format import (
    Board,
    Carry,
    Grouping,
    ListPart,
    Option,
    Question,
    Repeat,
    Role,
    Section,
    Stage,
    Text,
    Visibility,
    Vote,
)
from facilitation.domain.plain import from_plain, to_plain
from facilitation.domain.session import Answer, Consents, Session
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.consent import THRESHOLD, counted, counted_events
from facilitation.projections.outcome.numbers import spread
from facilitation.projections.outcome.shapes import CardList, ChartMaterial, Counted, SpreadTable, ValueTable
from tests.documentation.sample import codeveloppement, one_two_four_all, public_goods
from tests.domain.forms import common_pot, form, say
from tests.domain.room import open_room

BY_VOTES = (Section(say("Par votes"), (ListPart("ideas", order="votes"),)),)


def _table(told: Outcome) -> ValueTable:
    return next(piece for section in told.sections for piece in section.pieces if isinstance(piece, ValueTable))


def test_no_field_ties_words_to_a_person() -> None:
    told = str(outcome(one_two_four_all()))
    assert "Alias" not in told
    assert "author" not in told.replace("authors", "")


@pytest.mark.parametrize("form", [one_two_four_all, codeveloppement, public_goods])
def test_travels_as_plain_data(form: object) -> None:
    assert callable(form)
    told = outcome(form())
    assert from_plain(Outcome, to_plain(told)) == told


def test_numbers_name_each_contribution_once_and_leave_no_hole() -> None:
    for session in (one_two_four_all(), codeveloppement(), public_goods()):
        told = outcome(session)
        cards = [c.number for stage in told.stages for board in stage.boards for c in board.cards]
        turns = [turn for stage in told.stages for question in stage.questions for turn in question.rounds]
        answers = [said.number for turn in turns for said in (*turn.texts, *turn.rows)]
        assert sorted(cards + answers) == list(range(1, len(cards) + len(answers) + 1))
        assert len(cards) + len(answers) == told.contributions - told.unprinted.total


def test_counts_what_is_not_reproduced_and_says_why() -> None:
    told = outcome(one_two_four_all())
    assert (told.unprinted.no_consent, told.unprinted.hidden) == (3, 1)
    alone = next(stage for stage in told.stages if stage.stage == "alone")
    assert alone.boards[0].written == len(alone.boards[0].cards) + alone.boards[0].unprinted.total


def test_a_withdrawn_card_is_as_if_it_had_never_been_but_for_the_count() -> None:
    told = outcome(one_two_four_all())
    assert told.attendance.withdrawn == Counted(at_least=1)
    assert told.contributions == sum(not card.withdrawn for card in one_two_four_all().cards.values())


def test_votes_are_sorted_and_add_up() -> None:
    session = one_two_four_all()
    vote = next(vote for stage in outcome(session).stages for vote in stage.votes)
    dots = [row.dots for row in vote.rows]
    assert dots == sorted(dots, reverse=True)
    assert sum(dots) == sum(sum(ballot.values()) for ballot in session.votes["all"].values()) == vote.dots
    assert vote.voters == 11
    assert vote.expected == 12


def test_the_section_of_the_format_lists_chosen_ideas_by_votes() -> None:
    told = outcome(one_two_four_all())
    kept = next(piece for piece in told.sections[0].pieces if isinstance(piece, CardList))
    dots = [card.dots or 0 for card in kept.cards]
    assert dots == sorted(dots, reverse=True)
    assert all(card.chosen for card in kept.cards)


def test_only_marked_contributions_are_listed_where_the_format_says_so() -> None:
    told = outcome(codeveloppement())
    kept = next(piece for piece in told.sections[1].pieces if isinstance(piece, CardList))
    assert 0 < len(kept.cards) < kept.of
    assert all("retenue" in [mark.fr for mark in card.marks] for card in kept.cards)


def test_formulas_in_the_formats_words_are_filled_in() -> None:
    told = outcome(one_two_four_all())
    fours = next(stage for stage in told.stages if stage.stage == "fours")
    assert fours.instruction is not None
    assert fours.instruction.fr == "Choisissez 1 idée à porter devant tous."
    alone = next(stage for stage in told.stages if stage.stage == "alone")
    assert alone.boards[0].prompt is not None
    assert alone.boards[0].prompt.en == "How could we better welcome those who arrive?"


def test_missing_is_not_zero() -> None:
    session = public_goods()
    told = outcome(session)
    contribute = next(stage for stage in told.stages if stage.stage == "contribute")
    second = contribute.questions[0].rounds[1]
    assert (second.expected, second.answered, second.missing, second.stood_in) == (12, 11, 1, 1)
    given = [a.value for a in session.answers["contribute.2"]["contribution"].values()]
    assert second.spread is not None
    assert second.spread.n == 11
    assert second.spread.average == sum(v for v in given if isinstance(v, Fraction)) / 11


def test_group_averages_leave_the_missing_out_while_the_pot_counts_it_as_zero() -> None:
    session = public_goods(count=4)
    told = outcome(session)
    number = next(n for n, group in enumerate(session.groups["contribute.2"]) if "p3" in group)
    others = [
        answer.value
        for person in session.groups["contribute.2"][number]
        if (answer := session.answers["contribute.2"]["contribution"].get(person))
        and isinstance(answer.value, Fraction)
    ]
    assert len(others) == 3
    assert _table(told).rows[number].cells[1] == sum(others) / 3
    pot = next(
        table
        for stage in told.stages
        for table in stage.values
        if isinstance(table, ValueTable) and table.title.fr == "pot"
    )
    assert pot.rows[number].cells[1] == sum(others)
    assert pot.stood_in == 1


def test_values_of_a_group_too_small_are_withheld() -> None:
    told = outcome(_in_pairs(public_goods(count=6)))
    assert all(row.withheld and set(row.cells) == {None} for row in _table(told).rows)


def test_a_group_is_as_small_as_the_number_of_its_real_answers() -> None:
    session = public_goods()
    told = outcome(session)
    groups = session.groups["contribute.2"]
    short = next(n for n, group in enumerate(groups) if "p3" in group)
    assert len(groups[short]) == 3
    tables = [t for stage in told.stages for t in stage.values if isinstance(t, ValueTable)]
    for table in (_table(told), *tables):
        assert table.rows[short].cells[1] is None
        assert table.rows[short].withheld
        assert table.rows[short].cells[0] is not None
        assert table.rows[short].cells[2] is not None


def test_a_value_kept_back_cannot_be_worked_out_from_the_whole_and_the_other_groups() -> None:
    rows = _table(outcome(public_goods())).rows
    assert len([row for row in rows if row.cells[1] is None]) == 2
    assert all(None not in (row.cells[0], row.cells[2]) for row in rows)


def test_the_whole_room_is_too_small_with_two_real_answers() -> None:
    told = outcome(public_goods(count=3))
    chart = next(piece for section in told.sections for piece in section.pieces if isinstance(piece, ChartMaterial))
    assert [point.value is None for point in chart.points] == [False, True, False]


def _in_pairs(session: Session) -> Session:
    people = [person for group in session.groups["contribute.1"] for person in group]
    pairs = tuple((people[n], people[n + 1]) for n in range(0, 6, 2))
    return replace(session, groups=dict.fromkeys(session.groups, pairs))


def test_secret_numbers_of_few_people_are_not_spread_out() -> None:
    told = outcome(public_goods(count=4))
    contribute = next(stage for stage in told.stages if stage.stage == "contribute")
    assert all(turn.withheld and turn.spread is None for turn in contribute.questions[0].rounds)
    assert all(s is None for table in contribute.values if isinstance(table, SpreadTable) for s in table.spreads)


def test_what_the_room_saw_may_be_told_however_few_they_were() -> None:
    session = codeveloppement(count=4)
    told = outcome(session)
    learning = next(stage for stage in told.stages if stage.stage == "learning")
    by_name = {question.name: question for question in learning.questions}
    assert by_name["again"].rounds[0].counts
    assert by_name["useful"].rounds[0].withheld, "the scale is anonymous"


def test_answers_come_in_another_order_for_each_question() -> None:
    session = codeveloppement(count=8)
    known = {holder: answer.value for holder, answer in session.answers["learning"]["learned"].items() if answer.value}
    told = outcome(session)
    learned = next(q for s in told.stages for q in s.questions if q.name == "learned")
    printed = [said.text for said in learned.rounds[0].texts]
    assert sorted(printed) == sorted(str(value) for value in known.values())
    assert printed != [str(value) for value in known.values()]


def test_a_withdrawn_answer_counts_as_not_given() -> None:
    session = public_goods()
    given = session.answers["contribute.1"]["contribution"]
    gone = {**given, "p1": Answer("", "p1", 0, withdrawn=True)}
    answers = {**session.answers, "contribute.1": {"contribution": gone}}
    told = outcome(replace(session, answers=answers))
    contribute = next(stage for stage in told.stages if stage.stage == "contribute")
    assert contribute.questions[0].rounds[0].answered == 11


def test_a_session_that_nobody_joined_has_an_outcome() -> None:
    session = replace(one_two_four_all(), people={}, cards={}, steps={}, groups={}, votes={}, choices={}, carried={})
    told = outcome(replace(session, notes={}, values={}, started_at=None, closed_at=None))
    assert told.attendance.people == 0
    assert told.contributions == 0
    assert {step.state for step in told.timeline} == {"not reached"}


@given(st.integers(0, 80), st.integers(0, 80))
def test_a_count_never_singles_out_fewer_than_the_threshold(number: int, rest: int) -> None:
    of = number + rest
    # What a reader who knows the rule can work out: every number that would have been said in the same way.
    possible = [n for n in range(of + 1) if counted(n, of) == counted(number, of)]
    assert number in possible
    if len(possible) == 1 and of > 1:
        assert rest == 0 or min(number, rest) >= THRESHOLD


def test_one_withdrawal_is_not_told_from_four() -> None:
    assert counted_events(1) == counted_events(4) == Counted(at_least=1)
    assert counted_events(5) == Counted(exactly=5)
    assert counted_events(0) == Counted(exactly=0)


@pytest.mark.parametrize("people", [4, 8, 12, 15])
def test_who_wrote_nothing_or_left_is_not_found_by_subtraction(people: int) -> None:
    """One person who was silent, or who left, is not what remains when what is told is taken from the whole."""
    for silent in range(people + 1):
        room = open_room(form(Stage("write", say("Écrire"), boards=(Board("ideas", Visibility("everyone")),))), people)
        room.next()
        for number in range(silent, people):
            room.post(f"p{number}", "ideas", "Une idée")
        known = room.session.people
        left = {id: replace(one, here=int(id[1:]) >= silent) for id, one in known.items()}
        told = outcome(replace(room.session, people=left)).attendance
        assert told.people == people
        assert told.contributed == told.stayed == counted(people - silent, people, told.threshold)
        for count in (told.contributed, told.stayed):
            if count.exactly is not None:
                rest = people - count.exactly
                assert rest == 0 or min(count.exactly, rest) >= told.threshold


def test_a_channel_of_few_is_not_told_apart() -> None:
    assert outcome(one_two_four_all()).attendance.channels == ()
    told = outcome(public_goods()).attendance.channels
    assert [(c.channel, c.people) for c in told] == [("phone", 12)]


@given(st.lists(st.fractions(min_value=-100, max_value=100, max_denominator=12), min_size=1, max_size=30))
def test_quartiles_are_in_order_and_inside(values: list[Fraction]) -> None:
    found = spread(values)
    assert found is not None
    assert min(values) == found.minimum <= found.lower <= found.median <= found.upper <= found.maximum == max(values)
    assert found.values == tuple(sorted(values))


def test_quartiles_by_hand() -> None:
    found = spread([Fraction(n) for n in (0, 10, 20, 40)])
    assert found is not None
    assert (found.lower, found.median, found.upper) == (Fraction(15, 2), 15, 25)
    assert spread([]) is None


def test_a_shared_answer_is_reproduced_only_if_all_who_wrote_in_it_agreed() -> None:
    question = Question("choice", "short text", say("Votre choix"), answered_by="group")
    stage = Stage(
        "decide",
        say("Décider"),
        ask=(question,),
        groups=Grouping("size", size="2"),
        answers_seen_by=Visibility("everyone"),
    )
    room = open_room(form(stage))
    quiet, *_ = room.join(1, Consents(report=False))
    room.join(3)
    room.next()
    ours = next(group for group in room.session.groups["decide"] if quiet in group)
    mate = next(person for person in ours if person != quiet)
    room.answer(quiet, "choice", "mots de qui a dit non")
    room.answer(mate, "choice", "mots de qui a dit non, et les miens")
    told = outcome(room.session)
    assert "qui a dit non" not in str(told)
    assert told.unprinted.no_consent == 1


def test_numbers_of_those_who_did_not_agree_count_and_are_not_listed() -> None:
    room = open_room(common_pot(), people=4)
    quiet = room.join(2, Consents(report=False))
    room.until("contribute.1")
    for points, person in enumerate(room.session.people, 10):
        room.answer(person, "contribution", points)
    told = outcome(room.session)
    spreads = [turn.spread for stage in told.stages for question in stage.questions for turn in question.rounds]
    found = next(spread for spread in spreads if spread is not None)
    assert found.n == 6
    assert found.maximum == 15, "the last to answer said no, and counts"
    assert found.values == (10, 11, 12, 13)
    assert len(quiet) == 2


def test_who_was_asked_is_looked_up_as_of_that_round() -> None:
    giver = Role("giver", say("Qui donne"), chosen_by="rotation")
    rest = Role("rest", say("Les autres"), chosen_by="everyone else")
    gift = Question("gift", "whole number", say("Un don"), asked_of="rest", minimum="0", maximum="9")
    give = Stage("give", say("Donner"), ask=(gift,), groups=Grouping("everyone"))
    end = Stage("end", say("Fin"), groups=Grouping("everyone"))
    room = open_room(form(Repeat("9", (give,), each_as="giver"), end, roles=(giver, rest)), 6)
    room.next()
    while room.session.current != "end":
        for person in room.session.people:
            if room.session.holds(person, "rest"):
                room.answer(person, "gift", Fraction(1))
        room.next()
    (asked,) = next(stage for stage in outcome(room.session).stages if stage.stage == "give").questions
    assert [(turn.answered, turn.expected, turn.missing) for turn in asked.rounds] == [(5, 5, 0)] * 6


def test_scores_are_points_and_those_of_two_questions_are_never_added() -> None:
    still = (Board("ideas", Visibility("everyone"), written_by="nobody"),)
    scored = Vote("ideas", "0", rate_from="1", rate_to="5")
    asked = [Stage(name, say(name), boards=still, vote=vote) for name, vote in (("a", scored), ("b", scored))]
    write = Stage("write", say("Écrire"), boards=(Board("ideas", Visibility("everyone")),))
    dots = Stage("dots", say("Gommettes"), boards=still, vote=Vote("ideas", "3"))
    for stages, told in (
        ((write, asked[0], dots), (1, 4)),
        ((write, *asked), (None, None)),
        ((write, dots), (1, None)),
    ):
        room = open_room(form(*stages), 2)
        room.next()
        room.post("p0", "ideas", "Une idée")
        for stage in stages[1:]:
            room.next()
            room.vote("p1", {"c1": 4 if stage in asked else 1})
        room.next()
        session = replace(
            room.session,
            people={id: replace(person, consents=Consents(report=True)) for id, person in room.session.people.items()},
        )
        (card,) = next(stage for stage in outcome(session).stages if stage.stage == "write").boards[0].cards
        assert (card.dots, card.points) == told


def test_cards_are_ordered_by_the_last_vote_and_dots_are_never_added_to_scores() -> None:
    still = (Board("ideas", Visibility("everyone"), written_by="nobody"),)
    write = Stage("write", say("Écrire"), boards=(Board("ideas", Visibility("everyone")),))
    score = Stage("score", say("Noter"), boards=still, vote=Vote("ideas", "0", rate_from="1", rate_to="9"))
    dots = Stage("dots", say("Gommettes"), boards=still, vote=Vote("ideas", "3"))
    best = replace(dots, id="best", carry=(Carry("ideas", "top", top="2"),))
    room = open_room(replace(form(write, score, dots, best), document=BY_VOTES), 3)
    room.next()
    for words in ("Neuf points", "Une gommette", "Deux gommettes"):
        room.post("p0", "ideas", words)
    for ballot in ({"c1": 9, "c2": 2, "c3": 1}, {"c2": 1, "c3": 2}, {"c3": 1}):
        room.next()
        room.vote("p1", ballot)
    room.next()
    told = outcome(
        replace(
            room.session,
            people={id: replace(person, consents=Consents(report=True)) for id, person in room.session.people.items()},
        )
    )
    (listed,) = told.sections[0].pieces
    assert isinstance(listed, CardList)
    assert [card.text for card in listed.cards] == ["Deux gommettes", "Une gommette", "Neuf points"]


def test_what_was_picked_from_a_list_is_said_in_the_language_of_the_session_and_a_day_is_known_as_one() -> None:
    options = (Option("more", Text(fr="augmente", en="grows")),)
    links = Question("links", "list", say("Nos liens"), options=options, columns=(say("Ceci"), say("fait")))
    day = Question("review", "short text", say("À revoir le"), day=True, longest=10)
    room = open_room(form(Stage("link", say("Relier"), ask=(links, day), answers_seen_by=Visibility("everyone"))), 2)
    room.next()
    room.answer("p0", "links", (("Le bruit", "grows"), ("La fatigue", "augmente")))
    room.answer("p0", "review", "2026-12-31")
    session = replace(
        room.session,
        people={id: replace(person, consents=Consents(report=True)) for id, person in room.session.people.items()},
    )
    asked = outcome(session).stages[0].questions
    assert asked[0].rounds[0].rows[0].rows == (("Le bruit", "augmente"), ("La fatigue", "augmente"))
    assert [(text.text, text.day) for text in asked[1].rounds[0].texts] == [("2026-12-31", True)]
