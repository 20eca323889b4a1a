"""A small server around a real desk, to be killed: one JSON line in, one receipt out, over a local socket."""

import json
import socketserver
import sys
import time
from pathlib import Path
from typing import Any

from facilitation.database import migrate, open_database
from facilitation.desk import Desk, Envelope, Expected, Saved
from facilitation.domain.commands import By, Command, WithdrawCard
from facilitation.eventlog import Appended, Batch, EventLog, Run, at_once
from tests.eventlog.workshop import SESSION, post

Line = dict[str, Any]


class HastyLog(EventLog):
    """A planted defect: it says that a batch is stored, and stores it a few batches later."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._later: list[Batch] = []

    def append(self, batch: Batch, run: Run = at_once) -> Appended:
        head, seqs = batch.head, []
        for entry in batch.entries:
            head = type(head)(head.seq + len(entry.events), head.epoch, head.chain)
            seqs.append(head.seq)
        self._later.append(batch)
        if len(self._later) > 20:
            self.store()
        return Appended(head, tuple(seqs))

    def store(self) -> None:
        """What should have been done before it was said."""
        for batch in self._later:
            head = self.head(batch.session)
            assert head is not None
            super().append(Batch(batch.session, head, batch.entries))
        self._later.clear()


class Server(socketserver.ThreadingUnixStreamServer):
    """Answers each connection in a thread of its own."""

    daemon_threads = True
    request_queue_size = 100

    def __init__(self, address: str, desk: Desk) -> None:
        super().__init__(address, Connection)
        self.desk = desk


class Connection(socketserver.StreamRequestHandler):
    """One client."""

    server: Server

    def handle(self) -> None:
        """Until the client goes: a line in, a line out."""
        for said in self.rfile:
            line: Line = json.loads(said)
            self.wfile.write(json.dumps(self.answer(line)).encode() + b"\n")

    def answer(self, line: Line) -> Line:
        """The receipt for one command, in the words of the protocol."""
        who, number = line["who"], line["n"]
        envelope = Envelope(By("participant", who), self.command(who, line["words"]), who, number, line["id"])
        match self.server.desk.submit(SESSION, envelope):
            case Saved(seq=seq):
                return {"saved": seq}
            case Expected(expect=expect):
                return {"expect": expect}
        return {"refused": True}

    def command(self, who: str, words: str) -> Command:
        """A post; or, for empty words, the withdrawal of the last one that still stands."""
        if words:
            return post(words)
        cards = self.server.desk.session(SESSION).cards.values()
        standing = [card.id for card in cards if card.author == who and not card.withdrawn]
        return WithdrawCard(standing[-1] if standing else "none")


def main() -> None:
    """Serves `database` on `socket` until killed: python -m tests.chaos.server URL SOCKET [hasty]."""
    url, address, *defect = sys.argv[1:]
    Path(address).unlink(missing_ok=True)
    database = open_database(url)
    migrate(database)
    log = HastyLog(database) if defect else EventLog(database)
    desk = Desk(log, lambda: int(time.time() * 1000))
    desk.session(SESSION)
    with Server(address, desk) as server:
        print("ready", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
