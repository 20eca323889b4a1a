"""A room for tests: hand it commands, and it keeps what happened and what is true."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from facilitation.domain import commands as c
from facilitation.domain.events import Event
from facilitation.domain.evolve import evolve
from facilitation.domain.format import Format, SettingValue
from facilitation.domain.rules import decide
from facilitation.domain.session import AnswerValue, Consents, Session

ANIMATOR = c.By("facilitator", "console-1")
DOOR = c.By("door")


@dataclass
class Room:
    """A session in memory. Refusals are returned, never raised, so that tests can read them."""

    session: Session = field(default_factory=Session)
    events: list[Event] = field(default_factory=list)
    now: int = 1_790_000_000_000

    def do(self, command: c.Command, by: c.By = ANIMATOR) -> tuple[Event, ...] | c.Refused:
        """Decide a command and let what follows happen."""
        self.now += 1000
        verdict = decide(self.session, command, by, self.now)
        if not isinstance(verdict, c.Refused):
            for event in verdict:
                self.session = evolve(self.session, event)
                self.events.append(event)
        return verdict

    def refusal(self, command: c.Command, by: c.By = ANIMATOR) -> str:
        """The reason a command is refused for, or "" when it is not."""
        verdict = self.do(command, by)
        return verdict.reason if isinstance(verdict, c.Refused) else ""

    def next(self) -> None:
        """Go on to the next step."""
        verdict = self.do(c.Advance(self.session.current))
        assert not isinstance(verdict, c.Refused), verdict

    def until(self, step: str) -> None:
        """Go on until a step is on."""
        for _ in range(100):
            if self.session.current == step:
                return
            self.next()
        raise AssertionError(f"{step} never came")

    def join(self, people: int, consents: Consents | None = None) -> tuple[str, ...]:
        """Let `people` more persons in; their ids."""
        start = len(self.session.people)
        ids = tuple(f"p{start + n}" for n in range(people))
        for id in ids:
            self.do(c.Join(id, "phone", consents or Consents()), DOOR)
        return ids

    def post(self, person: str, board: str, text: str, column: str | None = None) -> tuple[Event, ...] | c.Refused:
        """Post on a board of the current step."""
        return self.do(c.PostCard(self.session.current or "", board, text, column), c.By("participant", person))

    def answer(self, person: str, question: str, value: AnswerValue | int) -> tuple[Event, ...] | c.Refused:
        """Answer a question of the current step."""
        kept = Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value
        return self.do(c.GiveAnswer(self.session.current or "", question, kept), c.By("participant", person))

    def vote(self, person: str, dots: Mapping[str, int]) -> tuple[Event, ...] | c.Refused:
        """Place dots."""
        return self.do(c.CastVote(self.session.current or "", dots), c.By("participant", person))


def open_room(form: Format, people: int = 0, seed: int = 7, settings: Mapping[str, SettingValue] | None = None) -> Room:
    """A room with the door open and some people in it; nothing has started."""
    room = Room()
    room.do(c.PlanSession("s1", "Un atelier", "fr", form, "format: x", "0" * 64, seed, settings or {}))
    room.do(c.OpenDoor())
    room.join(people)
    return room
