"""Help: every command explains itself in both languages, at once."""

import subprocess
import sys

import pytest

from facilitation.cli.commands import COMMANDS
from tests.cli.conftest import Typing


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(typed: Typing, command: str) -> None:
    english, french = typed(command, "--help"), typed(command, "--help", lang="fr_FR.UTF-8")
    assert english.code == french.code == 0
    assert f"Example: facilitation {command}" in english.out
    assert f"Exemple\u00a0: facilitation {command}" in french.out


def test_the_group_names_every_command(typed: Typing) -> None:
    told = typed("--help").out
    assert all(f"  {command} " in told for command in COMMANDS)
    assert "Commandes\u00a0:" in typed("--help", lang="fr_FR.UTF-8").out


def test_the_language_follows_the_option_before_the_environment(typed: Typing) -> None:
    assert "Exemple" in typed("check", "--locale", "fr", "--help").out
    assert "Example" in typed("check", "--locale=en", "--help", lang="fr_FR.UTF-8").out


def test_help_loads_neither_database_nor_formats_nor_paper() -> None:
    """What keeps help quick, checked without a stopwatch."""
    asked = (
        "import sys; from facilitation import cli; cli.run(['--help'], {}); "
        "print(sorted({'sqlalchemy', 'ruamel', 'weasyprint', 'alembic', 'gevent'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "commande mal écrite"),
        (["check"], "il manque"),
        (["check", "--jso", "x"], "--json"),
        (["rehearse", "public-goods", "--seed", "many"], "--seed"),
        (["rehearse", "public-goods", "--participants"], "--participants"),
    ],
)
def test_a_badly_typed_command_could_not_run_and_says_why(typed: Typing, words: list[str], said: str) -> None:
    told = typed(*words, lang="fr_FR.UTF-8")
    assert told.code == 2
    assert "Erreur\u00a0:" in told.err
    assert said in told.err
    assert "--help" in told.err
    assert told.out == ""
    assert typed(*words).err.startswith("Error: ")


def test_the_command_itself_ends_with_its_exit_code() -> None:
    told = subprocess.run([sys.executable, "-m", "facilitation.cli", "check", "nowhere.yaml"], capture_output=True)
    assert told.returncode == 2
    assert told.stdout == b""
