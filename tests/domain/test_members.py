"""Each member has a turn: in groups of any size, with latecomers and people who leave; and nobody else reads along."""

from collections import Counter

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.format import Board, Format, Grouping, Repeat, Role, Stage, Visibility
from facilitation.projections.channels import channels_of, documents
from tests.domain.forms import form, say
from tests.domain.room import open_room


def _troika() -> Format:
    same = Grouping("same as", of="trios")
    notes = Board("notes", Visibility("role:client"), written_by="consultants")
    still = Board("notes", Visibility("role:client"), written_by="nobody")
    turn = (
        Stage("ask", say("Question"), groups=same),
        Stage("advice", say("Conseil"), groups=same, silent=("client",), boards=(notes,)),
        Stage("thanks", say("Merci"), groups=same, boards=(still,)),
    )
    return form(
        Stage("trios", say("Trios"), groups=Grouping("size", size="3")),
        Repeat("30", turn, each_as="client"),
        Stage("end", say("Fin")),
        roles=(
            Role("client", say("Client"), chosen_by="rotation"),
            Role("consultants", say("C"), chosen_by="everyone else"),
        ),
    )


@pytest.mark.parametrize("people", range(3, 25))
def test_everyone_is_client_once_and_silent_while_advised(people: int) -> None:
    room = open_room(_troika(), people=people)
    room.until("trios")
    largest = max(map(len, room.session.groups["trios"]))
    served: Counter[str] = Counter()
    for turn in range(1, largest + 1):
        room.until(f"advice.{turn}")
        for group in room.session.groups[f"advice.{turn}"]:
            clients = [p for p in group if p in room.session.roles["client"]]
            assert len(clients) == (1 if turn <= len(group) else 0)
            served.update(clients)
            for person in group:
                task = documents(room.session, [f"person:{person}"])[f"person:{person}"]
                listening = person in clients or not clients
                assert ("post" in task.get("tasks", {})) != listening
                assert task.get("waits", False) == (not clients)
    assert served == Counter(list(room.session.people))
    room.until("end")
    assert f"ask.{largest + 1}" not in [step.key for step in room.session.plan]


def test_what_is_written_for_a_client_is_read_by_that_client_only() -> None:
    room = open_room(_troika(), people=6)
    room.until("advice.1")
    first, _ = room.session.groups["advice.1"]
    client = next(p for p in first if p in room.session.roles["client"])
    writer = next(p for p in first if p != client)
    room.post(writer, "notes", "Essayez le matin")

    def readers() -> set[str]:
        return {
            person
            for person in room.session.people
            if any(
                "Essayez" in str(found.get("boards"))
                for found in documents(room.session, channels_of(room.session, person)).values()
            )
        }

    assert readers() == {client}
    room.until("thanks.1")
    assert readers() == {client}
    room.until("thanks.2")
    assert readers() == set(), "the next client does not read what was written for the one before"


def test_a_latecomer_gets_a_turn_and_someone_who_left_is_not_waited_for() -> None:
    room = open_room(_troika(), people=6)
    room.until("advice.2")
    (late,) = room.join(1)
    group = next(row for row in room.session.groups["advice.2"] if late in row)
    gone = group[2]
    room.do(c.MarkAbsent(gone, True))
    room.until("end")
    held = {person for roles in room.session.cast.values() for person in roles.get("client", ())}
    assert held == set(room.session.people) - {gone}
    assert any(isinstance(event, e.LoopEnded) and event.by == "condition" for event in room.events)
