"""What a rehearsal says before the real session, in both languages: time, waiting, groups, answers, the projector."""

from dataclasses import replace

import pytest

from facilitation.domain import events as e
from facilitation.domain.format import Board, Duration, Format, Grouping, Option, Stage, Visibility
from facilitation.eventlog import as_lines
from facilitation.formats import Reading
from facilitation.rehearsal import SMOOTH, Rehearsal, rehearse, remarks, surprising
from facilitation.rehearsal.findings import findings_of
from facilitation.rehearsal.projector import crowded
from tests.rehearsal.stage import everything, played, question, said, shipped


def heard(rehearsal: Rehearsal, locale: str = "en") -> str:
    """All remarks, one per line."""
    return "\n".join(
        f"{one.tone}: {one.text.said_in(locale)}" for one in remarks(rehearsal.session, rehearsal.findings)
    )


def of_stages(*stages: Stage) -> Reading:
    """A format of these stages alone."""
    reading = everything()
    assert isinstance(reading.format, Format)
    return Reading(replace(reading.format, run=stages, roles=()), "made", "0" * 64, ())


@pytest.mark.parametrize(
    ("spare", "tone", "words"),
    [(-180, "bad", "too short, by 3 min"), (20, "warn", "only just enough"), (3600, "good", "60 min to spare")],
)
def test_the_time_is_compared_with_the_slot(spare: int, tone: str, words: str) -> None:
    rehearsal, _ = played("one-two-four-all", 7)
    slot = rehearsal.findings.played_seconds + spare
    told = heard(replace(rehearsal, findings=replace(rehearsal.findings, slot_seconds=slot)))
    line = next(line for line in told.splitlines() if "slot" in line)
    assert line.startswith(tone)
    assert words in line
    assert ("The longest:" in line) == (tone == "bad")


def test_without_a_slot_nothing_is_said_of_one() -> None:
    assert "slot" not in heard(rehearse(shipped("one-two-four-all"), 8, 1, cast=SMOOTH))


def test_a_stage_in_which_most_wait_is_named_and_one_without_waiting_is_not() -> None:
    quick = Stage("ask", said("Quick question"), ask=(question("yes-no"),), duration=Duration("10"))
    full = Stage("ask2", said("Full stage"), ask=(question("yes-no"),), continue_when="everyone answered")
    told = heard(rehearse(of_stages(quick, full), 6, 1, cast=SMOOTH))
    assert "Waiting in stage “Quick question”: 6 of 6" in told
    assert "Waiting in stage “Full stage”" not in told


def test_someone_without_a_partner_is_told() -> None:
    pairs = Stage(
        "pairs", said("Pairs"), ask=(question("yes-no"),), groups=Grouping("size", "2", leftover="make a smaller group")
    )
    told = heard(rehearse(of_stages(pairs), 7, 1, cast=SMOOTH))
    assert "warn: Uneven groups in stage “Pairs”: 2, 2, 2, 1. 1 without a partner." in told


def test_a_stage_that_nobody_could_answer_is_a_fault() -> None:
    empty = Stage(
        "choose",
        said("Vote on nothing"),
        duration=Duration("2"),
        boards=(Board("notes", Visibility("everyone"), written_by="nobody"),),
        vote=everything().format.run[-1].vote,  # type: ignore[union-attr]
    )
    asked = Stage("ask", said("Easy"), ask=(question("yes-no"),), duration=Duration("2"))
    told = heard(rehearse(of_stages(asked, empty), 5, 1, cast=SMOOTH), "fr")
    assert "bad: Personne n'a pu répondre à l'étape «\u00a0Vote on nothing\u00a0»" in told
    assert "Easy\u00a0»\u00a0: regardez" not in told


def test_saying_that_one_is_done_is_no_answer() -> None:
    asked = Stage("ask", said("Easy"), ask=(question("yes-no"),), duration=Duration("2"))
    tried = rehearse(of_stages(asked), 4, 1, cast=SMOOTH)
    assert tried.findings.unanswered == ()
    mute = [event for event in tried.events if not isinstance(event, e.AnswerGiven)]
    assert any(isinstance(event, e.Signalled) for event in mute)
    assert findings_of(tried.session, mute, ()).unanswered == ("ask",)


def test_a_room_that_has_emptied_is_not_a_fault_of_its_stages() -> None:
    asked = Stage("ask", said("Easy"), ask=(question("yes-no"),), duration=Duration("2"))
    again = Stage("ask2", said("Later"), ask=(replace(question("yes-no"), name="again"),), duration=Duration("2"))
    tried = rehearse(of_stages(asked, again), 4, 1, cast=SMOOTH)
    second = next(
        n for n, event in enumerate(tried.events) if isinstance(event, e.StageStarted) and event.step == "ask2"
    )
    left = [e.ParticipantLeft(person, 0) for person in tried.session.people]
    mute = [event for event in tried.events[second:] if not isinstance(event, e.AnswerGiven)]
    findings = findings_of(tried.session, [*tried.events[:second], *left, *mute], ())
    assert findings.unanswered == ()
    told = heard(replace(tried, findings=findings))
    assert "Nobody was there any more in stage “Later”: all had left." in told


@pytest.mark.parametrize(("people", "told"), [(9, True), (10, False), (8, True), (7, False)])
def test_a_group_far_larger_than_meant_is_told(people: int, told: bool) -> None:
    fives = Stage(
        "fives", said("Fives"), ask=(question("yes-no"),), groups=Grouping("size", "5"), duration=Duration("2")
    )
    again = replace(fives, id="again", ask=(replace(question("yes-no"), name="again"),))
    words = heard(rehearse(of_stages(fives, again), people, 1, cast=SMOOTH))
    assert words.count("wants groups of") == told
    assert (f"warn: In stage “Fives”, a group of {people} where the format wants groups of 5." in words) is told


def test_people_for_whom_no_group_has_a_place_are_counted() -> None:
    camps = Grouping(
        "among", among=(Option("a", said("A")), Option("b", said("B"))), chosen_by="participants", at_most="3"
    )
    choose = Stage("choose", said("Workshops"), ask=(question("yes-no"),), groups=camps, duration=Duration("4"))
    tried = rehearse(of_stages(choose), 8, 1, cast=SMOOTH)
    assert sorted(map(len, tried.session.groups["choose"])) == [3, 3]
    assert tried.findings.refusals == ()
    assert "warn: In stage “Workshops”, 2 people without a group: all are full, with 3." in heard(tried)


def test_the_facilitator_lets_in_the_cards_that_wait_for_them() -> None:
    board = Board("cards", Visibility("everyone"), prompt=said("An idea"), sifted_by="facilitator")
    write = Stage("write", said("Write"), boards=(board,), duration=Duration("4"))
    read = Stage("read", said("Read"), boards=(replace(board, written_by="nobody"),), duration=Duration("2"))
    tried = rehearse(of_stages(write, read), 6, 1, cast=SMOOTH)
    written = [card.id for card in tried.session.cards.values() if not card.withdrawn]
    assert written
    assert set(tried.session.queues["cards"]) >= set(written)


def test_words_that_do_not_fit_the_projector_are_counted() -> None:
    long = Stage("read", said("A " * 60), instruction=said("Read this. " * 60), duration=Duration("1"))
    told = heard(rehearse(of_stages(long), 3, 1, cast=SMOOTH))
    assert "is too long for the projector" in told
    assert "takes about 15 lines on the projector, which shows 8" in told
    assert "projector" not in heard(rehearse(shipped("one-two-four-all"), 8, 1, cast=SMOOTH))


def test_more_cards_than_the_wall_holds_are_counted() -> None:
    def wall(cards: int) -> dict[str, object]:
        shown = {f"c{n}": {"text": "Ask the neighbours what they would like to change first."} for n in range(cards)}
        return {"stage": {"key": "a"}, "boards": {"ideas": {"cards": shown}}}

    assert list(crowded(wall(30))) == []
    (found,) = crowded(wall(200))
    assert (found.what, found.room) == ("cards", 3)
    assert 5 < found.needed < 15


@pytest.mark.parametrize("name", ["one-two-four-all", "public-goods", "codeveloppement"])
def test_surprises_happen_and_are_no_faults_of_the_format(name: str) -> None:
    reading = shipped(name)
    assert reading.format
    tried = rehearse(reading, 12, 5, cast=surprising(12, reading.format.fewest))
    assert tried.findings.clean
    assert tried.findings.mistakes
    started = next(n for n, event in enumerate(tried.events) if isinstance(event, e.StageStarted))
    joined = [n for n, event in enumerate(tried.events) if isinstance(event, e.ParticipantJoined)]
    assert sum(n > started for n in joined) == 2
    assert "fautive" in heard(tried, "fr")


def test_surprises_are_the_same_for_the_same_seed() -> None:
    def log(seed: int) -> list[str]:
        return list(as_lines(rehearse(shipped("public-goods"), 9, seed, cast=surprising(9, 3)).log))

    assert log(3) == log(3)
    assert log(3) != log(4)


def test_surprises_leave_enough_people_to_begin() -> None:
    for people in range(1, 40):
        assert people - surprising(people, min(people, 3)).lates(people) >= min(people, 3)


def test_every_remark_is_typeset_in_french() -> None:
    tried = rehearse(shipped("codeveloppement"), 12, 1, cast=surprising(12, 5), slot_minutes=30)
    for one in remarks(tried.session, tried.findings):
        assert not [sign for sign in ":;!?»" if f" {sign}" in one.text.fr]
        assert one.text.fr != one.text.en
