"""Paper: numbered packets, slips typed by somebody else, hands counted; the same rules as for a phone."""

from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import CardWritten, SlipContent
from facilitation.domain.evolve import replay
from facilitation.domain.format import Board, Format, Option, Question, Stage, Visibility, Vote
from facilitation.domain.session import Consents, Session
from facilitation.domain.slips.fields import fields_for, fields_of
from facilitation.domain.slips.numbers import LETTERS, SlipNumber, read_number, written
from facilitation.domain.slips.reading import Fault, content_of, typed_of
from facilitation.domain.tally import ranked, tally
from facilitation.projections.channels import document
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

EVERYONE = Visibility("everyone")
CHOICE = Question("sure", "choice", say("Sûr ?"), options=(Option("a", say("Oui")), Option("b", say("Non"))))


def two_steps() -> Format:
    write = Stage(
        "write",
        say("Écrire"),
        boards=(Board("ideas", EVERYONE, say("Une idée"), per_person="2", longest=40),),
        ask=(CHOICE, Question("how", "scale", say("Combien ?"), minimum="1", maximum="5", required=False)),
    )
    vote = Stage("vote", say("Voter"), boards=(Board("ideas", EVERYONE, written_by="nobody"),), vote=Vote("ideas", "3"))
    return form(write, Stage("talk", say("Parler")), vote)


def paper_room(phones: int = 0, packets: int = 3) -> Room:
    room = open_room(two_steps(), phones)
    room.do(c.PrintPaper(tuple(f"s{n}" for n in range(1, packets + 1))))
    room.do(c.HandOut(tuple(range(1, packets + 1))))
    room.next()
    return room


def slip(*words: str, sure: str = "", how: int | None = None, dots: dict[str, int] | None = None) -> SlipContent:
    answers = {} if not sure else {"sure": sure}
    more = {} if how is None else {"how": Fraction(how)}
    cards = {"ideas": tuple(CardWritten(text) for text in words)} if words else {}
    return SlipContent(cards, {**answers, **more}, dots or {})


def texts(session: Session) -> list[str]:
    return [card.text for card in session.cards.values() if not card.withdrawn]


def test_packets_are_numbered_once_and_a_packet_is_nobody_until_it_is_given() -> None:
    room = open_room(two_steps(), 2)
    assert "numbered" not in document(room.session, "screen")
    room.do(c.PrintPaper(("s1", "s2")))
    assert document(room.session, "screen")["numbered"] is True
    assert room.session.sheets == ("write", "vote")
    assert len(room.session.people) == 2
    room.do(c.PrintPaper(("other", "ids", "s3")))
    assert [seat.person for seat in room.session.seats] == ["s1", "s2", "s3"]
    assert room.do(c.PrintPaper(("s1",))) == ()
    printed = [seat.alias for seat in room.session.seats]
    room.join(2)
    room.do(c.HandOut((2,)))
    aliases = [person.alias for person in room.session.people.values()]
    assert len(set(aliases) | set(printed)) == 7
    assert room.session.people["s2"].alias == printed[1]
    assert room.session.people["s2"].consents == Consents(report=False)
    assert room.refusal(c.HandOut((4,))) == "packet-unknown"
    assert replay(room.events) == room.session


def test_a_slip_says_what_a_phone_would_and_the_log_says_that_it_was_typed() -> None:
    room = paper_room()
    given = room.do(c.EnterSlip(1, 1, slip("une", "deux", sure="a", how=3)))
    assert [type(event).__name__ for event in given] == [
        "CardPosted",
        "CardPosted",
        "AnswerGiven",
        "AnswerGiven",
        "Signalled",
        "SlipEntered",
    ]
    assert {card.author for card in room.session.cards.values()} == {"s1"}
    assert room.session.slips["write"]["s1"].by == "console-1"


def test_typed_twice_it_is_one_contribution_and_a_correction_replaces() -> None:
    room = paper_room()
    room.do(c.EnterSlip(1, 1, slip("une", "deux", sure="a")))
    before = room.session
    assert room.do(c.EnterSlip(1, 1, slip("une", "deux", sure="a"))) == ()
    assert room.session == before
    room.do(c.EnterSlip(1, 1, slip("une idée", sure="b")))
    assert texts(room.session) == ["une idée"]
    assert room.session.answers["write"]["sure"]["s1"].value == "b"
    assert room.do(c.EnterSlip(1, 1, slip("une idée", sure="b"))) == ()


def test_all_of_a_slip_or_nothing_and_the_field_is_named() -> None:
    room = paper_room()
    refused = room.do(c.EnterSlip(1, 1, slip("courte", "x" * 41, sure="a")))
    assert isinstance(refused, c.Refused)
    assert (refused.reason, refused.detail["field"]) == ("too-long", "card/ideas/2")
    assert not room.session.cards
    assert "write" not in room.session.slips
    refused = room.do(c.EnterSlip(1, 1, slip("1", "2", "3")))
    assert isinstance(refused, c.Refused)
    assert refused.reason == "too-many-cards"


def test_a_blank_slip_is_passing_and_taking_back_leaves_nothing() -> None:
    room = paper_room()
    room.do(c.EnterSlip(1, 1, SlipContent()))
    assert room.session.signals["write"]["s1"] == "pass"
    assert room.session.slips["write"]["s1"].blank
    room.do(c.EnterSlip(1, 1, slip("tout de même", sure="a")))
    assert room.session.signals["write"]["s1"] == "done"
    room.do(c.TakeBackSlip(1, 1))
    assert texts(room.session) == []
    assert room.session.answers["write"]["sure"]["s1"].withdrawn
    assert room.session.slips["write"] == {}
    assert room.refusal(c.TakeBackSlip(1, 1)) == "slip-not-typed"


def test_what_its_person_withdrew_is_not_typed_again() -> None:
    room = paper_room()
    room.do(c.EnterSlip(1, 1, slip("secret", sure="a")))
    room.do(c.WithdrawCard("c1"), c.By("participant", "s1"))
    assert room.refusal(c.EnterSlip(1, 1, slip("secret", sure="a"))) == "slip-withdrawn"
    assert room.refusal(c.TakeBackSlip(1, 1)) == "slip-withdrawn", "taken back, it could be typed once more"
    assert room.refusal(c.EnterSlip(1, 1, slip("secret", sure="a"))) == "slip-withdrawn"
    room.do(c.EnterSlip(1, 2, slip("un", "deux", sure="a")))
    room.do(c.EnterSlip(1, 2, slip("un", sure="a")))
    assert room.refusal(c.EnterSlip(1, 2, slip("un", "trois", sure="a"))) == ""


def test_what_its_person_wrote_elsewhere_gives_way_only_if_that_is_said() -> None:
    room = paper_room()
    room.post("s1", "ideas", "écrit à la tablette")
    for content in (slip("du bulletin"), SlipContent()):
        assert room.refusal(c.EnterSlip(1, 1, content)) == "slip-replaces"
    assert texts(room.session) == ["écrit à la tablette"]
    room.do(c.EnterSlip(1, 1, slip("écrit à la tablette")))
    assert texts(room.session) == ["écrit à la tablette"], "the same words replace nothing"
    room.do(c.EnterSlip(1, 1, slip("corrigé")))
    assert texts(room.session) == ["corrigé"], "what was typed is corrected without a question"
    room.do(c.EditCard("write", "c1", "puis changé à la tablette"), c.By("participant", "s1"))
    assert room.refusal(c.EnterSlip(1, 1, slip("corrigé"))) == "slip-replaces"
    assert room.refusal(c.TakeBackSlip(1, 1)) == "slip-since"
    room.do(c.EnterSlip(1, 1, slip("le bulletin l'emporte"), replaces=True))
    assert texts(room.session) == ["le bulletin l'emporte"]
    room.do(c.EnterSlip(1, 1, slip("encore")))
    assert texts(room.session) == ["encore"]
    assert replay(room.events) == room.session


def test_a_slip_may_be_dictated() -> None:
    room = paper_room()
    room.do(c.EnterSlip(1, 1, slip("mot à mot"), dictated=True))
    assert room.session.slips["write"]["s1"].dictated
    room.do(c.EnterSlip(1, 1, slip("mot à mot")))
    assert not room.session.slips["write"]["s1"].dictated
    assert texts(room.session) == ["mot à mot"]


def test_after_its_stage_a_slip_is_dated_so_and_breaks_nothing() -> None:
    room = paper_room(phones=1)
    room.post("p0", "ideas", "à temps")
    assert room.refusal(c.EnterSlip(2, 1, slip(dots={"c1": 1}))) == "slip-too-early"
    room.until("vote")
    room.vote("p0", {"c1": 2})
    carried = room.session.carried.get("vote")
    room.do(c.EnterSlip(1, 1, slip("après", sure="a")))
    assert room.session.slips["write"]["s1"].late == "stage"
    assert room.session.signals.get("write", {}).get("s1") is None
    assert room.session.carried.get("vote") == carried
    room.do(c.CloseSession())
    room.do(c.EnterSlip(2, 1, slip(dots={"c1": 3})))
    assert room.session.slips["vote"]["s1"].late == "session"
    assert room.session.votes["vote"]["s1"] == {"c1": 3}
    assert room.session.status == "closed"
    assert room.session.current is None
    assert replay(room.events) == room.session


def test_a_packet_whose_first_slip_is_typed_after_the_day_still_makes_a_participant() -> None:
    room = open_room(two_steps(), 1)
    room.do(c.PrintPaper(("s1", "s2")))
    room.next()
    room.do(c.CloseSession())
    assert room.refusal(c.PrintPaper(("s1", "s2", "s3"))) == "session-closed"
    room.do(c.EnterSlip(1, 2, slip("trop tard pour la salle", sure="b")))
    assert room.session.people["s2"].channel == "paper"
    room.do(c.GiveConsents(2, Consents(True, True, False)))
    assert room.session.people["s2"].consents.quotation
    assert room.session.consented == {"s2"}
    assert room.do(c.GiveConsents(2, Consents(True, True, False))) == ()


def test_whoever_has_left_may_have_written_before() -> None:
    room = paper_room()
    gone = room.do(c.MarkAbsent("s1", True))
    assert not isinstance(gone, c.Refused)
    assert room.refusal(c.EnterSlip(1, 1, slip("avant de partir", sure="a"))) == ""
    assert not room.session.people["s1"].here


def test_hands_are_totals_without_an_author() -> None:
    room = paper_room(phones=1)
    room.post("p0", "ideas", "une")
    assert room.refusal(c.CountHands("write", "sure", {"a": 12, "b": 3})) == ""
    assert room.session.hand_counts["write"]["sure"] == {"a": 12, "b": 3}
    assert room.do(c.CountHands("write", "sure", {"a": 12, "b": 3})) == ()
    assert room.refusal(c.CountHands("write", "sure", {"z": 1})) == "not-an-option"
    assert room.refusal(c.CountHands("write", "sure", {"a": -1})) == "hands-range"
    assert room.refusal(c.CountHands("write", "", {"c1": 1})) == "hands-nothing"
    assert room.refusal(c.CountHands("vote", "", {"c1": 1})) == "slip-too-early"
    room.do(c.CountHands("write", "sure", {}))
    assert room.session.hand_counts["write"] == {}
    room.until("vote")
    assert room.refusal(c.CountHands("vote", "", {"c1": 5})) == ""
    assert not room.session.votes


def test_only_a_facilitator_types() -> None:
    room = paper_room()
    assert room.refusal(c.EnterSlip(1, 1, slip("x")), c.By("participant", "s1")) == "not-allowed"


NUMBER = SlipNumber(3, 12)


def test_a_number_is_read_as_people_type_it() -> None:
    shown = written(NUMBER, "s1")
    last = shown[-1]
    for typed in (shown, shown.lower(), f" 3 12 {last}", f"3.12.{last}", f"03-012-{last}"):
        assert read_number(typed, "s1") == NUMBER, typed
    assert read_number(f"12{last}", "s1", sheet=3) == NUMBER
    assert read_number(f"12{last}", "s1") == c.Refused("slip-unreadable")
    assert read_number("3-12", "s1") == c.Refused("slip-unreadable")


def test_one_wrong_digit_two_changed_places_or_another_day_is_noticed() -> None:
    for sheet, seat in ((3, 12), (1, 120), (14, 7)):
        last = written(SlipNumber(sheet, seat), "s1")[-1]
        digits = f"{sheet:03d}{seat:03d}"
        wrong = [digits[:n] + d + digits[n + 1 :] for n in range(6) for d in "0123456789" if d != digits[n]]
        wrong += [digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(5)]
        for one in wrong:
            typed = f"{one[:3]}-{one[3:]}{last}"
            read = read_number(typed, "s1")
            assert one == digits or isinstance(read, c.Refused), typed
    letters = {written(NUMBER, f"session-{n}")[-1] for n in range(60)}
    assert len(letters) > 15
    assert letters <= set(LETTERS)


def test_what_is_typed_is_read_by_letters_and_numbers_and_shown_again_alike() -> None:
    room = paper_room(phones=1)
    fields = fields_of(room.session, room.session.plan[0])
    assert [field.name for field in fields] == ["answer/sure", "answer/how", "card/ideas/1", "card/ideas/2"]
    typed = {"answer/sure": "b", "answer/how": "4", "card/ideas/1": "une idée"}
    content = content_of(fields, typed)
    assert content == slip("une idée", sure="b", how=4)
    assert typed_of(fields, content) == {**typed, "answer/sure": "B"}
    assert content_of(fields, {"answer/sure": "c", "answer/how": "beaucoup"}) == (
        Fault("answer/sure", c.Refused("slip-letter", {"typed": "c", "last": "B"})),
        Fault("answer/how", c.Refused("not-a-number")),
    )
    room.post("p0", "ideas", "un")
    room.until("vote")
    (vote,) = fields_for(room.session, room.session.plan[2], "s1")
    assert content_of([vote], {"vote": "1 1 1"}) == slip(dots={"c1": 3})
    assert content_of([vote], {"vote": "n°1=2"}) == slip(dots={"c1": 2})
    assert content_of([vote], {"vote": "9"}) == (Fault("vote", c.Refused("slip-card", {"typed": "9"})),)


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        (Question("q", "choices", say("?"), options=CHOICE.options), "a B", ("a", "b")),
        (Question("q", "ranking", say("?"), options=CHOICE.options), "BA", ("b", "a")),
        (Question("q", "yes-no", say("?")), "Oui", True),
        (Question("q", "number", say("?")), "2,5", Fraction(5, 2)),
        (Question("q", "long text", say("?")), "des mots", "des mots"),
        (Question("q", "items", say("?"), items=CHOICE.options, each="number"), "4 2", (("a", "4"), ("b", "2"))),
        (Question("q", "items", say("?"), items=CHOICE.options, each="yes-no", required=False), "B=o", (("b", "yes"),)),
    ],
    ids=lambda value: value.kind if isinstance(value, Question) else "",
)
def test_every_kind_of_answer_is_typed_and_kept_as_a_phone_would_send_it(
    question: Question, typed: str, value: object
) -> None:
    room = open_room(form(Stage("s", say("S"), ask=(question,))), 0)
    room.do(c.PrintPaper(("s1",)))
    room.do(c.HandOut((1,)))
    room.next()
    fields = fields_for(room.session, room.session.plan[0], "s1")
    content = content_of(fields, {"answer/q": typed})
    assert isinstance(content, SlipContent)
    assert content.answers["q"] == value
    room.do(c.EnterSlip(1, 1, content))
    assert room.session.answers["s"]["q"]["s1"].value == value
    assert content_of(fields, typed_of(fields, content)) == content


def test_a_list_is_typed_row_by_row() -> None:
    table = Question("q", "list", say("?"), columns=(say("Qui"), say("Quoi")))
    room = open_room(form(Stage("s", say("S"), ask=(table,))), 0)
    fields = fields_of(room.session, room.session.plan[0])
    content = content_of(fields, {"answer/q/1": "une structure | deux choses", "answer/q/3": "une autre"})
    assert isinstance(content, SlipContent)
    assert content.answers["q"] == (("une structure", "deux choses"), ("une autre", ""))
    fault = content_of(fields, {"answer/q/1": "a | b | c"})
    assert isinstance(fault, tuple)
    assert fault[0].refused.reason == "slip-cells"


def test_events_of_paper_have_nobody_s_words() -> None:
    room = paper_room()
    room.do(c.EnterSlip(1, 1, slip("mes mots", sure="a")))
    typed = next(event for event in room.events if isinstance(event, e.SlipEntered))
    assert "mes mots" not in repr(typed)


def test_hands_count_in_the_order_of_a_vote_and_in_what_is_carried_on() -> None:
    room = paper_room(phones=2)
    room.post("p0", "ideas", "une")
    room.post("p1", "ideas", "deux")
    room.until("vote")
    room.vote("p0", {"c1": 2})
    assert [card.id for card in ranked(room.session, "vote", "ideas")] == ["c1"]
    room.do(c.CountHands("vote", "", {"c2": 7}))
    assert tally(room.session, "vote") == {"c1": 2, "c2": 7}
    assert [card.id for card in ranked(room.session, "vote", "ideas")] == ["c2", "c1"]
    room.do(c.WithdrawCard("c2"), c.By("participant", "p1"))
    assert tally(room.session, "vote") == {"c1": 2}
