"""The room without phones, through the pages of the facilitator."""

import time

from tests.web.conftest import House


def printed(house: House, seats: int = 6, format_id: str = "one-two-four-all"):  # type: ignore[no-untyped-def]
    """A session with numbered packets, and the browser of whoever printed them."""
    session = house.plan(format_id)
    staff = house.staff()
    staff.open(f"/sessions/{session.id}/paper")
    staff.send(seats=str(seats), parts="sign-in", language="fr")
    return session, staff


def test_printing_numbers_the_packets_and_makes_a_document(house: House) -> None:
    session, staff = printed(house)
    assert staff.at == f"/sessions/{session.id}/paper"
    assert len(session.state.seats) == 6
    deadline = time.monotonic() + 60
    while "Télécharger le PDF" not in staff.words and time.monotonic() < deadline:
        time.sleep(0.2)
        staff.open(f"/sessions/{session.id}/paper")
    pdf = staff.open(f"/sessions/{session.id}/paper/papers.pdf")
    assert pdf.data.startswith(b"%PDF")
    people = [seat.person for seat in session.state.seats]
    staff.open(f"/sessions/{session.id}/paper")
    staff.send(seats="8", parts="sign-in", language="fr")
    assert [seat.person for seat in session.state.seats][:6] == people
    assert not session.state.people


def test_more_packets_than_the_format_takes_is_said_at_the_field(house: House) -> None:
    session = house.plan()
    staff = house.staff()
    staff.open(f"/sessions/{session.id}/paper")
    staff.send(seats="99999", parts="sign-in", language="fr")
    assert staff.page.status_code == 409
    assert "La séance est complète" in staff.words
    staff.send(seats="beaucoup", parts="sign-in", language="fr")
    assert staff.page.status_code == 422
    assert not session.state.seats
