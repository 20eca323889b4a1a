"""Cards read as one or under a title, by the facilitator's hand; and every such action undone."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.arranging import clusters_on
from facilitation.domain.evolve import replay
from facilitation.domain.format import Board, Carry, Format, Question, Role, Stage, Visibility
from facilitation.domain.tally import tally
from facilitation.domain.visibility import cards_of
from facilitation.projections.channels import document
from facilitation.projections.outcome import outcome
from tests.domain.forms import board, form, one_two_four, say
from tests.domain.room import Room, open_room


def wall() -> Format:
    """Everyone writes for everyone, then reads it again."""
    return form(
        Stage("write", say("Écrire"), boards=(board("everyone"),)),
        Stage("again", say("Relire"), boards=(board("everyone"),), carry=(Carry("ideas", "all"),)),
        roles=(Role("host", say("Hôte"), count=1, chosen_by="facilitator"), Role("scribe", say("Scribe"), count=1)),
    )


@pytest.fixture
def room() -> Room:
    found = open_room(wall(), people=4)
    found.next()
    for person, words in enumerate(("un repas", "manger ensemble", "un plan", "des horaires")):
        found.post(f"p{person}", "ideas", words)
    return found


def shown(room: Room) -> dict[str, object]:
    return dict(document(room.session, "everyone")["boards"]["ideas"]["cards"])  # type: ignore[index, call-overload]


def withdraw(room: Room, person: str, card: str) -> str:
    return room.refusal(c.WithdrawCard(card), c.By("participant", person))


def test_merged_cards_are_one_and_each_of_them_can_still_be_taken_back(room: Room) -> None:
    room.do(c.MergeCards(("c1", "c2", "c3")))
    assert shown(room)["c1"] == {"text": "un repas", "with": ["manger ensemble", "un plan"]}
    assert list(shown(room)) == ["c1", "c4"]
    assert withdraw(room, "p1", "c2") == ""
    assert shown(room)["c1"] == {"text": "un repas", "with": ["un plan"]}
    assert withdraw(room, "p0", "c1") == ""
    assert shown(room) == {"c3": {"text": "un plan"}, "c4": {"text": "des horaires"}}
    edit = c.EditCard("write", "c3", "un plan dessiné")
    assert room.refusal(edit, c.By("participant", "p2")) == ""


def test_a_part_can_be_rewritten_by_its_author_and_hiding_the_first_lets_the_next_stand(room: Room) -> None:
    room.do(c.MergeCards(("c1", "c2")))
    assert room.refusal(c.EditCard("write", "c2", "un banquet"), c.By("participant", "p1")) == ""
    assert shown(room)["c1"] == {"text": "un repas", "with": ["un banquet"]}
    assert document(room.session, "person:p1")["mine"]["cards"]["c2"]["joined"]  # type: ignore[index, call-overload]
    room.do(c.HideCard("c1"))
    assert shown(room)["c2"] == {"text": "un banquet", "edited": True}
    room.do(c.PartCards("c2"))
    assert list(shown(room)) == ["c2", "c3", "c4"]


def test_what_comes_into_a_stage_comes_whole(room: Room) -> None:
    room.do(c.MergeCards(("c1", "c2")))
    room.next()
    withdraw(room, "p0", "c1")
    assert list(shown(room)) == ["c2", "c3", "c4"]


def test_groups_that_read_their_own_cards_only_do_not_read_the_parts_of_others() -> None:
    room = open_room(one_two_four(), people=4)
    room.next()
    for person in range(4):
        room.post(f"p{person}", "ideas", f"idée {person}")
    room.until("pairs")
    room.do(c.MergeCards(("c1", "c2", "c3", "c4")))
    rows = room.session.groups["pairs"]
    for number, group in enumerate(rows):
        board = document(room.session, f"group:{number}")["boards"]["ideas"]["cards"]  # type: ignore[index, call-overload]
        words = {card["text"] for card in board.values()} | {w for card in board.values() for w in card.get("with", [])}
        assert words == {f"idée {person[1:]}" for person in group}
        assert len(board) == 1
    room.do(c.PartCards("c1"))
    one, other = (next(id for id, card in room.session.cards.items() if card.author == group[0]) for group in rows)
    assert room.refusal(c.MergeCards((one, other))) == "cards-apart"


def test_votes_for_what_was_merged_stay_with_those_who_are_left() -> None:
    room = open_room(one_two_four(), people=4)
    room.next()
    for person in range(4):
        room.post(f"p{person}", "ideas", f"idée {person}")
    room.until("fours")
    room.do(c.MergeCards(("c1", "c2")))
    room.do(c.ChooseCards("fours", ("c1",)), c.By("participant", "p0"))
    room.until("all")
    room.vote("p3", {"c1": 2})
    assert room.refusal(c.MergeCards(("c1", "c3"))) == "already-voted"
    assert tally(room.session, "all") == {"c1": 2}
    withdraw(room, "p0", "c1")
    assert tally(room.session, "all") == {"c2": 2}
    planned = room.session.now_playing
    assert planned
    assert [card.id for card in cards_of(room.session, planned, planned.stage.boards[0])] == ["c2"]
    row = outcome(room.session).stages[-1].votes[0].rows[0]
    assert (row.text, row.dots) == ("idée 1", 2)


def test_clusters_are_made_named_filled_and_dissolved(room: Room) -> None:
    assert room.refusal(c.MakeCluster("ideas", "  ", ("c1",))) == "empty"
    assert room.refusal(c.MakeCluster("ideas", "x" * 99, ("c1",))) == "too-long"
    assert room.refusal(c.MakeCluster("elsewhere", "Repas", ("c1",))) == "unknown-card"
    room.do(c.MakeCluster("ideas", "Repas", ("c1",)))
    (made,) = clusters_on(room.session, "ideas")
    room.do(c.ClusterCards(("c2", "c3"), made.id))
    room.do(c.RenameCluster(made.id, "Manger"))
    clusters = document(room.session, "everyone")["boards"]["ideas"]["clusters"]  # type: ignore[index, call-overload]
    assert clusters == {made.id: {"title": "Manger", "cards": ["c1", "c2", "c3"]}}
    room.do(c.MakeCluster("ideas", "Plans", ("c3",)))
    assert [one.cards for one in clusters_on(room.session, "ideas")] == [("c1", "c2"), ("c3",)]
    room.do(c.ClusterCards(("c1",), None))
    room.do(c.DissolveCluster(made.id))
    assert [one.title for one in clusters_on(room.session, "ideas")] == ["Plans"]
    assert room.refusal(c.RenameCluster(made.id, "Encore")) == "unknown-cluster"
    written = outcome(room.session).stages[0].boards[0].cards
    assert [card.cluster for card in written] == ["", "", "Plans", ""]


def test_a_merged_card_goes_under_a_title_with_all_its_parts(room: Room) -> None:
    room.do(c.MergeCards(("c1", "c2")))
    room.do(c.MakeCluster("ideas", "Repas", ("c1",)))
    withdraw(room, "p0", "c1")
    clusters = document(room.session, "everyone")["boards"]["ideas"]["clusters"]  # type: ignore[index, call-overload]
    assert [one["cards"] for one in clusters.values()] == [["c2"]]
    assert [card.joined for card in outcome(room.session).stages[0].boards[0].cards] == [(), (), ()]


def last(room: Room) -> str:
    return room.session.actions[-1].id


DEEDS: list[c.Command] = [
    c.HideCard("c1"),
    c.MergeCards(("c3", "c4")),
    c.MakeCluster("ideas", "Autre", ("c1", "c4")),
    c.ClusterCards(("c3",), "k1"),
    c.RenameCluster("k1", "Autrement"),
    c.DissolveCluster("k1"),
    c.AssignRole("host", ("p3",)),
    c.SwapRoles("p0", "p1"),
]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: type(deed).__name__)
def test_every_action_can_be_undone_and_leaves_nothing(room: Room, deed: c.Command) -> None:
    room.do(c.MakeCluster("ideas", "Repas", ("c1", "c2")))
    room.do(c.AssignRole("host", ("p0",)))
    before = room.session
    events = room.do(deed)
    assert isinstance(events, tuple)
    assert isinstance(events[0], e.ActionTaken)
    after = room.session
    assert (after.cards, after.clusters, after.merges, after.roles) != (
        before.cards,
        before.clusters,
        before.merges,
        before.roles,
    )
    assert room.refusal(c.UndoAction(last(room))) == ""
    now = room.session
    assert (now.cards, now.clusters, now.merges, now.roles) == (
        before.cards,
        before.clusters,
        before.merges,
        before.roles,
    )
    assert room.refusal(c.UndoAction(last(room))) == "already-undone"


def test_what_something_later_builds_on_is_undone_after_it(room: Room) -> None:
    room.do(c.MakeCluster("ideas", "Repas", ("c1", "c2")))
    first = last(room)
    room.do(c.MergeCards(("c3", "c4")))
    room.do(c.HideCard("c1"))
    assert room.refusal(c.UndoAction(first)) == "changed-since"
    actions = document(room.session, "staff")["actions"]
    assert [one.get("undoable", False) for one in actions.values()] == [False, True, True]  # type: ignore[union-attr]
    assert room.refusal(c.UndoAction("a2")) == ""
    assert room.refusal(c.UndoAction(first)) == ""
    assert clusters_on(room.session, "ideas") == ()
    assert room.refusal(c.UndoAction("a99")) == "unknown-action"


def test_someone_moved_to_a_group_comes_back_while_the_stage_is_on() -> None:
    room = open_room(one_two_four(), people=4)
    room.until("pairs")
    before = room.session.groups["pairs"]
    moved = before[0][0]
    room.do(c.MovePerson(moved, 1))
    assert room.refusal(c.UndoAction(last(room))) == ""
    assert [set(group) for group in room.session.groups["pairs"]] == [set(group) for group in before]
    room.do(c.MovePerson(moved, 1))
    room.next()
    assert room.refusal(c.UndoAction(last(room))) == "changed-since"


def test_two_people_exchange_their_roles(room: Room) -> None:
    room.do(c.AssignRole("host", ("p0",)))
    room.do(c.AssignRole("scribe", ("p1",)))
    room.do(c.SwapRoles("p0", "p1"))
    assert room.session.roles == {"host": ("p1",), "scribe": ("p0",)}
    assert room.refusal(c.SwapRoles("p2", "p3")) == "same-roles"


def test_the_console_learns_nothing_of_a_card_it_may_not_read_by_acting_on_it() -> None:
    room = open_room(one_two_four(), people=2)
    room.next()
    room.post("p0", "ideas", "mon secret")
    room.do(c.HideCard("c1"))
    room.do(c.MakeCluster("ideas", "Titre", ("c1",)))
    assert "mon secret" not in str(document(room.session, "staff"))


def test_a_private_note_stays_out_of_the_documentation_until_it_is_kept(room: Room) -> None:
    room.do(c.TakeNote("À retenir."))
    room.do(c.TakeNote("Pour nous.", kept=False))
    assert [note.text for note in outcome(room.session).notes] == ["À retenir."]
    room.do(c.KeepNote("n2", True))
    room.do(c.KeepNote("n1", False))
    assert [note.text for note in outcome(room.session).notes] == ["Pour nous."]
    assert room.refusal(c.KeepNote("n9", True)) == "unknown-note"


def test_what_is_reviewed_waits_before_the_whole_room_reads_it_and_no_longer(room: Room) -> None:
    room.do(c.ReviewCards(True))
    room.post("p0", "ideas", "à relire")
    assert list(shown(room)) == ["c1", "c2", "c3", "c4"]
    assert document(room.session, "person:p0")["mine"]["cards"]["c5"]["waits"]  # type: ignore[index, call-overload]
    assert document(room.session, "staff")["boards"]["ideas"]["cards"]["c5"]["held"]  # type: ignore[index, call-overload]
    assert "à relire" not in [card.text for card in outcome(room.session).stages[0].boards[0].cards]
    room.do(c.ReviewCards(False))
    assert list(shown(room)) == ["c1", "c2", "c3", "c4"], "what waited still waits"
    room.do(c.LetIn(("c5",)))
    assert list(shown(room)) == ["c1", "c2", "c3", "c4", "c5"]
    assert "à relire" in [card.text for card in outcome(room.session).stages[0].boards[0].cards]
    assert room.refusal(c.LetIn(("c99",))) == "unknown-card"


def test_a_group_reads_its_own_cards_while_they_wait_for_the_room() -> None:
    room = open_room(one_two_four(), people=2)
    room.do(c.ReviewCards(True))
    room.until("pairs")
    room.post("p0", "ideas", "entre nous")
    assert "entre nous" in str(document(room.session, "group:0"))
    room.until("fours")
    room.do(c.ChooseCards("fours", ("c1",)), c.By("participant", "p0"))
    room.until("all")
    assert "entre nous" not in str(document(room.session, "everyone"))
    assert room.vote("p1", {"c1": 1}) == c.Refused("unknown-card")


def test_a_card_that_waits_for_its_review_is_in_nobody_s_hand() -> None:
    write = Stage("write", say("Écrire"), boards=(Board("ideas", Visibility("everyone")),))
    read = Stage(
        "read",
        say("Lire"),
        boards=(Board("ideas", Visibility("everyone"), written_by="nobody"),),
        carry=(Carry("ideas", "dealt", deal="1"),),
    )
    room = open_room(form(write, read), people=3)
    room.next()
    room.do(c.ReviewCards(True))
    for person in ("p0", "p1", "p2"):
        room.post(person, "ideas", f"de {person}")
    room.next()
    assert room.session.dealt["read"]["ideas"]

    def others_read() -> list[str]:
        hands = [document(room.session, f"person:{person}").get("boards", {}) for person in room.session.people]
        return [text for text in ("de p0", "de p1", "de p2") if text in str(hands)]

    assert others_read() == []
    room.do(c.LetIn(("c1",)))
    assert others_read() == ["de p0"]


def test_what_is_changed_after_it_was_let_in_waits_again(room: Room) -> None:
    room.do(c.ReviewCards(True))
    author = c.By("participant", "p0")
    assert "c1" in shown(room)
    room.do(c.EditCard(room.session.current or "", "c1", "autre chose"), author)
    assert "c1" not in shown(room)
    assert "autre chose" not in str(document(room.session, "everyone"))
    room.do(c.LetIn(("c1",)))
    assert shown(room)["c1"]["text"] == "autre chose"
    room.do(c.ReviewCards(False))
    room.do(c.EditCard(room.session.current or "", "c1", "encore"), author)
    assert shown(room)["c1"]["text"] == "encore"
    assert replay(room.events) == room.session


def test_answers_in_words_wait_and_are_let_in_as_they_were_read() -> None:
    question = Question("wish", "short text", say("Un souhait"), anonymous=True)
    number = Question("n", "number", say("Combien"))
    stage = Stage("ask", say("Dire"), ask=(question, number), answers_seen_by=Visibility("everyone"))
    room = open_room(form(stage), people=3)
    room.next()
    room.do(c.ReviewCards(True))
    room.answer("p0", "wish", "un mot à relire")
    room.answer("p0", "n", 3)
    everyone = document(room.session, "everyone")
    assert "un mot à relire" not in str(everyone)
    assert "n" in everyone["answers"], "a number says nothing to be read first"
    mine = document(room.session, "person:p0")["mine"]
    assert "un mot à relire" in str(mine)
    assert mine["waiting"] == ["wish"], "its author is told that nobody reads it yet"
    assert "un mot à relire" not in str(outcome(room.session))
    (name,) = document(room.session, "staff")["toRead"]
    assert "p0" not in name
    room.do(c.GiveAnswer("ask", "wish", "tout autre chose"), c.By("participant", "p0"))
    assert room.refusal(c.LetIn((), (name,))) == "answer-changed", "what was read is no longer what it would show"
    (again,) = document(room.session, "staff")["toRead"]
    room.do(c.FreezeWall(True))
    room.do(c.LetIn((), (again,)))
    assert "tout autre chose" in str(document(room.session, "everyone"))
    assert "waiting" not in document(room.session, "person:p0")["mine"]
    assert "tout autre chose" not in str(document(room.session, "screen")), "not behind a frozen wall"
    assert "toRead" not in document(room.session, "staff")
    assert "tout autre chose" in str(outcome(room.session))
    assert replay(room.events) == room.session


def test_a_title_goes_with_the_words_that_it_was_taken_from(room: Room) -> None:
    texts = {id: card.text for id, card in room.session.cards.items()}
    room.do(c.MakeCluster("ideas", "Accueillir autour du pain", ("c1", "c2")))
    room.do(c.EditCard(room.session.current or "", "c1", "Accueillir chacun autour du pain"), c.By("participant", "p0"))
    room.do(c.MakeCluster("ideas", "Deux autres", ("c3", "c4")))
    room.do(c.FreezeWall(True))
    room.do(c.WithdrawCard("c1"), c.By("participant", room.session.cards["c1"].author))
    first, second = room.session.clusters.values()
    assert (first.title, first.dissolved, second.title) == ("", True, "Deux autres"), texts
    remembered = (
        room.session.clusters,
        room.session.actions,
        room.session.wall_held and room.session.wall_held.clusters,
    )
    assert "pain" not in str(remembered), "nor does an action that could be undone, or a frozen wall, remember it"
    for card in ("c3", "c4"):
        room.do(c.WithdrawCard(card), c.By("participant", room.session.cards[card].author))
    assert [one.title for one in room.session.clusters.values()] == ["", ""]
    assert "Deux autres" not in str(document(room.session, "staff"))
    assert {event.cluster for event in room.events if isinstance(event, e.TitleErased)} == set(room.session.clusters)


def test_a_title_of_the_facilitator_s_own_words_stays(room: Room) -> None:
    room.do(c.MakeCluster("ideas", "Lieux et moments", ("c1", "c2")))
    room.do(c.WithdrawCard("c1"), c.By("participant", room.session.cards["c1"].author))
    assert [one.title for one in room.session.clusters.values()] == ["Lieux et moments"]
