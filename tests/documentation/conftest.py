"""A few finished documents, drawn once and looked at by many tests."""

import logging
from collections.abc import Iterator

import pytest

from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.paper import render
from facilitation.projections.outcome import outcome
from tests.documentation.sample import STARTED, codeveloppement, one_two_four_all, public_goods

CARD = ExperimentCard(
    title="Accueillir autrement",
    question="Que devient l'accueil quand on écoute d'abord celles et ceux qui arrivent ?",
    hypothesis="Si les règles sont écrites ensemble, alors elles sont tenues, parce qu'elles sont comprises.",
    site="Une maison de quartier",
    theme="Accueil",
)

EMOJI_AND_SUCH = (
    "Très bien 👍🏽 vraiment",
    "שלום לכולם et مرحبا بالجميع",
    "<script>alert(1)</script> & <b>gras</b>",
    "{{7*7}} {% raw %} ${7*7}",
    "x" * 2000,
    "Une note ㊙ et un idéogramme 漢 et U+2067 \u2067tourné",
    "ligne une\nligne deux\n\n\n\nligne trois",
)


class Logged(logging.Handler):
    """Every line that WeasyPrint and fontTools write while documents are drawn."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(record.getMessage())


@pytest.fixture(scope="session")
def logged() -> Iterator[list[str]]:
    """The lines so far. A log line is a fault of the document: something could not be drawn as it was asked for."""
    handler = Logged()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(handler)
    yield handler.lines
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture(scope="session")
def french(logged: list[str]) -> bytes:
    """1-2-4-All with twelve people, in French, as part of an experiment."""
    return render(outcome(one_two_four_all()), "fr", STARTED, CARD)


@pytest.fixture(scope="session")
def english(logged: list[str]) -> bytes:
    """A co-development consultation of six, in English."""
    return render(outcome(codeveloppement(locale="en")), "en", STARTED)


@pytest.fixture(scope="session")
def game(logged: list[str]) -> bytes:
    """The common pot with twelve people, in French."""
    return render(outcome(public_goods()), "fr", STARTED)


@pytest.fixture(scope="session")
def hostile(logged: list[str]) -> bytes:
    """A session in which people wrote everything but plain sentences."""
    return render(outcome(one_two_four_all(words=EMOJI_AND_SUCH)), "fr", STARTED)
