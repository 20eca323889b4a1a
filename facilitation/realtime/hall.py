"""The screens of one live session: what each may read, what each holds, and what each is still to be told."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from facilitation.desk import Published
from facilitation.domain import events as happened
from facilitation.domain.events import Event
from facilitation.domain.session import Session
from facilitation.projections.channels import documents as drawn
from facilitation.projections.channels import touched
from facilitation.realtime.frame import Frame
from facilitation.realtime.identity import channels_for
from facilitation.realtime.kept import Document, Kept
from facilitation.realtime.screen import Screen

Adorn = Callable[[Session, str, Document], Document]
"""Adds to a document what only the door knows, such as the address to join. Must not wait for anything."""

AT_A_TIME = 10
"""Screens told between two pauses, so that a hall of hundreds does not keep an acknowledgement waiting."""

NOBODY_MOVES = (
    happened.CardPosted,
    happened.CardEdited,
    happened.CardWithdrawn,
    happened.CardHidden,
    happened.CardRestored,
    happened.CardMarked,
    happened.AnswerGiven,
    happened.AnswerWithdrawn,
    happened.VoteCast,
    happened.CardsChosen,
    happened.Signalled,
    happened.TimerExtended,
    happened.TimerPaused,
    happened.TimerResumed,
    happened.ReviewBegun,
    happened.ReviewEnded,
    happened.CardsLetIn,
    happened.AnswersLetIn,
    happened.CardsMerged,
    happened.CardsParted,
    happened.ClusterMade,
    happened.ClusterRenamed,
    happened.CardsClustered,
    happened.ClusterDissolved,
    happened.TitleErased,
    happened.ActionTaken,
    happened.NoteTaken,
    happened.NoteKept,
    happened.NoteEdited,
    happened.NoteErased,
    happened.ReasonGiven,
    happened.ReasonErased,
    happened.JoinCodeReplaced,
    happened.ObservationNoted,
    happened.ObservationEdited,
    happened.ObservationFlagged,
    happened.ObservationWithdrawn,
    happened.ExcerptKept,
    happened.ExcerptDropped,
    happened.LineCounted,
    happened.CountKept,
    happened.CountDropped,
)
"""After any other event, the channels of every screen are worked out again."""


log = logging.getLogger(__name__)


class Hall:
    """Its promise: a document is given to a screen only if the session, as it is at that instant, lets it be read."""

    def __init__(self, session: Session, adorn: Adorn) -> None:
        self.session = session
        self.screens: dict[str, Screen] = {}
        self.behind = False
        self.failed = False
        self.presence_changed = False
        self._adorn = adorn
        self._kept: dict[str, Kept] = {}
        self._stale: set[str] = set()
        self._moved = session.seq

    def enter(self, name: str, screen: Screen) -> None:
        """A screen comes in. From now on it is told of every change."""
        self.screens[name] = screen
        self.presence_changed = True

    def leave(self, name: str) -> None:
        """A screen goes."""
        if self.screens.pop(name, None):
            self.presence_changed = True

    def hear(self, published: Published) -> None:
        """A batch was committed: note what it touches. Nothing is sent yet."""
        self._stale |= self._touched(published)
        if published.after.seq > self.session.seq:
            self.session = published.after
        if _somebody_moves(published.events):
            self._moved = self.session.seq
        self.behind = True

    def welcome(self, screen: Screen, have: Mapping[str, int]) -> dict[str, Any]:
        """The channels that a screen reads, and those of their documents that it does not hold at their version."""
        self._place(screen)
        self._freshen(screen.channels)
        kept = [self._kept[channel] for channel in screen.channels]
        screen.holds = {one.channel: one.version for one in kept}
        documents = [one.entry() for one in kept if have.get(one.channel) != one.version]
        return {"channels": list(screen.channels), "documents": documents}

    def again(self, screen: Screen, channels: Iterable[str]) -> None:
        """Send in full those of `channels` that the screen may read."""
        for channel in channels:
            screen.holds.pop(channel, None)
        self.tell([screen])

    def due(self, screen: Screen) -> dict[str, int]:
        """Which version of each document a screen should hold by now."""
        return {channel: self._kept[channel].version for channel in screen.channels if channel in self._kept}

    def tell(self, screens: Sequence[Screen]) -> None:
        """Bring a few screens up to date."""
        moved = {screen for screen in screens if self._place(screen)}
        self._freshen({channel for screen in screens for channel in screen.channels})
        for screen in screens:
            frames = [Frame("channels", {"channels": list(screen.channels)})] if screen in moved else []
            frames += self._news(screen)
            if frames:
                screen.line.send(frames)

    def flush(self, pause: Callable[[], None]) -> None:
        """Bring every screen up to date, a few at a time; `pause` lets others work in between."""
        self.behind = self.failed = False
        names = list(self.screens)
        for start in range(0, len(names), AT_A_TIME):
            try:
                self.tell([self.screens[name] for name in names[start : start + AT_A_TIME] if name in self.screens])
            except Exception:
                # One document that cannot be drawn must not silence the rest of the room.
                log.exception("some screens were not told")
                self.failed = True
            pause()
        self._forget_unread()

    def _touched(self, published: Published) -> Set[str]:
        try:
            return touched(published.before, published.events, published.after)
        except Exception:
            # Too many is only slower; too few would leave screens in the past for good.
            log.exception("every document is drawn anew")
            return self._kept.keys()

    def _place(self, screen: Screen) -> bool:
        if screen.moves >= self._moved:
            return False
        screen.moves = self._moved
        channels = channels_for(screen.identity, self.session)
        if channels == screen.channels:
            return False
        screen.channels = channels
        screen.holds = {channel: version for channel, version in screen.holds.items() if channel in channels}
        return True

    def _news(self, screen: Screen) -> list[Frame]:
        frames = []
        for channel in screen.channels:
            kept, held = self._kept[channel], screen.holds.get(channel)
            if held != kept.version:
                frames.append(kept.since(held))
                screen.holds[channel] = kept.version
        return frames

    def _freshen(self, channels: Iterable[str]) -> None:
        """Make sure that what is kept of `channels` is true of the session as it is now."""
        wanted = [channel for channel in channels if channel in self._stale or channel not in self._kept]
        for channel, document in drawn(self.session, wanted).items():
            now, before = self._adorn(self.session, channel, document), self._kept.get(channel)
            if before is None or before.document != now:
                self._kept[channel] = Kept(channel, self.session.seq, now, before)
        self._stale.difference_update(wanted)

    def _forget_unread(self) -> None:
        read = {channel for screen in self.screens.values() for channel in screen.channels}
        for channel in self._stale - read:
            self._stale.discard(channel)
            self._kept.pop(channel, None)


def _somebody_moves(events: Iterable[Event]) -> bool:
    return not all(isinstance(event, NOBODY_MOVES) for event in events)
