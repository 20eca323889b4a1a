"""What is erased when its time is over: from the log, and wherever else it is held."""

from dataclasses import dataclass

from facilitation.app.stores import Stores
from facilitation.desk import Desk
from facilitation.domain.evolve import replay
from facilitation.projections.taken_back import words_left
from facilitation.realtime import Realtime
from facilitation.records import retention
from facilitation.records.retention import Purged


@dataclass(frozen=True, slots=True)
class Purge:
    """The rooms that hold the words of a session."""

    stores: Stores
    desk: Desk
    realtime: Realtime

    def __call__(self, moment: int) -> tuple[Purged, ...]:
        """Erase what is due. Returns what was erased."""
        heard = self.stores.log.last_moments
        return retention.purge(self.stores.database, self._erase_words, moment, heard, words_of=self._words_of)

    def _erase_words(self, session: str) -> int:
        erased = self.stores.log.erase_all(session, "retention")
        self.desk.let_go(session)
        self.realtime.forget(session)
        self.stores.press.forget(session)
        self.stores.outcomes.forget(session)
        self.stores.archives.forget()
        return erased

    def _words_of(self, session: str) -> tuple[str, ...]:
        return tuple(words_left(replay(one.event for one in self.stores.log.read(session))))
