"""What fewer than five people answered without their name shows nowhere: in no words, no totals, no subtraction."""

from facilitation.domain import commands as c
from facilitation.domain.format import Board, Chart, Grouping, Option, Question, Stage, Visibility
from facilitation.projections.channels import document
from facilitation.projections.packet import Wanted, packet
from facilitation.projections.slip_counts import paper_counts
from facilitation.projections.wording import worded
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

CALM = Question("calm", "scale", say("Au calme ?"), minimum="1", maximum="5", anonymous=True)
MEAN = say("Moyenne {average(calm)}")
TOTALS = Visibility("totals")


def asked(people: int, *answers: int, groups: Grouping | None = None) -> Room:
    """A room that answered and went on to a stage whose words tell the average."""
    told = Stage(
        "told", MEAN, MEAN, groups=groups, ask=(Question("why", "short text", MEAN, anonymous=False),), tell={}
    )
    room = open_room(form(Stage("ask", say("Dire"), ask=(CALM,), answers_seen_by=TOTALS), told), people)
    room.next()
    for number, value in enumerate(answers):
        room.answer(f"p{number}", "calm", value)
    room.next()
    return room


def test_words_with_values_say_nothing_of_four_people_on_any_page_or_paper() -> None:
    few, enough = asked(4, 1, 2, 2, 4), asked(5, 1, 2, 2, 4, 1)
    for room, value in ((few, "Moyenne —"), (enough, "Moyenne 2")):
        room.do(c.PrintPaper(("s1",)))
        planned = room.session.now_playing
        assert planned is not None
        assert document(room.session, "everyone")["stage"]["title"]["fr"] == value
        assert worded(room.session, planned, MEAN, "p0").fr == value
        assert [sheet.title.fr for sheet in paper_counts(room.session).sheets][1:] == [value]
        printed = packet(room.session, Wanted(), lambda number: "", "", 30)
        blank = value.replace("—", "……")
        assert printed.sheets[1].title.fr == blank
        assert printed.sheets[1].fields[0].label == say(blank)


def test_one_s_own_answer_is_one_s_own() -> None:
    room = asked(4, 1, 2, 2, 4)
    planned = room.session.now_playing
    assert planned is not None
    assert worded(room.session, planned, say("{calm}"), "p3").fr == "4"
    assert worded(room.session, planned, say("{max(calm)}"), "p3").fr == "—"


def test_a_group_s_value_is_kept_back_where_it_would_give_away_the_one_beside_it() -> None:
    together = Grouping("among", among=(Option("a", say("A")), Option("b", say("B"))))
    room = asked(6, 1, 2, 2, 4, 1, 5, groups=together)
    key = room.session.current or ""
    for number in range(6):
        room.do(c.MovePerson(f"p{number}", 0 if number < 5 else 1))
    assert [len(group) for group in room.session.groups[key]] == [5, 1]
    planned = room.session.now_playing
    assert planned is not None
    assert worded(room.session, planned, MEAN).fr == "Moyenne 2,5"
    assert worded(room.session, planned, MEAN, "p0").fr == "Moyenne —"
    assert worded(room.session, planned, MEAN, "p5").fr == "Moyenne —"


def closed(question: Question, *answers: int | str, hands: dict[str, int] | None = None) -> Room:
    room = open_room(form(Stage("ask", say("Dire"), ask=(question,), answers_seen_by=TOTALS)), len(answers))
    room.next()
    for number, value in enumerate(answers):
        room.answer(f"p{number}", question.name, value)
    if hands:
        room.do(c.CountHands("ask", question.name, hands))
    room.do(c.CloseStep("ask"))
    return room


def totals(room: Room) -> dict[str, object]:
    found: dict[str, object] = document(room.session, "everyone")["answers"]["calm"]["totals"]
    return found


def test_totals_of_answers_without_a_name_wait_for_five_of_them_whatever_hands_were_raised() -> None:
    named = Question("calm", "scale", say("Au calme ?"), minimum="1", maximum="5")
    assert totals(closed(CALM, 1, 2, 2, 4)) == {"n": 4}
    assert totals(closed(CALM, 1, 2, 2, 4, 1))["median"] == "2"
    assert totals(closed(named, 1, 2, 2))["median"] == "2"
    assert totals(closed(named, 5, hands={"1": 8})) == {"n": 9}
    assert totals(closed(CALM, hands={"1": 8}))["median"] == "1"


def test_a_picture_of_opinions_without_a_name_wants_five_for_each_card() -> None:
    def drawn(people: int) -> bool:
        board = Board("ideas", Visibility("everyone"))
        about = Question(
            "calm", "items", say("Sûr ?"), minimum="1", maximum="5", items_of="ideas", each="scale", anonymous=True
        )
        chart = Chart("matrix", "", say("Grille"), of=("calm",))
        judge = Stage(
            "judge",
            say("Juger"),
            boards=(Board("ideas", Visibility("everyone"), written_by="nobody"),),
            ask=(about,),
            answers_seen_by=TOTALS,
            charts=(chart,),
            keep_in_view=("calm",),
        )
        room = open_room(form(Stage("write", say("Écrire"), boards=(board,)), judge), people)
        room.next()
        room.post("p0", "ideas", "Un banc")
        room.next()
        for number in range(people):
            room.answer(f"p{number}", "calm", (("c1", "3"),))
        room.do(c.CloseStep("judge"))
        assert len(room.session.answers["judge"]["calm"]) == people
        return "pictures" in document(room.session, "screen")

    assert not drawn(4)
    assert drawn(5)
