"""Work that takes long, carried out where it stops nobody: what it finds or raises comes out here."""

from collections.abc import Callable
from typing import TypeVar

from facilitation.database import Database
from facilitation.eventlog import Run, at_once

Found = TypeVar("Found")


def carried(run: Run, database: Database, work: Callable[[], Found]) -> Found:
    """What `work` finds. It holds a connection that was opened here: only SQLite's may be used by another thread."""
    done: list[Found] = []
    wrong: list[Exception] = []

    def kept() -> None:
        try:
            done.append(work())
        except Exception as error:  # another thread would print it, with its arguments
            wrong.append(error)

    (run if database.embedded else at_once)(kept)
    if wrong:
        raise wrong[0]
    return done[0]
