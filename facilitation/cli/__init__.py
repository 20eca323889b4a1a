"""The commands: `facilitation serve`, `check`, `rehearse`, `export`, `archive`, `restore`, `verify` and others."""

import os
import sys
from collections.abc import Mapping, Sequence

import click

from facilitation.cli.commands import program
from facilitation.cli.ending import COULD_NOT_RUN, STOPPED, CannotRun, misuse
from facilitation.cli.words import locale_of


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
        click.echo(STOPPED.said_in(locale), err=True)
        return COULD_NOT_RUN
    return int(code or 0)


def main() -> None:
    """The `facilitation` command."""
    sys.exit(run(sys.argv[1:], os.environ))
