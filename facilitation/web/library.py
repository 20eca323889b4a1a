"""The pages of the library: every format, and the run sheet of each."""

from dataclasses import dataclass

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from facilitation.domain.format import Format
from facilitation.domain.plan import unroll
from facilitation.domain.session import Planned
from facilitation.web.access import staff_only
from facilitation.web.doors import doors

blueprint = Blueprint("library", __name__, url_prefix="/formats")


@dataclass(frozen=True, slots=True)
class Length:
    """How long a format takes with its usual settings. `open` counts the steps without a time limit."""

    minutes: int
    open: int


@blueprint.get("")
@staff_only
def show_all() -> str:
    """The formats that can be played, then the files that need repair."""
    readings = doors().library.readings
    usable = [form for _, form in doors().library.usable]
    broken = {name: reading for name, reading in readings.items() if reading.format is None}
    return render_template("formats/all.html", formats=usable, broken=broken, length=length_of)


@blueprint.get("/<name>")
@staff_only
def show(name: str) -> str:
    """One format: its run sheet, roles, settings, credits; or what is wrong with its file."""
    reading = doors().library.readings.get(name)
    if reading is None:
        raise NotFound
    form = reading.format
    if form is None:
        return render_template("formats/broken.html", name=name, reading=reading)
    return render_template("formats/one.html", form=form, reading=reading, length=length_of, plan=unroll(form, {}))


def length_of(form: Format) -> Length:
    """The time of a format as it stands."""
    return length_of_plan(unroll(form, {}))


def length_of_plan(plan: tuple[Planned, ...]) -> Length:
    """The time of these steps."""
    seconds = sum(step.seconds or 0 for step in plan)
    return Length(-(-seconds // 60), sum(step.seconds is None for step in plan))


def usual_minutes(form: Format) -> dict[str, int]:
    """The minutes of each stage with the usual settings, the first time it comes."""
    minutes: dict[str, int] = {}
    for step in unroll(form, {}):
        if step.seconds:
            minutes.setdefault(step.stage.id, max(1, round(step.seconds / 60)))
    return minutes
