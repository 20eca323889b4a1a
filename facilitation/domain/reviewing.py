"""Answers in one's own words that wait for the facilitator before the whole room reads them."""

from collections.abc import Mapping
from hashlib import blake2b

from facilitation.domain.format import Question
from facilitation.domain.plain import to_plain
from facilitation.domain.session import Answer, Session
from facilitation.domain.visibility import audiences

IN_WORDS = frozenset({"short text", "long text", "list", "link"})

Named = tuple[str, str, str]
"""Step, question, holder."""


def waits_if_reviewed(session: Session, question: Question) -> bool:
    """Whether an answer given now waits: people's own words do, a number or a choice says nothing to be read first."""
    return session.reviewing and question.kind in IN_WORDS


def waiting_answers(session: Session) -> Mapping[str, Named]:
    """Those that the whole room would read by now, under names that tell nothing of who wrote them.

    Another word in an answer is another name: what is let in is what was read, not what it has become meanwhile.
    """
    found: dict[str, Named] = {}
    for planned in session.plan:
        if "everyone" not in audiences(session, planned, planned.stage.answers_seen_by):
            continue
        for question, given in session.answers.get(planned.key, {}).items():
            for holder, answer in given.items():
                if answer.held and not answer.withdrawn:
                    found[_name(session, (planned.key, question, holder), answer)] = (planned.key, question, holder)
    return dict(sorted(found.items()))


def _name(session: Session, of: Named, answer: Answer) -> str:
    # The seed is known to no screen: without it nobody could try out who might have written what.
    told = repr((session.seed, session.id, of, to_plain(answer.value)))
    return "h" + blake2b(told.encode(), digest_size=8).hexdigest()
