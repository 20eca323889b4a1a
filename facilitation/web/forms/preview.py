"""What one wants to see of a format: which stage, through whose eyes, in which language, among how many people."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Form, SelectField

from facilitation.domain.format import Format
from facilitation.rehearsal.preview import EVERYONE
from facilitation.web.formats.sheet import Line, run_sheet
from facilitation.web.forms.fields import offered
from facilitation.web.language import NAMES, current_locale, said
from facilitation.web.saying import usual

MOST = 12
USUAL = 6


class PreviewForm(Form):
    """Sent with GET, and never refused: an answer that does not fit is replaced by one that does."""

    stage = SelectField(lazy_gettext("Stage"))
    role = SelectField(lazy_gettext("Role"))
    language = SelectField(lazy_gettext("Language"))
    people = SelectField(lazy_gettext("People in the room"))


def preview_form(form: Format, asked: Any) -> PreviewForm:
    """The form for one format, with what was asked for where it fits."""
    low, high = form.fewest, max(form.fewest, min(form.most, MOST))
    choices = {
        "stage": [_numbered(number, line, form) for number, line in enumerate(run_sheet(form), 1)],
        "role": [(EVERYONE, gettext("Anybody")), *((role.name, said(role.label)) for role in form.roles)],
        "language": list(NAMES.items()),
        "people": [(str(count), str(count)) for count in range(low, high + 1)],
    }
    first = {
        "stage": choices["stage"][0][0],
        "role": EVERYONE,
        "language": current_locale(),
        "people": str(min(max(USUAL, low), high)),
    }
    found = PreviewForm()
    for name, pairs in choices.items():
        field: SelectField = found[name]  # type: ignore[assignment]  # the stubs know fields by their name alone
        field.choices = offered(pairs)
        field.data = asked.get(name) if asked.get(name) in dict(pairs) else first[name]
    return found


def _numbered(number: int, line: Line, form: Format) -> tuple[str, str]:
    stage = line.step.stage
    return stage.id, f"{number}. {usual(stage.title, form)}"
