"""The simulated facilitator: leads by the plan, waits for the slow ones a little, and keeps a few notes."""

from dataclasses import dataclass, field
from random import Random

from facilitation.domain.choosing import apart
from facilitation.domain.commands import (
    Advance,
    AssignRole,
    By,
    CloseDoor,
    CloseSession,
    CloseStep,
    Command,
    ExtendStep,
    GiveTurn,
    MarkAbsent,
    OpenDoor,
    PlaceRest,
    RevealStep,
    SiftCard,
    TakeNote,
)
from facilitation.domain.floors import floors_of, to_come
from facilitation.domain.format import Role, Stage
from facilitation.domain.progress import awaited, done
from facilitation.domain.rules.gathering import most_in_group, seats_left
from facilitation.domain.rules.showing import left_to_show
from facilitation.domain.session import Milliseconds, Planned, Session, Step, StepKey
from facilitation.domain.sifting import boards_to_sift, waits
from facilitation.rehearsal.corpus import Pen
from facilitation.rehearsal.hall import Hall
from facilitation.rehearsal.meddling import meddle

TICK = 5.0
"""Seconds between two looks at the console."""

UNTIMED = (180.0, 420.0)
"""Seconds, from and to, that a stage without a duration is left to run."""

LINGER: Milliseconds = 20_000
"""How long a closed step stays on the screens."""

SHORT = 240
"""Seconds of a stage that is given one minute more, never two."""

RESTLESSNESS = 0.2
"""How often, per look, a restless facilitator takes a liberty."""

READ_AT_ONCE = 3
"""Cards that the facilitator lets in between two looks at the room."""

PATIENCE = 2
"""Steps in a row that someone may miss before they are taken for gone."""

ME = By("facilitator", "facilitator")


@dataclass(slots=True)
class Facilitator:
    """Leads one session with `participants` people, `starting` of whom must be there at the start.

    While somebody else leads, they only watch.
    """

    hall: Hall
    chance: Random
    pen: Pen
    participants: int
    starting: int
    restless: bool = False
    extensions: int = 1
    leads: bool = True
    budgets: dict[StepKey, float] = field(default_factory=dict)
    missed: dict[str, int] = field(default_factory=dict)
    noted: set[StepKey] = field(default_factory=set)
    ready_at: Milliseconds | None = None

    def open_door(self) -> None:
        """Let people in, and start watching the room."""
        self._say(OpenDoor())
        self.hall.agenda.after(TICK, self.tick)

    def tick(self) -> None:
        """One look at the room, and what it calls for."""
        session = self.hall.session
        match session.status:
            case "closed":
                return
            case _ if not self.leads:
                pass
            case "waiting":
                self._gather(session)
            case "running":
                self._meddle(session)
                self._lead(self.hall.session)
        self.hall.agenda.after(TICK, self.tick)

    def _meddle(self, session: Session) -> None:
        if self.restless and self.chance.random() < RESTLESSNESS:
            command = meddle(session, self.chance)
            if command:
                self._say(command)

    def _gather(self, session: Session) -> None:
        if len(session.present) < self.starting:
            return
        if self.ready_at is None:
            self.ready_at = self.hall.agenda.now + self.chance.randint(20, 60) * 1000
        elif self.hall.agenda.now >= self.ready_at:
            self._cast(session)
            self._say(Advance(None))

    def _cast(self, session: Session) -> None:
        for role in session.format.roles if session.format else ():
            if role.chosen_by == "facilitator" and not session.roles.get(role.name):
                self._assign(role, self.hall.session)

    def _assign(self, role: Role, session: Session) -> None:
        kin = {each.name for each in session.format.roles if each.block == role.block} if session.format else set()
        taken = {person for name, people in session.roles.items() if name in kin for person in people}
        free = [person.id for person in session.present if person.id not in taken]
        if len(free) >= role.count and (not role.optional or len(free) > 3):
            self._say(AssignRole(role.name, tuple(self.chance.sample(free, role.count))))

    def _lead(self, session: Session) -> None:
        if session.door_open and len(session.people) >= self.participants:
            self._say(CloseDoor())
        planned = session.now_playing
        step = session.steps.get(planned.key) if planned else None
        if planned is None or step is None or step.started_at is None:
            return
        if step.closed_at is not None:
            # A moment to read what the close has shown.
            if self.hall.agenda.now >= step.closed_at + LINGER:
                self._go_on(session, planned)
            return
        self._give_floor(session, planned)
        self._place(session, planned, step)
        self._sift(session)
        elapsed = (self.hall.agenda.now - step.started_at) / 1000
        part = elapsed / self._budget(planned)
        finished = set(awaited(session)) <= set(done(session)) and bool(awaited(session))
        self._note(planned, part)
        if (left_to_show(session, planned) and part >= (1 if _goes_by_itself(planned.stage) else 0.3)) or (
            _keeps_back(planned.stage) and not step.revealed and (part >= 0.75 or (finished and part >= 0.4))
        ):
            self._say(RevealStep(planned.key))
        elif part >= 0.9 and not finished and bool(awaited(session)) and self._may_extend(planned, step):
            self._extend(planned)
        elif part >= 1 or (finished and part >= 0.85 and not _ends_itself(planned)):
            self._finish(session, planned)

    def _give_floor(self, session: Session, planned: Planned) -> None:
        if planned.stage.turns is None or planned.stage.turns.order != "facilitator":
            return
        for floor in floors_of(session):
            coming = to_come(session, floor)
            if floor.speaker is None and coming:
                self._say(GiveTurn(planned.key, self.chance.choice(coming)))

    def _place(self, session: Session, planned: Planned, step: Step) -> None:
        """Those whom the facilitator places, at once; those who do not choose, after a while."""
        waiting = {apart(session, planned, person.id) for person in session.present}
        part = (self.hall.agenda.now - (step.started_at or 0)) / 1000 / self._budget(planned)
        most, groups = most_in_group(session, planned), session.groups.get(planned.key, ())
        if most is not None and not seats_left(groups, most):
            return
        if "facilitator" in waiting or ("choose" in waiting and part >= 0.8 and groups):
            self._say(PlaceRest(planned.key))

    def _sift(self, session: Session) -> None:
        """A few of the cards that wait for the facilitator, at each look."""
        mine = boards_to_sift(session)
        waiting = [card for card in session.cards.values() if card.board in mine and waits(session, card)]
        for card in waiting[:READ_AT_ONCE]:
            self._say(SiftCard(card.id, len(session.queues.get(card.board, ())) + 1))

    def _finish(self, session: Session, planned: Planned) -> None:
        missing = set(awaited(session)) - set(done(session))
        # Who listens in a round of talk is there, although nothing of theirs arrives.
        for person in () if planned.stage.turns else awaited(session):
            self.missed[person] = self.missed.get(person, 0) + 1 if person in missing else 0
        for person in (who for who in session.people if self.missed.get(who, 0) >= PATIENCE):
            self.missed[person] = 0
            self._say(MarkAbsent(person, True))
        if self.hall.session.current != planned.key:
            return
        if planned.stage.vote:
            self._say(CloseStep(planned.key))
        else:
            self._go_on(self.hall.session, planned)

    def _go_on(self, session: Session, planned: Planned) -> None:
        keys = [step.key for step in session.plan]
        later = keys[keys.index(planned.key) + 1 :]
        left = any(not (key in session.steps and session.steps[key].skipped) for key in later)
        self._say(Advance(planned.key) if left else CloseSession())

    def _budget(self, planned: Planned) -> float:
        if planned.key not in self.budgets:
            self.budgets[planned.key] = self._meant(planned)
        return self.budgets[planned.key]

    def _meant(self, planned: Planned) -> float:
        step = self.hall.session.steps[planned.key]
        # So much per person, or per turn, is known once the groups are.
        seconds = (step.ends_at - step.started_at) / 1000 if step.ends_at and step.started_at else planned.seconds
        if seconds is None:
            return self.chance.uniform(*UNTIMED)
        return seconds + 2 * TICK if _ends_itself(planned) else seconds * self.chance.uniform(0.85, 1.0)

    def _may_extend(self, planned: Planned, step: Step) -> bool:
        return self.extensions > 0 and planned.seconds is not None and step.extended == 0

    def _extend(self, planned: Planned) -> None:
        self.extensions -= 1
        seconds = 60 if (planned.seconds or 0) < SHORT else self.chance.choice((60, 120))
        self.budgets[planned.key] = self._budget(planned) + seconds
        self._say(ExtendStep(planned.key, seconds))

    def _note(self, planned: Planned, part: float) -> None:
        if planned.key in self.noted or part < 0.5:
            return
        self.noted.add(planned.key)
        if self.chance.random() < 0.3:
            self._say(TakeNote(self.pen.write(self.chance, "note")))

    def _say(self, command: Command) -> None:
        self.hall.say(ME, command)


def _keeps_back(stage: Stage) -> bool:
    """Whether a stage shows something only when its facilitator says so."""
    windows = [board.seen_by for board in stage.boards]
    kept = [*windows, stage.answers_seen_by] if stage.ask else windows
    return any(seen.until == "reveal" for seen in kept) or bool(stage.vote and stage.vote.reveal == "when revealed")


def _goes_by_itself(stage: Stage) -> bool:
    """Whether the cards of a stage come up by themselves."""
    return any(board.reveal_seconds for board in stage.boards)


def _ends_itself(planned: Planned) -> bool:
    """Whether the timer ends a step, so that its facilitator lets it run."""
    return "timer ends" in planned.stage.paces and planned.seconds is not None
