"""Any format plays to its end, with nobody turned away."""

from typing import get_args

import pytest

from facilitation.domain import events as e
from facilitation.domain.format import QuestionKind
from facilitation.rehearsal import Cast, rehearse
from facilitation.rehearsal.answers import KINDS
from tests.rehearsal.stage import HEAD_COUNTS, SHIPPED, everything, played, shipped

ROOMS = [(name, people) for name in SHIPPED for people in HEAD_COUNTS]
ROOMS += [(name, people) for name in ("everything", "deciding") for people in (3, 7, 12, 24)]


@pytest.mark.parametrize(("name", "participants"), ROOMS)
def test_a_format_plays_to_its_end_without_a_refusal(name: str, participants: int) -> None:
    rehearsal, _ = played(name, participants)
    assert rehearsal.findings.refusals == ()
    assert rehearsal.findings.unplayed == ()
    assert rehearsal.session.status == "closed"
    assert len(rehearsal.session.people) == participants


@pytest.mark.parametrize("name", [*SHIPPED, "everything", "deciding"])
def test_it_takes_about_the_time_that_was_planned(name: str) -> None:
    findings = played(name, 7)[0].findings
    assert 0.5 * findings.planned_seconds < findings.played_seconds < 2 * findings.planned_seconds + 900


def test_bots_answer_every_kind_of_question() -> None:
    assert set(KINDS) == set(get_args(QuestionKind))
    asked = {event.question for event in played("everything", 7)[0].events if isinstance(event, e.AnswerGiven)}
    assert asked == {kind.replace(" ", "_").replace("-", "_") for kind in get_args(QuestionKind)}


def test_bots_post_mark_choose_vote_and_signal() -> None:
    kinds = {type(event) for event in played("everything", 12)[0].events}
    assert {e.CardPosted, e.CardMarked, e.CardsChosen, e.VoteCast, e.Signalled, e.StepRevealed} <= kinds


def test_bots_have_second_thoughts_about_their_own_words_and_others() -> None:
    session, events = played("one-two-four-all", 40, 3)[0].session, played("one-two-four-all", 40, 3)[0].events
    edited = {event.by == session.cards[event.card].author for event in events if isinstance(event, e.CardEdited)}
    assert edited == {True, False}
    assert any(isinstance(event, e.CardWithdrawn) for event in events)
    assert any(isinstance(event, e.Signalled) and event.signal == "lost" for event in events)


def test_a_stage_whose_timer_ends_it_is_ended_by_the_timer() -> None:
    assert played("everything", 7)[0].session.steps["write"].closed_by == "timer"


def test_one_stage_is_given_more_time_and_someone_comes_late() -> None:
    events = played("codeveloppement", 7)[0].events
    started = next(n for n, event in enumerate(events) if isinstance(event, e.StageStarted))
    joined = [n for n, event in enumerate(events) if isinstance(event, e.ParticipantJoined)]
    assert max(joined) > started
    assert any(isinstance(event, e.TimerExtended) for event in events)


def test_a_dropout_is_missing_and_not_a_zero() -> None:
    """The one who drops out in the second half leaves the game; what they did not answer is told apart from a zero."""
    session = played("public-goods", 7)[0].session
    gone = [person.id for person in session.people.values() if not person.here]
    assert len(gone) == 1
    missing = [values.missing.get(gone[0], ()) for values in session.values.values()]
    assert ("contribution",) in missing


def test_without_dropouts_and_latecomers_everyone_stays_from_the_start() -> None:
    rehearsal = rehearse(shipped("public-goods"), 7, 1, cast=Cast(dropouts=0, latecomers=0))
    assert all(person.here for person in rehearsal.session.people.values())
    started = rehearsal.session.started_at or 0
    assert all(person.joined_at <= started for person in rehearsal.session.people.values())


def test_nobody_writes_the_same_sentence_twice() -> None:
    cards = [event.text for event in played("one-two-four-all", 40)[0].events if isinstance(event, e.CardPosted)]
    written = [text for text in cards if text]
    assert len(written) > 40
    assert len(set(written)) == len(written)


def test_uneven_groups_and_waiting_times_are_reported() -> None:
    findings = played("one-two-four-all", 7)[0].findings
    assert "pairs" in {odd.step for odd in findings.odd_groups}
    assert {"alone"} <= {wait.step for wait in findings.waits}
    assert all(0 <= wait.mean <= wait.longest for wait in findings.waits)


def test_a_reading_without_a_format_cannot_be_rehearsed() -> None:
    broken = everything().__class__(None, "", "0", ())
    with pytest.raises(ValueError, match="no format"):
        rehearse(broken, 3)


def test_more_people_than_a_format_takes_is_a_finding_and_ends() -> None:
    findings = rehearse(shipped("codeveloppement"), shipped("codeveloppement").format.most + 5, 1).findings  # type: ignore[union-attr]
    assert {refusal.reason for refusal in findings.refusals} == {"session-full"}
    assert not findings.clean


@pytest.mark.parametrize("seed", range(1, 7))
@pytest.mark.parametrize("name", [*SHIPPED, "everything", "deciding"])
def test_whatever_liberty_the_facilitator_takes_nobody_is_turned_away(name: str, seed: int) -> None:
    findings = played(name, 7, seed, restless=True)[0].findings
    assert findings.refusals == ()
    assert findings.unplayed == ()


def test_a_restless_facilitator_takes_every_liberty() -> None:
    kinds = {type(event) for seed in range(1, 7) for event in played("everything", 7, seed, restless=True)[0].events}
    liberties = {e.CardHidden, e.CardRestored, e.WallHidden, e.TimerPaused, e.TimerResumed, e.StageSkipped}
    liberties |= {e.StageChanged, e.StageInserted, e.ChangeUndone}
    assert liberties | {e.ParticipantReturned, e.ParticipantLeft} <= kinds
