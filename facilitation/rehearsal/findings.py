"""What a rehearsal teaches about a format: where most would wait, which groups come out odd, what was refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.domain import events as e
from facilitation.domain.session import Milliseconds, Session, StepKey
from facilitation.rehearsal.hall import Refusal


@dataclass(frozen=True, slots=True)
class Wait:
    """How long those who had done their part of a step waited for its end, in seconds."""

    step: StepKey
    people: int
    mean: float
    longest: float


@dataclass(frozen=True, slots=True)
class OddGroups:
    """A step whose groups are not all of one size."""

    step: StepKey
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What to look at before the real session. `clean` where nothing was refused and every step was played."""

    refusals: tuple[Refusal, ...]
    unplayed: tuple[StepKey, ...]
    waits: tuple[Wait, ...]
    odd_groups: tuple[OddGroups, ...]
    planned_seconds: int
    played_seconds: int

    @property
    def clean(self) -> bool:
        """Whether the format plays to its end with no command turned down."""
        return not self.refusals and not self.unplayed


def findings_of(session: Session, events: Iterable[e.Event], refusals: Iterable[Refusal]) -> Findings:
    """The findings of a session that was played, from its log."""
    log = tuple(events)
    steps = session.steps
    started, closed = session.started_at or 0, session.closed_at or 0
    return Findings(
        refusals=tuple(refusals),
        unplayed=tuple(
            planned.key
            for planned in session.plan
            if planned.key not in steps or not (steps[planned.key].closed_at is not None or steps[planned.key].skipped)
        ),
        waits=tuple(_waits(session, log)),
        odd_groups=tuple(_odd(session)),
        planned_seconds=sum(planned.seconds or 0 for planned in session.plan),
        played_seconds=max(0, closed - started) // 1000,
    )


def _waits(session: Session, log: tuple[e.Event, ...]) -> Iterable[Wait]:
    last: dict[StepKey, dict[str, Milliseconds]] = {}
    current: StepKey | None = None
    for event in log:
        current = event.step if isinstance(event, e.StageStarted) else current
        actor = _actor(event)
        if actor and current:
            last.setdefault(current, {})[actor] = event.at
    for key, moments in last.items():
        closed = session.steps[key].closed_at if key in session.steps else None
        if closed is not None and moments:
            waits = [max(0, closed - at) / 1000 for at in moments.values()]
            yield Wait(key, len(waits), sum(waits) / len(waits), max(waits))


def _actor(event: e.Event) -> str | None:
    match event:
        case e.CardPosted(author=who) | e.VoteCast(voter=who) | e.Signalled(person=who):
            return who
        case e.AnswerGiven(by=who) | e.CardsChosen(by=who) | e.CardMarked(by=who) | e.CardEdited(by=who):
            return who
    return None


def _odd(session: Session) -> Iterable[OddGroups]:
    for key, groups in session.groups.items():
        sizes = tuple(len(group) for group in groups)
        if len(set(sizes)) > 1:
            yield OddGroups(key, sizes)
