"""Who is awaited in a step, and who has done their part."""

from facilitation.domain.choosing import apart
from facilitation.domain.dealing import hand_of
from facilitation.domain.floors import had_turn
from facilitation.domain.format import Question, Stage
from facilitation.domain.session import Planned, Session


def awaited(session: Session) -> tuple[str, ...]:
    """The people the current step waits for: present, and with something to do in it."""
    planned = session.now_playing
    if planned is None:
        return ()
    return tuple(person.id for person in session.present if _has_part(session, planned, person.id))


def done(session: Session) -> tuple[str, ...]:
    """Those among the awaited who have done their part, or said that they had, or passed."""
    posted = _posted(session)
    return tuple(person for person in awaited(session) if _has_done(session, person, posted))


def everyone_answered(session: Session) -> bool:
    """Whether somebody is awaited and nobody is missing."""
    people, posted = awaited(session), _posted(session)
    return bool(people) and all(_has_done(session, person, posted) for person in people)


def _posted(session: Session) -> frozenset[str]:
    cards = session.cards.values()
    return frozenset(card.author for card in cards if card.step == session.current and card.about is None)


def holder(session: Session, question: Question, person: str) -> str:
    """Whose answer it is: the person's, or their group's."""
    if question.answered_by == "person":
        return person
    number = session.group_of(person)
    return person if number is None else f"group:{number}"


def listens(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person only listens: by their role, without a group, or because their group has had all its turns."""
    silent = stands_aside(session, planned, person) or any(session.holds(person, r) for r in planned.stage.silent)
    return silent or apart(session, planned, person) not in (None, "choose") or waits(session, planned, person)


def some_wait(session: Session, planned: Planned) -> bool:
    """Whether a step is not for some of its groups."""
    step = session.steps.get(planned.key)
    return step is not None and bool(step.waiting)


def stands_aside(session: Session, planned: Planned, person: str) -> bool:
    """Whether a step is for others only: for another role, or for the other groups."""
    if planned.stage.only_for and not session.holds(person, planned.stage.only_for):
        return True
    step = session.steps.get(planned.key)
    return step is not None and bool(step.waiting) and session.group_of(person, planned.key) in step.waiting


def waits(session: Session, planned: Planned, person: str) -> bool:
    """Whether, in a turn of a loop for each member, a person's group has no member left whose turn it could be."""
    role = next((loop.each_as for loop in planned.open_loops if loop.each_as), None)
    number = session.group_of(person, planned.key)
    if role is None or number is None:
        return False
    return not set(session.groups[planned.key][number]) & set(session.roles.get(role, ()))


def _has_part(session: Session, planned: Planned, person: str) -> bool:
    stage = planned.stage
    if listens(session, planned, person):
        return False
    if apart(session, planned, person) == "choose" or (stage.turns and had_turn(session, person) is not None):
        return True
    if stage.ask:
        return any(session.holds(person, question.asked_of) for question in stage.ask)
    if stage.vote:
        return session.holds(person, stage.vote.by) and hand_of(session, planned.key, stage.vote.of, person) != ()
    if stage.choose:
        return True
    if any(session.holds(person, board.written_by) for board in stage.boards):
        return True
    return chooses(stage)


def chooses(stage: Stage) -> bool:
    """Whether people choose their group in a stage."""
    return stage.groups is not None and stage.groups.chosen_by == "participants"


def _has_done(session: Session, person: str, posted: frozenset[str]) -> bool:
    planned = session.now_playing
    if planned is None:
        return False
    signal, stage = session.signals.get(planned.key, {}).get(person), planned.stage
    if apart(session, planned, person) == "choose":
        return signal == "pass"
    if stage.turns and signal != "pass" and had_turn(session, person) is False:
        return False
    if signal in ("done", "pass") or _only_talks(stage):
        return True
    if stage.ask:
        return all(_answered(session, planned.key, question, person) for question in stage.ask)
    if stage.vote:
        half = session.half_voted.get(planned.key, frozenset())
        return person in session.votes.get(planned.key, {}) and person not in half
    if stage.choose:
        return chooser(session, person) in session.choices.get(planned.key, {})
    return person in posted or chooses(stage)


def _only_talks(stage: Stage) -> bool:
    return stage.turns is not None and not (stage.ask or stage.vote or stage.choose or stage.boards)


def _has_placed(session: Session, planned: Planned, person: str) -> bool:
    number = session.group_of(person, planned.key)
    spots = session.places.get(planned.key, {}).values()
    return any(person in holders or f"group:{number}" in holders for holders in spots)


def chooser(session: Session, person: str) -> str:
    """Whose pick it is where the current step lets people choose cards."""
    planned = session.now_playing
    number = session.group_of(person)
    shared = planned is not None and planned.stage.choose is not None and planned.stage.choose.by == "group"
    return f"group:{number}" if shared and number is not None else person


def _asks_nothing(session: Session, step: str, question: Question) -> bool:
    """Whether a question asks a value for each card of a board that shows none."""
    if question.items_of is None:
        return False
    carried = session.carried.get(step, {}).get(question.items_of, ())
    cards = (c for c in session.cards.values() if c.board == question.items_of and c.about is None)
    return not any(c.step == step or c.id in carried for c in cards if not c.withdrawn and not c.hidden)


def _answered(session: Session, step: str, question: Question, person: str) -> bool:
    if not question.required or not session.holds(person, question.asked_of) or _asks_nothing(session, step, question):
        return True
    answer = session.answers.get(step, {}).get(question.name, {}).get(holder(session, question, person))
    return answer is not None and not answer.withdrawn
