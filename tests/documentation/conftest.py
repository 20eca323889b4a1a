"""A few finished documents, drawn once and looked at by many tests."""

import logging
from collections.abc import Callable

import pytest

from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.paper import render, render_dossier
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import DIFFUSION
from tests.documentation.golden_experiment import MADE_AT, Golden, marked
from tests.documentation.sample import STARTED, codeveloppement, one_two_four_all, public_goods
from tests.once import once

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
    """Every line that WeasyPrint and fontTools write while one document is drawn."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(record.getMessage())


def drawn(told: Outcome, locale: str, card: ExperimentCard | None = None) -> bytes:
    """A finished session record."""
    return watched(lambda: render(told, locale, STARTED, card))


def watched(make: Callable[[], bytes]) -> bytes:
    """A finished document. A log line is a fault of it: something could not be drawn as it was asked for."""
    handler = Logged()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(handler)
    made = make()
    for logger in loggers:
        logger.removeHandler(handler)
    assert handler.lines == []
    return made


@pytest.fixture(scope="session")
def french() -> bytes:
    """1-2-4-All with twelve people, in French, as part of an experiment."""
    return drawn(outcome(one_two_four_all()), "fr", CARD)


@pytest.fixture(scope="session")
def english() -> bytes:
    """A co-development consultation of six, in English."""
    return drawn(outcome(codeveloppement(locale="en")), "en")


@pytest.fixture(scope="session")
def game() -> bytes:
    """The common pot with twelve people, in French."""
    return drawn(outcome(public_goods()), "fr")


@pytest.fixture(scope="session")
def documents(golden: Golden, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every document of the golden experiment, drawn once. Each contribution ends in a word of its own."""
    return once(tmp_path_factory, "documents", lambda: _documents(golden))


def _documents(golden: Golden) -> dict[str, bytes]:
    inside, _ = marked(golden.dossier())
    outside, _ = marked(golden.dossier(DIFFUSION))
    made = {kind: watched(lambda kind=kind: render_dossier(inside, "fr", MADE_AT, kind)) for kind in KINDS}  # type: ignore[misc]  # mypy cannot tell the type of a lambda's default
    return {
        **made,
        "research outside": watched(lambda: render_dossier(outside, "en", MADE_AT, "research")),
        "session": drawn(inside.sessions[2], "fr", CARD),
    }


@pytest.fixture(scope="session")
def research(documents: dict[str, bytes]) -> bytes:
    """The dossier of an experiment of three sessions, in French, with everything filled in that a person may write."""
    return documents["research"]


@pytest.fixture(scope="session")
def hostile() -> bytes:
    """A session in which people wrote everything but plain sentences."""
    return drawn(outcome(one_two_four_all(words=EMOJI_AND_SUCH)), "fr")
