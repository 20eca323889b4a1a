"""Packets of slips: numbering them, handing them out, the consents on their first sheet."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.aliases import next_alias
from facilitation.domain.commands import Refused
from facilitation.domain.format import Stage
from facilitation.domain.rules.door import aliases_gone, placed
from facilitation.domain.rules.loops import after
from facilitation.domain.session import Consents, PaperSeat, Session

Decision = tuple[e.Event, ...] | Refused

NOTHING_AGREED = Consents(report=False)
"""What holds for someone on paper until their consents are typed: nothing of theirs is printed."""


def print_paper(session: Session, command: c.PrintPaper, by: str, now: int) -> Decision:
    """Number what has no number yet: packets beyond those known, and steps of the plan that ask something."""
    if session.status == "closed":
        return Refused("session-closed")
    most = session.format.most if session.format else 0
    if len(command.people) > most:
        return Refused("session-full", {"most": str(most)})
    new = command.people[len(session.seats) :]
    gone = aliases_gone(session)
    aliases = tuple(next_alias(session.seed, gone + n) for n in range(len(new)))
    asking = (step.key for step in session.plan if asks_something(step.stage))
    sheets = tuple(key for key in asking if key not in session.sheets)
    return (e.PaperPrinted(new, aliases, sheets, by, now),) if new or sheets else ()


def asks_something(stage: Stage) -> bool:
    """Whether there is anything to write in a stage, and so a slip for it."""
    boards = any(
        board.written_by != "nobody" or board.marks or board.comments_by != "nobody" or board.placed_by != "nobody"
        for board in stage.boards
    )
    goes = stage.groups is not None and stage.groups.chosen_by == "participants"
    offers = any(line.by == "volunteers" for line in stage.assign)
    return boards or goes or offers or bool(stage.ask) or stage.vote is not None or stage.choose is not None


def hand_out(session: Session, command: c.HandOut, now: int) -> Decision:
    """Let in the people who were given a packet. It is the facilitator who does it: the door is for phones."""
    if session.status == "closed":
        return Refused("session-closed")
    events: list[e.Event] = []
    for number in dict.fromkeys(command.seats):
        seat = seat_of(session, number)
        if isinstance(seat, Refused):
            return seat
        joined = take_seat(session, seat, NOTHING_AGREED, now)
        if isinstance(joined, Refused):
            return joined
        events += joined
        session = after(session, joined)
    return tuple(events)


def give_consents(session: Session, command: c.GiveConsents, by: str, now: int) -> Decision:
    """The consents of a packet; whoever was given it is in the session from here on."""
    seat = seat_of(session, command.seat)
    if isinstance(seat, Refused):
        return seat
    joined = take_seat(session, seat, command.consents, now)
    if isinstance(joined, Refused):
        return joined
    then = after(session, joined)
    if seat.person in then.consented and then.people[seat.person].consents == command.consents:
        return joined
    return (*joined, e.ConsentsGiven(seat.person, command.consents, by, now))


def seat_of(session: Session, number: int) -> PaperSeat | Refused:
    """The packet of a number."""
    if not 1 <= number <= len(session.seats):
        return Refused("packet-unknown", {"number": str(number), "last": str(len(session.seats))})
    return session.seats[number - 1]


def take_seat(session: Session, seat: PaperSeat, consents: Consents, now: int) -> Decision:
    """Come in by a packet, after the session too: what is typed then was written in it."""
    if seat.person in session.people:
        return ()
    if session.format and len(session.present) >= session.format.most:
        return Refused("session-full", {"most": str(session.format.most)})
    joined = e.ParticipantJoined(seat.person, seat.alias, "paper", consents, now)
    return (joined, *placed(session, seat.person, now)) if session.status != "closed" else (joined,)
