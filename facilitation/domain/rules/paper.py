"""What only paper brings: packets, slips, counted hands. All of it is possible after the session too, but printing."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.rules.hands import count_hands
from facilitation.domain.rules.packets import give_consents, hand_out, print_paper
from facilitation.domain.rules.slips import enter_slip, take_back
from facilitation.domain.session import Session

PaperCommand = c.PrintPaper | c.HandOut | c.GiveConsents | c.EnterSlip | c.TakeBackSlip | c.CountHands


def from_paper(session: Session, command: PaperCommand, by: str, now: int) -> tuple[e.Event, ...] | Refused:
    """Decide a command about paper; whoever types is `by`, whoever wrote is the person of the packet."""
    match command:
        case c.PrintPaper():
            return print_paper(session, command, by, now)
        case c.HandOut():
            return hand_out(session, command, now)
        case c.GiveConsents():
            return give_consents(session, command, by, now)
        case c.EnterSlip():
            return enter_slip(session, command, by, now)
        case c.TakeBackSlip():
            return take_back(session, command, by, now)
        case c.CountHands():
            return count_hands(session, command, by, now)
