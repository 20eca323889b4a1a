"""How a command ends: fine (0), faults found (1), or it could not run (2) and says why."""

import click

from facilitation.domain.format.text import Locale, Text

FINE = 0
FOUND_FAULTS = 1
COULD_NOT_RUN = 2

STOPPED = Text("Arrêté.", "Stopped.")


class CannotRun(Exception):
    """The command cannot do what was asked; `why` is said to the person."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def cannot_write(error: OSError) -> CannotRun:
    """A file or folder could not be written."""
    place, reason = error.filename or "?", error.strerror or "?"
    return CannotRun(Text(f"Impossible d'écrire {place}\u00a0: {reason}.", f"Cannot write {place}: {reason}."))


def cannot_read(error: OSError) -> CannotRun:
    """A file could not be read."""
    place, reason = error.filename or "?", error.strerror or "?"
    return CannotRun(Text(f"Impossible de lire {place}\u00a0: {reason}.", f"Cannot read {place}: {reason}."))


def misuse(fault: click.UsageError, locale: Locale) -> str:
    """What was wrong with the command line, and where to find help."""
    path = fault.ctx.command_path if fault.ctx else "facilitation"
    if locale == "en":
        return f"Error: {fault.format_message()}\nSee “{path} --help”."
    return f"Erreur\u00a0: {_in_french(fault)}\nVoir «\u00a0{path} --help\u00a0»."


def _in_french(fault: click.UsageError) -> str:
    match fault:
        case click.NoSuchOption(option_name=name, possibilities=near):
            hint = f" Peut-être {', '.join(near)}\u00a0?" if near else ""
            return f"option inconnue, {name}.{hint}"
        case click.MissingParameter(param=param) if param is not None:
            return f"il manque {param.make_metavar(click.Context(click.Command('')))}."
        case click.BadParameter(param=param) if param is not None:
            return f"valeur refusée pour {param.opts[0]} ({fault.message.rstrip('.')})."
        case click.BadOptionUsage(option_name=name):
            return f"l'option {name} attend une valeur."
    return f"commande mal écrite ({fault.format_message().rstrip('.')})."
