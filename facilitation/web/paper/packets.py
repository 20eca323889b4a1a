"""The packets of a session: who they make, the codes on their stubs, and the tickets behind those codes."""

from facilitation.desk import Envelope, Receipt
from facilitation.domain.commands import By, Command, EnterSlip, GiveConsents, HandOut, TakeBackSlip
from facilitation.domain.session import Session
from facilitation.records import join_codes, tickets
from facilitation.web.access import state_or_404, the_staff
from facilitation.web.doors import doors
from facilitation.web.pairing import keep_code
from facilitation.web.seats import seat_of_visit


def people_for(session_id: str, seats: int) -> tuple[str, ...]:
    """The ids of the people of the first packets: the same each time, and only this house can work them out."""
    return tuple(seat_of_visit(_visit(number), session_id).person for number in range(1, seats + 1))


def code_of(session_id: str, number: int) -> str:
    """The withdrawal code of a packet, as it is printed: printed again, it is the same."""
    return join_codes.shown(seat_of_visit(_visit(number), session_id).slip)


def type_in(session_id: str, command: Command) -> Receipt:
    """Have a command about paper obeyed, in the name of whoever is signed in; whoever comes in by it gets a ticket."""
    receipt = doors().desk.submit(session_id, Envelope(By("facilitator", str(the_staff().id)), command))
    _give_tickets(state_or_404(session_id), _seats_of(command))
    return receipt


def _seats_of(command: Command) -> tuple[int, ...]:
    match command:
        case HandOut(seats=numbers):
            return numbers
        case EnterSlip(seat=number) | GiveConsents(seat=number) | TakeBackSlip(seat=number):
            return (number,)
    return ()


def _give_tickets(state: Session, numbers: tuple[int, ...]) -> None:
    # Each time: had the server stopped before this when they came in, the code of their stub would open nothing.
    for number in numbers:
        if 1 <= number <= len(state.seats) and state.seats[number - 1].person in state.people:
            code = seat_of_visit(_visit(number), state.id).slip
            tickets.give(doors().database, {"slip": code}, state.id, state.seats[number - 1].person, doors().clock())
            keep_code(state, code, state.seats[number - 1].person)


def _visit(number: int) -> str:
    # Shorter than any visit of the consent page: a browser cannot name it.
    return f"packet {number}"
