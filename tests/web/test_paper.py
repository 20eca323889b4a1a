"""The room without phones, through the pages of the facilitator."""

import io
import time
from dataclasses import replace

import pytest

from facilitation.documentation.press import worker
from facilitation.domain.commands import By, CloseSession, EditCard, HandOut, PostCard
from facilitation.domain.format import Text
from facilitation.domain.session import Consents
from facilitation.domain.slips.numbers import SlipNumber, written
from facilitation.web.paper import importing, table
from facilitation.web.paper.packets import code_of
from facilitation.web.paper.table import empty_table, read_table
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
    deadline = time.monotonic() + 240
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


def running(house: House, packets: str = "1-4"):  # type: ignore[no-untyped-def]
    """A session at its first stage, some packets given, and the page where slips are typed."""
    session, staff = printed(house)
    staff.open(f"/sessions/{session.id}/paper/type")
    staff.send(f"/sessions/{session.id}/paper/type/given", seats=packets)
    session.go_on()
    return session, staff


def number_of(session, sheet: int, seat: int) -> str:  # type: ignore[no-untyped-def]
    return written(SlipNumber(sheet, seat), session.id)


def open_slip(session, staff, number: str) -> None:  # type: ignore[no-untyped-def]
    staff.open(f"/sessions/{session.id}/paper/type?number={number}")


def type_slip(session, staff, number: str, **typed: str) -> None:  # type: ignore[no-untyped-def]
    open_slip(session, staff, number)
    staff.send(f"/sessions/{session.id}/paper/type", **typed)


IDEA = "card/ideas/1"


def test_a_pile_of_slips_is_typed_by_their_numbers(house: House) -> None:
    session, staff = running(house)
    assert len(session.state.people) == 4
    type_slip(session, staff, number_of(session, 1, 1), **{IDEA: "Un banc", "card/ideas/2": "Une lampe"})
    assert f"{number_of(session, 1, 1)} est enregistré" in staff.words
    assert [card.text for card in session.state.cards.values()] == ["Un banc", "Une lampe"]
    assert "Manquent, carnets : 2–4" in staff.words.replace("\u00a0", " ")
    # The end of the number will do for the next of the pile.
    open_slip(session, staff, number_of(session, 1, 2).split("-")[1] + "&sheet=1")
    staff.send(f"/sessions/{session.id}/paper/type", **{IDEA: "Un arbre"})
    assert len(session.state.cards) == 3
    assert session.state.slips["alone"].keys() == {seat.person for seat in session.state.seats[:2]}


def test_twice_is_once_a_correction_replaces_and_undo_gives_back(house: House) -> None:
    session, staff = running(house)
    number = number_of(session, 1, 1)
    type_slip(session, staff, number, **{IDEA: "Un banc"})
    before = session.state
    type_slip(session, staff, number)
    assert session.state == before
    type_slip(session, staff, number, **{IDEA: "Un banc rouge"})
    assert [card.text for card in session.state.cards.values()] == ["Un banc rouge"]
    staff.send(f"/sessions/{session.id}/paper/type/undo")
    assert [card.text for card in session.state.cards.values()] == ["Un banc"]
    type_slip(session, staff, number_of(session, 1, 2), **{IDEA: "Un arbre"})
    staff.send(f"/sessions/{session.id}/paper/type/undo")
    assert [card.text for card in session.state.cards.values() if not card.withdrawn] == ["Un banc"]
    assert len(session.state.slips["alone"]) == 1


def test_a_refusal_says_why_at_its_line_and_loses_nothing(house: House) -> None:
    session, staff = running(house)
    type_slip(session, staff, number_of(session, 1, 1), **{IDEA: "Une idée", "card/ideas/2": "x" * 2001})
    assert staff.page.status_code == 409
    assert "2000" in staff.words
    assert "Une idée" in staff.page.text
    assert "x" * 2001 in staff.page.text
    assert not session.state.cards
    wrong = number_of(session, 1, 1)[:-1] + ("A" if number_of(session, 1, 1)[-1] != "A" else "B")
    open_slip(session, staff, wrong)
    assert staff.page.status_code == 422
    assert wrong in staff.words
    open_slip(session, staff, number_of(session, 1, 99))
    assert "n’a pas été imprimé" in staff.words or "n'a pas été imprimé" in staff.words
    open_slip(session, staff, number_of(session, 2, 1))
    assert "n'a pas encore commencé" in staff.words.replace("’", "'")


def test_an_empty_slip_is_asked_for_once_more_and_counts_as_passed(house: House) -> None:
    session, staff = running(house)
    type_slip(session, staff, number_of(session, 1, 3))
    assert staff.page.status_code == 422
    assert "slips" not in session.state.slips
    staff.send(f"/sessions/{session.id}/paper/type")
    person = session.state.seats[2].person
    assert session.state.slips["alone"][person].blank
    assert session.state.signals["alone"][person] == "pass"


def test_the_stub_of_a_packet_opens_what_its_person_wrote_and_lets_them_withdraw(house: House) -> None:
    session, staff = running(house)
    type_slip(session, staff, number_of(session, 1, 1), **{IDEA: "Un banc"})
    with house.app.test_request_context():
        code = code_of(session.id, 1)
    visitor = house.visitor()
    visitor.open("/ticket")
    visitor.send(code=code)
    assert "Un banc" in visitor.words
    visitor.open(f"/ticket/{session.id}/withdraw/everything")
    visitor.send()
    assert [card.text for card in session.state.cards.values()] == [""]
    open_slip(session, staff, number_of(session, 1, 1))
    staff.send(f"/sessions/{session.id}/paper/type", **{IDEA: "Un banc"})
    assert staff.page.status_code == 409
    assert "Un banc" not in [card.text for card in session.state.cards.values()]


def test_a_stub_whose_ticket_was_lost_on_the_way_works_after_the_next_slip(house: House) -> None:
    session = printed(house)[0]
    session.say(HandOut((1,)))
    session.go_on()
    with house.app.test_request_context():
        code = code_of(session.id, 1)
    visitor = house.visitor()
    visitor.open("/ticket")
    visitor.send(code=code)
    assert visitor.page.status_code == 422, "the server stopped before it gave the ticket"
    type_slip(session, house.staff(), number_of(session, 1, 1), **{IDEA: "Un banc"})
    visitor.send(code=code)
    assert "Un banc" in visitor.words


def test_a_long_table_lets_the_live_sessions_go_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    session, _ = running(house)
    breaths: list[float] = []
    monkeypatch.setattr(table, "sleep", breaths.append)
    rows = [table.Row(n, number_of(session, 1, 1 + n % 4), (f"idée {n}",)) for n in range(9)]
    with house.app.test_request_context():
        assert len(list(table.judged(session.state, rows, house.doors.clock()))) == 9
    assert breaths == [0] * 9


def test_undo_does_not_make_room_for_withdrawn_words(house: House) -> None:
    session, staff = running(house)
    number = number_of(session, 1, 1)
    type_slip(session, staff, number, **{IDEA: "Un banc"})
    still_open = staff.page
    with house.app.test_request_context():
        code = code_of(session.id, 1)
    visitor = house.visitor()
    visitor.open("/ticket")
    visitor.send(code=code)
    visitor.open(f"/ticket/{session.id}/withdraw/everything")
    visitor.send()
    staff.page = still_open
    staff.send(f"/sessions/{session.id}/paper/type/undo")
    assert staff.page.status_code == 409
    type_slip(session, staff, number, **{IDEA: "Un banc"})
    assert staff.page.status_code == 409
    assert [card.text for card in session.state.cards.values()] == [""]


def test_a_sheet_that_no_session_has_is_the_one_that_is_on(house: House) -> None:
    session, staff = running(house)
    for sheet in ("000" + "9" * 5000, "999", "٣", "-1"):
        assert staff.open(f"/sessions/{session.id}/paper/type?sheet={sheet}").status_code == 200
        assert "Feuille 1" in staff.words.replace("\u00a0", " ")


def test_consents_are_typed_and_nothing_is_agreed_before(house: House) -> None:
    session, staff = running(house)
    person = session.state.seats[0].person
    assert not session.state.people[person].consents.report
    type_slip(session, staff, number_of(session, 0, 1), **{"consent/report": "o", "consent/quotation": "peut-être"})
    assert staff.page.status_code == 422
    type_slip(session, staff, number_of(session, 0, 1), **{"consent/report": "o", "consent/quotation": "o"})
    assert session.state.people[person].consents == Consents(True, True, False)
    assert "carnets : 2–4" in staff.words.replace("\u00a0", " ")


def test_hands_are_typed_as_totals(house: House) -> None:
    session = house.plan("seminar-half-day")
    staff = house.staff()
    session.go_on()
    session.go_on()
    staff.open(f"/sessions/{session.id}/paper/hands")
    staff.send(**{"n/a": "3", "n/b": "12"})
    assert session.state.hand_counts["quiz"]["guess"] == {"a": 3, "b": 12}
    staff.send(**{"n/a": "beaucoup"})
    assert staff.page.status_code == 422
    assert "beaucoup" in staff.page.text


def sent_table(session, staff, text: str):  # type: ignore[no-untyped-def]
    """The page that shows what a table would do."""
    staff.open(f"/sessions/{session.id}/paper/import")
    token = next(form.fields["csrf_token"] for form in staff.forms() if "csrf_token" in form.fields)
    data = {"csrf_token": token, "file": (io.BytesIO(text.encode()), "slips.csv")}
    staff.page = staff.client.post(
        f"/sessions/{session.id}/paper/import", data=data, headers={"Accept-Language": "fr"}, follow_redirects=True
    )


def test_a_table_from_elsewhere_is_shown_line_by_line_then_taken_and_dated(house: House) -> None:
    session, staff = running(house)
    given = staff.open(f"/sessions/{session.id}/paper/import/table.csv").data.decode("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in given[1:]] == [
        *(number_of(session, 0, seat) for seat in (1, 2, 3, 4)),
        *(number_of(session, 1, seat) for seat in (1, 2, 3, 4)),
    ]
    session.say(CloseSession())
    one, two, three, four = (number_of(session, 1, seat) for seat in (1, 2, 3, 4))
    wrong = three[:-1] + ("A" if three[-1] != "A" else "B")
    written_rows = [
        "bulletin;étape;1;2;3",
        f'{one};Seul;Un banc;"Une lampe ; claire"',
        f"{two};Seul;-",
        f"{wrong};Seul;perdu",
        f"{four};Seul;{'x' * 2001}",
        f"{one};Seul;Un banc;Une lampe rouge",
        f"{three};Seul;",
        f"{number_of(session, 0, 1)};Accords;o;n",
        f"{four};Seul;1;2;3;4;5",
    ]
    before = session.state
    sent_table(session, staff, "\n".join(written_rows))
    assert session.state == before, "nothing is taken before it was looked at"
    for words in (wrong, "case 1", "Prendre 4 bulletins", "3 lignes, et il y a 5 cases"):
        assert words in staff.words, words
    staff.send(f"/sessions/{session.id}/paper/import/take")
    assert "4 bulletins sont pris" in staff.words
    assert "3 lignes ont été laissées" in staff.words
    assert [card.text for card in session.state.cards.values()] == ["Un banc", "Une lampe rouge"]
    typed = session.state.slips["alone"]
    assert {slip.late for slip in typed.values()} == {"session"}
    assert session.state.people[session.state.seats[0].person].consents == Consents(True, False, False)
    again = session.state
    sent_table(session, staff, "\n".join(written_rows[:2] + written_rows[5:6]))
    staff.send(f"/sessions/{session.id}/paper/import/take")
    assert [card.text for card in session.state.cards.values()] == ["Un banc", "Une lampe rouge"]
    assert len(session.state.cards) == len(again.cards)


def test_what_somebody_wrote_on_a_device_is_not_shown_and_replaced_only_after_a_question(house: House) -> None:
    session, staff = running(house)
    person = session.state.seats[0].person
    session.say(PostCard("alone", "ideas", "Ce que j'écris pour moi"), by=By("participant", person))
    number = number_of(session, 1, 1)
    open_slip(session, staff, number)
    assert "a déjà écrit ici" in staff.words
    assert "pour moi" not in staff.page.text, "it is for its author alone"
    staff.send(f"/sessions/{session.id}/paper/type", **{IDEA: "Le bulletin"})
    assert staff.page.status_code == 409
    assert "Remplacer ce qu’elle a écrit" in staff.words
    assert "pour moi" not in staff.page.text
    assert [card.text for card in session.state.cards.values()] == ["Ce que j'écris pour moi"]
    table = f"bulletin;étape;1\n{number};Seul;Du tableau"
    sent_table(session, staff, table)
    assert "remplace ce que la personne a écrit elle-même" in staff.words
    staff.send(f"/sessions/{session.id}/paper/import/take")
    assert "1 ligne a été laissée" in staff.words
    assert [card.text for card in session.state.cards.values()] == ["Ce que j'écris pour moi"]
    sent_table(session, staff, table)
    staff.send(f"/sessions/{session.id}/paper/import/take", replaces="1")
    assert [card.text for card in session.state.cards.values()] == ["Du tableau"]
    session.say(EditCard("alone", "c1", "À moi de nouveau"), by=By("participant", person))
    type_slip(session, staff, number, **{IDEA: "Le bulletin"}, dictated="1")
    staff.send(f"/sessions/{session.id}/paper/type")
    assert [card.text for card in session.state.cards.values()] == ["Le bulletin"]
    assert session.state.slips["alone"][person].dictated
    assert "Annuler" not in staff.words.partition("est enregistré")[2][:40]


def test_the_group_that_is_typed_opens_what_is_written_in_it(house: House) -> None:
    session, staff = printed(house, 5, "open-space")
    session.say(HandOut((1, 2, 3, 4, 5)))
    while session.state.current != "marketplace":
        session.go_on()
    host = By("participant", session.state.seats[0].person)
    session.say(PostCard("marketplace", "sessions", "Le toit", "first"), by=host)
    session.go_on()
    number = number_of(session, session.state.sheets.index("first-slot") + 1, 5)
    open_slip(session, staff, number)
    assert "Dans quel groupe allez-vous ?" in staff.words
    assert "Compte rendu" not in staff.words
    staff.send(f"/sessions/{session.id}/paper/type", group="1")
    assert session.state.group_of(session.state.seats[4].person, "first-slot") == 0
    assert "le groupe est noté" in staff.words
    staff.send(f"/sessions/{session.id}/paper/type", **{"card/reports/1": "Il faut une échelle"})
    assert f"{number} est enregistré" in staff.words
    assert [card.text for card in session.state.cards.values()] == ["Le toit", "Il faut une échelle"]


def test_a_long_table_says_how_far_it_is_and_can_be_stopped(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    session, staff = running(house)
    monkeypatch.setattr(importing, "AT_A_TIME", 1)
    rows = [f"{number_of(session, 1, seat)};Seul;Idée {seat}" for seat in (1, 2, 3)]
    sent_table(session, staff, "\n".join(["bulletin;étape;1", *rows]))
    staff.send(f"/sessions/{session.id}/paper/import/take")
    assert "1 lignes faites sur 3, reste 2" in staff.words
    assert len(session.state.cards) == 1
    staff.send(f"/sessions/{session.id}/paper/import/take")
    assert "2 lignes faites sur 3, reste 1" in staff.words
    staff.send(f"/sessions/{session.id}/paper/import/take", stop="1")
    assert "2 bulletins sont pris" in staff.words
    assert "Arrêté : 1 ligne n’a pas été regardée" in staff.words
    assert [card.text for card in session.state.cards.values()] == ["Idée 1", "Idée 2"]


def test_making_papers_or_a_record_can_be_called_off(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house = fresh_house
    monkeypatch.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", "import time; time.sleep(600)"))
    session = house.plan("meteo")
    staff = house.staff()
    for page, cancel in (("paper", "paper/cancel"), ("document", "document/cancel")):
        staff.open(f"/sessions/{session.id}/{page}")
        staff.send(**({"seats": "2", "parts": "sign-in", "language": "fr"} if page == "paper" else {}))
        assert "Annuler" in staff.words
        staff.send(f"/sessions/{session.id}/{cancel}")
        for _ in range(600):
            staff.open(f"/sessions/{session.id}/{page}")
            if "Annulé" in staff.words:
                break
            time.sleep(0.05)
        assert "rien n" in staff.words.partition("Annulé")[2][:10], page
        assert "progress.json" not in staff.page.text


def test_a_table_is_read_as_older_spreadsheets_write_it_and_its_titles_start_no_formula(house: House) -> None:
    session, _ = running(house)
    text = f"bulletin\tétape\t1\n{number_of(session, 1, 1)}\tSeul\tUn été"
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        (row,) = read_table(text.encode(encoding))
        assert row.cells == ("Un été",)
    state = session.state
    plan = tuple(replace(one, stage=replace(one.stage, title=Text.same("=1+1"))) for one in state.plan)
    with house.app.test_request_context():
        made = empty_table(replace(state, plan=plan), "fr")
    assert ";'=1+1" in made
    assert ";=1+1" not in made


def test_what_is_no_table_is_said(house: House) -> None:
    session, staff = running(house)
    for text, words in ((" ", "aucune ligne"), ('a;b\n"jamais fermé', "guillemet"), ("", "fichier")):
        sent_table(session, staff, text)
        assert staff.page.status_code == 422, text
        assert words in staff.words, (text, staff.words)
