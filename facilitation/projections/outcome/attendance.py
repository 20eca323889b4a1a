"""Who came, as numbers no more precise than the threshold allows."""

from collections import Counter
from typing import Literal

from facilitation.domain.session import Session
from facilitation.projections.outcome.consent import counted, counted_events
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering
from facilitation.projections.outcome.shapes import Attendance, ChannelCount

CHANNELS: tuple[Literal["phone", "paper", "kiosk", "simulated"], ...] = (
    "phone",
    "paper",
    "kiosk",
    "simulated",
)


def attendance_of(session: Session, rendering: Rendering = RESTITUTION) -> Attendance:
    """The head-counts of a session. Nobody is named, and no cell under the threshold can be read or worked out."""
    people, k = list(session.people.values()), rendering.threshold
    slips = [slip for of_step in session.slips.values() for slip in of_step.values()]
    after = [slip for slip in slips if slip.late == "session"]
    return Attendance(
        threshold=k,
        people=len(people),
        contributed=counted(len(_contributors(session) & session.people.keys()), len(people), k),
        responded=counted(len(_responded(session) & session.people.keys()), len(people), k),
        stayed=counted(len(session.present), len(people), k),
        simulated=any(person.channel == "simulated" for person in people),
        channels=() if rendering.published and len(people) < k else _channels(session, k),
        report=counted(sum(person.consents.report for person in people), len(people), k),
        quotation=counted(sum(person.consents.quotation for person in people), len(people), k),
        publication=counted(sum(person.consents.publication for person in people), len(people), k),
        withdrawn=counted_events(_withdrawn(session), k),
        slips=len(slips),
        slips_late=sum(slip.late == "stage" for slip in slips),
        slips_after=len(after),
        last_typed=max((slip.at for slip in after), default=None),
        dictated=counted_events(sum(slip.dictated for slip in slips), k),
    )


def _channels(session: Session, threshold: int) -> tuple[ChannelCount, ...]:
    # One count under the threshold could be worked out from the others and the total: then none is given.
    used = Counter(person.channel for person in session.people.values())
    if len(used) > 1 and min(used.values()) < threshold:
        return ()
    return tuple(ChannelCount(channel, used[channel]) for channel in CHANNELS if used[channel])


def _contributors(session: Session) -> set[str]:
    posted = {card.author for card in session.cards.values()}
    voted = {voter for ballots in session.votes.values() for voter in ballots}
    return posted | _responded(session) | voted


def _responded(session: Session) -> set[str]:
    given = [a for step in session.answers.values() for of in step.values() for a in of.values()]
    return {writer for answer in given for writer in answer.writers}


def _withdrawn(session: Session) -> int:
    answers = (a for step in session.answers.values() for given in step.values() for a in given.values())
    return sum(card.withdrawn for card in session.cards.values()) + sum(answer.withdrawn for answer in answers)
