"""What themes took over from words that are erased: it goes with them, unless others wrote it too."""

import logging
from collections.abc import Callable

from facilitation.database import Database
from facilitation.records import themes
from facilitation.records.live_sessions import find, of_experiment

log = logging.getLogger(__name__)


class Standing:
    """The words that still stand in each session, read once while much is erased: a log is long to replay."""

    def __init__(self, words_of: Callable[[str], tuple[str, ...]]) -> None:
        self._words_of = words_of
        self._read: dict[str, tuple[str, ...]] = {}

    def of(self, session: str) -> tuple[str, ...]:
        """The words of a session; none where its log cannot be read."""
        if session not in self._read:
            self._read[session] = self._told(session)
        return self._read[session]

    def erased(self, session: str) -> None:
        """Nothing stands in this session any longer."""
        self._read[session] = ()

    def _told(self, session: str) -> tuple[str, ...]:
        try:
            return self._words_of(session)
        except Exception as error:
            # One damaged log must not keep the words of everybody else longer than was promised. The error is not
            # printed: it may quote what somebody wrote.
            log.error("a log could not be read for the themes: session %s, %s", session, type(error).__name__)
            return ()


def forget_in_themes(database: Database, session: str, standing: Standing) -> None:
    """Themes are the team's words, and stay; what they were called after, or quote, goes with those who wrote it."""
    header = find(database, session)
    if header is None or not themes.of_experiment(database, header.experiment):
        return
    others = [each.id for each in of_experiment(database, header.experiment) if each.id != session]
    left = [words for other in others for words in standing.of(other)]
    themes.forget_words(database, header.experiment, standing.of(session), left)
