"""A session as it was after so many events, less what was taken back since."""

from collections.abc import Sequence
from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.evolve import evolve, replay
from facilitation.domain.rules.titles import titles_erased
from facilitation.domain.session import Session


def as_it_was(events: Sequence[e.Event], seq: int) -> Session:
    """The session after the first `seq` of all its events. Of what came later only that counts which takes something
    back, or replaces words that are erased: nothing joins, and nothing is told again that somebody withdrew.
    """
    session = replay(events[:seq])
    for event in events[seq:]:
        if _takes_back(session, event):
            # A title may have stood then that is long gone now, and hold words of what is taken back.
            for each in (event, *titles_erased(session, (event,), event.at)):
                session = evolve(session, each)
    return replace(session, seq=len(events))


def _takes_back(session: Session, event: e.Event) -> bool:
    """Whether something that was there then is there no longer, or may no longer be told."""
    match event:
        case e.CardWithdrawn(card=id) | e.CardHidden(card=id):
            return id in session.cards
        case e.AnswerWithdrawn(step=step, question=question, holder=holder):
            return holder in session.answers.get(step, {}).get(question, {})
        case e.ConsentsGiven(person=id):
            return id in session.people
        case e.TitleErased(cluster=id):
            return id in session.clusters
        case e.NoteEdited(note=id) | e.NoteErased(note=id):
            return id in session.notes
        case e.ObservationEdited(note=id) | e.ObservationWithdrawn(note=id):
            return id in session.notebook.notes
        case e.ExcerptDropped(note=id) | e.ExcerptKept(note=id):
            # Words that somebody withdraws are looked for in the excerpt of now alone.
            return id in session.notebook.notes and bool(session.notebook.notes[id].excerpt)
        case e.ReasonGiven() | e.ReasonErased():
            return True
    return False
