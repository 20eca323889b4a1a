"""Wires the rooms together: the only module that knows them all."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask

from facilitation import places
from facilitation.database import Database, migrate, open_database
from facilitation.desk import Desk, Envelope, Published
from facilitation.documentation import DocumentPress
from facilitation.domain.borrowed import words_gone, words_left
from facilitation.domain.commands import Refused
from facilitation.eventlog import EventLog, Run, at_once, carried
from facilitation.eventlog.codec import erases
from facilitation.formats import open_library
from facilitation.formats.blocks import find_block
from facilitation.projections.taken_back import reason_of, words_taken_back
from facilitation.realtime import Realtime, attach
from facilitation.records import checklist, informing, live_sessions, retention, themes, versions, withdrawn
from facilitation.rehearsal.trial import Trials
from facilitation.shelf import Shelf
from facilitation.web import Doors, ensure_demonstration, register, trial_way_in, way_in


@dataclass(frozen=True, slots=True)
class Config:
    """What one running server is told.

    `hosts` are the names (`name:port`) it answers to; `public_url` is what phones open, None for the first of `hosts`;
    `run` carries out a transaction; `run_beside` the work of a password, or of a page that gathers whole sessions (the
    server gives each native threads of its own, so that neither stops anybody). `press_waits` is for how many seconds a
    process of the press stands ready after somebody looked at a page of documents.
    """

    database: str
    hosts: tuple[str, ...] = ("127.0.0.1:8000", "localhost:8000")
    public_url: str | None = None
    run: Run = at_once
    run_beside: Run = at_once
    press_waits: float = 0.0


@dataclass(frozen=True, slots=True)
class House:
    """The rooms of a running app, for whoever starts and stops it."""

    database: Database
    desk: Desk
    library: Shelf
    realtime: Realtime
    press: DocumentPress
    doors: Doors
    trials: Trials


def create_app(config: Config) -> Flask:
    """Open the database and build the app on it. Raises DatabaseRefused with a sentence for a person.

    The rooms are found again in `app.extensions["facilitation"]`, a House.
    """
    app = Flask(__name__, static_folder=None, template_folder=str(places.templates()))
    app.config["TRUSTED_HOSTS"] = sorted({urlsplit(f"//{host}").hostname or host for host in _hosts(config)})
    app.extensions["facilitation"] = _furnish(app, config)
    return app


def house(app: Flask) -> House:
    """The rooms of an app made by `create_app`."""
    found: House = app.extensions["facilitation"]
    return found


def now() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def _furnish(app: Flask, config: Config) -> House:
    database = open_database(config.database)
    migrate(database)
    library, press = (
        Shelf(open_library(places.workshop_formats()), database),
        DocumentPress(run=config.run_beside, waits=config.press_waits),
    )

    def settle(published: Published) -> None:
        """Before anybody is told that their words are withdrawn, they are in no document and in no text of ours."""
        reason = reason_of(published.events, [bool(erases(event)) for event in published.events])
        if reason is None:
            return
        press.forget(published.session_id, published.after.seq)
        if trials.find(published.session_id):
            return
        session = published.session_id
        gone = words_taken_back(published.before, published.events, published.after)

        def follow() -> None:
            withdrawn.follow(database, session, gone, now())
            _forget_borrowed(database, published)
            versions.amend(database, session, reason, now())
            log.sweep_behind()

        # Never where transactions are carried out: another session holds the writer while it waits for that thread.
        carried(config.run_beside, follow)
        for by, command in withdrawn.in_notes(published.after, gone) if gone else ():
            # Not waited for: this is the one worker that will carry it out, next.
            desk.send(session, Envelope(by, command))

    def objection_gone(session: str, words: tuple[str, ...]) -> None:
        press.forget(session)
        withdrawn.follow(database, session, words, now())
        versions.amend(database, session, "objection", now())
        log.sweep_behind()

    def publish(published: Published) -> None:
        trials.heard(published)
        realtime.publish(published)
        if published.before.status != published.after.status and not trials.find(published.session_id):
            live_sessions.mirror_status(
                database, published.session_id, published.after.status, len(published.after.people), now()
            )

    def gone(trial: str) -> None:
        realtime.forget(trial)
        press.forget(trial)

    def erase_words(session: str) -> int:
        erased = log.erase_all(session, "retention")
        desk.let_go(session)
        realtime.forget(session)
        press.forget(session)
        return erased

    log = EventLog(database)
    live_sessions.forget_unbegun(database, lambda session: log.head(session) is not None)
    desk = Desk(log, now, publish, settle=settle, run_commit=config.run)
    trials = Trials(desk, now, changed=lambda trial: realtime.tell_time(trial), gone=gone)
    realtime = attach(
        app,
        desk=desk,
        clock=now,
        hosts=_hosts(config),
        join_of=_join_of(database, config, trials),
        own_time=trials.time,
        find_block=lambda session, asked: find_block(library, session, asked),
        may_begin=lambda session: _not_ready(database, session),
    )
    doors = Doors(
        database=database,
        desk=desk,
        library=library,
        clock=now,
        give_ticket=realtime.give_ticket,
        do=realtime.do,
        documents=realtime.documents,
        hang_up=realtime.hang_up,
        hang_up_device=realtime.hang_up_device,
        rejoin=realtime.rejoin,
        press=press,
        trials=trials,
        static=places.static(),
        address=_address(config),
        public_url=config.public_url,
        run=config.run_beside,
        words_taken_back=objection_gone,
        purge=lambda moment: retention.purge(database, erase_words, moment),
    )
    register(app, doors)
    ensure_demonstration(doors)
    doors.purge(now())
    return House(database, desk, library, realtime, press, doors, trials)


def _forget_borrowed(database: Database, published: Published) -> None:
    """Themes may be called as a card was, or quote it: what was taken back leaves them too."""
    header = live_sessions.find(database, published.session_id)
    if header is not None:
        gone, left = words_gone(published.before, published.after), tuple(words_left(published.after))
        themes.forget_words(database, header.experiment, gone, left)


def _not_ready(database: Database, session_id: str) -> Refused | None:
    site = checklist.site_in_the_way(database, session_id)
    if site:
        return Refused("site-not-ready", {"site": site.facts.name})
    return Refused("sheet-not-ready") if informing.unsaid_in(database, session_id) else None


def _hosts(config: Config) -> tuple[str, ...]:
    public = urlsplit(config.public_url).netloc if config.public_url else ""
    return (public, *config.hosts) if public else config.hosts


def _address(config: Config) -> str:
    return (config.public_url or f"http://{config.hosts[0]}").rstrip("/")


def _join_of(database: Database, config: Config, trials: Trials) -> Callable[[str], dict[str, str] | None]:
    def join_of(session_id: str) -> dict[str, str] | None:
        if trials.find(session_id):
            return trial_way_in(_address(config))
        header = live_sessions.find(database, session_id)
        return way_in(_address(config), header.code) if header else None

    return join_of
