"""`facilitation verify`: read the log of a session again, and say whether it is whole."""

import click

from facilitation.cli.ending import FINE, FOUND_FAULTS, CannotRun
from facilitation.cli.store import DATABASE, USUAL, reading, unknown
from facilitation.cli.words import LOCALES, command_class
from facilitation.domain.format.text import Locale, Text
from facilitation.eventlog import EventLog, Verification

HELP = Text(
    "Vérifier le journal d'une séance\u00a0: numéros sans trou, ordre, chaîne de sceaux, et l'état qu'il donne.\n\n"
    "Exemple\u00a0: facilitation verify --all",
    "Verify the log of a session: numbers without a gap, order, chain of seals, and the state it gives.\n\n"
    "Example: facilitation verify --all",
)
ALL = Text("Toutes les séances de la base.", "Every session of the database.")
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("verify", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("session_id", metavar="SESSION", required=False)
    @click.option("--all", "everything", is_flag=True, help=ALL.said_in(locale))
    @click.option("--database", metavar="URL", default=USUAL, help=DATABASE.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(session_id: str | None, everything: bool, database: str, locale: str | None) -> int:
        if (session_id is None) != everything:
            raise CannotRun(Text("Donnez une SÉANCE, ou --all.", "Give one SESSION, or --all."))
        with reading(database) as (_, log):
            results = [_verified(log, one) for one in ((session_id,) if session_id else log.sessions())]
        for result in results:
            click.echo("\n".join(line.said_in(said) for line in _told(result)))
        click.echo(_summary(results).said_in(said), err=True)
        return FINE if all(result.ok for result in results) else FOUND_FAULTS

    said = locale
    return run


def _verified(log: EventLog, session: str) -> Verification:
    try:
        return log.verify(session)
    except KeyError:
        raise unknown(session) from None


def _told(result: Verification) -> tuple[Text, ...]:
    head = Text(
        f"{result.session}\u00a0: {result.events} événements, {'en ordre' if result.ok else 'DES FAUTES'}, "
        f"état {result.state}",
        f"{result.session}: {result.events} events, {'in order' if result.ok else 'FAULTS'}, state {result.state}",
    )
    faults = (
        Text(f"    n°\u00a0{one.seq} {one.message.fr}", f"    no. {one.seq} {one.message.en}") for one in result.faults
    )
    return (head, *faults)


def _summary(results: list[Verification]) -> Text:
    bad = sum(not result.ok for result in results)
    return Text(
        f"{len(results)} séance(s) vérifiée(s), {bad} avec des fautes.",
        f"{len(results)} session(s) verified, {bad} with faults.",
    )
