"""Who is behind a screen: which channels it reads and which commands it may send, decided in this one place."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.commands import (
    By,
    ChangeConsents,
    Command,
    FacilitatorCommand,
    InsertStage,
    ObserverCommand,
    ParticipantCommand,
    PlanSession,
    PrintPaper,
    Refused,
    ReplaceJoinCode,
)
from facilitation.domain.session import Session
from facilitation.projections.channels import channels_of
from facilitation.projections.screen import GroupScreen, TeamScreen

Who = By | GroupScreen | TeamScreen | Literal["screen"]
"""What the slow door knows of a visitor: participant, facilitator, observer, projector, or group's screen."""

Kind = Literal["participant", "console", "observer", "screen", "group-screen"]

FROM_THE_HOUSE = (PlanSession, InsertStage, ReplaceJoinCode, PrintPaper, ChangeConsents)
"""Commands that hold a format, a stage or ids: the house reads or draws those, never a screen. Consents are changed on
a page that needs no script, where it is said what each of them means."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Known from a ticket, never from what a screen says. `id` is the person, the account, the observer, or the number
    of a device; of a projector, the account that opened it, if it was not opened by its own link.

    A screen of a group is one until a moment; then it has to be recognised again.
    """

    session: str
    kind: Kind
    id: str = ""
    group: int | None = None
    until: int | None = None

    @property
    def only_shows(self) -> bool:
        """Whether nothing can be sent from it: a projector, or the screen of a group."""
        return self.kind in ("screen", "group-screen")

    @property
    def by(self) -> By:
        """The same, as the domain says it."""
        match self.kind:
            case "participant" | "observer":
                return By(self.kind, self.id)
            case "console":
                return By("facilitator", self.id)
        raise ValueError("a projector sends nothing")

    def stream(self, tab: str) -> str:
        """The row of numbers that this screen's commands belong to. A person has one row, whatever the tab."""
        if self.kind == "participant":
            return self.id
        if self.kind == "observer":
            return f"observer:{self.id}"
        return f"tab:{tab}" if tab else f"account:{self.id}"


def identify(session_id: str, who: Who) -> Identity:
    """The identity of a visitor whom the slow door has recognised. Raises ValueError for the door or the clock."""
    if who == "screen":
        return Identity(session_id, "screen")
    if isinstance(who, TeamScreen):
        return Identity(session_id, "screen", who.account)
    if isinstance(who, GroupScreen):
        return Identity(session_id, "group-screen", str(who.device), who.group, who.until)
    if who.kind == "participant":
        return Identity(session_id, "participant", who.id)
    if who.kind == "facilitator":
        return Identity(session_id, "console", who.id)
    if who.kind == "observer":
        return Identity(session_id, "observer", who.id)
    raise ValueError(f"{who.kind} has no screen")


def channels_for(identity: Identity, session: Session) -> tuple[str, ...]:
    """The channels a screen reads now. Whatever is not listed here is never sent."""
    match identity.kind:
        case "participant":
            return tuple(channels_of(session, identity.id))
        case "console":
            return ("everyone", "staff")
        case "observer":
            # Decided by the log: a link that was revoked reads nothing from that event on, on every open page.
            return ("observers", f"observer:{identity.id}") if session.notebook.writes(identity.id) else ()
        case "screen":
            return ("screen",) if session.wall_hidden or session.wall_held is not None else ("everyone", "screen")
        case "group-screen":
            # Hidden like every wall; frozen it is not: people write together before it.
            return ("screen",) if session.wall_hidden else ("everyone", f"screen:{identity.group}")


def authorise(identity: Identity, command: Command) -> Refused | None:
    """Why this screen may not send this command, or None. What is not named here is refused."""
    match identity.kind:
        case "participant" if isinstance(command, ParticipantCommand) and not isinstance(command, FROM_THE_HOUSE):
            return None
        case "console" if isinstance(command, FacilitatorCommand) and not isinstance(command, FROM_THE_HOUSE):
            return None
        case "observer" if isinstance(command, ObserverCommand):
            return None
    return Refused("not-allowed")
