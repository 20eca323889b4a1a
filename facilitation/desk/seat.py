"""One session at the desk: its queue, its one worker, and its state as committed."""

import logging
import threading
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from facilitation.desk.deciding import Decided, Failed, Rules, decide_batch
from facilitation.desk.envelope import Envelope, NotSaved, Published, Receipt
from facilitation.desk.timers import Ring, ring_due
from facilitation.domain.commands import By, EndTimer
from facilitation.domain.format import Text
from facilitation.domain.session import Session
from facilitation.eventlog import Batch, Conflict, EventLog, Head, Recorded, Run, Unavailable

MOST_AT_ONCE = 500
"""Commands in one transaction: more only makes everybody wait longer for the same disk."""

logger = logging.getLogger("facilitation.desk")


@dataclass(frozen=True, slots=True)
class Known:
    """A session as it stands on disk."""

    session: Session
    numbers: dict[str, int]
    head: Head


@dataclass(frozen=True, slots=True)
class Tools:
    """What every seat of a desk works with."""

    log: EventLog
    rules: Rules
    clock: Callable[[], int]
    publish: Callable[[Published], None]
    run: Run
    settle: Callable[[Published], None]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A command in the queue, and the place where its receipt is awaited."""

    envelope: Envelope
    receipt: Future[Receipt]


class Seat:
    """Commands come in from any thread; one worker decides, commits, hands back the receipts, then publishes."""

    def __init__(self, session_id: str, tools: Tools) -> None:
        self._id = session_id
        self._tools = tools
        # None in the queue wakes the worker: to stop when closed, otherwise to see whether the disk is back.
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._known: Known | None = None
        self._stale = False
        self._shown: Session | None = None
        self._worker: threading.Thread | None = None
        self._closed = False
        self._rung: Ring | None = None
        self.trouble: Text | None = None

    def send(self, envelope: Envelope) -> Future[Receipt]:
        """Queue a command; the future holds its receipt once it is on disk."""
        waiting = Waiting(envelope, Future())
        # Once queued it cannot be taken back: whoever waits no longer simply does not hear the answer.
        waiting.receipt.set_running_or_notify_cancel()
        with self._lock:
            if self._closed:
                raise RuntimeError("the desk is closed")
            self._queue.put(waiting)
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="desk", daemon=True)
                self._worker.start()
        return waiting.receipt

    def known(self) -> Known:
        """The session as last committed, loaded from the log the first time."""
        known = self._known
        return known if known is not None else self._load()

    def story(self) -> tuple[Recorded, ...]:
        """Every event of the session, as it is on disk."""
        return self._tools.log.read(self._id)

    def resume(self) -> None:
        """Load the session, so that its timers go on. One that cannot be read must not keep the others waiting."""
        try:
            self.known()
        except Exception as error:
            logger.error("session %s: no timers: %s", self._id, _place(error))

    def tick(self) -> Future[Receipt] | None:
        """Ring once when the time of the current step is up; when in trouble, see whether it is over."""
        if self.trouble is not None:
            self._queue.put(None)
        known = self._known
        due = ring_due(known.session, self._tools.clock()) if known else None
        if due is None or due == self._rung:
            return None
        self._rung = due
        receipt = self.send(Envelope(By("clock"), EndTimer(due.step)))
        receipt.add_done_callback(self._ring_again_if_lost)
        return receipt

    def close(self) -> None:
        """Finish what is queued, then stop the worker."""
        with self._lock:
            self._closed = True
            worker = self._worker
        self._queue.put(None)
        if worker is not None:
            worker.join()

    def _ring_again_if_lost(self, receipt: Future[Receipt]) -> None:
        if receipt.exception() is not None:
            self._rung = None

    def _work(self) -> None:
        while True:
            first = self._queue.get()
            waiting = [first, *self._gathered()]
            commands = [one for one in waiting if one is not None]
            if commands:
                self._serve(commands)
            elif self.trouble is not None:
                self._look()
            if self._closed and self._queue.empty():
                return

    def _gathered(self) -> list[Waiting | None]:
        """What came in while the last batch was being committed."""
        gathered: list[Waiting | None] = []
        while len(gathered) < MOST_AT_ONCE:
            try:
                gathered.append(self._queue.get_nowait())
            except Empty:
                break
        return gathered

    def _serve(self, waiting: Sequence[Waiting]) -> None:
        try:
            decided = self._commit(waiting)
        except Unavailable as error:
            self._cannot_save(waiting, error.reason)
        except Exception as error:
            self._stale = True
            if len(waiting) == 1:
                self._fail(waiting[0], error)
            else:
                # One bad command must not refuse its neighbours: each gets a transaction of its own.
                for one in waiting:
                    self._serve([one])
        else:
            self.trouble = None
            self._settle(decided)
            self._hand_back(waiting, decided)
            self._publish(decided)

    def _commit(self, waiting: Sequence[Waiting]) -> Decided:
        try:
            return self._commit_once(waiting)
        except Conflict:
            # Another process wrote to this session: look at what is true now, and decide anew.
            self._stale = True
            return self._commit_once(waiting)

    def _commit_once(self, waiting: Sequence[Waiting]) -> Decided:
        known = self._load() if self._stale else self.known()
        tools, envelopes = self._tools, [one.envelope for one in waiting]
        decided = decide_batch(
            known.session,
            known.numbers,
            envelopes,
            tools.clock(),
            lambda stream, number: tools.log.receipt(self._id, stream, number),
            tools.rules,
        )
        appended = tools.log.append(Batch(self._id, known.head, tuple(decided.entries)), tools.run)
        self._known = Known(decided.session, decided.numbers, appended.head)
        return decided

    def _settle(self, decided: Decided) -> None:
        """What has to be true before anybody is told that their command is carried out."""
        if not decided.events:
            return
        try:
            self._tools.settle(Published(self._id, decided.before, decided.events, decided.session))
        except Exception as error:
            # It is on disk: whoever sent it must hear so.
            logger.error("session %s: settling failed: %s", self._id, _place(error))

    def _hand_back(self, waiting: Sequence[Waiting], decided: Decided) -> None:
        for one, answer in zip(waiting, decided.answers, strict=True):
            if isinstance(answer, Failed):
                self._fail(one, answer.error)
            else:
                one.receipt.set_result(answer)

    def _publish(self, decided: Decided | None = None) -> None:
        before, after = self._shown, self.known().session
        if before is None or before.seq == after.seq:
            return
        events = decided.events if decided else ()
        try:
            if before.seq + len(events) != after.seq:
                events = tuple(one.event for one in self._tools.log.since(self._id, before.seq))
            self._shown = after
            self._tools.publish(Published(self._id, before, events, after))
        except Exception as error:
            # The receipts are out and the events on disk: screens notice the gap by themselves.
            logger.error("session %s: publishing failed: %s", self._id, _place(error))

    def _look(self) -> None:
        """See whether the disk is back, and show what was committed without anybody knowing."""
        try:
            self._tools.log.probe(self._id)
            self._load()
        except Unavailable as error:
            self.trouble = error.reason
        except Exception as error:
            logger.error("session %s: looking again failed: %s", self._id, _place(error))
        else:
            self.trouble = None
            self._publish()

    def _cannot_save(self, waiting: Sequence[Waiting], reason: Text) -> None:
        self._stale = True
        self.trouble = reason
        logger.error("session %s: %d commands not saved: %s", self._id, len(waiting), reason.en)
        for one in waiting:
            one.receipt.set_exception(NotSaved(reason))

    def _fail(self, one: Waiting, error: Exception) -> None:
        kind, name = type(one.envelope.command).__name__, one.envelope.id
        logger.error("session %s: %s %s failed: %s", self._id, kind, name, _place(error))
        one.receipt.set_exception(error)

    def _load(self) -> Known:
        with self._loading:
            if self._known is not None and not self._stale:
                return self._known
            log = self._tools.log
            head = log.head(self._id) or log.new_head()
            session = Session()
            for one in log.read(self._id):
                session = self._tools.rules.evolve(session, one.event)
            self._known = Known(session, log.last_numbers(self._id), head)
            self._shown = self._shown or session
            self._stale = False
            return self._known


def _place(error: Exception) -> str:
    """Which error and where in the code, without its message: it may quote what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {frames[-1].name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
