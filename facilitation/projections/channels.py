"""Which channels there are, who reads which, what each holds, and which may have changed."""

from collections.abc import Callable, Iterable
from functools import partial

from facilitation.domain import events as e
from facilitation.domain.arranging import with_mates
from facilitation.domain.floors import circle_of, floors_of
from facilitation.domain.rules.turns import may_pass
from facilitation.domain.session import Session
from facilitation.domain.visibility import in_groups, reading
from facilitation.projections.everyone import everyone
from facilitation.projections.observers import observer, observers
from facilitation.projections.patches import Document
from facilitation.projections.person import person
from facilitation.projections.screen import group_screen, screen
from facilitation.projections.shared import group, role
from facilitation.projections.staff import staff
from facilitation.projections.view import View


def channels_of(session: Session, person_id: str) -> tuple[str, ...]:
    """The channels a participant reads, in a stable order. Who has gone reads their own alone."""
    known = session.people.get(person_id)
    if known is None:
        return ()
    if not known.here:
        return (f"person:{person_id}",)
    return (*sorted(reading(session, person_id)), f"person:{person_id}")


def all_channels(session: Session) -> tuple[str, ...]:
    """Every channel that has a document now."""
    rows = session.groups.get(session.current, ()) if session.current else ()
    roles = session.format.roles if session.format else ()
    return (
        "everyone",
        "staff",
        "screen",
        "observers",
        *(f"observer:{id}" for id in session.notebook.observers),
        *(f"group:{number}" for number in range(len(rows))),
        *(f"screen:{number}" for number in range(len(rows))),
        *(f"role:{known.name}" for known in roles),
        *(f"role:{name}:{number}" for name in sorted(in_groups(session)) for number in range(len(rows))),
        *(f"person:{id}" for id in session.people),
    )


def document(session: Session, channel: str) -> Document:
    """What one channel holds. An unknown channel holds nothing."""
    return _document(View(session), channel)


def documents(session: Session, channels: Iterable[str]) -> dict[str, Document]:
    """What several channels hold; what they share is worked out once."""
    draw = drawn_from(session)
    return {channel: draw(channel) for channel in channels}


def drawn_from(session: Session) -> Callable[[str], Document]:
    """Draws the channels of one state one by one, as somebody asks for them."""
    return partial(_document, View(session))


def _document(view: View, channel: str) -> Document:
    kind, _, name = channel.partition(":")
    match kind:
        case "everyone":
            return everyone(view)
        case "staff":
            return staff(view)
        case "screen" if not name:
            return screen(view)
        case "screen":
            return group_screen(view, int(name)) if name.isdigit() else {}
        case "group":
            return group(view, int(name)) if name.isdigit() else {}
        case "role":
            return role(view, name)
        case "person":
            return person(view, name)
        case "observers":
            return observers(view)
        case "observer":
            return observer(view, name)
    return {}


def touched(before: Session, events: Iterable[e.Event], after: Session) -> frozenset[str]:
    """The channels whose document may differ between two states: never too few, sometimes too many."""
    found: set[str] = {"staff", "screen", "observers", *_group_screens(before), *_group_screens(after)}
    for event in events:
        more = _touched_by(event, before, after)
        if more is None:
            return frozenset((*all_channels(before), *all_channels(after)))
        found |= more
    if _audiences(before) != _audiences(after):
        return frozenset((*all_channels(before), *all_channels(after)))
    return frozenset(found)


def _group_screens(session: Session) -> set[str]:
    rows = session.groups.get(session.current, ()) if session.current else ()
    return {f"screen:{number}" for number in range(len(rows))}


def _audiences(session: Session) -> tuple[object, ...]:
    view = View(session)
    return (view.opened, view.not_yet, tuple(opened for _, _, opened in view.shown_questions))


def _touched_by(event: e.Event, before: Session, after: Session) -> set[str] | None:
    match event:
        case e.CardPosted(author=author):
            return {f"person:{author}", *_of_card(event.card, before, after)}
        case e.CardEdited() | e.CardHidden() | e.CardRestored() | e.CardMarked() | e.CardWithdrawn():
            whole = with_mates(after, (event.card,))
            people = {f"person:{after.cards[card].author}" for card in whole}
            return {"everyone", *people}.union(*(_of_card(card, before, after) for card in whole))
        case e.CardPlaced(card=card, holder=holder, by=by):
            return {"everyone", f"person:{by}", *_of_card(card, before, after), *_of_holder(holder, after)}
        case e.AnswerGiven() | e.AnswerWithdrawn():
            return {"everyone", *_of_holder(event.holder, after), *_roles(after)}
        case e.VoteCast(voter=voter):
            # The reasons of a vote say for which level they are.
            reasons = [card.id for card in after.cards.values() if card.reason and card.author == voter]
            return {"everyone", f"person:{voter}"}.union(*(_of_card(card, before, after) for card in reasons))
        case e.CardsChosen(holder=holder):
            return _of_holder(holder, after)
        case e.Signalled(person=who):
            return {"everyone", f"person:{who}", *_of_circle(who, before, after)}
        case e.HandRaised(person=who):
            return {f"person:{who}"}
        case e.PersonPlaced(person=who):
            return _of_move(who, before, after)
        case e.TurnGiven(circle=circle):
            return _of_turn(circle, before, after)
        case e.ParticipantJoined(person=who) | e.ParticipantLeft(person=who) | e.ParticipantReturned(person=who):
            return {"everyone", f"person:{who}", *_of_circle(who, before, after)}
        case e.TimerPaused() | e.TimerResumed():
            return {"everyone", *(f"group:{number}" for number in range(len(floors_of(after))))}
        case e.TimerExtended() | e.DoorOpened() | e.DoorClosed():
            return {"everyone"}
        case e.PaperPrinted() | e.ConsentsGiven() | e.SlipEntered() | e.SlipTakenBack():
            return set()
        case e.WallHidden() | e.WallShown() | e.WallFrozen() | e.WallThawed() | e.WallTurned():
            return set()
        case e.ClusterMade() | e.ClusterRenamed() | e.CardsClustered() | e.ClusterDissolved() | e.TitleErased():
            return {channel for channel in all_channels(after) if not channel.startswith("person:")}
        case e.ActionTaken() | e.NoteKept() | e.ReviewBegun() | e.ReviewEnded():
            return set()
        case e.NoteTaken() | e.NoteEdited() | e.NoteErased() | e.JoinCodeReplaced():
            return set()
        case e.ObserverAdmitted(observer=who) | e.ObserverDismissed(observer=who):
            return {"everyone", f"observer:{who}"}
        case e.CountKept() | e.CountDropped():
            return {"observers"}
        case e.LineCounted(observer=who):
            return {f"observer:{who}"}
        case (
            e.ObservationNoted(note=note)
            | e.ObservationEdited(note=note)
            | e.ObservationFlagged(note=note)
            | e.ObservationWithdrawn(note=note)
            | e.ExcerptKept(note=note)
            | e.ExcerptDropped(note=note)
        ):
            return {f"observer:{after.notebook.notes[note].observer}"}
    return None


def _of_move(person: str, before: Session, after: Session) -> set[str]:
    """Those whom someone left, and those whom someone joined: what a group reads depends on who is in it."""
    numbers = {session.group_of(person) for session in (before, after)} - {None}
    rows = after.groups.get(after.current, ()) if after.current else ()
    people = {member for number in numbers if number is not None for member in rows[number]}
    groups = {f"group:{number}" for number in numbers}
    return {"everyone", f"person:{person}", *groups, *(f"person:{member}" for member in people), *_roles(after)}


def _of_turn(circle: int, before: Session, after: Session) -> set[str]:
    """Who spoke, who speaks, and those whose role may pass the turn on."""
    people: set[str] = set()
    for session in (before, after):
        planned, floors = session.now_playing, floors_of(session)
        if planned is not None and circle < len(floors):
            floor = floors[circle]
            people |= {floor.speaker} if floor.speaker else set()
            people |= {person for person in session.people if may_pass(session, planned, person)}
    return {"everyone", f"group:{circle}", *(f"person:{person}" for person in people)}


def _of_circle(person: str, before: Session, after: Session) -> set[str]:
    numbers = {circle_of(before, person), circle_of(after, person)} - {None}
    return {channel for number in numbers if number is not None for channel in _of_turn(number, before, after)}


def _of_card(card: str, before: Session, after: Session) -> set[str]:
    author = after.cards[card].author
    numbers = {before.group_of(author) if author in before.people else None, after.group_of(author)}
    numbers.add(after.group_of(author, after.cards[card].step))
    named = after.group_cards.get(after.current, ()) if after.current else ()
    numbers |= {number for number, made_by in enumerate(named) if made_by == card}
    dealt = after.dealt.get(after.current, {}) if after.current else {}
    holders = {f"person:{who}" for hands in dealt.values() for who, hand in hands.items() if card in hand}
    holders |= {f"person:{comment.author}" for comment in after.cards.values() if comment.about == card}
    shared = {"everyone", *_roles(after), *(f"group:{number}" for number in numbers if number is not None)}
    return shared | holders | _of_limit(card, after)


def _of_limit(card: str, after: Session) -> set[str]:
    """Those who may write one card more or less on a board whose cards are counted by group."""
    planned, known = after.now_playing, after.cards[card]
    limited = planned is not None and any(b.name == known.board and b.per_group for b in planned.stage.boards)
    number = after.group_of(known.author) if limited else None
    return (
        set() if number is None or not after.current else {f"person:{p}" for p in after.groups[after.current][number]}
    )


def _of_holder(holder: str, after: Session) -> set[str]:
    if not holder.startswith("group:"):
        number = after.group_of(holder)
        return {f"person:{holder}"} | ({f"group:{number}"} if number is not None else set())
    rows = after.groups.get(after.current, ()) if after.current else ()
    number = int(holder.partition(":")[2])
    members = rows[number] if number < len(rows) else ()
    return {holder, *(f"person:{member}" for member in members)}


def _roles(session: Session) -> set[str]:
    rows = session.groups.get(session.current, ()) if session.current else ()
    apart = {f"role:{name}:{number}" for name in in_groups(session) for number in range(len(rows))}
    return apart | ({f"role:{known.name}" for known in session.format.roles} if session.format else set())
