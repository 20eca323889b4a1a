"""All commands under one name, each loaded only once it is asked for."""

from collections.abc import Mapping
from importlib import import_module

import click

from facilitation.cli.words import group_class
from facilitation.domain.format.text import Locale, Text

COMMANDS: Mapping[str, Text] = {
    "serve": Text("Ouvrir la maison\u00a0: démarrer le serveur.", "Open the house: start the server."),
    "check": Text("Vérifier des fichiers de format.", "Check format files."),
    "schema": Text(
        "Écrire le schéma de la langue, pour les éditeurs.", "Write the schema of the language, for editors."
    ),
    "rehearse": Text(
        "Jouer un format avec des participants simulés, jusqu'au PDF.",
        "Play a format with simulated participants, up to the PDF.",
    ),
    "export": Text("Exporter une séance\u00a0: pdf, csv ou json.", "Export a session: pdf, csv or json."),
    "archive": Text(
        "Archiver une expérimentation en un fichier qu'une autre maison restaure.",
        "Archive an experiment as one file that another house restores.",
    ),
    "restore": Text("Restaurer une archive, en une fois ou pas du tout.", "Restore an archive, all of it or nothing."),
    "verify": Text("Vérifier le journal d'une séance.", "Verify the log of a session."),
    "purge": Text(
        "Dire ce qui sera effacé et quand, ou effacer ce qui est échu.",
        "Say what will be erased, or erase what is due.",
    ),
    "publish": Text(
        "Écrire les apprentissages validés en site statique.", "Write the validated learnings as a static site."
    ),
    "link": Text("Faire un lien de connexion, mot de passe perdu.", "Make a sign-in link, for a lost password."),
}
"""Each is the module of that name, with a function `command(locale)`."""

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

    class Commands(group_class(locale)):  # type: ignore[misc] # the base is chosen by the language
        """Loading the database or the formats costs more than half a second, which `--help` must not pay."""

        def list_commands(self, ctx: click.Context) -> list[str]:
            return list(COMMANDS)

        def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
            if name not in COMMANDS:
                return None
            found: click.Command = import_module(f"facilitation.cli.{name}").command(locale)
            return found

        def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
            with formatter.section("Commands"):
                formatter.write_dl([(name, text.said_in(locale)) for name, text in COMMANDS.items()])

    return Commands("facilitation", help=HELP.said_in(locale))
