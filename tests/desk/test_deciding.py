"""A batch is decided in order, without threads: the core of the desk."""

from facilitation.desk import Envelope, Expected, Failed, Rules, Saved, Turned, decide_batch
from facilitation.domain.commands import By, Command, Refused
from facilitation.domain.events import Event, WallHidden
from facilitation.domain.evolve import evolve
from facilitation.domain.session import Session
from facilitation.eventlog import Answered
from tests.eventlog.workshop import NOON, post

STATE = Session(id="s1", seq=10)


def hide_the_wall(session: Session, command: Command, by: By, now: int) -> tuple[Event, ...] | Refused:
    """A stand-in for the rules: `twice` gives two events, `no` is refused, `bug` breaks, the rest gives one."""
    match getattr(command, "text", ""):
        case "twice":
            return WallHidden(now), WallHidden(now)
        case "nothing":
            return ()
        case "no":
            return Refused("not-allowed")
        case "bug":
            raise ZeroDivisionError
    return (WallHidden(now),)


def nothing_stored(stream: str, number: int) -> Answered | None:
    return None


def sent(number: int | None, text: str = "", id: str = "") -> Envelope:
    if number is None:
        return Envelope(By("clock"), post(text))
    return Envelope(By("participant", "p1"), post(text), "p1", number, id or f"i{number}")


RULES = Rules(hide_the_wall, evolve)


def test_each_command_meets_the_state_left_by_the_one_before() -> None:
    batch = decide_batch(STATE, {}, [sent(1, "twice"), sent(2), sent(None)], NOON, nothing_stored, RULES)
    assert batch.answers == [Saved(1, 12), Saved(2, 13), Saved(None, 14)]
    assert batch.session.seq == 14
    assert len(batch.events) == 4
    assert batch.numbers == {"p1": 2}


def test_a_repeat_within_one_batch_is_answered_alike_and_stored_once() -> None:
    batch = decide_batch(STATE, {}, [sent(1), sent(1), sent(2, "no"), sent(2, "no")], NOON, nothing_stored, RULES)
    assert batch.answers == [Saved(1, 11), Saved(1, 11)] + [Turned(2, Refused("not-allowed"))] * 2
    assert len(batch.entries) == 2


def test_two_tabs_in_one_batch_do_not_both_win() -> None:
    batch = decide_batch(STATE, {}, [sent(1, id="a"), sent(1, id="b")], NOON, nothing_stored, RULES)
    assert batch.answers == [Saved(1, 11), Expected(1, 2)]


def test_a_bug_uses_up_nothing_and_what_follows_it_is_asked_again() -> None:
    batch = decide_batch(STATE, {}, [sent(1, "bug"), sent(2), sent(None), sent(1)], NOON, nothing_stored, RULES)
    failed, skipped, clock, again = batch.answers
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, ZeroDivisionError)
    assert skipped == Expected(2, 1)
    assert (clock, again) == (Saved(None, 11), Saved(1, 12))


def test_a_bug_while_applying_leaves_no_half_of_it() -> None:
    def breaks_at_the_second(session: Session, event: Event) -> Session:
        if session.seq == 11:
            raise ZeroDivisionError
        return evolve(session, event)

    rules = Rules(hide_the_wall, breaks_at_the_second)
    batch = decide_batch(STATE, {}, [sent(1, "twice")], NOON, nothing_stored, rules)
    assert batch.session == STATE
    assert batch.entries == []


def test_a_command_without_effect_is_saved_where_things_stand() -> None:
    batch = decide_batch(STATE, {}, [sent(1, "nothing")], NOON, nothing_stored, RULES)
    assert batch.answers == [Saved(1, 10)]


def test_what_was_answered_before_comes_from_the_log() -> None:
    answered = {1: Answered(1, "i1", 4), 2: Answered(2, "i2", 4, Refused("too-long"))}
    batch = decide_batch(
        STATE, {"p1": 2}, [sent(1), sent(2), sent(2, id="other"), sent(9)], NOON, lambda _, n: answered.get(n), RULES
    )
    assert batch.answers == [Saved(1, 4), Turned(2, Refused("too-long")), Expected(2, 3), Expected(9, 3)]


def test_the_input_is_left_as_it_was() -> None:
    numbers = {"p1": 2}
    decide_batch(STATE, numbers, [sent(3)], NOON, nothing_stored, RULES)
    assert numbers == {"p1": 2}
