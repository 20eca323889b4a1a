"""What all documents of one state share, worked out once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from facilitation.domain.arranging import behind
from facilitation.domain.folding import folded
from facilitation.domain.format import Board, Question, Visibility
from facilitation.domain.progress import awaited, done
from facilitation.domain.revealing import not_yet
from facilitation.domain.scopes import StepScope, asked_at
from facilitation.domain.session import Answer, Card, Change, Planned, Session, Step
from facilitation.domain.sifting import is_sifted, waits
from facilitation.domain.tally import latest_tally
from facilitation.domain.visibility import (
    all_cards_of,
    audiences,
    cards_of,
    merges,
    shared_channels,
    sifters,
    waits_for_votes,
)

PRIVATE = frozenset({"author", "nobody", "totals"})
"""Audiences that the console is not among: it is told how many there are."""


@dataclass(frozen=True)
class View:
    """One state of a session, ready to be projected for any audience."""

    session: Session
    _rows: dict[str, dict[str, int]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def planned(self) -> Planned | None:
        """The step that is on, unless the session is over."""
        return self.session.now_playing if self.session.status == "running" else None

    @cached_property
    def step(self) -> Step | None:
        """How far it is."""
        return self.session.steps.get(self.planned.key) if self.planned else None

    @cached_property
    def changes_by_step(self) -> dict[str, list[Change]]:
        """The changes of the plan that hold, by the steps they concern."""
        found: dict[str, list[Change]] = {}
        for change in self.session.changes:
            for key in change.steps if change.undone_at is None else ():
                found.setdefault(key, []).append(change)
        return found

    @cached_property
    def first_by_step(self) -> dict[str, Planned]:
        """The steps as they were before any change."""
        return {step.key: step for step in self.session.first_plan}

    @cached_property
    def group_numbers(self) -> dict[str, int]:
        """The group of each person in the step that is on."""
        rows = self.session.groups.get(self.planned.key, ()) if self.planned else ()
        return {person: number for number, row in enumerate(rows) for person in row}

    @cached_property
    def told_groups(self) -> dict[str, int]:
        """The group of each person as screens name it: where everyone sits together, the last ones they were in."""
        steps, groups = self.session.plan, self.session.groups
        until_now = steps[: steps.index(self.planned) + 1] if self.planned else ()
        several = (groups[step.key] for step in reversed(until_now) if len(groups.get(step.key, ())) > 1)
        rows = next(several, ())
        return {person: number for number, row in enumerate(rows) for person in row}

    @cached_property
    def awaited(self) -> tuple[str, ...]:
        """Who has something to do."""
        return awaited(self.session) if self.planned else ()

    @cached_property
    def awaited_set(self) -> frozenset[str]:
        """The same, to look people up in."""
        return frozenset(self.awaited)

    @cached_property
    def done(self) -> frozenset[str]:
        """Who has done it."""
        return frozenset(done(self.session)) if self.planned else frozenset()

    @cached_property
    def boards(self) -> tuple[Board, ...]:
        """The boards of the step that is on."""
        return self.planned.stage.boards if self.planned else ()

    @cached_property
    def cards(self) -> dict[str, tuple[Card, ...]]:
        """The cards of each of these boards, hidden ones included."""
        return {b.name: cards_of(self.session, self.planned, b) for b in self.boards} if self.planned else {}

    @cached_property
    def opened(self) -> dict[str, frozenset[str]]:
        """The audiences of each board now."""
        return {b.name: self.audiences(b.seen_by) for b in self.boards}

    @cached_property
    def cards_by_channel(self) -> dict[str, dict[str, list[Card]]]:
        """For each shared channel, the cards it carries, board by board."""
        found: dict[str, dict[str, list[Card]]] = {}
        for board in self.boards:
            open_to = self._opener(board)
            for card in self.cards[board.name]:
                for channel in () if card.hidden else open_to(card):
                    found.setdefault(channel, {}).setdefault(board.name, []).append(card)
        return found

    def _opener(self, board: Board) -> Callable[[Card], frozenset[str]]:
        """Tells which shared channels carry a card of a board; what holds for all its cards is looked up once."""
        session, planned, nobody = self.session, self.planned, frozenset[str]()
        sifting = sifters(session, board) if is_sifted(session, board.name) else None
        late, opened, votes = self.not_yet[board.name], self.opened[board.name], planned and planned.stage.vote
        by_group: dict[int | None, frozenset[str]] = {}

        def open_to(card: Card) -> frozenset[str]:
            if planned is None or card.id in late or (votes and waits_for_votes(session, planned, card)):
                return nobody
            if card.held and "everyone" in opened:
                return nobody
            if sifting is not None and waits(session, card):
                return sifting
            number = self._table_of(board, card)
            if number not in by_group:
                by_group[number] = shared_channels(session, opened, number)
            about = session.cards[card.about] if card.about else None
            return by_group[number] & (nobody if about.hidden else open_to(about)) if about else by_group[number]

        return open_to

    def _table_of(self, board: Board, card: Card) -> int | None:
        """The same as `table_of`, looked up in rows that are gone through once for each step."""
        if self.planned is None:
            return None
        step = card.step if board.belongs_to == "table" else self.planned.key
        if step not in self._rows:
            rows = enumerate(self.session.groups.get(step, ()))
            self._rows[step] = {person: number for number, row in rows for person in row}
        return self._rows[step].get(card.author)

    @cached_property
    def cards_by_author(self) -> dict[str, list[Card]]:
        """For each person, their own cards on the boards of the step that is on."""
        found: dict[str, list[Card]] = {}
        for board in self.boards:
            for card in self.all_cards(board):
                found.setdefault(card.author, []).append(card)
        return found

    @cached_property
    def shown_questions(self) -> tuple[tuple[Planned, Question, frozenset[str]], ...]:
        """The questions whose answers may show now, each with the step that asked it and its audiences."""
        if self.planned is None:
            return ()
        asked = [(self.planned, question) for question in self.planned.stage.ask]
        for name in self.planned.stage.keep_in_view:
            found = asked_at(self.session, self.planned, name)
            asked += [found] if found and found not in asked else []
        return tuple((step, q, self.audiences(step.stage.answers_seen_by, step)) for step, q in asked)

    def answers(self, step: Planned, question: Question) -> list[tuple[str, Answer]]:
        """The answers given to a question, by holder, withdrawn ones left out."""
        given = self.session.answers.get(step.key, {}).get(question.name, {})
        return [(holder, answer) for holder, answer in given.items() if not answer.withdrawn]

    def answers_shown(self, step: Planned, question: Question, opened: frozenset[str]) -> list[Answer]:
        """Those of them that may be shown: what the whole room would read waits for its review."""
        given = (answer for _, answer in self.answers(step, question))
        return [answer for answer in given if not (answer.held and "everyone" in opened)]

    def audiences(self, visibility: Visibility, step: Planned | None = None) -> frozenset[str]:
        """The audiences a visibility opens now."""
        planned = step or self.planned
        return audiences(self.session, planned, visibility) if planned else frozenset()

    def channels(self, opened: frozenset[str], author: str) -> frozenset[str]:
        """The shared channels that carry what `author` wrote."""
        return shared_channels(self.session, opened, self.group_numbers.get(author))

    @cached_property
    def not_yet(self) -> dict[str, frozenset[str]]:
        """For each board, the cards that the step has not shown yet."""
        planned = self.planned
        return {b.name: not_yet(self.session, planned, b, self.cards[b.name]) for b in self.boards if planned}

    def all_cards(self, board: Board) -> tuple[Card, ...]:
        """The cards of a board, each by itself where some say the same."""
        return all_cards_of(self.session, self.planned, board) if self.planned else ()

    @cached_property
    def behind(self) -> dict[str, str]:
        """For each card that is read as part of another one, the card that stands for it."""
        planned, found = self.planned, dict[str, str]()
        for board in self.boards if planned is not None and self.session.merges else ():
            found |= behind(self.session, planned, board, self.all_cards(board)) if planned else {}
        return found

    @cached_property
    def parts(self) -> dict[str, tuple[Card, ...]]:
        """The other way round: what is read as part of each card that stands for others."""
        found: dict[str, tuple[Card, ...]] = {}
        for part, first in self.behind.items():
            found[first] = (*found.get(first, ()), self.session.cards[part])
        return found

    def parts_on(self, channel: str, board: Board, card: Card) -> list[Card]:
        """Those of its parts that a shared channel may carry: each is shown to no more people than by itself."""
        parts = self.parts.get(card.id, ())
        open_to = self._opener(board) if parts else None
        return [part for part in parts if open_to and not part.hidden and channel in open_to(part)]

    @cached_property
    def folds(self) -> dict[str, int]:
        """For each card that stands for others too, how many say the same; hidden ones left out."""
        planned = self.planned
        merged = [board for board in self.boards if planned is not None and merges(planned, board)]
        rows = [folded(card for card in self.all_cards(board) if card.about is None) for board in merged]
        counts = {id: sum(not card.hidden for card in row) for found in rows for id, row in found.items()}
        return {id: count for id, count in counts.items() if count > 1}

    def scores(self, board: str) -> dict[str, int]:
        """What the last vote on a board gave each of its cards."""
        return latest_tally(self.session, board)

    def scope(self, person: str | None = None) -> StepScope | None:
        """The names of formulas as a person (or the room as a whole) sees them."""
        if self.planned is None:
            return None
        number = self.group_numbers.get(person) if person else None
        return StepScope(self.session, self.planned, None, person, number)
