"""The commands: `facilitation serve`, `check`, `rehearse`, `export`, `verify`."""

import os
import sys
from collections.abc import Mapping, Sequence

import click

from facilitation.cli.check import check
from facilitation.cli.ending import COULD_NOT_RUN, CannotRun, misuse
from facilitation.cli.export import export
from facilitation.cli.rehearse import rehearsal
from facilitation.cli.serve import serve
from facilitation.cli.verify import verify
from facilitation.cli.words import group_class, locale_of
from facilitation.domain.format.text import Locale, Text

HELP = Text(
    "Des ateliers d'expérimentation, du fichier de format à la documentation.\n\n"
    "Exemple\u00a0: facilitation rehearse one-two-four-all\n\n"
    "Chaque commande a sa propre aide\u00a0: facilitation COMMANDE --help. "
    "Code de sortie\u00a0: 0 tout va bien, 1 des fautes ont été trouvées, 2 impossible.",
    "Experimentation workshops, from the format file to the documentation.\n\n"
    "Example: facilitation rehearse one-two-four-all\n\n"
    "Each command has its own help: facilitation COMMAND --help. "
    "Exit code: 0 fine, 1 found faults, 2 could not run.",
)


def program(locale: Locale) -> click.Group:
    """All commands, in one language."""
    kind = group_class(locale)
    commands = (serve(locale), check(locale), rehearsal(locale), export(locale), verify(locale))
    return kind("facilitation", {str(one.name): one for one in commands}, help=HELP.said_in(locale))


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command; its exit code: 0 fine, 1 found faults, 2 could not run (and why, on stderr)."""
    locale = locale_of(arguments, environ)
    try:
        code = program(locale).main(list(arguments), prog_name="facilitation", standalone_mode=False)
    except click.UsageError as fault:
        click.echo(misuse(fault, locale), err=True)
        return COULD_NOT_RUN
    except CannotRun as fault:
        click.echo(fault.why.said_in(locale), err=True)
        return COULD_NOT_RUN
    except click.Abort:
        return COULD_NOT_RUN
    return int(code or 0)


def main() -> None:
    """The `facilitation` command."""
    sys.exit(run(sys.argv[1:], os.environ))
