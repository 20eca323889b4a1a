"""Publishing a version of a dossier."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Form

from facilitation.web.forms.fields import words


class PublishForm(Form):
    """Why there is another version."""

    why: Any = words(lazy_gettext("What has changed, and why"), 1000)

    def check(self, first: bool) -> bool:
        """The first version needs no reason; the others print theirs."""
        fine = bool(self.validate())
        if fine and not first and not self.why.data:
            self.why.errors = [gettext("Say what has changed: the document lists it with the version.")]
            return False
        return fine
