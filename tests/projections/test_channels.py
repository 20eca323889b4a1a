"""Every audience, always: patches give the document, nothing unnamed changes, nothing unseen is in the bytes."""

import json
import random
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain import commands as c
from facilitation.domain.format import Board, Carry, Chart, Grouping, Question, Repeat, Role, Stage, Visibility, Vote
from facilitation.domain.session import Consents, Session
from facilitation.projections.channels import all_channels, channels_of, document, documents, touched
from facilitation.projections.patches import Document, apply_patch, merge_patch
from tests.domain.forms import board, common_pot, consultation, form, one_two_four, say
from tests.domain.room import Room, open_room

FORMS = (one_two_four, common_pot, consultation)


@dataclass
class Watched:
    """A room whose every channel is followed as a screen would: by patches alone."""

    room: Room
    held: dict[str, Document]

    def do(self, command: c.Command, by: c.By) -> None:
        before = self.room.session
        verdict = self.room.do(command, by)
        if isinstance(verdict, c.Refused):
            assert self.room.session is before
            return
        after = self.room.session
        changed = touched(before, verdict, after)
        now = documents(after, all_channels(after))
        for channel, wanted in now.items():
            old = self.held.get(channel, {})
            if channel not in changed:
                assert old == wanted, f"{channel} changed and was not named after {command}"
            patch = json.loads(json.dumps(merge_patch(old, wanted)))
            assert apply_patch(old, patch) == wanted
            assert "null" not in json.dumps(wanted)
        self.held = now
        check_secrets(after, now)


def check_secrets(session: Session, now: dict[str, Document]) -> None:
    """Nobody's bytes hold words they may not read; worked out again here, from the words of the format alone."""
    planned = session.now_playing
    told = json.dumps(now.get("observers", {}))
    assert "secret" not in told, "observers read nothing that anybody wrote"
    for one in session.notebook.notes.values():
        holders = {channel for channel, held in now.items() if one.text and one.text in json.dumps(held)}
        assert holders <= {"staff", f"observer:{one.observer}"}
    for person in session.people:
        bytes_of = json.dumps([now.get(channel, {}) for channel in channels_of(session, person)])
        readable = {card.id for card in session.cards.values() if card.author == person}
        assert not any(note.text in bytes_of for note in session.notes.values())
        assert not any(note.text in bytes_of for note in session.notebook.notes.values() if note.text)
        for card in session.cards.values():
            if card.author == person or not card.text:
                continue
            board = next((b for b in planned.stage.boards if b.name == card.board), None) if planned else None
            may = (
                board is not None
                and not card.hidden
                and not (card.held and board.seen_by.first == "everyone")
                and (
                    board.seen_by.first == "everyone"
                    or (board.seen_by.first == "group" and same_group(session, person, card.author))
                )
            )
            if may:
                readable.add(card.id)
            else:
                assert card.text not in bytes_of, f"{person} reads {card.text} of {card.author}"
        for cluster in session.clusters.values():
            if cluster.title and not readable & set(cluster.cards):
                assert cluster.title not in bytes_of, f"{person} reads the title of cards they may not read"
        for key, questions in session.answers.items():
            for given_answers in questions.values():
                for holder, answer in given_answers.items():
                    if isinstance(answer.value, str) and answer.value.startswith("secret") and holder != person:
                        assert key != "learning" or may_read_learning(session) or answer.value not in bytes_of


def same_group(session: Session, one: str, other: str) -> bool:
    return any(one in group and other in group for group in session.groups.get(session.current or "", ()))


def may_read_learning(session: Session) -> bool:
    """All present have answered all three questions, or passed; or the stage is closed."""
    step = session.steps.get("learning")
    given_answers = session.answers.get("learning", {})
    signals = session.signals.get("learning", {})
    everyone = all(
        signals.get(p.id) in ("done", "pass")
        or all(
            p.id in given_answers.get(q, {}) and not given_answers[q][p.id].withdrawn
            for q in ("learned", "useful", "mood")
        )
        for p in session.present
    )
    return everyone or (step is not None and step.closed_at is not None)


def anything(draw: random.Random, room: Room) -> tuple[c.Command, c.By]:
    """A command that somebody might send now, allowed or not."""
    s = room.session
    step = s.current or "alone"
    people = list(s.people) or ["p0"]
    person = draw.choice(people)
    card = f"c{draw.randint(1, max(1, len(s.cards)))}"
    mark = f"secret-{person}-{room.now}-"
    participant: list[c.Command] = [
        *(
            c.PostCard(step, board, mark + board, draw.choice((None, "r", "s")))
            for board in ("ideas", "subjects", "advice")
        ),
        c.EditCard(step, card, mark + "edit"),
        c.WithdrawCard(card),
        c.MarkCard(step, card, "kept", draw.random() < 0.7),
        c.GiveAnswer(step, "contribution", fraction(draw)),
        c.GiveAnswer(step, "request", mark + "request"),
        c.GiveAnswer(step, "learned", mark + "learned"),
        c.GiveAnswer(step, "useful", fraction(draw, 1, 5)),
        c.GiveAnswer(step, "mood", draw.choice(("sun", "rain"))),
        c.WithdrawAnswer(step, draw.choice(("contribution", "learned", "request"))),
        c.CastVote(step, {card: draw.randint(0, 2)}),
        c.ChooseCards(step, (card,)),
        c.Signal(step, draw.choice(("done", "lost", "pass", "none"))),
        c.Leave(),
    ]
    staff: list[c.Command] = [
        c.ReviewCards(draw.random() < 0.5), c.LetIn((card,)),
        *[c.Advance(s.current)] * 6, c.CloseStep(step), c.RevealStep(step), c.ExtendStep(step, 60),
        c.PauseTimer(step), c.ResumeTimer(step), c.HideCard(card), c.RestoreCard(card), c.HideWall(draw.random() < 0.5),
        c.AssignRole("client", (person,)), c.MovePerson(person, draw.randint(0, 2)), c.TakeNote(mark + "note"),
        c.MarkAbsent(person, draw.random() < 0.3), c.SkipStep(draw.choice([p.key for p in s.plan]), "court"),
        c.OpenDoor(), c.CloseDoor(), *together(draw, s, mark),
    ]  # fmt: skip
    note = f"w{draw.randint(1, len(s.notebook.notes) + 1)}"
    watching: list[c.Command] = [
        *[c.NoteObservation(mark + "seen", draw.choice((0, room.now - 5000)), draw.choice((None, 0, 1)))] * 2,
        c.EditObservation(note, mark + "seen again"), c.FlagObservation(note, draw.random() < 0.5),
        c.WithdrawObservation(note), c.CountLine("1", draw.random() < 0.7),
    ]  # fmt: skip
    staff += [
        c.AdmitObserver(), c.DismissObserver("o2"), c.EraseObservation(note), c.DropExcerpt(note),
        *[c.KeepExcerpt(one.id, one.text[:12]) for one in s.notebook.notes.values()][-2:],
    ]  # fmt: skip
    turn = draw.random()
    if turn < 0.04 and s.notebook.observers:
        return draw.choice(watching), c.By("observer", draw.choice(list(s.notebook.observers)))
    if turn < 0.08:
        return c.Join(f"p{len(s.people)}", "phone", Consents()), c.By("door")
    if turn < 0.3:
        return draw.choice(staff), c.By("facilitator", "f")
    return draw.choice(participant), c.By("participant", person)


def together(draw: random.Random, s: Session, mark: str) -> list[c.Command]:
    """Cards put together or apart, and that undone."""
    cards = draw.sample([*s.cards, "c1", "c2"], 2)
    cluster = draw.choice([*s.clusters, "k1"])
    board = s.cards[cards[0]].board if cards[0] in s.cards else "ideas"
    return [
        *[c.MergeCards(tuple(cards))] * 2, c.PartCards(cards[0]),
        *[c.MakeCluster(board, mark + "title", (cards[0],))] * 2,
        c.ClusterCards((cards[1],), cluster), c.ClusterCards((cards[0],), None), c.RenameCluster(cluster, mark + "new"),
        c.DissolveCluster(cluster), *[c.UndoAction(f"a{draw.randint(1, len(s.actions) + 1)}")] * 2,
    ]  # fmt: skip


def fraction(draw: random.Random, low: int = 0, high: int = 100) -> Fraction:
    return Fraction(draw.randint(low, high))


@settings(max_examples=80)
@given(st.integers(0, 2), st.integers(0, 10**6), st.integers(1, 9))
def test_patches_give_every_document_and_no_secret_slips(which: int, seed: int, people: int) -> None:
    draw = random.Random(seed)
    room = open_room(FORMS[which](), people=people, seed=seed)
    room.next()
    watched = Watched(room, documents(room.session, all_channels(room.session)))
    for _ in range(80):
        watched.do(*anything(draw, room))


def test_what_is_written_alone_is_nowhere_but_with_its_author() -> None:
    room = open_room(one_two_four(), people=4)
    room.next()
    room.post("p0", "ideas", "mon secret")
    where = {
        channel for channel in all_channels(room.session) if "mon secret" in json.dumps(document(room.session, channel))
    }
    assert where == {"person:p0"}, "not even the console"
    room.next()
    group = room.session.group_of("p0")
    where = {
        channel for channel in all_channels(room.session) if "mon secret" in json.dumps(document(room.session, channel))
    }
    assert where == {"person:p0", f"group:{group}", f"screen:{group}", "staff"}


def test_a_contribution_is_not_told_before_its_round_is_over() -> None:
    room = open_room(common_pot(), people=3)
    room.until("contribute.1")
    room.answer("p0", "contribution", 37)
    staff = json.dumps(document(room.session, "staff"))
    assert '"37"' not in staff
    assert json.dumps(document(room.session, "everyone")).count("37") == 0
    for person in ("p1", "p2"):
        room.answer(person, "contribution", 1)
    chart = document(room.session, "everyone")["charts"]["1"]["points"]
    assert chart == [{"x": "1", "y": "13"}]
    show = document(room.session, "person:p0")["show"]
    assert show["fr"] == "Le pot : 39. Vous gagnez 86,4."
    assert show["en"] == "Le pot : 39. Vous gagnez 86.4."


def test_counts_of_a_vote_wait_for_their_end() -> None:
    room = open_room(one_two_four(), people=2)
    room.next()
    room.post("p0", "ideas", "une")
    room.until("fours")
    room.do(c.ChooseCards("fours", ("c1",)), c.By("participant", "p0"))
    room.next()
    room.vote("p1", {"c1": 2})
    vote = document(room.session, "everyone")["vote"]
    assert vote["voted"] == 1
    assert "tally" not in vote
    room.do(c.CloseStep("all"))
    assert document(room.session, "everyone")["vote"]["tally"] == {"c1": 2}


def test_a_vote_closed_before_its_reveal_can_still_be_revealed() -> None:
    vote = Vote("ideas", "1", reveal="when revealed")
    room = open_room(form(Stage("v", say("V"), boards=(board("everyone"),), vote=vote)), people=2)
    room.next()
    room.post("p0", "ideas", "une")
    room.vote("p1", {"c1": 1})
    room.do(c.CloseStep("v"))
    assert "tally" not in document(room.session, "everyone")["vote"]
    assert document(room.session, "staff")["canReveal"]
    room.do(c.RevealStep("v"))
    assert document(room.session, "everyone")["vote"]["tally"] == {"c1": 1}
    assert "canReveal" not in document(room.session, "staff")


def test_a_mark_keeps_its_name_in_later_stages() -> None:
    room = open_room(consultation(), people=3)
    room.until("plan")
    assert [mark["id"] for mark in document(room.session, "everyone")["boards"]["advice"]["marks"]] == ["kept"]


def test_a_hidden_wall_knows_nothing() -> None:
    room = open_room(consultation(), people=2)
    room.next()
    room.do(c.HideWall(True))
    assert document(room.session, "screen") == {"hidden": True}


def test_the_screen_of_a_group_shows_what_the_group_reads_and_no_alias() -> None:
    room = open_room(one_two_four(), people=4)
    room.until("pairs")
    rows = room.session.groups["pairs"]
    room.post(rows[0][0], "ideas", "of the first")
    room.post(rows[1][0], "ideas", "of the second")
    shown = json.dumps(document(room.session, "screen:0"))
    assert "of the first" in shown
    assert "of the second" not in shown
    assert not [person.alias for person in room.session.people.values() if person.alias in shown]
    assert document(room.session, "screen:9") == {}
    assert document(room.session, "screen:x") == {}
    room.do(c.HideWall(True))
    assert document(room.session, "screen:0") == {}
    room.do(c.HideWall(False))
    room.do(c.CloseSession())
    assert document(room.session, "screen:0") == {}


def test_a_frozen_wall_keeps_what_it_showed_and_lets_go_of_what_was_taken_back() -> None:
    room = open_room(consultation(), people=3)
    room.next()
    for person, text in (("p0", "one"), ("p1", "two"), ("p2", "three")):
        room.post(person, "subjects", text)
    room.do(c.FreezeWall(True))
    kept = document(room.session, "everyone")
    assert document(room.session, "screen")["frozen"] == kept
    room.do(c.TurnWall(5))
    room.do(c.HideCard("c1"))
    room.do(c.WithdrawCard("c2"), c.By("participant", "p1"))
    room.next()
    screen = document(room.session, "screen")
    assert screen["turned"] == 1
    assert screen["frozen"]["stage"]["id"] == "subjects"
    assert list(screen["frozen"]["boards"]["subjects"]["cards"]) == ["c3"]
    assert document(room.session, "everyone")["stage"]["id"] == "choice"
    room.do(c.HideWall(True))
    assert document(room.session, "screen") == {"hidden": True}
    room.do(c.HideWall(False))
    room.do(c.FreezeWall(False))
    assert "frozen" not in document(room.session, "screen")


def test_a_frozen_wall_shows_nothing_that_it_did_not_show() -> None:
    room = open_room(consultation(), people=3)
    room.next()
    for person, text in (("p0", "one"), ("p1", "two")):
        room.post(person, "subjects", text)
    room.do(c.ReviewCards(True))
    room.post("p2", "subjects", "three")
    room.do(c.HideCard("c1"))
    room.do(c.FreezeWall(True))
    room.do(c.RestoreCard("c1"))
    room.do(c.LetIn(("c3",)))
    assert list(document(room.session, "everyone")["boards"]["subjects"]["cards"]) == ["c1", "c2", "c3"]
    assert list(document(room.session, "screen")["frozen"]["boards"]["subjects"]["cards"]) == ["c2"]
    room.do(c.HideCard("c2"))
    assert "cards" not in document(room.session, "screen")["frozen"]["boards"]["subjects"]


def test_a_frozen_wall_lets_go_of_what_was_set_aside() -> None:
    asked = Board("subjects", Visibility("everyone"), sifted_by="facilitator")
    room = open_room(form(Stage("write", say("Écrire"), boards=(asked,))), people=2)
    room.next()
    room.post("p0", "subjects", "one")
    room.post("p1", "subjects", "two")
    room.do(c.SiftCard("c1", 1))
    room.do(c.SiftCard("c2", 2))
    room.do(c.FreezeWall(True))
    room.do(c.SiftCard("c1", None))
    assert list(document(room.session, "screen")["frozen"]["boards"]["subjects"]["cards"]) == ["c2"]


def test_a_phone_reads_its_own_channels_only() -> None:
    room = open_room(consultation(), people=3)
    room.do(c.AssignRole("client", ("p1",)))
    assert channels_of(room.session, "p1") == ("everyone", "role:client", "person:p1")
    assert channels_of(room.session, "stranger") == ()


@pytest.mark.parametrize("channel", ["group:99", "group:x", "person:nobody", "role:king", "nonsense", ""])
def test_an_unknown_channel_holds_nothing(channel: str) -> None:
    assert document(open_room(one_two_four(), people=2).session, channel) == {}


def test_once_everyone_has_answered_every_screen_learns_it() -> None:
    room = open_room(consultation(), people=3)
    room.until("learning")
    watched = Watched(room, documents(room.session, all_channels(room.session)))
    for person in tuple(room.session.people):
        by = c.By("participant", person)
        assert "answers" not in watched.held["everyone"]
        watched.do(c.GiveAnswer("learning", "learned", f"secret de {person}"), by)
        watched.do(c.GiveAnswer("learning", "useful", Fraction(4)), by)
        watched.do(c.GiveAnswer("learning", "mood", "sun"), by)
    learned = watched.held["everyone"]["answers"]["learned"]["entries"]
    assert [entry["value"] for entry in learned.values()] == [f"secret de {p}" for p in room.session.people]


def test_a_chart_does_not_move_while_answers_come_in() -> None:
    question = Question("guess", "whole number", say("Un nombre"))
    chart = Chart("line", "average(guess)", say("Moyenne"))
    room = open_room(form(Stage("guess", say("Deviner"), ask=(question,), charts=(chart,))), people=2)
    room.next()
    room.answer("p0", "guess", 41)
    assert document(room.session, "everyone")["charts"]["1"]["points"] == []
    room.do(c.CloseStep("guess"))
    assert document(room.session, "everyone")["charts"]["1"]["points"] == [{"x": "1", "y": "41"}]


def test_a_shared_answer_belongs_to_the_group() -> None:
    question = Question("choice", "short text", say("Votre choix"), answered_by="group")
    stage = Stage("decide", say("Décider"), ask=(question,), groups=Grouping("size", size="2"))
    room = open_room(form(stage), people=4)
    room.next()
    (one, mate), (other, _) = room.session.groups["decide"]
    room.answer(one, "choice", "brouillon")
    room.answer(mate, "choice", "notre choix")
    given_answers = room.session.answers["decide"]["choice"]
    assert [(holder, answer.value) for holder, answer in given_answers.items()] == [("group:0", "notre choix")]
    assert document(room.session, f"person:{one}")["mine"]["answers"] == {"choice": "notre choix"}
    assert "mine" not in document(room.session, f"person:{other}")


def test_an_answer_in_one_group_may_open_the_words_of_another() -> None:
    question = Question("view", "short text", say("Votre avis"))
    opens = Visibility("author", "everyone answered", "group")
    stage = Stage("views", say("Avis"), ask=(question,), answers_seen_by=opens, groups=Grouping("size", size="2"))
    room = open_room(form(stage), people=4)
    room.next()
    watched = Watched(room, documents(room.session, all_channels(room.session)))
    for person in tuple(room.session.people):
        watched.do(c.GiveAnswer("views", "view", f"avis de {person}"), c.By("participant", person))
    for number in (0, 1):
        assert len(watched.held[f"group:{number}"]["answers"]["view"]["entries"]) == 2


def test_people_are_told_who_reads_first_and_who_reads_later() -> None:
    room = open_room(consultation(), 4)
    room.until("learning")
    asked = document(room.session, "person:p1")["tasks"]["answer"]["learned"]
    assert (asked["seenFirst"], asked["seenBy"]) == ("author", "everyone")
    room = open_room(one_two_four(), 4)
    room.until("alone")
    posted = document(room.session, "person:p1")["tasks"]["post"]["ideas"]
    assert "seenFirst" not in posted


def test_a_role_that_will_read_is_called_by_its_words_and_not_by_its_key() -> None:
    advice = Stage("advice", say("Conseil"), boards=(board("role:client"),))
    room = open_room(form(advice, roles=(Role("client", say("Qui demande")), Role("note", say("Notes")))), 3)
    room.next()
    posted = document(room.session, "person:p2")["tasks"]["post"]["ideas"]
    assert posted["seenBy"] == "role:client"
    assert posted["seenRoles"] == {"client": {"fr": "Qui demande", "en": "Qui demande"}}


def test_a_stage_that_plays_in_some_rounds_only_counts_the_rounds_of_its_loop() -> None:
    every = Stage("play", say("Jouer"))
    some = Stage("talk", say("Parler"), only_in_rounds=(2, 5))
    room = open_room(
        form(Stage("before", say("Avant")), Repeat("5", (some, every)), Repeat("2", (Stage("b", say("B")),))), 2
    )
    told = {}
    for _ in range(10):
        room.next()
        shown = document(room.session, "everyone")["stage"]
        told[room.session.current] = (shown.get("round"), shown.get("rounds"))
    assert told["before"] == (1, 1)
    assert [told[f"talk.{turn}"] for turn in (2, 5)] == [(2, 5), (5, 5)]
    assert told["play.1"] == (1, 5)
    assert told["b.2"] == (2, 2)
    plan = document(room.session, "staff")["plan"]
    assert (plan["talk.5"]["round"], plan["talk.5"]["rounds"]) == (5, 5)


def test_where_everyone_sits_together_a_card_names_the_group_it_came_from() -> None:
    fours = Stage("fours", say("À quatre"), groups=Grouping("size", size="2"), boards=(board("group"),))
    together = Stage(
        "all",
        say("Tous"),
        groups=Grouping("everyone"),
        boards=(board("everyone", written_by="nobody", names="group"),),
        carry=(Carry("ideas", "all"),),
    )
    room = open_room(form(fours, together), people=4)
    room.next()
    for person in room.session.people:
        room.do(c.PostCard("fours", "ideas", f"de {person}"), c.By("participant", person))
    numbers = {p: number for number, row in enumerate(room.session.groups["fours"]) for p in row}
    room.next()
    shown = document(room.session, "everyone")["boards"]["ideas"]["cards"].values()
    assert {card["text"]: card["group"] for card in shown} == {f"de {p}": number for p, number in numbers.items()}
    assert set(numbers.values()) == {0, 1}


def test_who_has_gone_reads_nothing_of_the_others_until_they_are_back() -> None:
    room = open_room(one_two_four(), people=4)
    room.next()
    room.post("p0", "ideas", "pour ma paire")
    room.next()
    before = channels_of(room.session, "p1")
    assert {"everyone", "person:p1"} < set(before)
    room.do(c.MarkAbsent("p1", True))
    assert channels_of(room.session, "p1") == ("person:p1",)
    assert document(room.session, "person:p1")["me"]["here"] is False
    room.do(c.MarkAbsent("p1", False))
    assert channels_of(room.session, "p1") == before
