"""The rooms of one running server, each given what it needs of the others."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask

from facilitation import places
from facilitation.app.config import Config, address, hosts, now
from facilitation.app.purging import Purge
from facilitation.app.stores import Stores, open_stores
from facilitation.app.taking_back import TakingBack
from facilitation.database import Database
from facilitation.desk import Desk, Published
from facilitation.documentation import DocumentPress
from facilitation.domain.commands import Refused
from facilitation.formats.blocks import find_block
from facilitation.realtime import Realtime, attach
from facilitation.records import checklist, informing, live_sessions
from facilitation.rehearsal.trial import Trials
from facilitation.shelf import Shelf
from facilitation.web import Doors, ensure_demonstration, register, trial_way_in, way_in


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


def furnish(app: Flask, config: Config) -> House:
    """Open what is kept and join the rooms to the app. Raises DatabaseRefused with a sentence for a person."""
    stores = open_stores(config)
    database, press = stores.database, stores.press

    def pretended(session: str) -> bool:
        return trials.find(session) is not None

    taking_back = TakingBack(stores, now, config.run_after, pretended)

    def settle(published: Published) -> None:
        for envelope in taking_back.from_a_session(published):
            # Not waited for: this is the one worker that will carry it out, next.
            desk.send(published.session_id, envelope)

    def publish(published: Published) -> None:
        trials.heard(published)
        realtime.publish(published)
        if published.before.status != published.after.status and not pretended(published.session_id):
            live_sessions.mirror_status(
                database, published.session_id, published.after.status, len(published.after.people), now()
            )

    def trial_gone(trial: str) -> None:
        realtime.forget(trial)
        press.forget(trial)

    desk = Desk(stores.log, now, publish, settle=settle, run_commit=config.run)
    trials = Trials(desk, now, changed=lambda trial: realtime.tell_time(trial), gone=trial_gone)
    realtime = attach(
        app,
        desk=desk,
        clock=now,
        hosts=hosts(config),
        join_of=_join_of(database, config, trials),
        own_time=trials.time,
        find_block=lambda session, asked: find_block(stores.library, session, asked),
        may_begin=lambda session: _not_ready(database, session),
    )
    doors = _doors(config, stores, desk, trials, realtime, taking_back)
    register(app, doors)
    ensure_demonstration(doors)
    doors.purge(now())
    return House(database, desk, stores.library, realtime, press, doors, trials)


def _doors(
    config: Config, stores: Stores, desk: Desk, trials: Trials, realtime: Realtime, taking_back: TakingBack
) -> Doors:
    """What pages may ask of the other rooms."""
    return Doors(
        database=stores.database,
        desk=desk,
        library=stores.library,
        clock=now,
        give_ticket=realtime.give_ticket,
        do=realtime.do,
        documents=realtime.documents,
        hang_up=realtime.hang_up,
        hang_up_device=realtime.hang_up_device,
        hang_up_person=realtime.hang_up_person,
        rejoin=realtime.rejoin,
        press=stores.press,
        trials=trials,
        outcomes=stores.outcomes,
        static=places.static(),
        address=address(config),
        public_url=config.public_url,
        run=config.run_beside,
        words_taken_back=taking_back.from_an_objection,
        purge=Purge(stores, desk, realtime),
        heard=stores.log.last_moments,
        archives=stores.archives,
    )


def _not_ready(database: Database, session_id: str) -> Refused | None:
    site = checklist.site_in_the_way(database, session_id)
    if site:
        return Refused("site-not-ready", {"site": site.facts.name})
    return Refused("sheet-not-ready") if informing.unsaid_in(database, session_id) else None


def _join_of(database: Database, config: Config, trials: Trials) -> Callable[[str], dict[str, str] | None]:
    def join_of(session_id: str) -> dict[str, str] | None:
        if trials.find(session_id):
            return trial_way_in(address(config))
        header = live_sessions.find(database, session_id)
        phones = informing.phones_in(database, session_id)
        return way_in(address(config), header.code, phones) if header else None

    return join_of
