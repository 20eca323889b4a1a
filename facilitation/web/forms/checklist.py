"""One item of a site's checklist: ticked by an authority on a day, or waived with a reason."""

from datetime import date
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Form, RadioField
from wtforms.validators import InputRequired, Optional

from facilitation.records.checklist import Item, Settled, State
from facilitation.web.forms.fields import line, offered, words

STATES = (
    ("ticked", lazy_gettext("Settled")),
    ("waived", lazy_gettext("Waived, for the reason below")),
)


class ItemForm(Form):
    """How the item was settled."""

    state = RadioField(
        lazy_gettext("Where it stands"),
        [InputRequired(lazy_gettext("Choose one of the two."))],
        choices=offered(STATES),
    )
    words: Any = words(lazy_gettext("What was decided, or why it is waived"), 1000)
    authority = line(lazy_gettext("By which authority"), required=False)
    settled_on = DateField(lazy_gettext("On which day"), [Optional()])

    def check(self, item: Item, today: date) -> bool:
        """Every field for itself, then: a tick has its authority and its day, a waiver its reason."""
        fine = bool(self.validate())
        if self.state.data == "waived" and not item.waivable:
            self.state.errors = [gettext("This one cannot be waived: settle it, or do not open the site.")]
        elif self.state.data == "waived" and not self.words.data:
            self.words.errors = [gettext("Say why it is waived: the dossier prints it.")]
        elif self.state.data == "ticked" and not self.authority.data:
            self.authority.errors = [gettext("Say which function decided it. Never a name.")]
        elif self.state.data == "ticked" and not (self.settled_on.data and self.settled_on.data <= today):
            self.settled_on.errors = [gettext("Give the day it was decided, today at the latest.")]
        return fine and not any(field.errors for field in self)

    def settled(self, account: int, now: int) -> Settled:
        """What was filled in."""
        state: State = "waived" if self.state.data == "waived" else "ticked"
        return Settled(state, self.words.data or "", self.authority.data or "", self.settled_on.data, account, now)
