"""What simulated people do when the session is over, or before it began: come back, and answer again weeks after."""

from random import Random

from facilitation.database import Database
from facilitation.domain.session import Session
from facilitation.projections.asked_later import Asked, asks_again, numbers_of, questions_of
from facilitation.records import later, pairings

WEEKS: int = 6 * 7 * 24 * 3600 * 1000
"""How long the team leaves the link open, in milliseconds."""

ANSWERS, WITH_CODE, COME_BACK = 0.7, 0.8, 0.75
"""How many answer weeks after; how many of these type their code; how many say at the door that they came before."""


def answered_later(database: Database, session: Session, seed: int, now: int) -> int:
    """Open the link of a session that is over, and let some of its people answer; returns how many did."""
    asked = questions_of(session)
    if not asked:
        return 0
    later.open_link(database, session.id, now + WEEKS)
    answered = 0
    for person in session.people:
        luck = Random(f"{seed}:{person}:later")
        given = {f"q-{each.question.name}": _answer(each, luck) for each in asked if luck.random() < 0.9}
        values, _ = numbers_of(session, given)
        comes, says_who = luck.random() < ANSWERS, luck.random() < WITH_CODE
        if comes and values:
            answered += later.answer(database, session.id, person if says_who else f"l-{person}", values, now)
    return answered


def said_they_came(database: Database, session: Session, earlier: Session, seed: int, now: int) -> int:
    """Let some people of a session say who they were in an earlier one; returns how many did."""
    if not asks_again(session):
        return 0
    back = [person for person in session.people if person in earlier.people]
    back = [person for person in back if Random(f"{seed}:{person}:again").random() < COME_BACK]
    for person in back:
        pairings.pair(database, (session.id, person), (earlier.id, person), now)
    return len(back)


def _answer(asked: Asked, luck: Random) -> str:
    if asked.steps:
        return luck.choice(asked.steps)[0]
    low = asked.low or 0
    return str(luck.randint(low, low + 10 if asked.high is None else asked.high))
