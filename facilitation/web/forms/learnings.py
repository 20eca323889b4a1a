"""A learning: four steps, how sure one is and why, and what it rests on."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import Form, RadioField, SelectMultipleField

from facilitation.records.learnings import LearningFacts
from facilitation.web.forms.fields import line, offered, words

CONFIDENCES = (
    ("low", lazy_gettext("Low: a first idea")),
    ("medium", lazy_gettext("Medium: seen more than once, or from two sides")),
    ("high", lazy_gettext("High: seen again and again, and nobody contradicts it")),
)


class LearningForm(Form):
    """Believed, observed, learned, will do."""

    thought = words(lazy_gettext("We believed…"))
    observed = words(lazy_gettext("We observed…"))
    learned = words(lazy_gettext("We learned…"), required=True)
    will_do = words(lazy_gettext("We will…"))
    confidence: Any = RadioField(lazy_gettext("How sure are we?"), choices=offered(CONFIDENCES), default="low")
    why = words(lazy_gettext("Why this confidence"))
    addressees = line(lazy_gettext("For whom it matters"), required=False)
    dissent = words(lazy_gettext("Disagreements and positions of a minority"))
    evidence = SelectMultipleField(lazy_gettext("What it rests on"), validate_choice=False)

    def facts(self) -> LearningFacts:
        """What was filled in."""
        return LearningFacts(
            learned=self.learned.data or "",
            thought=self.thought.data or "",
            observed=self.observed.data or "",
            will_do=self.will_do.data or "",
            confidence=self.confidence.data,
            why=self.why.data or "",
            addressees=self.addressees.data or "",
            evidence=tuple(self.evidence.data or ()),
            dissent=self.dissent.data or "",
        )
