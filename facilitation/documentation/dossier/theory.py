"""The theory of change of an experiment in words: its steps, what leads from one to the next, the figure's sentence."""

from collections.abc import Iterator
from itertools import pairwise

from jinja2 import Environment
from markupsafe import Markup

from facilitation.documentation.charts.change import ChangeStep, change_chart
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.record import Voice
from facilitation.domain.format import Text

STEPS: dict[str, Text] = {
    "resources": Text("Ressources", "Resources"),
    "actions": Text("Activités", "Activities"),
    "outputs": Text("Produits", "Outputs"),
    "outcomes": Text("Effets espérés", "Effects hoped for"),
    "impact": Text("Impact visé", "Impact aimed at"),
}
"""The steps, in the order in which one is to lead to the next."""

SUPPOSED = "outcomes"
"""The step that hypotheses are about: if we do this, then that will come of it."""


def tell_the_change(environment: Environment, voice: Voice, dossier: Dossier) -> None:
    """Give the templates the steps of the theory of change that hold something, and how they are drawn."""
    steps = tuple(_steps(voice, dossier))
    title = voice.t("Théorie du changement", "Theory of change")
    environment.globals.update(
        change_steps=steps,
        change_figure=lambda: change_chart(title, steps) if len(steps) > 1 else Markup(""),
        change_reading=lambda: _reading(voice, steps),
    )


def _steps(voice: Voice, dossier: Dossier) -> Iterator[ChangeStep]:
    for name, title in STEPS.items():
        items = tuple(voice.said(Text.same(each)) for each in getattr(dossier.change, name))
        if items:
            yield ChangeStep(voice.said(title), items, _supposed(dossier) if name == SUPPOSED else "")


def _supposed(dossier: Dossier) -> str:
    """The hypotheses by number, as they are counted in the part on what one wanted to learn."""
    return ", ".join(f"H{number}" for number in range(1, len(dossier.hypotheses) + 1))


def _reading(voice: Voice, steps: tuple[ChangeStep, ...]) -> str:
    said = voice.t(
        "Chaque étape doit mener à la suivante : {a}.",
        "Each step is to lead to the next: {a}.",
        a=", ".join(voice.t("{a} → {b}", "{a} → {b}", a=a.name.lower(), b=b.name.lower()) for a, b in pairwise(steps)),
    )
    on = next((step.because for step in steps if step.because), "")
    if not on:
        return said
    why = voice.t("{h} : ce que nous supposons là.", "{h}: what we suppose there.", h=on)
    return f"{said} {why}"
