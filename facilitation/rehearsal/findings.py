"""What a rehearsal teaches about a format: where most would wait, which groups come out odd, what was refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitation.domain import events as e
from facilitation.domain.format import Stage
from facilitation.domain.lengths import span_of
from facilitation.domain.session import Milliseconds, Planned, Session, StepKey
from facilitation.rehearsal.hall import Refusal
from facilitation.rehearsal.projector import Crowded
from facilitation.rehearsal.seats import Oversized, Stranded, deserted, oversized, stranded, there

LONG_WAIT = 60.0
"""Seconds of waiting, once one's part is done, from which a person would look around."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long those who had done their part of a step waited for its end, in seconds; how many waited long."""

    step: StepKey
    people: int
    mean: float
    longest: float
    long: int

    @property
    def by_most(self) -> bool:
        """Whether more than half of them waited long."""
        return self.long * 2 > self.people


@dataclass(frozen=True, slots=True)
class OddGroups:
    """A step whose groups are not all of one size."""

    step: StepKey
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """How long a step was meant to last and lasted, in seconds; `meant` is None where it has no limit."""

    step: StepKey
    meant: int | None
    lasted: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What to look at before the real session. `clean` where nothing was refused and every step was played.

    `mistakes` are refusals that were provoked; `slot_seconds` is the time there will be, if it was said.
    """

    refusals: tuple[Refusal, ...]
    unplayed: tuple[StepKey, ...]
    waits: tuple[Wait, ...]
    odd_groups: tuple[OddGroups, ...]
    planned_seconds: int
    played_seconds: int
    unanswered: tuple[StepKey, ...] = ()
    crowded: tuple[Crowded, ...] = ()
    mistakes: tuple[Refusal, ...] = ()
    steps: tuple[Played, ...] = ()
    slot_seconds: int | None = None
    deserted: tuple[StepKey, ...] = ()
    """Steps that nobody was there for any more."""
    oversized: tuple[Oversized, ...] = ()
    stranded: tuple[Stranded, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether the format plays to its end with no command turned down."""
        return not self.refusals and not self.unplayed

    @property
    def to_spare(self) -> int | None:
        """Seconds left of the slot, negative where it does not hold the session; None where no slot was said."""
        return None if self.slot_seconds is None else self.slot_seconds - self.played_seconds


def findings_of(
    session: Session,
    events: Iterable[e.Event],
    refusals: Iterable[Refusal],
    *,
    mistakes: Iterable[Refusal] = (),
    crowded: Iterable[Crowded] = (),
    slot_minutes: int | None = None,
) -> Findings:
    """The findings of a session that was played, from its log."""
    started, closed = session.started_at or 0, session.closed_at or 0
    log = tuple(events)
    return Findings(
        refusals=tuple(refusals),
        unplayed=tuple(planned.key for planned in session.plan if not _over(session, planned.key)),
        waits=tuple(_waits(session, _last_acts(log))),
        odd_groups=tuple(_odd(session)),
        planned_seconds=sum(_meant(session, planned) for planned in session.plan),
        played_seconds=max(0, closed - started) // 1000,
        unanswered=tuple(_unanswered(session, log)),
        oversized=tuple(oversized(session)),
        deserted=tuple(deserted(session, log)),
        stranded=tuple(stranded(session, log)),
        crowded=tuple(crowded),
        mistakes=tuple(mistakes),
        steps=tuple(_played(session)),
        slot_seconds=None if slot_minutes is None else slot_minutes * 60,
    )


def _meant(session: Session, planned: Planned) -> int:
    """The seconds that a step was to take with the people who came: some are so many for each of them."""
    step = session.steps.get(planned.key)
    if step is None or step.started_at is None or step.ends_at is None:
        span = span_of(session, planned)
        return span.most if span else 0
    return (step.ends_at - step.started_at) // 1000 - step.extended


def _over(session: Session, key: StepKey) -> bool:
    step = session.steps.get(key)
    return step is not None and (step.closed_at is not None or step.skipped)


LastActs = dict[StepKey, dict[str, Milliseconds]]
"""By step, when each person did something for the last time."""


def _by_step(log: Iterable[e.Event]) -> Iterator[tuple[StepKey, e.Event]]:
    current: StepKey | None = None
    for event in log:
        current = event.step if isinstance(event, e.StageStarted) else current
        if current:
            yield current, event


def _last_acts(log: tuple[e.Event, ...]) -> LastActs:
    last: LastActs = {}
    for step, event in _by_step(log):
        actor = _actor(event)
        if actor:
            last.setdefault(step, {})[actor] = event.at
    return last


def _waits(session: Session, acted: LastActs) -> Iterable[Wait]:
    for key, moments in acted.items():
        closed = session.steps[key].closed_at if key in session.steps else None
        if closed is not None and moments:
            waits = [max(0, closed - at) / 1000 for at in moments.values()]
            long = sum(wait >= LONG_WAIT for wait in waits)
            yield Wait(key, len(waits), sum(waits) / len(waits), max(waits), long)


def _actor(event: e.Event) -> str | None:
    match event:
        case e.CardPosted(author=who) | e.VoteCast(voter=who) | e.Signalled(person=who):
            return who
        case e.AnswerGiven(by=who) | e.CardsChosen(by=who) | e.CardMarked(by=who) | e.CardEdited(by=who):
            return who
    return None


def _unanswered(session: Session, log: tuple[e.Event, ...]) -> Iterable[StepKey]:
    # Someone who says that they are done, or have nothing to say, has not answered.
    answered = {step for step, event in _by_step(log) if _actor(event) and not isinstance(event, e.Signalled)}
    present = there(log)
    for planned in session.plan:
        if not present.get(planned.key):
            continue
        step = session.steps.get(planned.key)
        played = step is not None and step.started_at is not None and not step.skipped
        if played and _asks(planned.stage) and planned.key not in answered:
            yield planned.key


def _asks(stage: Stage) -> bool:
    written = any(board.written_by != "nobody" for board in stage.boards)
    return bool(stage.ask or stage.vote or stage.choose or written)


def _odd(session: Session) -> Iterable[OddGroups]:
    for key, groups in session.groups.items():
        sizes = tuple(len(group) for group in groups)
        if len(set(sizes)) > 1:
            yield OddGroups(key, sizes)


def _played(session: Session) -> Iterable[Played]:
    for planned in session.plan:
        step = session.steps.get(planned.key)
        if step is not None and step.started_at is not None and step.closed_at is not None:
            yield Played(planned.key, planned.seconds, (step.closed_at - step.started_at) // 1000)
