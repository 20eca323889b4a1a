"""Archives in the making and experiments being restored: how far each is, calling it off, and what came of it."""

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Generic, TypeVar

from facilitation.archive.making import Follow
from facilitation.archive.refusals import ArchiveRefused
from facilitation.documentation.progress import Progress
from facilitation.documentation.typography import in_both
from facilitation.domain.format import Text

MOST = 3
"""Results that are kept, in memory alone: an archive may be large, and holds what may not lie about."""

CANCELLED = in_both("Annulé : rien n'a été gardé.", "Cancelled: nothing was kept.")
CHANGED = in_both(
    "Des mots ont été retirés pendant ce temps, ou depuis : refaites l'archive.",
    "Words were withdrawn in the meantime, or since: make the archive again.",
)
BROKEN = in_both(
    "Cela n'a pas abouti, et rien n'a été changé. Vérifiez la place sur le disque ; le journal du serveur "
    "dit pourquoi.",
    "Nothing came of it, and nothing was changed. Check the room on the disk; the server's log says why.",
)

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Taken:
    """An archive that was made, and the sessions in it."""

    sessions: tuple[str, ...]
    file: bytes
    locked: bool = False


class _CalledOff(Exception):
    """Nobody wants it any more."""


class AtWork(Generic[Found]):
    """Works of one kind, each in a thread of its own. What follows them may be another thread: it takes no lock."""

    def __init__(self) -> None:
        self._progress: OrderedDict[str, Progress] = OrderedDict()
        self._off: dict[str, Text] = {}
        self._found: dict[str, Found] = {}

    def begin(self, work: Callable[[Follow], Found]) -> str:
        """Begin; the name of the job at once. Of too many that have ended, the oldest is forgotten."""
        job = secrets.token_hex(16)
        self._progress[job] = Progress("running")
        ended = [other for other, one in list(self._progress.items()) if one.state not in ("waiting", "running")]
        for other in ended[: max(0, len(ended) - MOST + 1)]:
            self._drop(other)
        Thread(target=self._carry_out, args=(job, work), name="archive", daemon=True).start()
        return job

    def progress(self, job: str) -> Progress | None:
        """How far a job is, or None if there is no such job."""
        return self._progress.get(job)

    def result(self, job: str) -> Found | None:
        """What came of it, once it is done."""
        return self._found.get(job)

    def cancel(self, job: str) -> None:
        """Call it off; it ends at its next step, and nothing of it is kept."""
        self._call_off(job, CANCELLED)

    def forget(self) -> None:
        """Words were withdrawn: what was made before may hold them, and so may what is being made."""
        for job in list(self._progress):
            if self._found.pop(job, None) is not None:
                self._progress[job] = Progress("failed", message=CHANGED)
            self._call_off(job, CHANGED)

    def _call_off(self, job: str, why: Text) -> None:
        found = self._progress.get(job)
        if found and found.state == "running":
            self._off[job] = why

    def _drop(self, job: str) -> None:
        for kept in (self._progress, self._off, self._found):
            kept.pop(job, None)

    def _carry_out(self, job: str, work: Callable[[Follow], Found]) -> None:
        def follow(done: int, total: int) -> None:
            # Told of the last step, the work is done already: it cannot be undone any more.
            if job in self._off and done < total:
                raise _CalledOff
            self._progress[job] = Progress("running", done, total)

        try:
            self._end(job, work(follow))
        except _CalledOff:
            self._fail(job, self._off[job])
        except ArchiveRefused as refused:
            self._fail(job, refused.message)
        except Exception as trouble:
            # Never its words: they may hold those of a row.
            logging.getLogger(__name__).error("no archive was made or restored: %s", type(trouble).__name__)
            self._fail(job, BROKEN)

    def _end(self, job: str, found: Found) -> None:
        if self._off.pop(job, None) is CHANGED:
            self._fail(job, CHANGED)
            return
        self._found[job] = found
        self._progress[job] = Progress("done", 1, 1)

    def _fail(self, job: str, why: Text) -> None:
        self._progress[job] = Progress("cancelled" if why is CANCELLED else "failed", message=why)
        self._off.pop(job, None)
