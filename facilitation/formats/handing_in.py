"""What somebody in an example hands in at a step: an answer or a card, as their phone would send it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitation.domain.commands import Command, GiveAnswer, PostCard
from facilitation.domain.format import Board, Question, Stage
from facilitation.domain.progress import stands_aside
from facilitation.domain.rules import tasks
from facilitation.domain.session import Planned, Session
from facilitation.formats.speaking import spoken

Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A question that a step asks, or a board that it lets people write on."""

    of: Question | Board

    @property
    def name(self) -> str:
        """As an example names it."""
        return self.of.name

    @property
    def shared(self) -> bool:
        """Whether one member hands in for the whole group, which may end the step."""
        return isinstance(self.of, Question) and self.of.answered_by == "group"

    def is_open_to(self, session: Session, planned: Planned, person: str) -> bool:
        """Whether this person is here, and asked."""
        known = session.people.get(person)
        if known is None or not known.here:
            return False
        if isinstance(self.of, Question):
            return session.holds(person, self.of.asked_of) and not stands_aside(session, planned, person)
        return self.of in tasks.boards_to_write(session, planned, person)

    def command(self, session: Session, planned: Planned, person: str, said: str) -> Command:
        """A card goes to the first column that its author may write in."""
        if isinstance(self.of, Question):
            return GiveAnswer(planned.key, self.of.name, spoken(session, planned, self.of, person, said))
        columns = tasks.columns_for(session, self.of, person)
        return PostCard(planned.key, self.of.name, said, columns[0].id if columns else None)


def slots(stage: Stage) -> tuple[Slot, ...]:
    """Cards come first: the last answer may end the step. A question and a board of one name: the question is meant."""
    asked = {question.name for question in stage.ask}
    boards = [board for board in stage.boards if board.written_by != "nobody" and board.name not in asked]
    return (*(Slot(board) for board in boards), *(Slot(question) for question in stage.ask))


def waiting(stage: Stage, rows: Mapping[str, Sequence[Row]]) -> list[Slot]:
    """The slots of a stage for which rows are left."""
    return [slot for slot in slots(stage) if rows.get(slot.name)]
