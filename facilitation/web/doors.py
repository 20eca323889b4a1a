"""What this room is given by `app`, and how a view gets hold of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, cast

from flask import current_app

from facilitation.archive.at_work import AtWork, Taken
from facilitation.archive.waiting import Waiting
from facilitation.database import Database
from facilitation.desk import Desk
from facilitation.documentation import ExperimentCard
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.guidebook.shapes import Guidebook
from facilitation.documentation.leaflets.shapes import Leaflet
from facilitation.documentation.progress import Progress
from facilitation.domain.commands import By
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome import Outcome
from facilitation.projections.packet import Packet
from facilitation.projections.screen import GroupScreen, TeamScreen
from facilitation.records.passwords import Run, at_once
from facilitation.records.retention import Heard, Purged
from facilitation.rehearsal.trial import Trials
from facilitation.shelf import Shelf
from facilitation.web.outcomes import Outcomes

Who = By | GroupScreen | TeamScreen | Literal["screen"]
"""A recognised visitor of a live session: a participant, a facilitator, a projector, or the screen of a group."""

NAME = "facilitation.web"


class Press(Protocol):
    """Makes PDFs, away from the server's own work."""

    def start(self, outcome: Outcome, locale: Locale, made_at: int, experiment: ExperimentCard) -> str:
        """Begin a document; returns the name of the job at once."""

    def start_packet(self, packet: Packet, locale: Locale, made_at: int, session: str, seq: int) -> str:
        """Begin the papers of a session as it is at `seq`; returns the name of the job at once."""

    def start_dossier(self, dossier: Dossier, locale: Locale, made_at: int, kind: Kind, archival: bool = False) -> str:
        """Begin the dossier of an experiment; returns the name of the job at once."""

    def start_leaflet(self, leaflet: Leaflet, made_at: int, experiment: int) -> str:
        """Begin a short document about personal data; returns the name of the job at once."""

    def ready(self) -> None:
        """Somebody looks at a page of documents: the next one should begin at once."""

    def start_guidebook(self, guide: Guidebook, locale: Locale, made_at: int) -> str:
        """Begin the guide of a format; returns the name of the job at once."""

    def progress(self, job: str) -> Progress | None:
        """How far a job is, or None if there is no such job."""

    def result(self, job: str) -> bytes | None:
        """The PDF, once the job is done."""

    def cancel(self, job: str) -> None:
        """Call a job off: its process ends, and nothing of it is kept."""

    def forget(self, session: str) -> None:
        """Throw away every document that tells a session: something in it may not be read any more."""


class Documents(Protocol):
    """The documents that a screen reads, as the answer to `hello` gives them."""

    def __call__(
        self, session_id: str, who: Who, have: Mapping[str, int] | str, epoch: str = "", tab: str = ""
    ) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """Everything the pages need. `address` is where phones find this house, by whichever name a page was asked for,
    without a slash at the end; `public_url` is the one of a proxy in front, if there is one.

    `give_ticket(session, who)` gives a socket ticket; `do(session, who, body)` answers a command as the socket would.
    Both, and `documents`, raise KeyError for an unknown session. `hang_up(account)` closes what an account has
    open live, `hang_up_device(session, number)` the screen of a group, `hang_up_person(session, person)` the phones of
    a participant: tickets that were not used yet are void too, and a page that still may fetches another.
    `purge` erases what has been kept long enough, and reports.
    `heard` says when the last thing happened in each session.
    `words_taken_back` follows an objection that somebody of a session withdrew into documents, texts and versions.
    `outcomes` keeps what sessions brought, until something happens in them.
    `waiting` are the archives that were sent, and wait until somebody says yes.
    `archives` are those that are being made, `restoring` the experiments that are being restored.
    `run` carries out what takes long (a password, the check of a format): in another thread, in the server.
    """

    database: Database
    desk: Desk
    library: Shelf
    clock: Callable[[], int]
    give_ticket: Callable[[str, Who], str]
    do: Callable[[str, Who, Any], dict[str, Any]]
    documents: Documents
    hang_up: Callable[[str], None]
    hang_up_device: Callable[[str, int], None]
    hang_up_person: Callable[[str, str], None]
    rejoin: Callable[[str, Mapping[str, str]], None]
    press: Press
    trials: Trials
    static: Path
    address: str
    public_url: str | None = None
    run: Run = at_once
    purge: Callable[[int], tuple[Purged, ...]] = lambda now: ()
    heard: Heard = dict
    words_taken_back: Callable[[str, tuple[str, ...]], None] = lambda session, words: None
    waiting: Waiting = field(default_factory=Waiting)
    archives: AtWork[Taken] = field(default_factory=AtWork)
    restoring: AtWork[int] = field(default_factory=AtWork)
    outcomes: Outcomes = field(default_factory=Outcomes)


def doors() -> Doors:
    """The doors of the app that answers the current request."""
    return cast(Doors, current_app.extensions[NAME])
