"""`facilitation purge`: what will be erased and when, and erasing what is due."""

import time
from datetime import UTC, datetime

import click

from facilitation.cli.ending import FINE, CannotRun
from facilitation.cli.stopping import ctrl_c_waits
from facilitation.cli.store import DATABASE, USUAL, reading
from facilitation.cli.words import LOCALES, command_class
from facilitation.database import Database, DatabaseRefused, open_database
from facilitation.domain.evolve import replay
from facilitation.domain.format.text import Locale, Text
from facilitation.eventlog import EventLog
from facilitation.projections.taken_back import words_left
from facilitation.records import retention
from facilitation.records.retention import Due, Purged, Purging

HELP = Text(
    "Dire ce qui sera effacé et quand, selon les protocoles\u00a0; avec --erase, effacer ce qui est échu. Le serveur "
    "le fait aussi chaque jour. Avec SQLite, arrêtez-le d'abord pour effacer. Ctrl-C arrête entre deux séances\u00a0; "
    "la même commande reprend là.\n\n"
    "Exemple\u00a0: facilitation purge --erase",
    "Say what will be erased and when, as the protocols say; with --erase, erase what is due. The server does so every "
    "day, too. With SQLite, stop it first to erase. Ctrl-C stops between two sessions; the same command goes on from "
    "there.\n\n"
    "Example: facilitation purge --erase",
)
ERASE = Text("Effacer ce qui est échu.", "Erase what is due.")
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")
BUSY = Text(
    "Le serveur est en marche, et lui seul écrit dans cette base\u00a0: arrêtez-le d'abord, ou effacez depuis sa page.",
    "The server is running, and it alone writes to this database: stop it first, or erase from its page.",
)
NOTHING = Text("Rien.", "Nothing.")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("purge", cls=command_class(locale), help=HELP.said_in(locale))
    @click.option("--erase", is_flag=True, help=ERASE.said_in(locale))
    @click.option("--database", metavar="URL", default=USUAL, help=DATABASE.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(erase: bool, database: str, locale: str | None) -> int:
        with reading(database) as (found, log):
            tuple(log.sessions())  # says in words when a database cannot be reached
            lines = [_coming(due) for due in retention.coming(found, _now(), log.last_moments)]
        if erase:
            lines = [_purged(line) for line in _erased(database, said)]
        click.echo("\n".join(lines) or NOTHING.said_in(said))
        return FINE

    said = locale
    return run


def _erased(url: str, locale: Locale) -> tuple[Purged, ...]:
    try:
        database = open_database(url)
    except DatabaseRefused:
        raise CannotRun(BUSY) from None
    try:
        return _followed(database, locale)
    finally:
        database.close()


def _followed(database: Database, locale: Locale) -> tuple[Purged, ...]:
    log, seen = EventLog(database), [Purging("", 0, 0, ())]
    with ctrl_c_waits() as asked:

        def follow(purging: Purging) -> None:
            seen.append(purging)
            if asked.is_set():
                raise KeyboardInterrupt
            click.echo(_turn_of(purging).said_in(locale), err=True)

        def erase_words(session: str) -> int:
            return log.erase_all(session, "retention")

        def words_of(session: str) -> tuple[str, ...]:
            return tuple(words_left(replay(one.event for one in log.read(session))))

        try:
            return retention.purge(database, erase_words, _now(), log.last_moments, follow, words_of)
        except KeyboardInterrupt:
            for line in seen[-1].told:
                click.echo(_purged(line))
            raise CannotRun(_stopped(seen[-1])) from None


def _now() -> int:
    return time.time_ns() // 1_000_000


def _turn_of(purging: Purging) -> Text:
    number, left = purging.done + 1, purging.of - purging.done - 1
    return Text(
        f"Séance {number} sur {purging.of}\u00a0: {purging.session} (encore {left} après)",
        f"Session {number} of {purging.of}: {purging.session} ({left} more after it)",
    )


def _stopped(purging: Purging) -> Text:
    left = purging.of - purging.done
    return Text(
        f"Arrêté. Séances effacées\u00a0: {purging.done} sur {purging.of}\u00a0; restent à effacer\u00a0: {left}. "
        "La même commande reprend là.",
        f"Stopped. Sessions erased: {purging.done} of {purging.of}; still to be erased: {left}. "
        "The same command goes on from there.",
    )


def _coming(due: Due) -> str:
    return f"{_day(due.on)}  {due.what:<13}  {due.session}"


def _purged(line: Purged) -> str:
    return f"{_day(line.at)}  {line.what:<13}  {line.count:>6}  {line.session}".rstrip()


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).date().isoformat()
