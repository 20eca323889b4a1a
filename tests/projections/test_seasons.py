"""Over the sessions of a season: only the same question is held against itself."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from facilitation import places
from facilitation.domain.format import Question, Stage
from facilitation.domain.session import Session
from facilitation.formats.library import read_file
from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.seasons import across
from tests.domain.forms import form, say
from tests.domain.room import open_room

PEOPLE = 12


def worth_of(format_id: str) -> Question:
    """The question `worth` as a shipped format asks it."""
    found = read_file(places.workshop_formats() / f"{format_id}.yaml").format
    assert found is not None
    return next(q for stage in found.run if isinstance(stage, Stage) for q in stage.ask if q.name == "worth")


ROTI, BLOCK = worth_of("roti"), worth_of("training-block")


def held(place: int, format_id: str, question: Question) -> Session:
    """A session whose people all answered one question."""
    asked = replace(question, anonymous=False)
    room = open_room(replace(form(Stage("end", say("Fin"), ask=(asked,))), id=format_id), PEOPLE)
    room.next()
    for person in range(PEOPLE):
        room.answer(f"p{person}", question.name, place)
    return replace(room.session, id=f"s{place}")


def compared(*sessions: Session) -> Sequence[Compared]:
    """What is told across them, everybody having come to all."""
    links = {
        (later.id, f"p{person}"): (before.id, f"p{person}")
        for before, later in pairwise(sessions)
        for person in range(PEOPLE)
    }
    return across(sessions, links, RESTITUTION)


def test_questions_of_one_name_in_two_formats_are_two_questions() -> None:
    assert (ROTI.kind, ROTI.minimum, ROTI.maximum) == (BLOCK.kind, BLOCK.minimum, BLOCK.maximum)
    assert compared(held(1, "roti", ROTI), held(2, "training-block", BLOCK)) == ()
    # Another one between two does not hide that these ask the same.
    block, roti, again = held(1, "training-block", BLOCK), held(2, "roti", ROTI), held(3, "training-block", BLOCK)
    (found,) = compared(block, roti, again)
    assert [moment.en for moment in found.numbers.moments] == ["Session 1", "Session 3"]
    assert found.numbers.label == BLOCK.label


def test_the_same_words_are_the_same_question_whatever_the_format_is_called() -> None:
    assert len(compared(held(1, "roti", ROTI), held(2, "our-roti", ROTI))) == 1
    reworded = replace(ROTI, label=replace(ROTI.label, en="Worth it?"))
    assert len(compared(held(1, "roti", ROTI), held(2, "our-roti", reworded))) == 1, "the same in French"
    assert len(compared(held(1, "roti", ROTI), held(2, "roti", replace(ROTI, label=say("Alors ?"))))) == 1
