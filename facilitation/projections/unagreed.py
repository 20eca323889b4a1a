"""Words that stand in a session and may not be quoted: what a text of the team must not repeat, even copied by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.domain.format import Text
from facilitation.domain.session import Session
from facilitation.projections.outcome.consent import all_published, all_quoted
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.taken_back import contributed_by


@dataclass(frozen=True, slots=True)
class Agreed:
    """`kept` are the words of people who did not agree to it; `free` those of others, and of the workshop itself."""

    kept: tuple[str, ...]
    free: tuple[str, ...]


def agreed_of(session: Session, rendering: Rendering) -> Agreed:
    """Whose words a text may repeat for these readers: of those who agreed to be quoted and, outside, published."""
    kept: list[str] = []
    free = list(_asked(session))
    for words, writers in contributed_by(session):
        may = all_quoted(session, writers) and (not rendering.published or all_published(session, writers))
        (free if may else kept).append(words)
    return Agreed(tuple(kept), tuple(free))


def _asked(session: Session) -> Iterator[str]:
    for planned in session.plan:
        stage = planned.stage
        labels = (label for question in stage.ask for label in (question.label, question.help))
        told = (stage.title, stage.instruction, stage.show, *(board.prompt for board in stage.boards), *labels)
        yield from (words for text in told if isinstance(text, Text) for words in (text.fr, text.en))
