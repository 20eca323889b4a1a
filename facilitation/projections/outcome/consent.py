"""What may be reproduced, and how precisely people may be counted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from facilitation.domain.format import Format, ListPart, Visibility
from facilitation.domain.format.document import AnswersPart, LeftOutPart
from facilitation.domain.levels import kept_cards
from facilitation.domain.session import Answer, Card, Consents, Planned, Session
from facilitation.domain.sifting import waits
from facilitation.domain.visibility import audiences
from facilitation.projections.outcome.shapes import Counted, Unprinted

THRESHOLD = 5
"""Fewer people than this are never told apart from the others (k)."""

SMALLEST_GROUP = 3
"""In a smaller group, each member could work out another's secret number from the value of the group."""

Ruling = Literal["printed", "withdrawn", "no consent", "hidden", "personal", "left out", "not published"]


def ruling_on_card(session: Session, card: Card) -> Ruling:
    """Whether the words of a card may be reproduced, and if not, why: the first reason that holds."""
    if card.withdrawn:
        return "withdrawn"
    # Words changed together are printed only if all who wrote them agreed.
    if not all_agreed(session, card.writers):
        return "no consent"
    if card.hidden or waits(session, card) or _was_held_back(session, card):
        return "hidden"
    if _stays_in_the_room(session, card):
        return "left out"
    return "printed" if _card_was_shared(session, card) else "personal"


def ruling_on_answer(session: Session, planned: Planned, question: str, answer: Answer) -> Ruling:
    """The same for what was answered to a question. A group's answer belongs to all who wrote in it."""
    if answer.withdrawn:
        return "withdrawn"
    if not all_agreed(session, answer.writers):
        return "no consent"
    if answer.held and "everyone" in audiences(session, planned, planned.stage.answers_seen_by):
        return "hidden"
    if is_left_out(session.format, question) and not _documented(session.format, question, planned):
        return "left out"
    return "printed" if question_was_shared(session, planned, question) else "personal"


def question_was_shared(session: Session, planned: Planned, question: str) -> bool:
    """Whether the room saw the answers, or the format names them for its documentation."""
    return _shared(session, planned, planned.stage.answers_seen_by) or _documented(session.format, question, planned)


def room_saw_answers(session: Session, planned: Planned) -> bool:
    """Whether others than their author saw the answers of a step."""
    return _shared(session, planned, planned.stage.answers_seen_by)


def unprinted(rulings: Iterable[Ruling]) -> Unprinted:
    """How many are counted and not reproduced. Withdrawn ones are as if they had never been."""
    total = Unprinted()
    for ruling in rulings:
        match ruling:
            case "no consent":
                total = replace(total, no_consent=total.no_consent + 1)
            case "hidden":
                total = replace(total, hidden=total.hidden + 1)
            case "personal":
                total = replace(total, personal=total.personal + 1)
            case "left out":
                total = replace(total, left_out=total.left_out + 1)
            case "not published":
                total = replace(total, unpublished=total.unpublished + 1)
    return total


def counted(number: int, of: int, threshold: int = THRESHOLD) -> Counted:
    """A number of people out of `of`, coarse where it (or the rest) would single out fewer than the threshold.

    Below twice the threshold there is no room for two coarse answers: knowing the rule, one could tell them apart.
    """
    if number == of or (number >= threshold and of - number >= threshold):
        return Counted(exactly=number)
    if of < 2 * threshold:
        return Counted(fewer_than=of)
    return Counted(fewer_than=threshold) if number < threshold else Counted(at_least=of - threshold + 1)


def counted_events(number: int, threshold: int = THRESHOLD) -> Counted:
    """A number of events, such as withdrawals: exact from the threshold on, else "at least one"."""
    return Counted(exactly=number) if number == 0 or number >= threshold else Counted(at_least=1)


def all_agreed(session: Session, people: Iterable[str]) -> bool:
    """Whether each of these people agreed to be reproduced in the report."""
    return all(consents.report for consents in _consents(session, people))


def all_published(session: Session, people: Iterable[str]) -> bool:
    """Whether each of them agreed to be published outside, too."""
    return all(consents.report and consents.publication for consents in _consents(session, people))


def all_quoted(session: Session, people: Iterable[str]) -> bool:
    """Whether each of them agreed to be quoted word for word."""
    return all(consents.report and consents.quotation for consents in _consents(session, people))


def _consents(session: Session, people: Iterable[str]) -> Iterator[Consents]:
    # Somebody the session does not know agreed to nothing.
    nothing = Consents(report=False)
    for person in people:
        known = session.people.get(person)
        yield known.consents if known else nothing


def is_left_out(form: Format | None, source: str) -> bool:
    """Whether the format promises that this board or question is not reproduced."""
    parts = [part for section in (form.document if form else ()) for part in section.parts]
    return any(isinstance(part, LeftOutPart) and part.source == source for part in parts)


def _was_held_back(session: Session, card: Card) -> bool:
    """Whether the room would have read a card, had the facilitator let it in."""
    steps = [planned for planned in session.plan if card.held and _was_in(session, card, planned)]
    windows = [(planned, board) for planned in steps for board in planned.stage.boards if board.name == card.board]
    return any("everyone" in audiences(session, planned, board.seen_by) for planned, board in windows)


def _stays_in_the_room(session: Session, card: Card) -> bool:
    if not is_left_out(session.format, card.board):
        return False
    return not any(_listed(session, card, planned) for planned in session.plan if _was_in(session, card, planned))


def _card_was_shared(session: Session, card: Card) -> bool:
    steps = [planned for planned in session.plan if _was_in(session, card, planned)]
    seen = any(
        board.name == card.board and _shared(session, planned, board.seen_by)
        for planned in steps
        for board in planned.stage.boards
    )
    return seen or any(_listed(session, card, planned) for planned in steps)


def is_picked(session: Session, card: Card, wanted: str) -> bool:
    """Whether a card is one of those that a list of the format is about.

    It was chosen, taken by a loop over cards, left by it, kept by a vote, or it bears the mark of that name.
    """
    if any(mark.id == wanted for step in session.plan for board in step.stage.boards for mark in board.marks):
        return wanted in card.marks
    match wanted:
        case "chosen":
            return any(card.id in picks for of_step in session.choices.values() for picks in of_step.values())
        case "taken" | "left":
            taken = any(card.id in turns.values() for turns in session.taken.values())
            return taken is (wanted == "taken")
        case "kept":
            return card.id in kept_cards(session, card.board)
    return False


def _was_in(session: Session, card: Card, planned: Planned) -> bool:
    return card.step == planned.key or card.id in session.carried.get(planned.key, {}).get(card.board, ())


def _shared(session: Session, planned: Planned, visibility: Visibility) -> bool:
    return bool(audiences(session, planned, visibility) - {"author", "nobody", "facilitator", "totals"})


def _listed(session: Session, card: Card, planned: Planned) -> bool:
    return card.about is None and any(
        part.only is None or is_picked(session, card, part.only)
        for part in _lists_of(session.format, card.board, planned)
    )


def _lists_of(form: Format | None, source: str, planned: Planned) -> list[ListPart]:
    parts = [part for section in (form.document if form else ()) for part in section.parts]
    lists = [part for part in parts if isinstance(part, ListPart)]
    return [part for part in lists if part.source == source and part.stage in (None, planned.stage.id)]


def _documented(form: Format | None, question: str, planned: Planned) -> bool:
    parts = [part for section in (form.document if form else ()) for part in section.parts]
    asked = any(isinstance(part, AnswersPart) and part.question == question for part in parts)
    return asked or bool(_lists_of(form, question, planned))
