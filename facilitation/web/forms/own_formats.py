"""A copy of a format, and a file sent from one's own machine."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import FileField, Form, ValidationError

from facilitation.formats.schema.patterns import SLUG
from facilitation.web.forms.fields import line


class CopyForm(Form):
    """What the copy is called."""

    id = line(lazy_gettext("Identifier of the copy"), 60)
    title_fr = line(lazy_gettext("Title in French"))
    title_en = line(lazy_gettext("Title in English"))

    def validate_id(self, field: Any) -> None:
        """Letters that can stand in a file name and in an address."""
        if not SLUG.fullmatch(field.data or ""):
            raise ValidationError(
                gettext("Use small letters without accents, digits and hyphens, such as our-weather-report.")
            )


class UploadForm(Form):
    """One file."""

    file = FileField(lazy_gettext("The file"))
