"""One session by phones, by slips, and half and half: the same board, the same figures, the same record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from facilitation.documentation.record import record_html
from facilitation.domain import commands as c
from facilitation.domain.commands import SlipContent
from facilitation.domain.format import Board, Format, Option, Question, Stage, Visibility, Vote
from facilitation.domain.plain import to_plain
from facilitation.domain.session import Consents, Session
from facilitation.domain.slips.field import card_number
from facilitation.domain.slips.fields import fields_for
from facilitation.domain.slips.reading import content_of
from facilitation.projections.channels import document
from facilitation.projections.outcome import Outcome, outcome
from tests.domain.forms import form, say
from tests.domain.room import ANIMATOR, DOOR, Room, open_room
from tests.formats.shipped import library

PEOPLE = tuple(f"p{n}" for n in range(60))
START = 1_790_000_000_000
BY_PAPER: Mapping[str, tuple[str, ...]] = {"phones": (), "slips": PEOPLE, "both": PEOPLE[::2]}


@cache
def half_day() -> Format:
    found = library().format("seminar-half-day")
    assert found is not None
    return found


@dataclass
class Day(Room):
    """The half-day seminar, where each stage takes a minute whoever types how much."""

    paper: tuple[str, ...] = ()
    boards: list[Any] = field(default_factory=list)

    def do(self, command: c.Command, by: c.By = ANIMATOR) -> Any:
        self.now = START + 60_000 * len(self.session.steps) - 1000
        verdict = super().do(command, by)
        assert not isinstance(verdict, c.Refused), (command, verdict)
        return verdict

    def comes(self, person: str, agreed: Consents) -> None:
        if person in self.paper:
            seat = self.paper.index(person) + 1
            self.do(c.HandOut((seat,)))
            self.do(c.GiveConsents(seat, agreed))
        else:
            self.do(c.Join(person, "phone", agreed), DOOR)

    def gives(self, person: str, typed: Mapping[str, str]) -> None:
        """What a person gives in the step that is on, written as it would be typed from a slip."""
        step = self.session.current or ""
        planned = self.session.planned(step)
        assert planned is not None
        content = content_of(fields_for(self.session, planned, person), typed)
        assert isinstance(content, SlipContent), content
        if person in self.paper:
            # Twice, as tired people do.
            slip = c.EnterSlip(self.session.sheets.index(step) + 1, self.paper.index(person) + 1, content)
            self.do(slip)
            assert self.do(slip) == ()
            return
        by = c.By("participant", person)
        for board, cards in content.cards.items():
            for card in cards:
                self.do(c.PostCard(step, board, card.text, card.column), by)
        for question, value in content.answers.items():
            self.do(c.GiveAnswer(step, question, value), by)
        if content.dots:
            self.do(c.CastVote(step, content.dots), by)

    def closes(self) -> None:
        """The end of a step: its board is kept for comparison, then the room goes on."""
        self.boards.append(shown(self.session))
        self.next()


def shown(session: Session) -> Any:
    """What the whole room reads, but for the numbers of documents."""
    return {name: document(session, name) for name in ("everyone", "screen")}


@cache
def played(way: str) -> Day:
    day = Day(paper=BY_PAPER[way])
    day.do(c.PlanSession("s1", "Séminaire", "fr", half_day(), "format: x", "0" * 64, 7))
    day.do(c.OpenDoor())
    if day.paper:
        day.do(c.PrintPaper(day.paper))
    for n, person in enumerate(PEOPLE):
        day.comes(person, Consents(n % 9 != 0, n % 2 == 0, n % 3 == 0))
    day.next()
    for n, person in enumerate(PEOPLE):
        day.gives(person, {"answer/sure_before": str(n % 5 + 1)})
    day.closes()
    for n, person in enumerate(PEOPLE):
        day.gives(person, {"answer/guess": "ABC"[n % 3]})
    assert day.session.current == "training", "everyone has answered"
    for n, person in enumerate(PEOPLE[:20]):
        day.gives(person, {"card/unclear/1": f"Sigle {n}"})
    day.closes()
    for n, person in enumerate(PEOPLE[10:40]):
        day.gives(person, {"card/questions/1": f"Question {n}", "card/questions/2": "Encore" if n % 4 == 0 else ""})
    day.closes()
    day.closes()
    for n, person in enumerate(PEOPLE):
        day.gives(person, {"answer/workshop": "ABC"[n * 7 % 3]})
    assert day.session.current == "workshops"
    for n, person in enumerate(PEOPLE):
        day.gives(person, {f"card/workshop_notes/{('does', 'stuck', 'idea')[n % 3]}/1": f"Note {n}"})
    day.closes()
    ideas = [card.id for card in day.session.cards.values() if card.board == "workshop_notes"]
    for n, person in enumerate(PEOPLE):
        picks = {ideas[(n * n + k * 11) % 30] for k in range(3)}
        day.gives(person, {"vote": " ".join(card_number(card) for card in sorted(picks))})
    day.closes()
    for n, person in enumerate(PEOPLE[5:]):
        day.gives(person, {"card/commitments/1": f"Engagement {n}"})
    day.closes()
    for n, person in enumerate(PEOPLE):
        day.gives(person, {"answer/sure_after": str((n + 2) % 5 + 1), "answer/learned": f"Appris {n}" if n % 2 else ""})
    day.do(c.CloseSession())
    return day


def told(way: str) -> Outcome:
    return outcome(played(way).session)


OF_THE_CHANNEL = {"channels", "slips", "slips_late", "slips_after", "last_typed", "seq"}


def without_channel(value: Any) -> Any:
    match value:
        case dict():
            return {key: without_channel(one) for key, one in value.items() if key not in OF_THE_CHANNEL}
        case list():
            return [without_channel(one) for one in value]
    return value


@pytest.mark.parametrize("way", ["slips", "both"])
def test_the_room_reads_the_same_boards_whatever_was_used(way: str) -> None:
    assert len(played(way).boards) == 7
    for mine, phones in zip(played(way).boards, played("phones").boards, strict=True):
        screen = dict(mine["screen"])
        assert screen.pop("numbered") is True, "who votes on paper needs the numbers of cards"
        assert mine | {"screen": screen} == phones
    assert "paper" not in repr(played(way).boards)


@pytest.mark.parametrize("way", ["slips", "both"])
def test_every_figure_is_the_same_but_for_the_channel(way: str) -> None:
    mine, phones = to_plain(told(way)), to_plain(told("phones"))
    assert without_channel(mine) == without_channel(phones)
    assert mine["attendance"] != phones["attendance"]
    assert told(way).attendance.slips > 200


@pytest.mark.parametrize("way", ["slips", "both"])
def test_the_record_is_the_same_but_for_the_lines_of_the_channel(way: str) -> None:
    mine, phones = (re.split(r"\n+", record_html(told(one), "fr", START)) for one in (way, "phones"))
    apart = [line for line in mine if line not in phones]
    assert len(apart) == 3, apart
    # Typing a slip is an event of its own.
    assert any("Événements de la séance" in line for line in apart)
    assert any("papier (" in line for line in apart)
    assert any("bulletins de papier ont été recopiés" in line for line in apart)


def test_raised_hands_join_the_counts_and_are_told_apart() -> None:
    sure = Question("sure", "choice", say("Sûr ?"), options=(Option("a", say("Oui")), Option("b", say("Non"))))
    board = Board("ideas", Visibility("everyone"))
    room = open_room(form(Stage("s", say("S"), ask=(sure,), boards=(board,), vote=Vote("ideas", "3"))), 2)
    room.next()
    room.post("p0", "ideas", "une")
    room.answer("p0", "sure", "a")
    room.vote("p0", {"c1": 1})
    room.do(c.CountHands("s", "sure", {"a": 4, "b": 9}))
    room.do(c.CountHands("s", "", {"c1": 6}))
    stage = outcome(room.session).stages[0]
    answers = stage.questions[0].rounds[0]
    assert [option.count for option in answers.counts] == [5, 9]
    assert (answers.answered, answers.hands) == (1, 13)
    vote = stage.votes[0]
    assert (vote.rows[0].dots, vote.hands, vote.voters) == (7, 6, 1)
