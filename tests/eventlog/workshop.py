"""A tiny workshop for the tests of the log and of the desk: cards and answers, then a step that ends by itself."""

from hashlib import sha256

from facilitation.domain.commands import (
    Advance,
    By,
    Command,
    Join,
    OpenDoor,
    PlanSession,
    PostCard,
)
from facilitation.domain.events import Event
from facilitation.domain.evolve import evolve
from facilitation.domain.format import (
    Board,
    Credits,
    Duration,
    Format,
    Question,
    Stage,
    Text,
    Visibility,
)
from facilitation.domain.rules import decide
from facilitation.domain.session import Consents, Session

SESSION = "s1"
FACILITATOR = By("facilitator", "tab-1")
DOOR = By("door")
SOURCE = "# tiny"
NOON = 1_790_000_000_000


def workshop() -> Format:
    """Two steps: `write` (cards on `ideas`, the question `wish`), then `breathe`, which ends when its minute is up."""
    write = Stage(
        id="write",
        title=Text("Écrire", "Write"),
        boards=(Board("ideas", Visibility("everyone")),),
        ask=(Question("wish", "long text", Text("Un souhait", "A wish"), required=False),),
    )
    breathe = Stage(id="breathe", title=Text("Respirer", "Breathe"), duration=Duration("1"), continue_when="timer ends")
    return Format(
        id="tiny",
        version="1.0",
        language=1,
        kind="seminar-activity",
        title=Text("Petit", "Tiny"),
        summary=Text("Pour les tests", "For tests"),
        credits=Credits("house", "CC-BY-4.0"),
        fewest=1,
        most=50,
        run=(write, breathe),
    )


def plan(session: str = SESSION) -> PlanSession:
    """Plans the tiny workshop."""
    return PlanSession(session, "Essai", "fr", workshop(), SOURCE, sha256(SOURCE.encode()).hexdigest(), seed=7)


def join(person: str) -> Join:
    """Lets a person in, by phone."""
    return Join(person, "phone", Consents())


def opening(people: int = 2) -> list[tuple[By, Command]]:
    """From nothing to people writing: `p1`, `p2`… are in and `write` is on."""
    inside = [(DOOR, join(f"p{n}")) for n in range(1, people + 1)]
    return [(FACILITATOR, plan()), (FACILITATOR, OpenDoor()), *inside, (FACILITATOR, Advance(None))]


def post(text: str) -> PostCard:
    """Words for the board of the first step."""
    return PostCard("write", "ideas", text)


def play(script: list[tuple[By, Command]], session: Session | None = None, now: int = NOON) -> tuple[Event, ...]:
    """The events of commands that are all expected to be taken."""
    session, happened = session or Session(), []
    for by, command in script:
        verdict = decide(session, command, by, now)
        assert isinstance(verdict, tuple), verdict
        for event in verdict:
            session = evolve(session, event)
            happened.append(event)
    return tuple(happened)
