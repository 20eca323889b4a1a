"""A hypothesis: its wording and its criteria, why it was changed, what the team concluded."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Form, RadioField, SelectMultipleField
from wtforms.validators import InputRequired

from facilitation.records.hypotheses import Wording
from facilitation.web.forms.fields import offered, words

VERDICTS = (
    ("supported", lazy_gettext("Supported")),
    ("nuanced", lazy_gettext("Supported in part, or under conditions")),
    ("unsupported", lazy_gettext("Not supported")),
    ("untested", lazy_gettext("Not tested")),
)


class HypothesisForm(Form):
    """If, then, because; and what will count as being right."""

    condition = words(lazy_gettext("If…"), required=True)
    effect = words(lazy_gettext("then…"), required=True)
    because = words(lazy_gettext("because…"))
    criteria = words(lazy_gettext("We shall be right if…"))
    why = words(lazy_gettext("Why it changes now"))

    def check(self, launched: bool) -> bool:
        """Every field for itself, then: once sessions have begun, a change says why."""
        fine = bool(self.validate())
        if launched and not self.why.data:
            self.why.errors = [gettext("Sessions have begun: say why the hypothesis changes now.")]
            return False
        return fine

    def wording(self) -> Wording:
        """What was filled in."""
        asked = (self.condition, self.effect, self.because, self.criteria)
        return Wording(*(field.data or "" for field in asked))


class VerdictForm(Form):
    """What the team concluded."""

    word = RadioField(
        lazy_gettext("What we conclude"),
        [InputRequired(lazy_gettext("Choose one of the four."))],
        choices=offered(VERDICTS),
    )
    words: Any = words(lazy_gettext("On what this rests"), required=True)
    evidence = SelectMultipleField(lazy_gettext("What shows it"), validate_choice=False)
