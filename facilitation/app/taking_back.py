"""Words taken back: before anybody is told that they are, they are in no document and in no text of ours."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitation.app.stores import Stores
from facilitation.desk import Envelope, Published
from facilitation.eventlog import Run, carried
from facilitation.eventlog.codec import erases
from facilitation.projections.taken_back import contributed, reason_of, words_gone, words_left, words_taken_back
from facilitation.records import live_sessions, taken_back, themes, versions, withdrawn


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What words are taken out of. `pretended` says of a session that it is a mere rehearsal."""

    stores: Stores
    clock: Callable[[], int]
    run_after: Run
    pretended: Callable[[str], bool]

    def from_a_session(self, published: Published) -> tuple[Envelope, ...]:
        """Follow what was withdrawn in the room. Returns what the session itself has to do, after this."""
        reason = reason_of(published.events, [bool(erases(event)) for event in published.events])
        if reason is None:
            return ()
        session = published.session_id
        self.stores.press.forget(session, published.after.seq)
        self.stores.outcomes.forget(session, published.after.seq)
        if self.pretended(session):
            return ()
        self.stores.archives.forget()
        gone = words_taken_back(published.before, published.events, published.after)
        others = tuple(contributed(published.after)) if gone else ()

        def follow() -> None:
            self._from_our_texts(session, gone, others)
            self._from_themes(published)
            # Somebody may have looked meanwhile, while themes still held copies of these words.
            self.stores.outcomes.forget(session, published.after.seq)
            self._amend(session, reason)

        # Never where transactions are carried out: another session holds the writer while it waits for that thread.
        carried(self.run_after, follow)
        return tuple(Envelope(by, command) for by, command in withdrawn.in_notes(published.after, gone)) if gone else ()

    def from_an_objection(self, session: str, words: tuple[str, ...]) -> None:
        """Follow an objection that its author took back in the reading window."""
        self.stores.press.forget(session)
        self.stores.archives.forget()
        self._from_our_texts(session, words)
        self._amend(session, "objection")

    def _from_our_texts(self, session: str, words: tuple[str, ...], others: tuple[str, ...] = ()) -> None:
        withdrawn.follow(self.stores.database, session, words, self.clock(), others)

    def _from_themes(self, published: Published) -> None:
        """Themes may be called as a card was, or quote it."""
        header = live_sessions.find(self.stores.database, published.session_id)
        if header is not None:
            gone, left = words_gone(published.before, published.after), tuple(words_left(published.after))
            themes.forget_words(self.stores.database, header.experiment, gone, left)

    def _amend(self, session: str, cause: versions.Cause) -> None:
        taken_back.note(self.stores.database, session, self.clock())
        versions.amend(self.stores.database, session, cause, self.clock())
        self.stores.log.sweep_behind()
