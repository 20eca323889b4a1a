"""What a running server keeps, on disk or in memory, before anybody comes in."""

from dataclasses import dataclass, field

from facilitation import places
from facilitation.app.config import Config
from facilitation.archive.at_work import AtWork, Taken
from facilitation.database import Database, migrate, open_database
from facilitation.documentation import DocumentPress
from facilitation.eventlog import EventLog
from facilitation.formats import open_library
from facilitation.records import live_sessions
from facilitation.shelf import Shelf
from facilitation.web import Outcomes


@dataclass(frozen=True, slots=True)
class Stores:
    """Rows, events, formats; documents, outcomes and archives that were made of them."""

    database: Database
    log: EventLog
    library: Shelf
    press: DocumentPress
    outcomes: Outcomes = field(default_factory=Outcomes)
    archives: AtWork[Taken] = field(default_factory=AtWork)


def open_stores(config: Config) -> Stores:
    """The database with its tables, and what is read from it. Raises DatabaseRefused with a sentence for a person."""
    database = open_database(config.database)
    migrate(database)
    log = EventLog(database)
    live_sessions.forget_unbegun(database, lambda session: log.head(session) is not None)
    library = Shelf(config.shipped or open_library(places.workshop_formats()), database)
    return Stores(database, log, library, DocumentPress(run=config.run_beside, waits=config.press_waits))
