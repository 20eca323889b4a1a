"""A whole rehearsal: plan, arrivals, stages, close; the same seed always gives the same log."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random

from facilitation.desk import Published
from facilitation.domain.commands import By, Join, PlanSession
from facilitation.domain.events import Event, NextShown, StageStarted, TimerExtended, TimerResumed, TurnGiven
from facilitation.domain.floors import turns_end
from facilitation.domain.format import SettingValue
from facilitation.domain.format.text import Locale
from facilitation.domain.session import Consents, Milliseconds, Session, StepKey
from facilitation.eventlog import Recorded
from facilitation.formats import Reading
from facilitation.rehearsal.afterwards import answered_later, said_they_came
from facilitation.rehearsal.agenda import Agenda
from facilitation.rehearsal.answers import Writer
from facilitation.rehearsal.bot import Bot
from facilitation.rehearsal.corpus import ENGLISH, FRENCH, Pen
from facilitation.rehearsal.facilitator import Facilitator
from facilitation.rehearsal.findings import Findings, findings_of
from facilitation.rehearsal.hall import THROWAWAY, Hall, Watcher, opened
from facilitation.rehearsal.observer import Observer
from facilitation.rehearsal.projector import Wall
from facilitation.rehearsal.temperament import Cast, slowed, temperaments

DOORS_AT: Milliseconds = 1_767_949_200_000
"""Every rehearsal begins on Friday 9 January 2026 at 10:00 in Lyon: its bytes depend on nothing but the seed."""

LONGEST: Milliseconds = 48 * 3600 * 1000
"""A format that is not over after two simulated days will never be."""

MOST_REFUSALS = 300

Progress = Callable[[int, int], None]
"""Told (steps over, steps planned) whenever a step is over."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of it. `log` is as read from disk: what was withdrawn is gone from it."""

    session: Session
    log: tuple[Recorded, ...]
    findings: Findings
    ended_at: Milliseconds

    @property
    def events(self) -> tuple[Event, ...]:
        """The events alone, in order."""
        return tuple(recorded.event for recorded in self.log)


def rehearse(
    reading: Reading,
    participants: int = 12,
    seed: int = 1,
    settings: Mapping[str, SettingValue] | None = None,
    locale: Locale = "fr",
    progress: Progress | None = None,
    *,
    cast: Cast | None = None,
    watch: Watcher | None = None,
    database_url: str = THROWAWAY,
    slot_minutes: int | None = None,
    earlier: Session | None = None,
) -> Rehearsal:
    """Play a format with simulated participants. Raises ValueError if the reading holds no format.

    The session stays in the database at `database_url`, if one is named. `slot_minutes` is the time there will be.
    People of an `earlier` session in that database come back, and some say so; some answer again weeks after.
    """
    if reading.format is None:
        raise ValueError(f"{reading.digest}: no format to rehearse")
    agenda = Agenda(DOORS_AT)
    with opened(agenda, f"rehearsal-{reading.format.id}-{seed}", database_url) as hall:
        hall.plan(_plan(reading, hall.session_id, seed, settings or {}, locale))
        room = Room(hall, participants, seed, locale, cast or Cast(), progress)
        hall.watchers.append(room.saw)
        if watch:
            hall.watchers.append(watch)
        room.play()
        if hall.database:
            answered_later(hall.database, hall.session, seed, hall.agenda.now)
            if earlier:
                said_they_came(hall.database, hall.session, earlier, seed, hall.agenda.now)
        return told(hall, room.wall, slot_minutes)


def told(hall: Hall, wall: Wall, slot_minutes: int | None = None) -> Rehearsal:
    """What came of the session that was played in a hall."""
    log, session = hall.recorded(), hall.session
    findings = findings_of(
        session,
        (recorded.event for recorded in log),
        hall.refusals,
        mistakes=hall.mistakes,
        crowded=wall.crowded.values(),
        slot_minutes=slot_minutes,
    )
    return Rehearsal(session, log, findings, hall.agenda.now)


def _plan(
    reading: Reading, session_id: str, seed: int, settings: Mapping[str, SettingValue], locale: Locale
) -> PlanSession:
    if reading.format is None:
        raise ValueError("no format")
    return PlanSession(
        session=session_id,
        title=reading.format.title.said_in(locale),
        locale=locale,
        format=reading.format,
        source=reading.source,
        digest=reading.digest,
        seed=seed,
        settings=settings,
    )


class Room:
    """The people of one rehearsal, and what they are told of the session."""

    def __init__(
        self, hall: Hall, participants: int, seed: int, locale: Locale, cast: Cast, progress: Progress | None
    ) -> None:
        self.hall = hall
        self.doors_at = hall.agenda.now
        self.chance = Random(f"{seed}:room")
        pen = Pen(ENGLISH if locale == "en" else FRENCH)
        moods = temperaments(self.chance, participants)
        moods = slowed(moods, Random(f"{seed}:plodding"), cast.plodding)
        self.bots = [
            Bot(
                f"p{n}",
                mood,
                Writer(Random(f"{seed}:p{n}"), pen, locale),
                hall,
                cast.clumsy,
                Random(f"{seed}:p{n}:slips"),
            )
            for n, mood in enumerate(moods, 1)
        ]
        self.late = self.bots[participants - cast.lates(participants) :]
        self.dropping = self.bots[: participants - len(self.late)][: cast.drops(participants)]
        starting = participants - len(self.late)
        luck = Random(f"{seed}:facilitator")
        self.facilitator = Facilitator(hall, luck, pen, participants, starting, cast.restless)
        self.observer = Observer(hall, Random(f"{seed}:observer"), pen)
        self.progress = progress
        self.wall = Wall()

    def play(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """From the open door to the closed session, to a standstill, or until it is `stopped`."""
        self.facilitator.open_door()
        self.observer.come()
        for bot in self.bots:
            if bot not in self.late:
                self.hall.agenda.after(self.chance.uniform(5, 300), partial(self._join, bot))
        self.hall.agenda.play(until=lambda: stopped() or self._over())

    def saw(self, batch: Published) -> None:
        """A batch was committed: the clock is set, screens light up, people come and go with the plan."""
        self.wall.saw(batch)
        for event in batch.events:
            match event:
                case StageStarted(step=step, ends_at=ends, shows_at=shows_at):
                    self._started(batch.after, step)
                    self._set_timer(ends)
                    self._set_timer(shows_at)
                case TimerExtended(ends_at=ends) | TurnGiven(ends_at=ends) | NextShown(next_at=ends):
                    self._set_timer(ends)
                case TimerResumed(ends_at=ends):
                    shows = batch.after.step.shows_at if batch.after.step else None
                    for moment in (ends, shows, *turns_end(batch.after)):
                        self._set_timer(moment)
        for bot in self.bots:
            if bot.person in batch.after.people:
                bot.wake()
        if self.progress:
            self.progress(_over(batch.after), len(batch.after.plan))

    def _over(self) -> bool:
        out_of_time = self.hall.agenda.now > self.doors_at + LONGEST or len(self.hall.refusals) > MOST_REFUSALS
        return out_of_time or self.hall.session.status == "closed"

    def _started(self, session: Session, step: StepKey) -> None:
        place = [planned.key for planned in session.plan].index(step)
        if place == min(1, len(session.plan) - 1):
            for bot in self.late:
                self.hall.agenda.after(self.chance.uniform(10, 60), partial(self._join, bot))
        if place == max(1, len(session.plan) // 2):
            for bot in self.dropping:
                bot.drop()

    def _set_timer(self, ends: Milliseconds | None) -> None:
        if ends is not None:
            self.hall.agenda.at(ends, self.hall.ring)

    def _join(self, bot: Bot) -> None:
        if self.hall.session.status != "closed":
            luck = self.chance.random
            consents = Consents(report=luck() < 0.9, quotation=luck() < 0.6, publication=luck() < 0.3)
            self.hall.say(By("door", "door"), Join(bot.person, "simulated", consents))


def _over(session: Session) -> int:
    return sum(step.closed_at is not None or step.skipped for step in session.steps.values())
