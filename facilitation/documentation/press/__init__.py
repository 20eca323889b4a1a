"""The press as the server sees it: start a document, follow it, fetch it."""

import logging
import shutil
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread
from typing import Literal
from weakref import finalize

from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.guidebook.shapes import Guidebook
from facilitation.documentation.leaflets.shapes import Leaflet
from facilitation.documentation.press.orders import (
    AnyOrder,
    dossier_order,
    guidebook_order,
    leaflet_order,
    name_of,
    order_for,
    packet_order,
)
from facilitation.documentation.press.reasons import REASONS
from facilitation.documentation.press.spare import Spare
from facilitation.documentation.press.worker import PATIENCE, Made, Processes, end_all, make
from facilitation.documentation.progress import Progress
from facilitation.leftovers import private_folder
from facilitation.projections.outcome import Outcome
from facilitation.projections.packet import Packet
from facilitation.typesetting.steps import STEPS

Run = Callable[[Callable[[], None]], None]
"""Carries out a piece of work before it returns."""

MOST_WAITING = 8
MOST_REMEMBERED = 200


def at_once(work: Callable[[], None]) -> None:
    """Here and now."""
    work()


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: str
    seq: int
    file: Path
    order: bytes


class _CalledOff(Exception):
    """Nobody wants the document that is being made any more."""


CalledOff = Literal["cancelled", "changed"]


class DocumentPress:
    """Makes one PDF at a time in another process. Finished ones stay in `folder` until their session changes.

    Without a folder a private one is made, and goes with the process. `run` carries out what takes long on this side,
    which is writing an order down: in another thread, in the server. `waits` says for how many seconds a process stands
    ready once `ready` was called.
    """

    def __init__(
        self, folder: Path | None = None, patience: float = PATIENCE, run: Run = at_once, waits: float = 0.0
    ) -> None:
        self._folder = folder or private_folder("documents")
        if folder is None:
            finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._patience = patience
        self._run = run
        self._running: Processes = set()
        # Runs when the server stops, too: a process in a session of its own would outlive it.
        finalize(self, end_all, self._running)
        self._lock = Lock()
        self._templates = self._folder / "templates"
        self._templates.mkdir(parents=True, exist_ok=True)
        self._spare = Spare(self._running, waits, self._templates)
        self._line: deque[_Waiting] = deque()
        self._progress: dict[str, Progress] = {}
        self._files: dict[str, Path] = {}
        self._newest: dict[Path, int] = {}
        self._held_in: dict[str, set[str]] = {}
        self._off: dict[str, CalledOff] = {}
        self._taken_back: dict[str, int] = {}
        self._working = False

    def start(self, outcome: Outcome, locale: str, made_at: int, experiment: ExperimentCard | None = None) -> str:
        """Ask for a session record; answers at once with the job's id: same content, same day, same job."""
        told = outcome.identity
        return self._begin(order_for(outcome, locale, made_at, experiment), told.session, {told.session: told.seq})

    def start_packet(self, packet: Packet, locale: str, made_at: int, session: str, seq: int) -> str:
        """Ask for what is printed for a room without phones, as the session is at `seq`; answers with the job's id."""
        return self._begin(packet_order(packet, locale, made_at), session, {session: seq})

    def start_dossier(self, dossier: Dossier, locale: str, made_at: int, kind: Kind, archival: bool = False) -> str:
        """Ask for a dossier; answers with the job's id. It is thrown away with any of its sessions."""
        holder = f"experiment {dossier.identity.number}"
        held = {told.identity.session: told.identity.seq for told in dossier.sessions}
        with self._lock:
            for session in held:
                self._held_in.setdefault(session, set()).add(holder)
        return self._begin(dossier_order(dossier, locale, made_at, kind, archival), holder, held)

    def start_leaflet(self, leaflet: Leaflet, made_at: int, experiment: int) -> str:
        """Ask for a short document about personal data; answers with the job's id. No participant's words are in it."""
        return self._begin(leaflet_order(leaflet, made_at), f"leaflets {experiment}", {})

    def start_guidebook(self, guide: Guidebook, locale: str, made_at: int) -> str:
        """Ask for the guide of a format; answers with the job's id. It tells of no session."""
        return self._begin(guidebook_order(guide, locale, made_at), f"guide {guide.id}", {})

    def _begin(self, order: AnyOrder, holder: str, held: Mapping[str, int]) -> str:
        """`held` says as of which event each session is told."""
        written, seq = self._written(order), sum(held.values())
        job = name_of(written)
        file = self._of(holder) / f"{seq}-{job}.pdf"
        with self._lock:
            if any(told < self._taken_back.get(session, 0) for session, told in held.items()):
                # Gathered in another thread, while somebody took words back.
                self._note(job, _ended("changed"))
                return job
            self._newest[file.parent] = seq
            _drop_older(file.parent, seq)
            known = self.progress(job)
            self._files[job] = file
            if file.is_file():
                self._note(job, Progress("done", STEPS, STEPS))
            elif known is None or known.state in ("failed", "cancelled"):
                self._queue(_Waiting(job, seq, file, written))
        return job

    def _written(self, order: AnyOrder) -> bytes:
        found: list[bytes] = []
        self._run(lambda: found.append(order.written()))
        return found[0]

    def progress(self, job: str) -> Progress | None:
        """How far a job is; `None` for one that was never asked for here, or was thrown away since."""
        found, file = self._progress.get(job), self._files.get(job)
        gone = found is not None and found.state == "done" and (file is None or not file.is_file())
        return None if gone else found

    def result(self, job: str) -> bytes | None:
        """The PDF, once it is done."""
        found = self.progress(job)
        return self._files[job].read_bytes() if found is not None and found.state == "done" else None

    def ready(self) -> None:
        """Somebody is about to ask for a document: have a process wait for it, for a while."""
        self._spare.wanted()

    def cancel(self, job: str) -> None:
        """Call a document off: out of the line, or its process ended and nothing kept. One that is done stays."""
        with self._lock:
            self._call_off(job, "cancelled")

    def forget(self, session: str, seq: int = 0) -> None:
        """Throw away every document of a session, the one being made too: something in it was withdrawn, by the event
        `seq`. Nothing older is printed from here on.
        """
        with self._lock:
            self._taken_back[session] = max(seq, self._taken_back.get(session, 0))
            for holder in (session, *self._held_in.get(session, ())):
                folder = self._of(holder)
                self._newest[folder] = self._newest.get(folder, 0) + 1
                for job in [job for job, file in self._files.items() if file.parent == folder]:
                    self._call_off(job, "changed")
                shutil.rmtree(folder, ignore_errors=True)

    def _call_off(self, job: str, why: CalledOff) -> None:
        found = self._progress.get(job)
        if found is None or found.state not in ("waiting", "running"):
            return
        in_line = [waiting for waiting in self._line if waiting.job == job]
        if in_line:
            self._line.remove(in_line[0])
            self._note(job, _ended(why))
            return
        self._off[job] = why
        # One document is made at a time: what runs is this one, or its process is about to begin and is told then.
        end_all(self._running)

    def _still_wanted(self, job: str, progress: Progress) -> None:
        if job in self._off:
            raise _CalledOff
        self._note(job, progress)

    def _of(self, session: str) -> Path:
        return self._folder / sha256(session.encode()).hexdigest()[:32]

    def _queue(self, waiting: _Waiting) -> None:
        if len(self._line) >= MOST_WAITING:
            self._note(waiting.job, Progress("failed", message=REASONS["busy"]))
            return
        self._note(waiting.job, Progress("waiting"))
        self._line.append(waiting)
        if not self._working:
            self._working = True
            Thread(target=self._work, name="press", daemon=True).start()

    def _work(self) -> None:
        try:
            while (waiting := self._next()) is not None:
                self._make(waiting)
        except BaseException:
            self._working = False
            raise

    def _next(self) -> _Waiting | None:
        with self._lock:
            # Said under the lock: an order that comes right after must start a new thread.
            self._working = bool(self._line)
            return self._line.popleft() if self._line else None

    def _make(self, waiting: _Waiting) -> None:
        job = waiting.job
        why = "broken"
        try:
            self._still_wanted(job, Progress("running", 0, STEPS))
            made = make(
                waiting.order,
                lambda done, total: self._still_wanted(job, Progress("running", done, total)),
                self._patience,
                self._running,
                chapters=_chapters_beside(waiting.file),
                templates=self._templates,
                ready=self._spare.taken(),
            )
            if isinstance(made, Made):
                self._hand_over(waiting, made.pdf)
                return
            if job not in self._off:
                logging.getLogger(__name__).error("no document was made: %s %s", made.why, made.told)
            why = made.why
        except _CalledOff:
            pass  # said below, as it is where the process was ended in the middle of its work
        except OSError as trouble:
            logging.getLogger(__name__).error("no document was made: %s", trouble.strerror)
            why = "disk"
        except Exception:
            # The next document is another's: whatever befell this one, the line goes on.
            logging.getLogger(__name__).exception("no document was made")
        off = self._off.pop(job, None)
        self._note(job, _ended(off) if off else Progress("failed", message=REASONS.get(why, REASONS["broken"])))

    def _note(self, job: str, progress: Progress) -> None:
        self._progress[job] = progress
        while len(self._progress) > MOST_REMEMBERED:
            oldest = next(iter(self._progress))
            self._progress.pop(oldest)
            self._files.pop(oldest, None)

    def _hand_over(self, waiting: _Waiting, pdf: bytes) -> None:
        with self._lock:
            off = self._off.pop(waiting.job, "changed" if waiting.seq < self._newest[waiting.file.parent] else None)
            if off is not None:
                self._note(waiting.job, _ended(off))
                return
            _keep(waiting.file, pdf)
            self._note(waiting.job, Progress("done", STEPS, STEPS))


def _ended(why: CalledOff) -> Progress:
    return Progress("cancelled" if why == "cancelled" else "failed", message=REASONS[why])


def _drop_older(folder: Path, seq: int) -> None:
    # An older state of the session may hold words that were withdrawn since.
    for older in folder.iterdir() if folder.is_dir() else ():
        if not older.name.startswith(f"{seq}-"):
            shutil.rmtree(older) if older.is_dir() else older.unlink(missing_ok=True)


def _chapters_beside(file: Path) -> Path:
    """Where the chapters of a document are kept: with it, and thrown away with it."""
    folder = file.parent / f"{file.name.partition('-')[0]}-chapters"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _keep(file: Path, pdf: bytes) -> None:
    # Written beside, then renamed: a half-written document is never taken for a whole one.
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(".half")
    try:
        half.write_bytes(pdf)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)  # of a disk that is full, too
