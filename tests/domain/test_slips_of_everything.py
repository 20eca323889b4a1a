"""Whatever a phone can do stands on a slip too: marks, remarks, places on a map, a group, an offer to play a role."""

from facilitation.domain import commands as c
from facilitation.domain.commands import CardWritten, SlipContent
from facilitation.domain.evolve import replay
from facilitation.domain.format import (
    Assign,
    Axis,
    Board,
    Format,
    Grouping,
    Map,
    Mark,
    Option,
    Role,
    Stage,
    Visibility,
)
from facilitation.domain.session import Session
from facilitation.domain.slips.field import Field
from facilitation.domain.slips.fields import fields_for, fields_of
from facilitation.domain.slips.reading import Fault, content_of, typed_of
from facilitation.domain.slips.standing import standing
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

EVERYONE = Visibility("everyone")
MARKS = (Mark("kept", say("À garder"), "everyone"), Mark("odd", say("Surprenant"), "everyone"))
AXES = Map(Axis(say("loin"), say("près")), Axis(say("peu"), say("beaucoup")))


def everything() -> Format:
    """One stage for each thing that one can do without writing a card of one's own."""
    write = Stage("write", say("Écrire"), boards=(Board("ideas", EVERYONE, say("Une idée")),))
    read = Stage(
        "read",
        say("Lire"),
        boards=(Board("ideas", EVERYONE, written_by="nobody", marks=MARKS, comments_by="everyone", longest=60),),
    )
    place = Stage(
        "place", say("Placer"), boards=(Board("ideas", EVERYONE, written_by="nobody", map=AXES, placed_by="person"),)
    )
    own = Stage(
        "own", say("La mienne"), boards=(Board("mine", EVERYONE, say("La mienne"), map=AXES, placed_by="author"),)
    )
    go = Stage(
        "go",
        say("Aller"),
        groups=Grouping(
            "among", among=(Option("a", say("Le toit")), Option("b", say("La cave"))), chosen_by="participants"
        ),
        boards=(Board("table", Visibility("group"), say("À cette table"), belongs_to="table"),),
    )
    offer = Stage("offer", say("Se proposer"), assign=(Assign("host", by="volunteers"),))
    return form(write, read, place, own, go, offer, roles=(Role("host", say("Hôte"), optional=True),))


def room_of_everything() -> Room:
    room = open_room(everything(), 1)
    room.do(c.PrintPaper(("s1", "s2", "s3")))
    room.do(c.HandOut((1, 2, 3)))
    room.next()
    for text in ("un banc", "une lampe"):
        room.post("p0", "ideas", text)
    return room


def fields(room: Room, person: str = "s1") -> dict[str, Field]:
    planned = room.session.now_playing
    assert planned is not None
    return {field.name: field for field in fields_for(room.session, planned, person)}


def type_in(room: Room, seat: int = 1, shown_again: bool = True, **typed: str) -> str:
    """Type the slip of the step that is on, line by line; why it is refused, or ""."""
    lines = tuple(fields(room, f"s{seat}").values())
    content = content_of(lines, {name.replace("__", "/"): words for name, words in typed.items()})
    assert isinstance(content, SlipContent), content
    sheet = room.session.sheets.index(room.session.current or "") + 1
    verdict = room.do(c.EnterSlip(sheet, seat, content))
    if isinstance(verdict, c.Refused):
        return verdict.reason
    planned = room.session.now_playing
    assert planned is not None
    known = standing(room.session, planned, f"s{seat}")
    again = content_of(lines, typed_of(lines, known))
    assert again == content or not shown_again, "what is shown again says the same"
    assert room.do(c.EnterSlip(sheet, seat, content)) == (), "typed twice it is one contribution"
    assert replay(room.events) == room.session
    return ""


def marks(session: Session) -> dict[str, set[str]]:
    return {card.id: set(card.marks) for card in session.cards.values() if card.marks}


def remarks(session: Session) -> list[tuple[str | None, str]]:
    return [(card.about, card.text) for card in session.cards.values() if card.about and not card.withdrawn]


def test_every_stage_of_it_has_a_slip_and_the_paper_says_what_to_write() -> None:
    room = room_of_everything()
    assert room.session.sheets == ("write", "read", "place", "own", "go", "offer")
    kinds = [[field.kind for field in fields_of(room.session, planned)] for planned in room.session.plan]
    assert kinds[1] == ["marks", "remark", "remark", "remark"]
    assert kinds[2] == ["map"]
    assert kinds[4][0] == "group"
    assert kinds[5] == ["offers"]


def test_marks_are_put_on_cards_and_a_correction_takes_off_only_ones_own() -> None:
    room = room_of_everything()
    room.until("read")
    type_in(room, mark__ideas="1=AB 2=A")
    type_in(room, 2, mark__ideas="2=A")
    assert marks(room.session) == {"c1": {"kept", "odd"}, "c2": {"kept"}}
    type_in(room, shown_again=False, mark__ideas="1=B")
    assert marks(room.session) == {"c1": {"odd"}, "c2": {"kept"}}, "the other person marked the second card too"
    field = fields(room)["mark/ideas"]
    for typed, reason in (("9=A", "slip-card"), ("1=C", "slip-letter"), ("1", "slip-worth")):
        (fault,) = content_of([field], {"mark/ideas": typed})  # type: ignore[misc]
        assert isinstance(fault, Fault)
        assert fault.refused.reason == reason


def test_remarks_stand_under_their_card_are_corrected_and_withdrawn() -> None:
    room = room_of_everything()
    room.until("read")
    type_in(room, comment__ideas__1="1 qui le fait ?", comment__ideas__2="2 pour le soir")
    assert remarks(room.session) == [("c1", "qui le fait ?"), ("c2", "pour le soir")]
    type_in(room, comment__ideas__1="1 qui le fera ?")
    assert remarks(room.session) == [("c1", "qui le fera ?")]
    assert type_in(room, comment__ideas__1="1 " + "x" * 61) == "too-long"


def test_cards_are_placed_on_a_map_those_of_others_by_number_ones_own_by_line() -> None:
    room = room_of_everything()
    room.until("place")
    type_in(room, place__ideas="1=4/2 2=5/5")
    assert room.session.places["place"]["c1"]["s1"] == (4, 2)
    type_in(room, place__ideas="1=3/2 2=5/5")
    assert room.session.places["place"]["c1"]["s1"] == (3, 2)
    (fault,) = content_of(fields(room).values(), {"place/ideas": "1=4"})  # type: ignore[misc]
    assert fault.refused.reason == "slip-place"
    assert type_in(room, place__ideas="1=9/1") == "out-of-scale"
    room.until("own")
    typed = {"card__mine__1": "le toit", "card__mine__2": "la cave", "place__mine": "1=1/5 2=2/2"}
    type_in(room, **typed)
    placed = {room.session.cards[id].text: spots for id, spots in room.session.places["own"].items()}
    assert placed == {"le toit": {"s1": (1, 5)}, "la cave": {"s1": (2, 2)}}


def test_the_group_that_is_chosen_opens_what_is_written_there() -> None:
    room = room_of_everything()
    room.until("go")
    assert [option.label.fr for option in fields(room)["group"].options] == ["Le toit", "La cave"]
    assert "card/table/1" not in fields(room)
    type_in(room, group="2")
    assert room.session.group_of("s1", "go") == 1
    type_in(room, group="2", card__table__1="il fait froid")
    assert [card.text for card in room.session.cards.values()][-1] == "il fait froid"
    assert type_in(room, 2, group="7") == "unknown-group"
    sheet = room.session.sheets.index("go") + 1
    room.do(c.EnterSlip(sheet, 3, SlipContent({"table": (CardWritten("tout d'un coup"),)}, group=0)))
    assert room.session.group_of("s3", "go") == 0


def test_one_offers_to_play_a_role_and_takes_the_offer_back() -> None:
    room = room_of_everything()
    room.until("offer")
    type_in(room, offer="A")
    assert room.session.hands["offer"]["host"] == ("s1",)
    type_in(room)
    assert room.session.hands["offer"]["host"] == ()
