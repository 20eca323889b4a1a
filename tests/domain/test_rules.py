"""Given what happened, when someone asks, then this follows or is refused."""

import re
from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.format import Duration, Grouping, Question, Stage, Vote
from facilitation.domain.reasons import REASONS, sentence
from facilitation.domain.session import Consents
from tests.domain.forms import board, common_pot, consultation, form, one_two_four, say
from tests.domain.room import Room, open_room


def me(person: str) -> c.By:
    return c.By("participant", person)


@pytest.fixture
def ideas() -> Room:
    room = open_room(one_two_four(), people=5)
    room.next()
    return room


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (c.PostCard("pairs", "ideas", "tôt"), "stale-stage"),
        (c.PostCard("nowhere", "ideas", "?"), "unknown-step"),
        (c.PostCard("alone", "lessons", "?"), "unknown-board"),
        (c.PostCard("alone", "ideas", "  \n "), "empty"),
        (c.PostCard("alone", "ideas", "x" * 2001), "too-long"),
        (c.PostCard("alone", "ideas", "x" * 50_000), "too-long"),
        (c.PostCard("alone", "ideas", "coupé \ud800"), "unreadable-text"),
        (c.GiveAnswer("alone", "mood", "sun"), "unknown-question"),
        (c.CastVote("alone", {"c1": 1}), "no-vote"),
        (c.ChooseCards("alone", ("c1",)), "no-choice"),
        (c.MarkCard("alone", "c1", "kept", True), "unknown-card"),
        (c.EditCard("alone", "c9", "mieux"), "unknown-card"),
        (c.WithdrawCard("c9"), "unknown-card"),
        (c.Advance("alone"), "not-allowed"),
        (c.HideWall(True), "not-allowed"),
        (c.Join("p9", "phone", None), "not-allowed"),  # type: ignore[arg-type]
    ],
)
def test_a_participant_is_refused_with_a_reason(ideas: Room, command: c.Command, reason: str) -> None:
    before = ideas.session
    assert ideas.refusal(command, me("p0")) == reason
    assert ideas.session == before, "a refusal changes nothing"


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    for reason, text in REASONS.items():
        assert text.fr
        assert text.en
        detail = dict.fromkeys(re.findall(r"\{(\w+)\}", text.fr + text.en), "3")
        said = sentence(c.Refused(reason, detail))
        assert all(f"{{{name}}}" not in said.fr + said.en for name in detail if name != "value")


def test_someone_who_never_joined_is_refused(ideas: Room) -> None:
    assert ideas.refusal(c.PostCard("alone", "ideas", "hé"), me("p77")) == "unknown-person"


def test_nobody_can_touch_the_card_of_another(ideas: Room) -> None:
    ideas.post("p0", "ideas", "à moi")
    assert ideas.refusal(c.EditCard("alone", "c1", "à toi"), me("p1")) == "not-yours"
    assert ideas.refusal(c.WithdrawCard("c1"), me("p1")) == "not-yours"
    assert ideas.session.cards["c1"].text == "à moi"


def test_a_group_edits_together_where_the_board_allows(ideas: Room) -> None:
    ideas.post("p0", "ideas", "brouillon")
    ideas.next()
    mates = next(group for group in ideas.session.groups["pairs"] if "p0" in group)
    mate = next(person for person in mates if person != "p0")
    stranger = next(person for person in ideas.session.people if person not in mates)
    assert ideas.refusal(c.EditCard("pairs", "c1", "mieux"), me(stranger)) == "not-yours"
    assert ideas.refusal(c.EditCard("pairs", "c1", "mieux"), me(mate)) == ""
    assert ideas.session.cards["c1"].text == "mieux"


def test_whoever_changed_a_card_may_withdraw_it(ideas: Room) -> None:
    ideas.post("p0", "ideas", "brouillon")
    ideas.next()
    mates = next(group for group in ideas.session.groups["pairs"] if "p0" in group)
    mate = next(person for person in mates if person != "p0")
    assert ideas.refusal(c.WithdrawCard("c1"), me(mate)) == "not-yours"
    ideas.do(c.EditCard("pairs", "c1", "mieux, avec mes mots"), me(mate))
    assert ideas.session.cards["c1"].writers == {"p0", mate}
    assert ideas.refusal(c.WithdrawCard("c1"), me(mate)) == ""
    assert ideas.session.cards["c1"].text == ""


def test_withdrawing_works_even_after_the_end(ideas: Room) -> None:
    ideas.post("p0", "ideas", "à oublier")
    ideas.do(c.CloseSession())
    assert ideas.refusal(c.PostCard("alone", "ideas", "encore"), me("p0")) == "session-closed"
    assert ideas.refusal(c.WithdrawCard("c1"), me("p0")) == ""
    assert ideas.session.cards["c1"].text == ""
    assert ideas.do(c.WithdrawCard("c1"), me("p0")) == (), "twice is once"


@pytest.mark.parametrize(
    ("dots", "reason"),
    [
        ({"c1": 4}, "over-budget"),
        ({"c1": 3}, "over-item-limit"),
        ({"c1": -1}, "over-budget"),
        ({"c9": 1}, "unknown-card"),
        ({"c1": 2}, ""),
        ({}, ""),
    ],
)
def test_votes_keep_to_their_budget(ideas: Room, dots: dict[str, int], reason: str) -> None:
    ideas.post("p0", "ideas", "une")
    ideas.until("fours")
    group = next(n for n, row in enumerate(ideas.session.groups["fours"]) if "p0" in row)
    assert ideas.refusal(c.ChooseCards("fours", ("c1",)), me("p0")) == ""
    assert ideas.session.choices["fours"] == {f"group:{group}": ("c1",)}
    ideas.next()
    assert ideas.refusal(c.CastVote("all", dots), me("p1")) == reason


def test_only_chosen_ideas_reach_the_room(ideas: Room) -> None:
    for person in ideas.session.people:
        ideas.post(person, "ideas", f"idée de {person}")
    ideas.until("fours")
    ideas.do(c.ChooseCards("fours", ("c3",)), me("p2"))
    ideas.next()
    assert ideas.session.carried["all"]["ideas"] == ("c3",)
    assert ideas.refusal(c.CastVote("all", {"c1": 1}), me("p0")) == "unknown-card"


def test_nobody_chooses_what_they_may_not_see(ideas: Room) -> None:
    for person in ideas.session.people:
        ideas.post(person, "ideas", f"idée de {person}")
    ideas.until("fours")
    ideas.do(c.MovePerson("p4", 0))
    groups = ideas.session.groups["fours"]
    assert len(groups) == 1, "five people make one four"
    ideas.do(c.HideCard("c1"))
    assert ideas.refusal(c.ChooseCards("fours", ("c1",)), me("p1")) == "unknown-card", "hidden from everyone"
    eight = open_room(one_two_four(), people=8)
    eight.next()
    for person in eight.session.people:
        eight.post(person, "ideas", f"idée de {person}")
    eight.until("fours")
    mine, theirs = eight.session.groups["fours"]
    card = next(card.id for card in eight.session.cards.values() if card.author == theirs[0])
    assert eight.refusal(c.ChooseCards("fours", (card,)), me(mine[0])) == "unknown-card"
    assert eight.refusal(c.ChooseCards("fours", (card,)), me(theirs[1])) == ""


def test_no_more_cards_than_the_board_allows() -> None:
    room = open_room(consultation(), people=4)
    room.next()
    assert not isinstance(room.post("p0", "subjects", "un"), c.Refused)
    assert room.refusal(c.PostCard("subjects", "subjects", "deux"), me("p0")) == "too-many-cards"
    room.do(c.WithdrawCard("c1"), me("p0"))
    assert not isinstance(room.post("p0", "subjects", "à la place"), c.Refused)


@pytest.fixture
def client_room() -> Room:
    room = open_room(consultation(), people=4)
    room.next()
    room.post("p0", "subjects", "un")
    room.post("p1", "subjects", "deux")
    room.next()
    for voter in ("p2", "p3"):
        room.vote(voter, {"c2": 2})
    room.next()
    return room


def test_the_author_of_the_first_subject_becomes_the_client(client_room: Room) -> None:
    assert client_room.session.roles["client"] == ("p1",)
    assert client_room.session.role_names("p1") == ("client",)
    assert client_room.session.role_names("p0") == ("consultants",)


def test_consultants_listen_and_only_the_client_writes_the_request(client_room: Room) -> None:
    room = client_room
    assert room.refusal(c.GiveAnswer("request", "request", "à moi"), me("p0")) == "silent-now"
    assert room.refusal(c.GiveAnswer("request", "request", "Aidez-moi"), me("p1")) == ""
    room.next()
    assert room.refusal(c.PostCard("advice", "advice", "moi", "r"), me("p1")) == "silent-now"
    assert room.refusal(c.PostCard("advice", "advice", "essayez", None), me("p0")) == "unknown-column"
    assert room.refusal(c.PostCard("advice", "advice", "essayez", "s"), me("p0")) == ""
    assert room.refusal(c.MarkCard("advice", "c3", "kept", True), me("p0")) == "not-your-turn"
    assert room.refusal(c.MarkCard("advice", "c3", "kept", True), me("p1")) == "", "marking is open while silent"
    room.post("p2", "advice", "autre chose", "r")
    room.next()
    assert room.session.carried["plan"]["advice"] == ("c3",)


@pytest.mark.parametrize(
    ("question", "value", "reason"),
    [
        ("useful", Fraction(0), "too-small"),
        ("useful", Fraction(6), "too-large"),
        ("useful", Fraction(5, 2), "not-whole"),
        ("useful", "cinq", "not-a-number"),
        ("useful", True, "not-a-number"),
        ("useful", Fraction(5), ""),
        ("mood", "snow", "not-an-option"),
        ("mood", Fraction(1), "wrong-type"),
        ("mood", "sun", ""),
        ("learned", ("a",), "wrong-type"),
        ("learned", "", "empty"),
    ],
)
def test_answers_have_the_form_their_question_asks_for(
    client_room: Room, question: str, value: object, reason: str
) -> None:
    client_room.until("learning")
    assert client_room.refusal(c.GiveAnswer("learning", question, value), me("p0")) == reason  # type: ignore[arg-type]


def test_two_facilitators_press_next_at_once() -> None:
    room = open_room(one_two_four(), people=4)
    assert room.refusal(c.Advance(None)) == ""
    assert room.refusal(c.Advance(None)) == "already-started"
    assert room.refusal(c.Advance("alone")) == ""
    assert room.refusal(c.Advance("alone")) == "stale-stage"
    assert room.session.current == "pairs", "nothing was skipped"


def test_a_skip_says_why_and_the_fours_still_come_from_the_pairs_that_would_have_been() -> None:
    room = open_room(one_two_four(), people=8)
    room.next()
    assert room.refusal(c.SkipStep("pairs", " ")) == "reason-missing"
    assert room.refusal(c.SkipStep("pairs", "le temps manque")) == ""
    room.next()
    assert room.session.current == "fours"
    assert sorted(map(len, room.session.groups["fours"])) == [4, 4]
    assert room.session.steps["pairs"].skip_reason == "le temps manque"
    assert room.refusal(c.SkipStep("alone", "trop tard")) == "step-passed"


def test_skipping_the_current_step_goes_on() -> None:
    room = open_room(one_two_four(), people=4)
    room.next()
    room.do(c.SkipStep("alone", "déjà fait ce matin"))
    assert room.session.current == "pairs"
    assert room.session.steps["alone"].skipped


def test_time_is_given_taken_paused_and_resumed() -> None:
    room = open_room(one_two_four(), people=2)
    room.next()
    end = room.session.steps["alone"].ends_at or 0
    room.do(c.ExtendStep("alone", 120))
    assert room.session.steps["alone"].ends_at == end + 120_000
    room.do(c.PauseTimer("alone"))
    left = room.session.steps["alone"].paused_with
    assert room.refusal(c.PauseTimer("alone")) == "already-paused"
    room.do(c.ResumeTimer("alone"))
    assert room.session.steps["alone"].ends_at == room.now + (left or 0)
    assert room.refusal(c.ResumeTimer("alone")) == "not-paused"
    room.next()
    assert room.refusal(c.ExtendStep("pairs", 60)) == "no-timer"


def test_each_change_of_time_may_say_why_at_once_or_later() -> None:
    room = open_room(one_two_four(), people=2)
    room.next()
    room.do(c.ExtendStep("alone", 120))
    room.do(c.ExtendStep("alone", -60, "  La salle a fini.  "))
    assert room.refusal(c.ExtendStep("alone", 60, "x" * 501)) == "too-long"
    room.do(c.EditReason("alone+1", "Deux arrivées tardives."))
    step = room.session.steps["alone"]
    assert step.extended == 60
    assert [(one.seconds, one.reason) for one in step.extensions] == [
        (120, "Deux arrivées tardives."),
        (-60, "La salle a fini."),
    ]
    assert room.refusal(c.EditReason("alone+3", "Rien")) == "unknown-reason"
    assert replay(room.events) == room.session


def test_the_clock_ends_only_the_stages_that_ask_for_it() -> None:
    timed = form(
        Stage("quick", say("Vite"), duration=Duration("1"), continue_when="timer ends"), Stage("slow", say("Lent"))
    )
    room = open_room(timed, people=1)
    room.next()
    clock = c.By("clock")
    assert room.refusal(c.EndTimer("quick"), clock) == "no-timer", "not yet"
    room.now += 60_000
    assert room.refusal(c.EndTimer("quick"), clock) == ""
    assert room.session.current == "slow"
    assert room.session.steps["quick"].closed_by == "timer"
    assert room.refusal(c.EndTimer("slow"), clock) == "no-timer"


def test_the_room_goes_on_once_everyone_has_answered() -> None:
    room = open_room(common_pot(), people=3)
    room.until("contribute.1")
    for person, points in (("p0", 1), ("p1", 0)):
        room.answer(person, "contribution", points)
    assert room.session.current == "contribute.1"
    room.answer("p2", "contribution", 0)
    assert room.session.current == "results.1"
    points = {person: values["points"] for person, values in room.session.values["contribute.1"].person.items()}
    assert points == {"p0": Fraction("99.6"), "p1": Fraction("100.6"), "p2": Fraction("100.6")}


def test_a_missing_answer_is_not_zero() -> None:
    room = open_room(common_pot(), people=3)
    room.until("contribute.1")
    room.answer("p0", "contribution", 50)
    room.answer("p1", "contribution", 100)
    room.do(c.MarkAbsent("p2", True))
    assert room.session.current == "results.1", "nobody waits for someone who has gone"
    values = room.session.values["contribute.1"]
    assert values.missing == {"p2": ("contribution",)}
    assert values.group["pot"] == (Fraction(150),)


def test_whoever_takes_back_a_number_takes_back_the_payoff_that_tells_it() -> None:
    room = open_room(common_pot(), people=3)
    room.until("contribute.1")
    for person in ("p0", "p1", "p2"):
        room.answer(person, "contribution", 30)
    assert room.refusal(c.WithdrawAnswer("contribute.1", "contribution"), me("p1")) == ""
    assert set(room.session.values["contribute.1"].person) == {"p0", "p2"}


def test_whoever_leaves_cannot_post_and_whoever_returns_is_placed() -> None:
    room = open_room(one_two_four(), people=4)
    room.do(c.Leave(), me("p3"))
    room.until("pairs")
    assert room.refusal(c.PostCard("pairs", "ideas", "hé"), me("p3")) == "gone"
    room.do(c.MarkAbsent("p3", False))
    assert room.session.group_of("p3") is not None
    assert sorted(person for group in room.session.groups["pairs"] for person in group) == ["p0", "p1", "p2", "p3"]


def test_a_latecomer_joins_the_smallest_group() -> None:
    room = open_room(one_two_four(), people=5)
    room.until("pairs")
    (late,) = room.join(1)
    sizes = sorted(map(len, room.session.groups["pairs"]))
    assert sizes == [3, 3]
    assert room.session.group_of(late) is not None


def test_the_door_keeps_its_limits() -> None:
    room = open_room(form(Stage("a", say("A"))), people=200)
    assert room.refusal(c.Join("late", "phone", Consents()), c.By("door")) == "session-full"
    room.do(c.Leave(), me("p0"))
    room.do(c.CloseDoor())
    assert room.refusal(c.Join("late", "phone", Consents()), c.By("door")) == "door-closed"
    assert room.refusal(c.Join("p0", "phone", Consents()), c.By("door")) == "", "those inside may come back"
    room.do(c.CloseSession())
    assert room.refusal(c.Join("late", "phone", Consents()), c.By("door")) == "session-closed"


def test_aliases_are_never_given_twice() -> None:
    room = open_room(form(Stage("a", say("A")), groups=Grouping("everyone")), people=200)
    assert len({person.alias for person in room.session.people.values()}) == 200


def test_closing_a_step_stops_inputs_and_keeps_it_on_screen() -> None:
    voting = form(Stage("v", say("V"), boards=(board("everyone"),), vote=Vote("ideas", "1")))
    room = open_room(voting, people=2)
    room.next()
    room.post("p0", "ideas", "une")
    room.do(c.CloseStep("v"))
    assert room.session.current == "v"
    assert room.refusal(c.PostCard("v", "ideas", "deux"), me("p0")) == "stage-closed"
    assert room.refusal(c.CloseStep("v")) == "stage-closed"
    assert room.refusal(c.Advance("v")) == "nothing-next"


def test_moderation_notes_and_roles() -> None:
    room = open_room(consultation(), people=3)
    room.next()
    room.post("p0", "subjects", "trop privé")
    assert room.refusal(c.HideCard("c1")) == ""
    assert room.session.cards["c1"].hidden
    assert room.do(c.HideCard("c1")) == (), "twice is once"
    assert room.refusal(c.RestoreCard("c1")) == ""
    assert room.refusal(c.TakeNote("  ")) == "empty"
    assert room.refusal(c.TakeNote("un silence utile")) == ""
    assert room.session.notes["n1"].step == "subjects"
    assert room.refusal(c.AssignRole("client", ("p0", "p1"))) == "role-full"
    assert room.refusal(c.AssignRole("king", ("p0",))) == "unknown-role"
    assert room.refusal(c.AssignRole("client", ("nobody",))) == "unknown-person"
    assert room.refusal(c.AssignRole("client", ("p2",))) == ""


def test_a_session_is_planned_once() -> None:
    room = open_room(one_two_four())
    plan = next(event for event in room.events if isinstance(event, e.SessionPlanned))
    again = c.PlanSession("s1", "x", "fr", plan.format, "", "", 1)
    assert room.refusal(again) == "already-planned"


@pytest.fixture
def duo() -> Room:
    question = Question("choice", "short text", say("Votre choix"), answered_by="group")
    room = open_room(
        form(Stage("decide", say("Décider"), ask=(question,), groups=Grouping("size", size="2"))), people=4
    )
    room.next()
    return room


def test_whoever_wrote_in_a_shared_answer_may_take_it_back(duo: Room) -> None:
    (one, mate), (other, _) = duo.session.groups["decide"]
    duo.answer(one, "choice", "mes mots")
    duo.answer(mate, "choice", "mes mots, et les siens")
    assert duo.session.answers["decide"]["choice"]["group:0"].writers == {one, mate}
    assert duo.refusal(c.WithdrawAnswer("decide", "choice"), me(other)) == "not-yours"
    assert duo.refusal(c.WithdrawAnswer("decide", "choice"), me(one)) == ""
    kept = duo.session.answers["decide"]["choice"]["group:0"]
    assert (kept.value, kept.withdrawn) == ("", True)
    assert duo.do(c.WithdrawAnswer("decide", "choice"), me(mate)) == (), "twice is once"
    duo.answer(mate, "choice", "à nouveau")
    assert duo.session.answers["decide"]["choice"]["group:0"].writers == {mate}, "the erased words are nobody's"


def test_taking_back_erases_what_one_wrote_in_every_group_one_was_in(duo: Room) -> None:
    (one, _), _ = duo.session.groups["decide"]
    duo.answer(one, "choice", "dans le premier groupe")
    duo.do(c.MovePerson(one, 1))
    duo.answer(one, "choice", "dans le second groupe")
    assert duo.refusal(c.WithdrawAnswer("decide", "choice"), me(one)) == ""
    assert all(answer.withdrawn for answer in duo.session.answers["decide"]["choice"].values())
