"""Typing what was written on paper: the same rules as for a phone, at the moment when it was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import ParticipantCommand, Refused, SlipContent
from facilitation.domain.progress import holder
from facilitation.domain.rules.giving import open_to_volunteers
from facilitation.domain.rules.loops import after
from facilitation.domain.rules.packets import NOTHING_AGREED, seat_of, take_seat
from facilitation.domain.rules.participant import take_part
from facilitation.domain.rules.pointing import pointing
from facilitation.domain.rules.voting import standing_reason
from facilitation.domain.session import Card, PaperSeat, Planned, Session, Slip
from facilitation.domain.slips.standing import chooser_of, is_of_slip, wrote_elsewhere

Decision = tuple[e.Event, ...] | Refused


def enter_slip(session: Session, command: c.EnterSlip, by: str, now: int) -> Decision:
    """What must happen for a person to have, in one step, exactly what their slip says."""
    found = find_slip(session, command.sheet, command.seat)
    if isinstance(found, Refused):
        return found
    seat, key = found
    joined = take_seat(session, seat, NOTHING_AGREED, now)
    if isinstance(joined, Refused):
        return joined
    then = when_written(after(session, joined), key, seat.person)
    if isinstance(then, Refused):
        return then
    typed = session.slips.get(key, {}).get(seat.person)
    if typed is not None and typed.withdrawn:
        return Refused("slip-withdrawn")
    written = _written(then, seat.person, command.content, now)
    if isinstance(written, Refused):
        return written
    planned = then.planned(key)
    if written and not command.replaces and planned and wrote_elsewhere(then, planned, seat.person):
        return Refused("slip-replaces")
    blank = command.content.blank
    same = typed is not None and (typed.blank, typed.dictated) == (blank, command.dictated)
    if same and not written:
        return ()
    signalled = _signalled(session, key, seat.person, "pass" if blank else "done", now)
    return (
        *joined,
        *written,
        *signalled,
        e.SlipEntered(key, seat.person, by, now, blank, _late(session, key), command.dictated),
    )


def take_back(session: Session, command: c.TakeBackSlip, by: str, now: int) -> Decision:
    """Undo the entry of a slip, as if it had not been typed yet."""
    found = find_slip(session, command.sheet, command.seat)
    if isinstance(found, Refused):
        return found
    seat, key = found
    typed = session.slips.get(key, {}).get(seat.person)
    if typed is None:
        return Refused("slip-not-typed")
    if typed.withdrawn:
        # Not typed any more, it could be typed again with the words that its person has taken back.
        return Refused("slip-withdrawn")
    if typed.since:
        return Refused("slip-since")
    then = when_written(session, key, seat.person)
    if isinstance(then, Refused):
        return then
    gone = _written(then, seat.person, SlipContent(), now)
    if isinstance(gone, Refused):
        return gone
    return (*gone, *_signalled(session, key, seat.person, "none", now), e.SlipTakenBack(key, seat.person, by, now))


@dataclass(frozen=True, slots=True)
class Opened:
    """A slip that can be typed: its packet, and the session as it was while its step was on (see `when_written`)."""

    seat: PaperSeat
    session: Session
    planned: Planned
    known: Slip | None
    late: Literal["", "stage", "session"]
    elsewhere: bool
    """Whether its person wrote in that step themselves, which typing would replace."""


def opened(session: Session, sheet: int, number: int, now: int) -> Opened | Refused:
    """The slip of a number, before it is typed; its person may still have to come in by it."""
    found = find_slip(session, sheet, number)
    if isinstance(found, Refused):
        return found
    seat, key = found
    joined = take_seat(session, seat, NOTHING_AGREED, now)
    if isinstance(joined, Refused):
        return joined
    then = when_written(after(session, joined), key, seat.person)
    planned = then.planned(key) if isinstance(then, Session) else None
    if isinstance(then, Refused) or planned is None:
        return then if isinstance(then, Refused) else Refused("unknown-step")
    elsewhere = wrote_elsewhere(then, planned, seat.person)
    return Opened(seat, then, planned, session.slips.get(key, {}).get(seat.person), _late(session, key), elsewhere)


def find_slip(session: Session, sheet: int, number: int) -> tuple[PaperSeat, str] | Refused:
    """The packet and the step of a slip that was printed."""
    seat = seat_of(session, number)
    if isinstance(seat, Refused):
        return seat
    if not 1 <= sheet <= len(session.sheets):
        return Refused("sheet-unknown", {"sheet": str(sheet), "last": str(len(session.sheets))})
    return seat, session.sheets[sheet - 1]


def when_written(session: Session, key: str, person: str) -> Session | Refused:
    """The session as it was for the people of a step while that step was on, with all that is known since.

    A slip is typed after it was written, perhaps days after: what counts is whether it could be written then. Its
    person was there, and whoever spoke had the floor. What was worked out when the step closed stays as it was.
    """
    planned, step = session.planned(key), session.steps.get(key)
    if planned is None:
        return Refused("unknown-step")
    if step is None or step.started_at is None:
        return Refused("slip-skipped" if step is not None and step.skipped else "slip-too-early")
    there = replace(session.people[person], here=True) if person in session.people else None
    people = {**session.people, person: there} if there else session.people
    roles = {role.name: _holders(session, role.name, key) for role in session.format.roles} if session.format else {}
    return replace(
        session,
        status="running",
        current=key,
        people=people,
        roles={name: held for name, held in roles.items() if held},
        plan=tuple(_unhurried(one) if one.key == key else one for one in session.plan),
        steps={**session.steps, key: replace(step, closed_at=None, revealed=False, reopened=0)},
    )


def _holders(session: Session, role: str, key: str) -> tuple[str, ...]:
    return tuple(person for person in session.people if role in session.role_names(person, key))


def _unhurried(planned: Planned) -> Planned:
    turns = planned.stage.turns
    if turns is None or not turns.only_speaker_writes:
        return planned
    return replace(planned, stage=replace(planned.stage, turns=replace(turns, only_speaker_writes=False)))


def _late(session: Session, key: str) -> Literal["", "stage", "session"]:
    if session.status == "closed":
        return "session"
    return "" if key == session.current and session.inputs_open else "stage"


def _signalled(session: Session, key: str, person: str, signal: str, now: int) -> tuple[e.Event, ...]:
    if key != session.current or session.signals.get(key, {}).get(person, "none") == signal:
        return ()
    return (e.Signalled(key, person, signal, now),)  # type: ignore[arg-type]  # callers pass the known words


def _written(session: Session, person: str, content: SlipContent, now: int) -> Decision:
    """The events of the content, each decided against the state left by those before it; all of them, or none."""
    events: list[e.Event] = []
    # Where one goes opens what one may write there; what one writes can be placed and pointed at.
    for part in (_goes, _cards, _inputs, pointing):
        planned = session.now_playing
        for field, command in part(session, planned, person, content) if planned else ():
            verdict = take_part(session, command, person, now)
            if isinstance(verdict, Refused):
                return Refused(verdict.reason, {**verdict.detail, "field": field})
            events += verdict
            session = after(session, verdict)
    return tuple(events)


def _goes(
    session: Session, planned: Planned, person: str, content: SlipContent
) -> Iterator[tuple[str, ParticipantCommand]]:
    if content.group is not None and content.group != session.group_of(person, planned.key):
        yield "group", c.JoinGroup(planned.key, content.group)
    for role in open_to_volunteers(planned):
        offered = person in session.hands.get(planned.key, {}).get(role, ())
        if offered != (role in content.offers):
            yield "offer", c.RaiseHand(planned.key, role, role in content.offers)


def _inputs(
    session: Session, planned: Planned, person: str, content: SlipContent
) -> Iterator[tuple[str, ParticipantCommand]]:
    yield from _answers(session, planned, person, content)
    voted = session.votes.get(planned.key, {}).get(person, {})
    if content.dots != voted or _says_otherwise(session, planned, person, content.reasons):
        yield "vote", c.CastVote(planned.key, content.dots, content.reasons)
    yield from _choice(session, planned, person, content)


def _says_otherwise(session: Session, planned: Planned, person: str, reasons: Mapping[str, str]) -> bool:
    known = {card: standing_reason(session, planned, card, person) for card in reasons}
    return any(before is None or before.text != reasons[card] for card, before in known.items())


def _cards(
    session: Session, planned: Planned, person: str, content: SlipContent
) -> Iterator[tuple[str, ParticipantCommand]]:
    written = content.cards
    known = [card for card in session.cards.values() if is_of_slip(card, planned, person)]
    columns = {card.column for card in known} | {card.column for cards in written.values() for card in cards}
    for board in dict.fromkeys([*written, *(card.board for card in known)]):
        for column in sorted(columns, key=str):
            old = [card for card in known if card.board == board and card.column == column]
            new = [card.text for card in written.get(board, ()) if card.column == column]
            yield from _changes(planned, board, column, old, new)


def _changes(
    planned: Planned, board: str, column: str | None, old: list[Card], new: list[str]
) -> Iterator[tuple[str, ParticipantCommand]]:
    inside = f"card/{board}/{column}" if column else f"card/{board}"
    for place, (card, text) in enumerate(zip(old, new, strict=False), 1):
        if card.text != text.strip():
            yield f"{inside}/{place}", c.EditCard(planned.key, card.id, text)
    for card in old[len(new) :]:
        yield inside, c.WithdrawCard(card.id)
    for place, text in enumerate(new[len(old) :], len(old) + 1):
        yield f"{inside}/{place}", c.PostCard(planned.key, board, text, column)


def _answers(
    session: Session, planned: Planned, person: str, content: SlipContent
) -> Iterator[tuple[str, ParticipantCommand]]:
    asked = {question.name: question for question in planned.stage.ask}
    for name in dict.fromkeys([*asked, *content.answers]):
        given = session.answers.get(planned.key, {}).get(name, {})
        whose = holder(session, asked[name], person) if name in asked else person
        known = given.get(whose)
        standing = known is not None and not known.withdrawn
        if name not in content.answers:
            # An empty line on one slip takes nothing from what a whole group answered.
            if standing and whose == person:
                yield f"answer/{name}", c.WithdrawAnswer(planned.key, name)
        elif not standing or known is None or known.value != content.answers[name]:
            yield f"answer/{name}", c.GiveAnswer(planned.key, name, content.answers[name])


def _choice(
    session: Session, planned: Planned, person: str, content: SlipContent
) -> Iterator[tuple[str, ParticipantCommand]]:
    whose = chooser_of(session, planned, person)
    known = session.choices.get(planned.key, {}).get(whose, ())
    # An empty line on one slip takes nothing from what a whole group chose.
    if content.chosen != known and (content.chosen or whose == person):
        yield "choose", c.ChooseCards(planned.key, content.chosen)
