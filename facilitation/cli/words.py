"""Which language the commands speak, and how: French or English, from `--locale` or the environment."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import ClassVar

import click

from facilitation.domain.format.text import Locale, Text

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

LOCALES = ("fr", "en")


def locale_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Locale:
    """The language asked for by `--locale`, else by the environment (as other programmes read it); else English."""
    for place, word in enumerate(arguments):
        asked = word.removeprefix("--locale=") if word.startswith("--locale=") else None
        if word == "--locale" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        if asked in LOCALES:
            return "fr" if asked == "fr" else "en"
    said = next((environ[name] for name in LOCALE_VARIABLES if environ.get(name)), "")
    return "fr" if said.lower().startswith("fr") else "en"


def closest(word: str, known: Sequence[str]) -> Text:
    """A sentence that proposes what was probably meant, or says what there is."""
    near = get_close_matches(word, known, n=1)
    if near:
        return Text(f"Vouliez-vous dire «\u00a0{near[0]}\u00a0»\u00a0?", f"Did you mean “{near[0]}”?")
    listed = ", ".join(known)
    return Text(f"Il y a\u00a0: {listed}.", f"There is: {listed}.") if known else Text("", "")


class FrenchHelp(click.HelpFormatter):
    """Click's own headings, said in French."""

    HEADINGS: ClassVar[Mapping[str, str]] = {"Commands": "Commandes\u00a0", "Options": "Options\u00a0"}

    def write_heading(self, heading: str) -> None:
        """Write a heading such as Commandes."""
        super().write_heading(self.HEADINGS.get(heading, heading))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, "Usage\u00a0: ")


class FrenchContext(click.Context):
    """A context whose help is French."""

    formatter_class = FrenchHelp


def _help_in_french(command: click.Command, ctx: click.Context) -> click.Option | None:
    option = click.Command.get_help_option(command, ctx)
    if option is not None:
        option.help = "Afficher cette aide."
    return option


class FrenchCommand(click.Command):
    """A command whose help is French."""

    context_class = FrenchContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in French."""
        return _help_in_french(self, ctx)


class FrenchGroup(click.Group):
    """A group of commands whose help is French."""

    context_class = FrenchContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in French."""
        return _help_in_french(self, ctx)


def command_class(locale: Locale) -> type[click.Command]:
    """The kind of command that gives help in `locale`."""
    return FrenchCommand if locale == "fr" else click.Command


def group_class(locale: Locale) -> type[click.Group]:
    """The kind of group that gives help in `locale`."""
    return FrenchGroup if locale == "fr" else click.Group
