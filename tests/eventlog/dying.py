"""A process that withdraws a card and is killed once that is committed, before the write-ahead log is emptied."""

import os
import signal
import sys

from facilitation.database import open_database
from facilitation.domain.commands import By
from facilitation.domain.events import CardWithdrawn
from facilitation.eventlog import Batch, Entry, EventLog
from tests.eventlog.workshop import NOON, SESSION


def main() -> None:
    """Withdraws `c1` in the database whose address is given, and dies."""
    database = open_database(sys.argv[1])
    log = EventLog(database)
    head = log.head(SESSION)
    assert head is not None

    with database.writer() as connection:
        driver = connection.connection.driver_connection

        def die(statement: str) -> None:
            if "wal_checkpoint" in statement:
                os.kill(os.getpid(), signal.SIGKILL)

        driver.set_trace_callback(die)
    log.append(Batch(SESSION, head, (Entry(By("participant", "p1"), (CardWithdrawn("c1", NOON),)),)))


if __name__ == "__main__":
    main()
